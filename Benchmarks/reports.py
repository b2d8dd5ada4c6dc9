#!/usr/bin/env python3
"""Measures reports and recommendations beside peers, and prints the sections of docs/benchmarks.md about them.

    python3 Benchmarks/reports.py DOSSIER PYTHON_WITH_PEERS
"""

import os
import random
import statistics
import subprocess
import sys
import tempfile
import time

ROOT = os.path.dirname(os.path.dirname(os.path.abspath(__file__)))
DOSSIER, PYTHON = sys.argv[1:3]
MEGABYTES = int(os.environ.get("BENCH_UHRI", "400"))
WORDS = (
    "families of persons who were taken ask to learn what became of them and where they are and whether they live "
    "since no State may keep a person from the protection of the law and then be silent about that person’s fate"
).split()

# Fills a Word template with the paragraphs of a file, as docxtpl is used for letters and reports.
DOCXTPL = """
import json, sys
from docxtpl import DocxTemplate
data = json.load(open(sys.argv[1], encoding='utf-8'))
template = DocxTemplate(sys.argv[2])
template.render(data)
template.save(sys.argv[3])
"""
TEMPLATE = """
import sys, docx
document = docx.Document()
document.add_heading('{{ title }}')
document.add_paragraph('{%p for p in paragraphs %}')
document.add_paragraph('{{ p }}')
document.add_paragraph('{%p endfor %}')
document.save(sys.argv[1])
"""
# Takes what an import takes of each recommendation, and counts.
IJSON = """
import sys, ijson
count = 0
with open(sys.argv[1], 'rb') as file:
    for record in ijson.items(file, 'item'):
        if record['Body'] == '- UPR':
            count += 1
print(count, file=sys.stderr)
"""


# The same, then cleaned of tags and entities, numbered, and stored in SQLite in one transaction.
IJSON_STORING = """
import sys, os, re, html, json, sqlite3, ijson
tags, spaces, number = re.compile('<[^>]+>'), re.compile(r'\\s+'), re.compile(r'^(\\d+(?:\\.\\d+)+)[\\s.:)]*')
base = sqlite3.connect(sys.argv[2])
base.execute('CREATE TABLE recommendation (symbol, number, place, state, cycle, body, PRIMARY KEY (symbol, number, place))')
base.execute('CREATE INDEX by_state ON recommendation (state, cycle)')
base.execute('CREATE INDEX by_number ON recommendation (number)')
label = lambda text: spaces.sub(' ', text.lstrip('- ').replace('\u2019', "'"))
seen = {}
with open(sys.argv[1], 'rb') as file:
    for record in ijson.items(file, 'item'):
        if record['Body'] != '- UPR': continue
        text = spaces.sub(' ', html.unescape(tags.sub(' ', record['Text']))).strip()
        match = number.match(text)
        for state in record['Countries']:
            key = (record['Symbol'], match.group(1) if match else '')
            seen[key] = seen.get(key, -1) + 1
            body = {k: [label(x) for x in record[k]] for k in ('Themes', 'AffectedPersons', 'Sdgs', 'UprPositions', 'UprRecommendingCountry')}
            body['text'] = text[match.end():] if match else text
            base.execute('INSERT INTO recommendation VALUES (?, ?, ?, ?, ?, ?)', key + (seen[key], label(state).lower(), record['UprCycle'], json.dumps(body)))
base.commit()
"""


def run(command):
    """Wall seconds and peak memory in MB."""
    start = time.perf_counter()
    process = subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.PIPE, cwd=ROOT)
    errors = process.stderr.read()
    _, status, usage = os.wait4(process.pid, 0)
    wall = time.perf_counter() - start
    process.returncode = os.waitstatus_to_exitcode(status)
    if process.returncode != 0:
        sys.exit(f"bench: {command[:3]} ended with {process.returncode}: {errors.decode()[-2000:]}")
    return wall, usage.ru_maxrss / 1024


