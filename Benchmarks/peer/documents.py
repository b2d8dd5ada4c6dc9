"""Reads the documents that `dossier render --format json` writes.

A file holds one document, or an array of them. A document is an object:

    number     string   the document's number, of the letters A-Z a-z 0-9 . _ -
    date       string   YYYY-MM-DD
    language   string   BCP 47, for example "en"
    title      string   the heading of the page
    metaTitle  string   the title in the page's head
    edition    string   what edition this is, in words
    isDraft    boolean
    work       string   the IRI of the work: /akn/un/doc/{subtype}/{actor}/{date}/{number}
    caption    array of FACT
    sections   array of {id: string, heading: string, paragraphs: array of PARAGRAPH}
    notes      array of string

    PARAGRAPH  {number: integer, label: string, confidential: boolean, blocks: array of BLOCK}
    BLOCK      {kind: "line", runs: array of RUN}
             | {kind: "list", items: array of (array of RUN)}
             | {kind: "records", records: array of (array of FACT)}
    FACT       {label: string, lines: array of (array of RUN)}
    RUN        {text: string, lang?: string, kind?: "subject" | "gap"}

Sections have no number of their own: they are counted from 1. These members may be left out:

    author     string   how the author is shown in metadata
    draft      {stamp: string, note: string}
    overview   {heading: string, note: string, columns: array of string, rows: array of (array of (array of RUN))}
    signature  {heading: string, line: string, date?: string}
    furniture  {contents: string, skip: string, confidential: string}
"""

import json
import re
from pathlib import Path

FURNITURE = {"contents": "Contents", "skip": "Skip to the text", "confidential": "Confidential"}
OPTIONAL = {"author": "The source", "draft": None, "overview": None, "signature": None}


def read(paths):
    """Every document of the files, in order, with what was left out filled in."""
    documents = []
    for path in paths:
        found = json.loads(Path(path).read_text(encoding="utf-8"))
        for document in found if isinstance(found, list) else [found]:
            if not re.fullmatch(r"[A-Za-z0-9._-]+", document["number"]):
                raise ValueError(f"{path}: “{document['number']}” cannot be the name of a file")
            furniture = {**FURNITURE, **document.get("furniture", {})}
            documents.append({**OPTIONAL, **document, "furniture": furniture})
    return documents


def stem(index, document):
    """The name of a document's files, without what tells their kind."""
    return f"{index:06d}-{document['number']}"
