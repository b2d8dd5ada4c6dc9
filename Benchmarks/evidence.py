"""The part of the benchmarks that is about evidence: originals, beside openssl, sha256sum and bagit-python."""
import os
import shutil
import subprocess
import sys

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


def timed(run, name, command, size, **options):
    os.sync()
    seconds, memory = run(command, **options)
    return (name, f"{seconds:.2f} s", f"{size / seconds / 1e6:,.0f} MB/s", f"{memory:.0f} MB")


def bag(run, python, folder, size, name):
    """bagit-python moves the files where they are and writes its manifests; then it validates them."""
    make = timed(run, f"bagit-python, make ({name})", [python, "-m", "bagit", "--quiet", "--sha256", "--sha512", "--processes", "2", folder], size)
    check = timed(run, f"bagit-python, validate ({name})", [python, "-m", "bagit", "--quiet", "--validate", "--processes", "2", folder], size)
    return [make, check]


def originals(run, dossier, python, folder):
    large = f"{folder}/large"
    write_random(large, 1, GIB)
    library = f"{folder}/originals"
    run([dossier, "init", "--library", library])
    lines = [
        timed(run, "dossier evidence add, both digests and a synced copy", [dossier, "evidence", "add", f"{large}/f00000", "--library", library], GIB),
        timed(run, "dossier evidence verify, both digests", [dossier, "evidence", "verify", "--library", library], GIB),
        timed(run, "openssl dgst -sha256", ["openssl", "dgst", "-sha256", f"{large}/f00000"], GIB),
        timed(run, "openssl dgst -sha512", ["openssl", "dgst", "-sha512", f"{large}/f00000"], GIB),
        timed(run, "openssl, both one after the other", ["sh", "-c", 'openssl dgst -sha256 "$0"; openssl dgst -sha512 "$0"', f"{large}/f00000"], GIB),
        timed(run, "sha256sum", ["sha256sum", f"{large}/f00000"], GIB),
    ] + bag(run, python, large, GIB, "both digests")
    shutil.rmtree(large)
    shutil.rmtree(library)
    return lines


def many_originals(run, dossier, python, folder):
    small = f"{folder}/small"
    write_random(small, MANY, SMALL)
    library = f"{folder}/many-originals"
    run([dossier, "init", "--library", library])
    size = MANY * SMALL
    lines = [
        timed(run, "dossier evidence add, with records, synced", [dossier, "evidence", "add", small, "--library", library], size),
        timed(run, "dossier evidence verify", [dossier, "evidence", "verify", "--library", library], size),
    ] + bag(run, python, small, size, "both digests")
    shutil.rmtree(small)
    shutil.rmtree(library)
    return lines


def claims(run, dossier, root, folder, size=10_000):
    library = f"{folder}/claims"
    run([dossier, "init", "--library", library])
    seconds = 0
    for first in range(0, size, 2500):
        files = f"{folder}/claim-files"
        subprocess.run([sys.executable, f"{root}/Benchmarks/synthetic.py", files, str(first), "2500", "evidence"], check=True)
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


def section(run, dossier, root, python, folder):
    subprocess.run([python, "-m", "pip", "install", "--quiet", "bagit==1.9.0"], check=True)
    one = originals(run, dossier, python, folder)
    many = many_originals(run, dossier, python, folder)
    table = claims(run, dossier, root, folder)
    return f"""
## One original of 1 GiB

Adding reads the file once, takes SHA-256 and SHA-512 on a core each, writes a copy and waits until it is on the disk;
verifying reads it and takes both. openssl and sha256sum take one digest and write nothing. bagit-python takes both and
moves the file instead of copying it. Measured once, each command after the one above it.

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