def manuscript(folder):
    """A report of 5,600 words with 60 footnotes, as our manuscript, as one Markdown file, and as JSON."""
    rng = random.Random(7)
    os.makedirs(f"{folder}/report")
    parts, paragraphs = [], []
    for part in range(10):
        text = f"# Part {part + 1} of the report\n\n"
        notes = ""
        for index in range(6):
            words = " ".join(rng.choice(WORDS) for _ in range(92))
            label = f"n{part}x{index}"
            text += f"{words}.[^{label}]\n\n"
            notes += f"[^{label}]: A/HRC/25/63, paragraph {rng.randint(1, 94)}; account on file.\n\n"
            paragraphs.append(f"{words}.")
        parts.append(text + notes)
        with open(f"{folder}/report/{part:02}.md", "w", encoding="utf-8") as file:
            file.write(text + notes)
    with open(f"{folder}/report/report.yaml", "w", encoding="utf-8") as file:
        file.write("record: report\nid: bench-report\nstate: PRK\ncycle: 4\nform: individual\nsubmitters: [{name: One}]\n")
    with open(f"{folder}/report.md", "w", encoding="utf-8") as file:
        file.write("\n".join(parts))
    with open(f"{folder}/report.json", "w", encoding="utf-8") as file:
        import json

        json.dump({"title": "Report", "paragraphs": paragraphs}, file)


def reports(folder):
    manuscript(folder)
    # pandoc takes the looks of a Word file that we have made.
    render = [DOSSIER, "upr", "render", f"{folder}/report", "--library", f"{folder}/none", "--on", "2026-11-24"]
    run(render + ["--output", f"{folder}/reference", "--format", "docx"])
    reference = f"{folder}/reference/" + os.listdir(f"{folder}/reference")[0]
    subprocess.run([PYTHON, "-c", TEMPLATE, f"{folder}/template.docx"], check=True)
    commands = [
        render + ["--output", f"{folder}/out", "--format", "docx,xml,html"],
        ["pandoc", "--from", "markdown", "--reference-doc", reference, "--output", f"{folder}/pandoc.docx", f"{folder}/report.md"],
        [PYTHON, "-c", DOCXTPL, f"{folder}/report.json", f"{folder}/template.docx", f"{folder}/docxtpl.docx"],
    ]
    results = [[] for _ in commands]
    for number in range(16):
        for index, command in enumerate(commands):
            figure = run(command)
            if number:
                results[index].append(figure)
    return [
        (statistics.median(w for w, _ in r), min(w for w, _ in r), max(w for w, _ in r), max(m for _, m in r)) for r in results
    ]


def index(folder):
    """One export of the index through each reader, one after the other."""
    export = f"{folder}/uhri.json"
    subprocess.run([sys.executable, f"{ROOT}/Benchmarks/uhri.py", str(MEGABYTES), export], check=True)
    library = f"{folder}/library"
    run([DOSSIER, "init", "--library", library])
    ours = [DOSSIER, "upr", "recommendations", "import", export, "--library", library]
    return [
        ("dossier, first import, all States stored", run(ours)),
        ("dossier, again, everything compared", run(ours)),
        ("dossier, one State of 27, trial", run(ours + ["--state", "Saebit's Republic", "--dry-run"])),
        ("ijson (yajl2_c), reading alone", run([PYTHON, "-c", IJSON, export])),
        ("ijson, texts cleaned, stored in SQLite", run([PYTHON, "-c", IJSON_STORING, export, f"{folder}/peer.sqlite"])),
        ("jq, reading alone", run(["jq", "-c", '.[] | select(.Body == "- UPR") | [.Symbol, .Text, .UprPositions]', export])),
    ]


def main():
    with tempfile.TemporaryDirectory() as folder:
        made = reports(folder)
        read = index(folder)
    names = ["dossier, DOCX, XML and HTML", "pandoc, DOCX alone", "docxtpl, DOCX without footnotes"]
    print("\n## A report of 5,600 words with 60 footnotes, cold process\n")
    print("From the manuscript's folder of ten files to three documents, the check included; pandoc makes the Word file alone from")
    print("one Markdown file with a reference document; docxtpl fills a template with the paragraphs and knows no footnotes.\n")
    print("| | median | range | memory | times dossier |\n| --- | --- | --- | --- | --- |")
    for name, (middle, least, most, memory) in zip(names, made):
        print(
            f"| {name} | {middle * 1000:.0f} ms | {least * 1000:.0f}–{most * 1000:.0f} ms | {memory:.0f} MB "
            f"| {middle / made[0][0]:.1f} |"
        )
    print(f"\n## Recommendations out of an export of {MEGABYTES} MB\n")
    print("A generated file in the shape of the Universal Human Rights Index' export (`Benchmarks/uhri.py`), four records of ten of")
    print("the review. Dossier cleans texts, compares, stores and hashes the file; what the peers do is said. Measured once, in this order.\n")
    print("| | seconds | rate | memory |\n| --- | --- | --- | --- |")
    for name, (wall, memory) in read:
        print(f"| {name} | {wall:.1f} s | {MEGABYTES / wall:.0f} MB/s | {memory:,.0f} MB |")


main()
