#!/usr/bin/env python3
"""Measures names, doubles, imports, search and exports beside their peers, and prints the sections of docs/benchmarks.md.

    lists.py DOSSIER [SIZES]      sizes of lists of persons, 100000,1000000 unless told otherwise

Peers (Splink, nomenklatura, RapidFuzz, recordlinkage) come from peer/requirements-names.txt into an environment of their own. Whole
processes are timed where it says so. Asserts nothing: figures are for reading.
"""
import csv
import json
import os
import shutil
import subprocess
import sys
import tempfile
import time

import searching

ROOT = os.path.dirname(os.path.dirname(os.path.abspath(__file__)))
HERE = f"{ROOT}/Benchmarks"
# The weights call a pair possible from here on; figures are also told at the threshold that is best for each tool.
LEAST = "0.001"
LIST_ROWS = 90_000


def run(command, **options):
    """Wall seconds, peak memory in MB and what was printed of one process."""
    start = time.perf_counter()
    process = subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE, cwd=ROOT, text=True, **options)
    output, errors = process.communicate()
    wall = time.perf_counter() - start
    if process.returncode not in (0, 1):
        sys.exit(f"lists: {command[:4]} ended with {process.returncode}: {errors[-2000:]}")
    return wall, output


def measured(command):
    """Wall seconds, peak memory in MB and output, by the shell's own child."""
    report = tempfile.mktemp()
    wall, output = run([sys.executable, __file__, "--child", report, *command])
    with open(report, encoding="utf-8") as file:
        seconds, memory = file.read().split()
    os.unlink(report)
    return float(seconds), float(memory), output


def child(report, *command):
    start = time.perf_counter()
    process = subprocess.Popen(command, cwd=ROOT)
    _, status, usage = os.wait4(process.pid, 0)
    wall = time.perf_counter() - start
    with open(report, "w", encoding="utf-8") as file:
        file.write(f"{wall} {usage.ru_maxrss / 1024}")
    sys.exit(os.waitstatus_to_exitcode(status))


def peers():
    venv = f"{HERE}/peer/.venv-names"
    if not os.path.exists(f"{venv}/bin/python"):
        subprocess.run([sys.executable, "-m", "venv", venv], check=True)
    subprocess.run(
        [f"{venv}/bin/python", "-m", "pip", "install", "--quiet", "-r", f"{HERE}/peer/requirements-names.txt"], check=True)
    return f"{venv}/bin/python"


def truth_of(path, target):
    clusters = {}
    with open(path, encoding="utf-8", newline="") as file:
        for row in csv.DictReader(file):
            clusters.setdefault(row["cluster"], []).append(row["unique_id"])
    with open(target, "w", encoding="utf-8", newline="") as file:
        out = csv.writer(file)
        out.writerow(["left", "right"])
        for rows in clusters.values():
            for index, one in enumerate(rows):
                out.writerows((other, one) for other in rows[:index])


def figures(found, truth, prefix):
    """F1 at one half, and the best over all thresholds with its precision and recall."""
    with open(truth, encoding="utf-8", newline="") as file:
        true = {tuple(sorted((row["left"], row["right"]))) for row in csv.DictReader(file)}
    with open(found, encoding="utf-8", newline="") as file:
        pairs = [
            (float(row["probability"]), tuple(sorted((row["left"][len(prefix):], row["right"][len(prefix):]))))
            for row in csv.DictReader(file)
        ]
    pairs.sort(reverse=True)
    right, best, half = 0, (0.0, 0.0, 0.0), 0.0
    for index, (probability, pair) in enumerate(pairs, 1):
        right += pair in true
        f1 = 2 * right / (index + len(true))
        if f1 > best[0]:
            best = (f1, right / index, right / len(true))
        if probability >= 0.5:
            half = f1
    return half, best


def ours(dossier, folder, truth, prefix, *arguments):
    found = f"{folder}/found.csv"
    if os.path.exists(found):
        os.unlink(found)
    wall, memory, output = measured(
        [dossier, "match", "find", "--limit", "1", "--least", LEAST, "--output", found, "--json", *arguments])
    compared = json.loads(output)["compared"]
    return wall, memory, compared, figures(found, truth, prefix)


def names_section(dossier, python):
    _, output = run([python, f"{HERE}/names.py", f"{ROOT}/Tests/Benchmarks/names/pairs.csv", "--dossier", dossier])
    return f"""
## Names across scripts

Labelled pairs (Tests/Benchmarks/names/README.md): real names of a library catalogue with the cataloguers' romanisation, and invented names with
the spellings, parts and errors that lists have. Thresholds of the peers are chosen for each kind on one half, ours are those that it ships
with; all figures are of the other half. F1 counts `same` alone: what we call `unsure` counts as not found.

{output.strip()}

What this does not prove: the spellings by habit come from a script of ours, written apart from the tables that the program reads; there is
one labelled source, and no Korean reader has judged the errors.
"""


