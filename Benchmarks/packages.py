#!/usr/bin/env python3
"""The part of the benchmarks that is about packages: packages.py DOSSIER PYTHON, which prints Markdown.

Making and verifying beside bagit-python 1.9.0 with one and two processes, both digests each, on the same files in the same
run. A process of its own: what the one that starts a command holds is counted into the memory of the command.
"""
import glob
import os
import shutil
import subprocess
import sys
import tempfile
import time

ROOT = os.path.dirname(os.path.dirname(os.path.abspath(__file__)))
AT = "2026-11-24"
SETS = [("2,000 files of 50 KiB", 2_000, 50 * 1024), ("20,000 files of 1 KiB", 20_000, 1024), ("one file of 1 GiB", 1, 1 << 30)]

PERSON = """record: person
id: person-giver
language: en
names:
  - {script: latin, family: Ara, given: Saem}
---
record: person
id: person-p
language: en
names:
  - {script: latin, family: Ara, given: Bit}
---
record: incident
id: incident-p
language: en
title: A made-up incident
date: {edtf: 1951-03}
---
record: case
id: case-p
language: en
person: person-p
incident: incident-p
statesAddressed: PRK
"""

CONSENT = """---
record: consent
id: consent-{who}
by: person-giver
about: person-{who}
purposes: [submit]
recipients: any
givenOn: 2026-01-02
recorded: written
"""


def rows(lines):
    return "\n".join("| " + " | ".join(str(cell) for cell in line) + " |" for line in lines)


def write_texts(folder, count, size):
    """Made-up text, which may leave as it is. In a process of its own, as above."""
    script = """
import random, sys
folder, count, size = sys.argv[1], int(sys.argv[2]), int(sys.argv[3])
chance = random.Random(count)
block = ("".join(chance.choice("abcdefghij klmnop qrst uvw xyz.\\n") for _ in range(1 << 16))).encode()
for index in range(count):
    with open(f"{folder}/f{index:05d}.txt", "wb") as file:
        file.write(b"%d\\n" % index)
        left = size - file.tell()
        while left > 0:
            file.write(block[:left])
            left -= len(block)
"""
    os.makedirs(folder)
    subprocess.run([sys.executable, "-c", script, folder, str(count), str(size)], check=True)


def run(command):
    """Wall seconds and peak memory in MB."""
    start = time.perf_counter()
    process = subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.PIPE, cwd=ROOT)
    errors = process.stderr.read()
    _, status, usage = os.wait4(process.pid, 0)
    wall = time.perf_counter() - start
    if os.waitstatus_to_exitcode(status) != 0:
        sys.exit(f"bench: {command[:4]} ended with {os.waitstatus_to_exitcode(status)}: {errors.decode()[-800:]}")
    return wall, usage.ru_maxrss / 1024


def timed(name, commands, size, base=None):
    """The median of three runs in fresh places; `{round}` in a command is the number of the run."""
    found = []
    for number in range(3):
        os.sync()
        found.append(run([part.replace("{round}", str(number)) for part in commands]))
    seconds = sorted(wall for wall, _ in found)[1]
    memory = max(peak for _, peak in found)
    cells = (name, f"{seconds:.2f} s", f"{size / seconds / 1e6:,.0f} MB/s", f"{memory:.0f} MB")
    return seconds, cells


def library(dossier, folder, texts):
    path = f"{folder}/library"
    run([dossier, "init", "--library", path])
    cases = f"{folder}/case.yaml"
    with open(cases, "w", encoding="utf-8") as file:
        file.write(PERSON + CONSENT.format(who="p") + CONSENT.format(who="giver"))
    run([dossier, "import", cases, "--library", path])
    run([dossier, "evidence", "add", texts, "--case", "case-p", "--from", "person-giver", "--title", "Text", "--library", path])
    return path


def one_set(dossier, python, folder, name, count, size):
    texts = f"{folder}/texts"
    write_texts(texts, count, size)
    path = library(dossier, folder, texts)
    total = count * size
    package = [dossier, "package", "case-p", "--coi", "--at", AT, "--library", path, "--output", f"{folder}/out-{{round}}"]
    made = timed("dossier package", package, total)
    bag = glob.glob(f"{folder}/out-0/dossier-*")[0]
    proven = timed("dossier verify", [dossier, "verify", bag], total)
    lines = [(made, proven)]
    for processes in (1, 2):
        copies = f"{folder}/bagit-{processes}-{{round}}"
        for number in range(3):
            shutil.copytree(texts, copies.replace("{round}", str(number)))
        command = [python, "-m", "bagit", "--quiet", "--sha256", "--sha512", "--processes", str(processes), copies]
        theirs = timed(f"bagit-python, {processes} process{'es' if processes > 1 else ''}", command, total)
        checked = timed("", [python, "-m", "bagit", "--quiet", "--validate", "--processes", str(processes), copies], total)
        lines.append((theirs, checked))
    # The whole way that dossier goes: a copy of each file beside the original, and all of it on the disk.
    copying = 'cp -r "$0" "$0-{round}" && "$1" -m bagit --quiet --sha256 --sha512 --processes 2 "$0-{round}" && sync'
    whole = timed("cp, bagit-python with 2 processes, sync", ["sh", "-c", copying, texts, python], total)
    (ours, our_cells), (proof, proof_cells) = lines[0]
    table = [("dossier package, dossier verify",) + our_cells[1:] + ("1.0",) + proof_cells[1:] + ("1.0",)]
    for (theirs, cells), (checked, check_cells) in lines[1:]:
        table.append((cells[0],) + cells[1:] + (f"{theirs / ours:.1f}",) + check_cells[1:] + (f"{checked / proof:.1f}",))
    table.append((whole[1][0],) + whole[1][1:] + (f"{whole[0] / ours:.1f}", "", "", "", ""))
    for left in glob.glob(f"{folder}/*"):
        shutil.rmtree(left) if os.path.isdir(left) else os.remove(left)
    return f"""
### {name}

| | make | rate | memory | times dossier | verify | rate | memory | times dossier |
| --- | --- | --- | --- | --- | --- | --- | --- | --- |
{rows(table)}
"""


def section(dossier, python):
    subprocess.run([python, "-m", "pip", "install", "--quiet", "bagit==1.9.0"], check=True)
    parts = []
    for name, count, size in SETS:
        with tempfile.TemporaryDirectory() as folder:
            parts.append(one_set(dossier, python, folder, name, count, size))
    return f"""
## Packages

An evidence file with its exhibits as a bag. Making proves every original by both digests, copies it, takes both digests of
the copy, searches every file of the bag for what the edition withholds, writes index, cover sheet and record, waits for the
disk, and notes the disclosure. bagit-python moves files into place and takes the digests; a row with a copy and a sync
stands beside it. Verifying also holds the record against its schema (not that of 20,000 exhibits, which is over 8 MiB) and
the index against the files. Medians of three runs.
{"".join(parts)}"""


if __name__ == "__main__":
    print(section(sys.argv[1], sys.argv[2]))
