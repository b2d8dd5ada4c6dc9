"""Search and export of a large library beside SQLite's own full-text indexes: sections of docs/benchmarks.md, called by lists.py."""
import json
import os
import shutil
import sqlite3
import statistics
import time

# Pages of a search are as long as the program's own.
SURNAMES = {"김": "Kim", "이": "Lee", "박": "Park", "최": "Choi", "정": "Jung", "강": "Kang", "조": "Cho", "윤": "Yoon"}
FIRST = {"영": "young", "상": "sang", "종": "jong", "용": "yong", "재": "jae", "병": "byung", "태": "tae", "창": "chang"}
SECOND = {"수": "soo", "식": "sik", "호": "ho", "길": "gil", "환": "hwan", "근": "keun", "석": "suk", "규": "kyu"}
WORDS = ["실종", "수용소", "인쇄소", "적십자사", "편지", "명부", "신고", "일기", "피난", "학교", "이웃", "항구", "겨울", "어머니", "제복", "생사", "\"밥 한 그릇\"", "강 건너", "여섯 살", "줄에 묶여"]
PLACES = ["종로구", "개성시", "춘천", "해주", "양평군", "함흥"]
DATES = ["1950-09", "1950년 8월", "July 1950", "1950-09-15", "1912", "1905-03"]
PAGE = 20
DAY = "2026-11-24"


def queries():
    names, mixed = [], []
    for index, (family, latin) in enumerate(SURNAMES.items()):
        for place, (one, one_latin) in enumerate(FIRST.items()):
            two, two_latin = list(SECOND.items())[(index + place) % len(SECOND)]
            if (index + place) % 2:
                names.append(family + one + two)
            else:
                names.append(f"{latin} {one_latin.capitalize()}-{two_latin}")
            mixed += [f"{family}{one}{two} 1950-0{6 + place % 4}", f"{family}{one}{two} 서울"]
    return {"names, in Hangul and by habit in Latin letters": names, "words and places": WORDS + PLACES, "dates": DATES, "name and date or place": mixed}


def percentiles(times):
    times = sorted(times)
    return f"{statistics.median(times):.1f} ms | {times[int(len(times) * 0.99)]:.1f} ms"


def asked(dossier, library, folder, lines, run):
    """Milliseconds of each query within one process, and hits a query."""
    path = f"{folder}/queries.txt"
    with open(path, "w", encoding="utf-8") as file:
        file.write("\n".join(lines) + "\n")
    times, hits = [], 0
    for _ in range(3):
        _, output = run([dossier, "search", "--queries", path, "--library", library])
        told = [json.loads(line) for line in output.splitlines()]
        # The first query of a process also reads what all need.
        times += [one["microseconds"] / 1000 for one in told[1:]]
        hits = sum(len(one["hits"]) for one in told) / len(told)
    return times, hits


def index_size(library):
    database = sqlite3.connect(f"file:{library}/library.sqlite?mode=ro", uri=True)
    try:
        return database.execute("SELECT sum(pgsize) FROM dbstat WHERE name LIKE 'search%' OR name LIKE 'sqlite_autoindex_search%'").fetchone()[0]
    except sqlite3.OperationalError:
        return None


def texts(value):
    if isinstance(value, str):
        yield value
    elif isinstance(value, list):
        for one in value:
            yield from texts(one)
    elif isinstance(value, dict):
        for one in value.values():
            yield from texts(one)


def peer_rows(library, folder):
    """SQLite's full-text index over the same texts, one row a paragraph or other text, by its two ways to cut words."""
    rows = []
    for tokens in ("unicode61", "trigram"):
        path = f"{folder}/peer-{tokens}.sqlite"
        source = sqlite3.connect(f"file:{library}/library.sqlite?mode=ro", uri=True)
        peer = sqlite3.connect(path)
        peer.execute(f"CREATE VIRTUAL TABLE told USING fts5 (words, record UNINDEXED, tokenize = '{tokens}')")
        bodies = source.execute(
            "SELECT record.id, body FROM record JOIN revision ON revision.record = record.id AND revision.number = record.number "
            "WHERE record.kind IN ('person', 'case', 'incident', 'testimony')")
        start = time.perf_counter()
        reading = 0.0
        while True:
            begun = time.perf_counter()
            batch = [(text, record) for record, body in bodies.fetchmany(2_000) for text in texts(json.loads(body))]
            reading += time.perf_counter() - begun
            if not batch:
                break
            peer.executemany("INSERT INTO told VALUES (?, ?)", batch)
        peer.commit()
        building = time.perf_counter() - start - reading
        for name, lines in (("words", WORDS + PLACES), ("names in Hangul", [q for q in queries()["names, in Hangul and by habit in Latin letters"] if q[0] > "가"])):
            times, hits = [], 0
            for line in lines * 3:
                begun = time.perf_counter()
                word = line.replace('"', "")
                found = peer.execute("SELECT record FROM told WHERE words MATCH ? ORDER BY rank LIMIT ?", (f'"{word}"', PAGE)).fetchall()
                times.append((time.perf_counter() - begun) * 1000)
                hits += len(found)
            rows.append(f"| FTS5 {tokens}, {name} | {building:.0f} s | {os.path.getsize(path) / 1e6:,.0f} MB | {percentiles(times)} | {hits / len(times):.1f} |")
        peer.close()
        os.unlink(path)
    return "\n".join(rows)


