#!/usr/bin/env python3
"""The part of the benchmarks that is about evidence: evidence.py DOSSIER PYTHON, which prints Markdown.

Originals beside openssl, sha256sum and bagit-python. A process of its own: what the one that starts a command holds is
counted into the memory of the command.
"""
import os
import shutil
import subprocess
import sys
import tempfile
import time

ROOT = os.path.dirname(os.path.dirname(os.path.abspath(__file__)))

GIB = 1 << 30
MANY, SMALL = 20_000, 50 * 1024


def rows(lines):
    return "\n".join("| " + " | ".join(str(cell) for cell in line) + " |" for line in lines)


def write_random(folder, count, size):
    """In a process of its own: what this one holds would be counted into the memory of those that it starts."""
    script = """
import random, sys
folder, count, size = sys.argv[1], int(sys.argv[2]), int(sys.argv[3])
chance = random.Random(count)
for index in range(count):
    with open(f"{folder}/f{index:05d}", "wb") as file:
        for _ in range(0, size, 1 << 20):
            file.write(chance.randbytes(min(1 << 20, size)))
"""
    os.makedirs(folder)
    subprocess.run([sys.executable, "-c", script, folder, str(count), str(size)], check=True)


def run(command):
    """Wall seconds and peak memory in MB."""
    start = time.perf_counter()
    process = subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, cwd=ROOT)
    _, status, usage = os.wait4(process.pid, 0)
    wall = time.perf_counter() - start
    if os.waitstatus_to_exitcode(status) not in (0, 1):
        sys.exit(f"bench: {command[:3]} ended with {os.waitstatus_to_exitcode(status)}")
    return wall, usage.ru_maxrss / 1024


def timed(name, command, size):
    os.sync()
    seconds, memory = run(command)
    return (name, f"{seconds:.2f} s", f"{size / seconds / 1e6:,.0f} MB/s", f"{memory:.0f} MB")


def bag(python, folder, size, name):
    """bagit-python moves the files where they are and writes its manifests; then it validates them. With a copy and a
    sync before, it does what adding does."""
    copying = f'cp -r "$0" "$0-copy" && "$1" -m bagit --quiet --sha256 --sha512 --processes 2 "$0-copy" && sync'
    whole = timed(f"cp, bagit-python make, sync ({name})", ["sh", "-c", copying, folder, python], size)
    make = timed(f"bagit-python, make ({name})", [python, "-m", "bagit", "--quiet", "--sha256", "--sha512", "--processes", "2", folder], size)
    check = timed(f"bagit-python, validate ({name})", [python, "-m", "bagit", "--quiet", "--validate", "--processes", "2", folder], size)
    return [whole, make, check]


def originals(dossier, python, folder):
    large = f"{folder}/large"
    write_random(large, 1, GIB)
    library = f"{folder}/originals"
    run([dossier, "init", "--library", library])
    lines = [
        timed("dossier evidence add, both digests and a synced copy", [dossier, "evidence", "add", f"{large}/f00000", "--library", library], GIB),
        timed("dossier evidence verify, both digests", [dossier, "evidence", "verify", "--library", library], GIB),
        timed("openssl dgst -sha256", ["openssl", "dgst", "-sha256", f"{large}/f00000"], GIB),
        timed("openssl dgst -sha512", ["openssl", "dgst", "-sha512", f"{large}/f00000"], GIB),
        timed("openssl, both one after the other", ["sh", "-c", 'openssl dgst -sha256 "$0"; openssl dgst -sha512 "$0"', f"{large}/f00000"], GIB),
        timed("sha256sum", ["sha256sum", f"{large}/f00000"], GIB),
    ] + bag(python, large, GIB, "both digests")
    shutil.rmtree(large)
    shutil.rmtree(library)
    return lines


def many_originals(dossier, python, folder):
    small = f"{folder}/small"
    write_random(small, MANY, SMALL)
    library = f"{folder}/many-originals"
    run([dossier, "init", "--library", library])
    size = MANY * SMALL
    lines = [
        timed("dossier evidence add, with records, synced", [dossier, "evidence", "add", small, "--library", library], size),
        timed("dossier evidence verify", [dossier, "evidence", "verify", "--library", library], size),
    ] + bag(python, small, size, "both digests")
    shutil.rmtree(small)
    shutil.rmtree(library)
    return lines


def claims(dossier, folder, size=10_000):
    library = f"{folder}/claims"
    run([dossier, "init", "--library", library])
    seconds = 0
    for first in range(0, size, 2500):
        files = f"{folder}/claim-files"
        subprocess.run([sys.executable, f"{ROOT}/Benchmarks/synthetic.py", files, str(first), "2500", "evidence"], check=True)
        wall, memory = run([dossier, "import", files, "--library", library])
        seconds += wall
        shutil.rmtree(files)
    lines = [("import", f"{seconds:.1f} s", f"{size / seconds:,.0f}", f"{memory:.0f} MB")]
    page = f"{folder}/matrix.html"
    for name, command in [
        ("evidence claims, all", ["evidence", "claims"]), ("coi matrix, table", ["coi", "matrix"]),
        ("coi matrix, JSON", ["coi", "matrix", "--json"]), ("coi matrix, HTML page", ["coi", "matrix", "--summary", "--html", page]),
        ("check for wgeid", ["check", "--summary"]),
    ]:
        wall, memory = run([dossier] + command + ["--library", library])
        lines.append((name, f"{wall:.2f} s", f"{size / wall:,.0f}", f"{memory:.0f} MB"))
    return lines


def section(dossier, python, folder):
    subprocess.run([python, "-m", "pip", "install", "--quiet", "bagit==1.9.0"], check=True)
    # First, while nothing has been deleted: ext4 makes files slowly for some minutes after many were.
    many = many_originals(dossier, python, folder)
    one = originals(dossier, python, folder)
    table = claims(dossier, folder)
    return f"""
## One original of 1 GiB

Adding reads the file once, takes SHA-256 and SHA-512 on a core each, writes a copy and waits until it is on the disk;
verifying reads it and takes both. openssl and sha256sum take one digest and write nothing. bagit-python takes both and
moves the file instead of copying it, so a row with a copy and a sync stands beside it. Measured once, each command after the one above it.

| | seconds | rate | memory |
| --- | --- | --- | --- |
{rows(one)}

## {MANY:,} originals of 50 KiB

Adding also makes {MANY:,} records, each a revision in the ledger.

| | seconds | rate | memory |
| --- | --- | --- | --- |
{rows(many)}

## Claims and matrix over 10,000 cases

Each case has an account of five paragraphs (50,000 in all) and three claims that bear on two findings each.

| | seconds | cases a second | memory |
| --- | --- | --- | --- |
{rows(table)}
"""


if __name__ == "__main__":
    with tempfile.TemporaryDirectory() as scratch:
        print(section(sys.argv[1], sys.argv[2], scratch))
