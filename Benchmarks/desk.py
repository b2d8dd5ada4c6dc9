#!/usr/bin/env python3
"""Measures the desk: cold start, pages under twenty readers, and an upload. Prints a section of docs/benchmarks.md.

    Benchmarks/desk.py DOSSIER LIBRARY

LIBRARY is one with many synthetic cases. The load comes from wrk, on this machine's loopback alone; each run is bounded.
"""
import http.client
import os
import re
import resource
import statistics
import subprocess
import sys
import tempfile
import time

DOSSIER, LIBRARY = sys.argv[1], sys.argv[2]
READERS = 20
SECONDS = 10


class Desk:
    def __init__(self):
        started = time.perf_counter()
        self.process = subprocess.Popen(
            [DOSSIER, "desk", "--library", LIBRARY, "--on", "2026-11-24", "--lang", "ko"],
            stdin=subprocess.DEVNULL, stderr=subprocess.PIPE, text=True)
        for line in self.process.stderr:
            match = re.search(r"http://127\.0\.0\.1:(\d+)(/open\?key=[0-9a-f]+)", line)
            if match:
                break
        self.port, link = int(match.group(1)), match.group(2)
        connection = http.client.HTTPConnection("127.0.0.1", self.port)
        connection.request("GET", link)
        answer = connection.getresponse()
        answer.read()
        self.cookie = answer.getheader("set-cookie").split(";")[0]
        self.get("/")
        self.start = time.perf_counter() - started

    def get(self, path):
        connection = http.client.HTTPConnection("127.0.0.1", self.port)
        connection.request("GET", path, headers={"Cookie": self.cookie})
        answer = connection.getresponse()
        body = answer.read()
        assert answer.status == 200, (path, answer.status)
        return body

    def memory(self, key="VmHWM"):
        status = open(f"/proc/{self.process.pid}/status").read()
        return int(re.search(rf"{key}:\s+(\d+) kB", status).group(1)) / 1024

    def end(self):
        self.process.kill()
        self.process.wait()


def load(desk, name, paths):
    """p50 and p99 in milliseconds, and pages a second, of twenty readers who ask again as soon as they have an answer."""
    with tempfile.NamedTemporaryFile("w", suffix=".lua") as script:
        listed = ",".join(f'"{path}"' for path in paths)
        script.write(
            f'local paths = {{{listed}}}\nlocal n = 0\n'
            f'wrk.headers["Cookie"] = "{desk.cookie}"\n'
            "request = function() n = n + 1; return wrk.format('GET', paths[n % #paths + 1]) end\n"
            "done = function(s, l, r) io.write(string.format('RESULT %f %f %f %d %d\\n', l:percentile(50)/1000, "
            "l:percentile(99)/1000, s.requests/(s.duration/1000000), s.errors.status, s.errors.timeout)) end\n")
        script.flush()
        told = subprocess.run(
            ["wrk", "-t1", f"-c{READERS}", f"-d{SECONDS}s", "-s", script.name, f"http://127.0.0.1:{desk.port}"],
            check=True, stdout=subprocess.PIPE, text=True).stdout
    p50, p99, rate, wrong, late = re.search(r"RESULT (\S+) (\S+) (\S+) (\S+) (\S+)", told).groups()
    assert int(wrong) == 0 and int(late) == 0, told
    print(f"| {name} | {float(p50):.1f} | {float(p99):.1f} | {float(rate):.0f} |", flush=True)


def upload(size):
    """Seconds, and peak memory of the desk, for one file of so many bytes."""
    desk = Desk()
    before = desk.memory()
    page = desk.get(f"/cases/{CASES[0]}").decode()
    token = re.search(r'data-token="([0-9a-f]+)"', page).group(1)
    with tempfile.NamedTemporaryFile() as file:
        subprocess.run(["head", "-c", str(size), "/dev/urandom"], stdout=file, check=True)
        started = time.perf_counter()
        told = subprocess.run(
            ["curl", "-sS", "-o", "/dev/null", "-w", "%{http_code}", "-H", f"Origin: http://127.0.0.1:{desk.port}",
             "-b", desk.cookie, "-F", f"token={token}", "-F", f"files=@{file.name};filename=recording.wav",
             f"http://127.0.0.1:{desk.port}/cases/{CASES[0]}/evidence"], stdout=subprocess.PIPE, text=True, check=True).stdout
        seconds = time.perf_counter() - started
    assert told == "200", told
    peak = desk.memory()
    desk.end()
    return seconds, before, peak


starts = []
for _ in range(6):
    desk = Desk()
    starts.append(desk.start)
    desk.end()
starts = starts[1:]
desk = Desk()
CASES = sorted(set(re.findall(r"/cases/(case-[a-z0-9-]+)", desk.get("/cases").decode())))
count = re.search(r"사건 기록 (\d+)건", desk.get("/cases").decode()).group(1)
people = {}
for case in CASES[:40]:
    found = re.search(r"/cases/%s/(person-[a-z0-9-]+)" % case, desk.get(f"/cases/{case}").decode())
    people[case] = found.group(1)
print(f"""
## The desk

`Benchmarks/desk.py DOSSIER LIBRARY` on {count} cases; 20 readers (wrk, one thread, on the same two cores) who ask for the
next page as soon as they have one, for {SECONDS} seconds a line.

From start to the first page read: {statistics.median(starts):.2f} s (median of 5, {min(starts):.2f} to {max(starts):.2f}).

| page | p50 ms | p99 ms | pages a second |
|---|---|---|---|""", flush=True)
pages = list(CASES)[:40]
load(desk, "start", ["/"])
load(desk, "list of cases", [f"/cases?after={case}" for case in pages])
load(desk, "a case with its check", [f"/cases/{case}" for case in pages])
load(desk, "form of a person", [f"/cases/{case}/{people[case]}" for case in pages])
load(desk, "preview of a petition", [f"/cases/{case}/preview/document?edition=full&lang=en" for case in pages])
load(desk, "history", [f"/cases/{case}/{case}/history" for case in pages])
print(f"\nMemory of the desk after that: {desk.memory():.0f} MB at its peak.\n")
desk.end()
seconds, before, peak = upload(500_000_000)
print(f"An upload of 500 MB: {seconds:.1f} s with both digests; {peak:.0f} MB of memory at its peak, {before:.0f} MB before.")