def search_section(dossier, folder, run, measured):
    demo = f"{folder}/demo"
    filling = measured([dossier, "demo", "--people", "100000", "--paragraphs", "10", "--output", demo])[0]
    library = f"{demo}/library"
    size = os.path.getsize(f"{library}/library.sqlite")
    building, memory, _ = measured([dossier, "search", "--rebuild", "--library", library])
    index = index_size(library)
    rows = []
    for name, lines in queries().items():
        times, hits = asked(dossier, library, folder, lines, run)
        rows.append(f"| {name} | {len(lines)} | {percentiles(times)} | {hits:.1f} |")
    cold = statistics.median(run([dossier, "search", "김영수", "--library", library])[0] for _ in range(7)) * 1000
    table = "\n".join(rows)
    peers = peer_rows(library, folder)
    exports = export_rows(dossier, library, folder, measured)
    shutil.rmtree(demo)
    of_index = f", {index / 1e6:,.0f} MB of them the index" if index else ""
    return f"""
## Search among 100,000 persons with 1,000,000 paragraphs

`dossier demo --people 100000 --paragraphs 10` makes the library and its index in {filling:.0f} s ({size / 1e6:,.0f} MB{of_index}); making the index anew
takes {building:.0f} s and {memory:,.0f} MB of memory. Queries within one process, three times each, twenty hits shown with their
reasons; a cold process takes {cold:.0f} ms.

| queries | count | p50 | p99 | hits |
| --- | --- | --- | --- | --- |
{table}

SQLite's own full-text index over the same texts, without reasons, without the record held against the query, and without any knowledge of
names: it finds a name as it is written and no other spelling, and where family and given name stand apart, as in records, no whole name. `unicode61` finds whole words alone; in Korean, whose particles
hang on the words, that is a part of them. `trigram` needs three letters, and finds no word of two syllables.

| index | made in | size | p50 | p99 | hits |
| --- | --- | --- | --- | --- | --- |
{peers}

What this does not prove: the paragraphs are put together of sixteen sentences, so that words are either very frequent or not there.

## Export of 100,000 cases

Each case in its edition for the WGEID, searched for what the edition withholds, numbered for the recipient. Seven in ten have a consent; the
others are left out. No peer does this: FollowTheMoney and PFIF have no notion of who may know what.

| format | time | cases a second | memory | size |
| --- | --- | --- | --- | --- |
{exports}
"""


def export_rows(dossier, library, folder, measured):
    rows = []
    for name in ("csv", "xlsx", "json", "xml", "ftm"):
        output = f"{folder}/export-{name}"
        wall, memory, told = measured(
            [dossier, "export", "--edition", "full", "--for", "wgeid", "--format", name, "--at", DAY, "--library", library, "--output", output, "--json"])
        cases = json.loads(told)["cases"]
        size = sum(os.path.getsize(os.path.join(path, file)) for path, _, files in os.walk(output) for file in files)
        rows.append(f"| {name} | {wall:.1f} s | {cases / wall:,.0f} | {memory:,.0f} MB | {size / 1e6:,.0f} MB |")
        shutil.rmtree(output)
    return "\n".join(rows)


def growth_section(dossier, folder, run, measured, sizes):
    rows = []
    for size in sizes:
        demo = f"{folder}/demo-{size}"
        filling = measured([dossier, "demo", "--people", str(size), "--output", demo])[0]
        library = f"{demo}/library"
        building, memory, _ = measured([dossier, "search", "--rebuild", "--library", library])
        index = index_size(library) or 0
        names, _ = asked(dossier, library, folder, queries()["names, in Hangul and by habit in Latin letters"], run)
        mixed, _ = asked(dossier, library, folder, queries()["name and date or place"], run)
        rows.append(
            f"| {size:,} | {filling:.0f} s | {os.path.getsize(f'{library}/library.sqlite') / 1e6:,.0f} MB | {building:.0f} s, {memory:,.0f} MB | "
            f"{index / 1e6:,.0f} MB | {percentiles(names)} | {percentiles(mixed)} |")
        shutil.rmtree(demo)
    table = "\n".join(rows)
    return f"""
## Growth of a library

Invented persons with a case each and without accounts; the index is made anew; queries as above.

| persons | filled and indexed | library | index anew | index | names p50 | p99 | name and date or place p50 | p99 |
| --- | --- | --- | --- | --- | --- | --- | --- | --- |
{table}
"""