def linkage_section(dossier, python, folder, sizes):
    run([python, f"{HERE}/linkage.py", "export", folder])
    rows = []
    for number in (3, 4):
        lists = [f"{folder}/febrl3.csv"] if number == 3 else [f"{folder}/febrl4a.csv", "--against", f"{folder}/febrl4b.csv"]
        wall, memory, compared, (half, best) = ours(
            dossier, folder, f"{folder}/febrl{number}-truth.csv", "person-febrl-", "--list", *lists, "--mapping", f"{HERE}/febrl.mapping.yaml")
        rows.append(f"| FEBRL{number} | dossier | {half:.4f} | {best[0]:.4f} | {wall:.1f} s | {memory:,.0f} MB | {compared:,} |")
        for tool, task in (("Splink", f"splink{number}"), ("recordlinkage, ECM", f"ecm{number}")):
            wall, memory, output = measured([python, f"{HERE}/linkage.py", task])
            told = json.loads(output.strip().split("\n")[-1])
            best = told.get("best", told)["f1"]
            rows.append(
                f"| FEBRL{number} | {tool} | {told['f1']:.4f} | {best:.4f} | {wall:.1f} s | {memory:,.0f} MB | {told.get('candidates', '')} |")
    for size in sizes:
        path, truth = f"{folder}/persons.csv", f"{folder}/persons-truth.csv"
        run([sys.executable, f"{HERE}/persons.py", path, str(size)])
        truth_of(path, truth)
        wall, memory, compared, (half, best) = ours(
            dossier, folder, truth, "person-persons-", "--list", path, "--mapping", f"{HERE}/persons.mapping.yaml")
        rows.append(f"| {size:,} Koreans | dossier | {half:.3f} | {best[0]:.3f} | {wall:.1f} s | {memory:,.0f} MB | {compared:,} |")
        wall, memory, output = measured([python, f"{HERE}/linkage.py", "korean", path])
        told = json.loads(output.strip().split("\n")[-1])
        rows.append(f"| {size:,} Koreans | Splink | | {told['f1']:.3f} | {wall:.1f} s | {memory:,.0f} MB | {told['candidates']:,} |")
    table = "\n".join(rows)
    return f"""
## Doubles

Whole processes, reading of the list and training included. FEBRL's sets are invented Australians with typing errors; the Koreans are those of
Benchmarks/persons.py: a fifth of the rows tell again of somebody in another script, with slips, a year off, less of a date. Splink runs with the
settings of its own examples, and on the Koreans with names romanised first. F1 is told at probability one half and at the threshold that
is best on the answer itself.

| list | tool | F1 at ½ | F1, best | time | memory | pairs compared |
| --- | --- | --- | --- | --- | --- | --- |
{table}

What this does not prove: the weights were tuned on lists of the same generator and on FEBRL's sets; real lists hide their doubles otherwise, and
nobody has labelled one.
"""


def import_section(dossier, folder):
    path = f"{folder}/persons.csv"
    run([sys.executable, f"{HERE}/persons.py", path, str(LIST_ROWS)])
    library = f"{folder}/library"
    times = []
    for command in (
        ["import", path, "--mapping", f"{HERE}/persons.mapping.yaml", "--dry-run"],
        ["import", path, "--mapping", f"{HERE}/persons.mapping.yaml"],
        ["import", path],
    ):
        if not os.path.exists(library):
            run([dossier, "init", "--library", library])
        times.append(measured([dossier, *command, "--library", library])[:2])
    peer = measured(["sqlite3", f"{folder}/peer.sqlite", "-cmd", ".mode csv", f".import {path} persons"])[:2]
    shutil.rmtree(library)
    table = "\n".join(
        f"| {name} | {wall:.1f} s | {LIST_ROWS / wall:,.0f} | {memory:,.0f} MB | {wall / peer[0]:.1f} |"
        for name, (wall, memory) in zip(
            ("dossier, dry run on an empty library", "dossier, import", "dossier, the same list again", "sqlite3 .import"), times + [peer]))
    return f"""
## A list of {LIST_ROWS:,} rows

sqlite3 copies the cells into one table. Dossier reads each into names, dates and places by the mapping, makes a person and a case of a row, keeps
each as a revision in the hashed ledger, and is on the disk when it says so.

| | time | rows a second | memory | times sqlite3 |
| --- | --- | --- | --- | --- |
{table}
"""


def main():
    dossier = os.path.abspath(sys.argv[1])
    sizes = [int(size) for size in (sys.argv[2] if len(sys.argv) > 2 else "100000,1000000").split(",")]
    python = peers()
    with tempfile.TemporaryDirectory() as folder:
        text = names_section(dossier, python) + linkage_section(dossier, python, folder, sizes)
        text += import_section(dossier, folder) + searching.search_section(dossier, folder, run, measured)
        text += searching.growth_section(dossier, folder, run, measured, sizes)
    print(text, end="")


if sys.argv[1:2] == ["--child"]:
    child(*sys.argv[2:])
else:
    main()
