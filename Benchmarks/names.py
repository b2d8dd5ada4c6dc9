#!/usr/bin/env python3
"""Measures matchers of names on labelled pairs: names.py PAIRS.csv [--json OUT] [--dossier PATH] [--repeat N]

Needs the packages of peer/requirements-names.txt. Each matcher runs in a process of its own, so that its memory is its
own. Thresholds are chosen on the half `tune`, for each kind by itself, and all figures are of the half `report`; that
favours the peers, which a user would run with one threshold. Our program has the thresholds that it ships with.
"""
import argparse
import csv
import itertools
import json
import os
import re
import resource
import statistics
import subprocess
import sys
import tempfile
import time
import unicodedata

# Pairs that a matcher is timed on, and rounds after one that does not count.
TIMED = 2000
ROUNDS = 3
# What is too weak to be settled by a name alone is told, but not counted into the whole.
WEAK = "missing"
MATCHERS = {
    "logic-v2": "nomenklatura logic-v2, best threshold",
    "jaro-winkler": "RapidFuzz Jaro-Winkler, raw",
    "romanised": "korean-romanizer and hanja, then Jaro-Winkler",
}
OPERATING = 0.7


def pairs_of(path):
    with open(path, encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


# Matchers: each gives a function that prepares the pairs, which is not timed, and one that scores a prepared pair.


def logic_v2():
    from followthemoney import model
    from nomenklatura.matching import ScoringConfig, get_algorithm

    algorithm = get_algorithm("logic-v2")
    config = ScoringConfig.defaults()

    numbers = itertools.count()

    def person(text):
        # An id that no other has: two entities of one id are one person whatever their names, and what is kept of an
        # entity is found by its id.
        return model.get_proxy({"id": f"p{next(numbers)}", "schema": "Person", "properties": {"name": [text]}})

    def prepare(pairs):
        return [(person(a), person(b)) for a, b in pairs]

    return prepare, lambda pair: algorithm.compare(pair[0], pair[1], config).score


def jaro_winkler():
    from rapidfuzz.distance import JaroWinkler

    return list, lambda pair: JaroWinkler.similarity(pair[0], pair[1])


def romanised():
    """Everything in plain Latin letters first; the better of the two orders of family and given name counts."""
    import hanja
    from korean_romanizer.romanizer import Romanizer
    from rapidfuzz.distance import JaroWinkler

    def latin(text):
        text = unicodedata.normalize("NFC", text)
        if re.search("[\u3400-\u9fff\uf900-\ufaff]", text):
            text = hanja.translate(text, "substitution")
        if re.search("[가-힣]", text):
            text = Romanizer(text).romanize()
        text = "".join(one for one in unicodedata.normalize("NFD", text) if not unicodedata.combining(one))
        return re.sub("[^a-z ]", "", text.lower().replace("-", "")).split()

    def score(pair):
        a, b = latin(pair[0]), latin(pair[1])
        one, two = "".join(a), "".join(b)
        best = JaroWinkler.similarity(one, two)
        for turned in ("".join(b[1:] + b[:1]), "".join(b[-1:] + b[:-1])):
            best = max(best, JaroWinkler.similarity(one, turned))
        return best

    return list, score


PREPARE = {"logic-v2": logic_v2, "jaro-winkler": jaro_winkler, "romanised": romanised}


def score_here(name, path):
    """In the process of one matcher: all scores, and the speed on a part of the pairs taken evenly from all kinds."""
    rows = pairs_of(path)
    pairs = [(row["a"], row["b"]) for row in rows]
    prepare, score = PREPARE[name]()
    scores = [score(pair) for pair in prepare(pairs)]
    part = pairs[:: max(1, len(pairs) // TIMED)]
    speeds = []
    for _ in range(ROUNDS + 1):
        # Prepared anew, so that nothing is kept in them from the round before.
        prepared = prepare(part)
        start = time.perf_counter()
        for pair in prepared:
            score(pair)
        speeds.append(len(part) / (time.perf_counter() - start))
    json.dump(
        {
            "scores": scores,
            "speed": statistics.median(speeds[1:]),
            "memory": resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024,
        },
        sys.stdout,
    )


def of_peer(name, path):
    command = [sys.executable, os.path.abspath(__file__), path, "--matcher", name]
    return json.loads(subprocess.run(command, check=True, stdout=subprocess.PIPE, text=True).stdout)


def table_for_dossier(path, rows, times):
    with open(path, "w", encoding="utf-8", newline="") as file:
        writer = csv.writer(file, lineterminator="\n")
        writer.writerow(["id", "a", "b"])
        for number in range(times):
            writer.writerows((f"{row['id']}/{number}", row["a"], row["b"]) for row in rows)


def run_dossier(program, table):
    """The verdicts of one run, the CPU seconds that it took and its peak memory in MB."""
    process = subprocess.Popen([program, "match", "score", "--table", table, "--json"], stdout=subprocess.PIPE, text=True)
    # An answer may be long: kept are the verdicts alone.
    verdicts = {}
    for line in process.stdout:
        answer = json.loads(line)
        verdicts[answer["id"]] = answer["verdict"]
    _, status, usage = os.wait4(process.pid, 0)
    process.returncode = os.waitstatus_to_exitcode(status)
    if process.returncode != 0:
        sys.exit(f"names: {program} match score ended with {process.returncode}")
    return verdicts, usage.ru_utime + usage.ru_stime, usage.ru_maxrss / 1024


def of_dossier(program, rows, repeat):
    """Our verdicts, and pairs per CPU second: the pairs are repeated, so that the start of the process weighs little."""
    with tempfile.TemporaryDirectory() as folder:
        table = f"{folder}/pairs.csv"
        table_for_dossier(table, rows, 1)
        verdicts, _, _ = run_dossier(program, table)
        missing = [row["id"] for row in rows if f"{row['id']}/0" not in verdicts]
        if missing:
            sys.exit(f"names: no verdict for {len(missing)} pairs, the first is {missing[0]}")
        table_for_dossier(table, rows, repeat)
        speeds, memory = [], 0
        for _ in range(ROUNDS + 1):
            _, seconds, peak = run_dossier(program, table)
            speeds.append(len(rows) * repeat / seconds)
            memory = max(memory, peak)
    return {
        "verdicts": [verdicts[f"{row['id']}/0"] for row in rows],
        "speed": statistics.median(speeds[1:]),
        "memory": memory,
    }


# Figures


def figures(truths, decisions):
    """Precision, recall and F1 of calling pairs one person's."""
    true = sum(1 for truth, decided in zip(truths, decisions) if truth and decided)
    said = sum(decisions)
    real = sum(truths)
    precision = true / said if said else 0.0
    recall = true / real if real else 0.0
    both = precision + recall
    return {"precision": precision, "recall": recall, "f1": 2 * precision * recall / both if both else 0.0}


def best_threshold(truths, scores):
    """The score from which on calling a pair one person's gives the best F1. A score of 0 never calls a pair so."""
    ranked = sorted(zip(scores, truths), reverse=True)
    real = sum(truths)
    best, threshold = 0.0, 1.0
    true = 0
    for index, (score, truth) in enumerate(ranked):
        if score == 0:
            break
        true += truth
        if index + 1 < len(ranked) and ranked[index + 1][0] == score:
            continue
        f1 = 2 * true / (index + 1 + real)
        if f1 > best:
            best, threshold = f1, score
    return threshold


def measure(rows, result, threshold=None):
    """Figures by kind and of all but the weak ones; the threshold is the tune half's unless given."""
    groups = {kind: [kind] for kind in dict.fromkeys(row["kind"] for row in rows)}
    groups["all"] = [kind for kind in groups if kind != WEAK]
    measured = {}
    for group, kinds in groups.items():
        halves = {
            half: [index for index, row in enumerate(rows) if row["kind"] in kinds and row["half"] == half]
            for half in ("tune", "report")
        }
        truths = {half: [rows[index]["label"] == "same" for index in places] for half, places in halves.items()}
        if "verdicts" in result:
            verdicts = [result["verdicts"][index] for index in halves["report"]]
            measured[group] = figures(truths["report"], [verdict == "same" for verdict in verdicts])
            for label in (True, False):
                chosen = [verdict for verdict, truth in zip(verdicts, truths["report"]) if truth == label]
                name = "same" if label else "different"
                measured[group][f"of {name}"] = {verdict: chosen.count(verdict) for verdict in ("same", "unsure", "different")}
            continue
        limit = threshold
        if limit is None:
            limit = best_threshold(truths["tune"], [result["scores"][index] for index in halves["tune"]])
        decisions = [result["scores"][index] >= limit for index in halves["report"]]
        measured[group] = {**figures(truths["report"], decisions), "threshold": limit}
    return measured


def shown(number):
    return f"{number:.3f}".removeprefix("0")


def markdown(rows, measured, speeds):
    names = list(measured)
    report = [row for row in rows if row["half"] == "report"]
    lines = [
        "Precision, recall and **F1** on the half `report`, for each kind at the threshold that is best on the half `tune`.",
        "",
        "| kind | pairs, same + different | " + " | ".join(names) + " |",
        "| --- | ---: |" + " ---: |" * len(names),
    ]
    for kind in measured[names[0]]:
        chosen = [row for row in report if row["kind"] == kind or (kind == "all" and row["kind"] != WEAK)]
        same = sum(row["label"] == "same" for row in chosen)
        cells = []
        for name in names:
            one = measured[name][kind]
            cells.append(f"{shown(one['precision'])} {shown(one['recall'])} **{shown(one['f1'])}**")
        label = {"all": "all but `missing`, one threshold"}.get(kind, f"`{kind}`")
        lines.append(f"| {label} | {same} + {len(chosen) - same} | " + " | ".join(cells) + " |")
    lines += ["", "| matcher | pairs a second of one core | memory |", "| --- | ---: | ---: |"]
    for name, (speed, memory) in speeds.items():
        lines.append(f"| {name} | {speed:,.0f} | {memory:.0f} MB |")
    ours = next((name for name in names if "of same" in measured[name]["all"]), None)
    if ours:
        lines += [
            "", f"What {ours} is unsure of:", "",
            "| kind | same: same, unsure, different | different: same, unsure, different |", "| --- | --- | --- |",
        ]
        for kind, one in measured[ours].items():
            cells = [", ".join(str(count) for count in one[part].values()) for part in ("of same", "of different")]
            lines.append(f"| {kind} | {cells[0]} | {cells[1]} |")
    return "\n".join(lines)


def main():
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    parser.add_argument("pairs")
    parser.add_argument("--json")
    parser.add_argument("--dossier")
    parser.add_argument("--repeat", type=int, default=20, help="how often our program gets the pairs when it is timed")
    parser.add_argument("--matcher", choices=PREPARE, help=argparse.SUPPRESS)
    options = parser.parse_args()
    if options.matcher:
        score_here(options.matcher, options.pairs)
        return
    rows = pairs_of(options.pairs)
    measured, speeds = {}, {}
    if options.dossier:
        result = of_dossier(options.dossier, rows, options.repeat)
        measured["dossier"] = measure(rows, result)
        speeds["dossier"] = result["speed"], result["memory"]
    for name, title in MATCHERS.items():
        result = of_peer(name, options.pairs)
        if name == "logic-v2":
            measured[f"nomenklatura logic-v2 at {OPERATING}"] = measure(rows, result, OPERATING)
        measured[title] = measure(rows, result)
        speeds[title] = result["speed"], result["memory"]
    print(markdown(rows, measured, speeds))
    if options.json:
        with open(options.json, "w", encoding="utf-8") as file:
            json.dump({"figures": measured, "speed": {name: {"pairs": s, "memory": m} for name, (s, m) in speeds.items()}}, file, indent=1)


main()
