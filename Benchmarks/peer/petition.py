#!/usr/bin/env python3
"""Writes petitions as HTML, by Jinja2 with autoescape, and as Akoma Ntoso, by lxml.

The peer that `make bench` measures Dossier against: the same documents, made by what is mostly used for such work.
`documents.py` tells what the input looks like.

    petition.py --style Templates/style.css --output FOLDER FILE.json...

The last line printed is a JSON object: how many petitions, the seconds that making and writing them took (the start of
Python, the reading of the input and the compiling of the template are not in them), and the bytes written.
"""

import argparse
import json
import sys
import time
from pathlib import Path

from jinja2 import Environment, FileSystemLoader
from lxml import etree
from markupsafe import Markup

import documents

NAMESPACE = "http://docs.oasis-open.org/legaldocml/ns/akn/3.0"
XML_LANG = "{http://www.w3.org/XML/1998/namespace}lang"
LANGUAGES = {"en": "eng", "fr": "fra", "es": "spa", "ko": "kor"}


def element(parent, name, text=None, /, **attributes):
    child = etree.SubElement(parent, f"{{{NAMESPACE}}}{name}", attributes)
    if text is not None:
        child.text = text
    return child


def append_text(parent, text):
    """Adds text after whatever the element already holds."""
    if len(parent):
        parent[-1].tail = (parent[-1].tail or "") + text
    else:
        parent.text = (parent.text or "") + text


def append_runs(parent, runs):
    for run in runs:
        kind, language = run.get("kind"), run.get("lang")
        if kind == "gap":
            child = element(parent, "span", run["text"], **{"class": "gap"})
        elif kind == "subject":
            child = element(parent, "person", run["text"], refersTo="#person")
        elif language:
            child = element(parent, "span", run["text"])
        else:
            append_text(parent, run["text"])
            continue
        if language and kind != "gap":
            child.set(XML_LANG, language)


def append_line(parent, runs):
    append_runs(element(parent, "p"), runs)


def append_facts(parent, facts):
    for fact in facts:
        for index, line in enumerate(fact["lines"]):
            paragraph = element(parent, "p")
            if index == 0:
                element(paragraph, "b", fact["label"])
                append_text(paragraph, ": ")
            append_runs(paragraph, line)


def append_block(parent, block):
    if block["kind"] == "line":
        append_line(parent, block["runs"])
    elif block["kind"] == "list":
        list_ = element(parent, "ul")
        for item in block["items"]:
            append_line(element(list_, "li"), item)
    elif block["kind"] == "records":
        list_ = element(parent, "ul")
        for record in block["records"]:
            append_facts(element(list_, "li"), record)
    else:
        raise ValueError(f"there is no kind of block “{block['kind']}”")


def append_level(parent, name, this, uri, date, dated):
    level = element(parent, name)
    element(level, "FRBRthis", value=this)
    element(level, "FRBRuri", value=uri)
    element(level, "FRBRdate", date=date, name=dated)
    element(level, "FRBRauthor", href="#source")
    return level


def append_meta(parent, document):
    work, date = document["work"], document["date"]
    _, _, _, _, subtype, actor, _, number = work.split("/")
    language = LANGUAGES.get(document["language"].split("-")[0], "und")
    expression = f"{work}/{language}@{date}"
    meta = element(parent, "meta")
    identification = element(meta, "identification", source="#source")
    level = append_level(identification, "FRBRWork", f"{work}/!main", work, date, "submission")
    element(level, "FRBRcountry", value="un")
    element(level, "FRBRsubtype", value=subtype)
    element(level, "FRBRnumber", value=number)
    element(level, "FRBRname", value="individualCommunication")
    element(level, "FRBRprescriptive", value="false")
    element(level, "FRBRauthoritative", value="false")
    dated = "draft" if document["isDraft"] else "final"
    level = append_level(identification, "FRBRExpression", f"{expression}/!main", expression, date, dated)
    element(level, "FRBRlanguage", language=language)
    level = append_level(
        identification, "FRBRManifestation", f"{expression}/!main.xml", f"{expression}/.xml", date, "XMLConversion")
    element(level, "FRBRformat", value="application/akn+xml")
    lifecycle = element(meta, "lifecycle", source="#source")
    element(lifecycle, "eventRef", eId="made", date=date, source="#source", type="generation")
    references = element(meta, "references", source="#source")
    ontology = "/akn/ontology"
    element(
        references, "TLCOrganization", eId="source", href=f"{ontology}/organization/un/source",
        showAs=document["author"])
    element(references, "TLCOrganization", eId="body", href=f"{ontology}/organization/un/{actor}", showAs=actor)
    element(references, "TLCPerson", eId="person", href=f"{ontology}/person/un/p1", showAs="The person concerned")


def append_preface(parent, document):
    preface = element(parent, "preface")
    element(preface, "p", document["edition"], **{"class": "edition"})
    element(element(preface, "p", **{"class": "title"}), "docTitle", document["title"])
    if draft := document["draft"]:
        paragraph = element(preface, "p", **{"class": "draft"})
        element(paragraph, "docStatus", draft["stamp"])
        append_text(paragraph, f" {draft['note']}")
    append_facts(element(preface, "container", name="caption"), document["caption"])
    if overview := document["overview"]:
        container = element(preface, "container", name="overview")
        element(container, "p", overview["heading"], **{"class": "heading"})
        table = element(container, "table")
        element(table, "caption", overview["note"])
        row = element(table, "tr")
        for column in overview["columns"]:
            element(element(row, "th"), "p", column)
        for cells in overview["rows"]:
            row = element(table, "tr")
            for cell in cells:
                append_line(element(row, "td"), cell)


def append_section(parent, number, section, document):
    part = element(parent, "section", eId=f"sec_{number}")
    element(part, "num", f"{number}.")
    element(part, "heading", section["heading"])
    for paragraph in section["paragraphs"]:
        piece = element(part, "paragraph", eId=f"sec_{number}__para_{paragraph['number']}")
        element(piece, "num", f"{paragraph['number']}.")
        element(piece, "heading", paragraph["label"])
        content = element(piece, "content")
        if paragraph["confidential"]:
            element(content, "p", document["furniture"]["confidential"], **{"class": "confidential"})
        for block in paragraph["blocks"]:
            append_block(content, block)


def append_conclusions(parent, document):
    conclusions = element(parent, "conclusions")
    if signature := document["signature"]:
        element(element(conclusions, "p"), "signature", signature["line"], refersTo="#source")
        if date := signature.get("date"):
            element(conclusions, "p", date)
    for note in document["notes"]:
        element(conclusions, "p", note, **{"class": "note"})


def akoma_ntoso(document):
    root = etree.Element(f"{{{NAMESPACE}}}akomaNtoso", nsmap={None: NAMESPACE})
    doc = element(root, "doc", name="individualCommunication", contains="originalVersion")
    append_meta(doc, document)
    append_preface(doc, document)
    body = element(doc, "mainBody")
    for index, section in enumerate(document["sections"]):
        append_section(body, index + 1, section, document)
    append_conclusions(doc, document)
    return etree.tostring(root, xml_declaration=True, encoding="UTF-8")


def main():
    parser = argparse.ArgumentParser(description="Writes petitions as HTML and as Akoma Ntoso.")
    parser.add_argument("files", nargs="+", metavar="FILE", help="documents as JSON")
    parser.add_argument("--style", required=True, help="the style sheet that every page holds")
    parser.add_argument("--output", required=True, type=Path, help="the folder to write into")
    options = parser.parse_args()

    petitions = documents.read(options.files)
    environment = Environment(
        loader=FileSystemLoader(Path(__file__).parent), autoescape=True, keep_trailing_newline=True)
    template = environment.get_template("petition.html.j2")
    # The style sheet is ours, and the only text that is not escaped.
    style = Markup(Path(options.style).read_text(encoding="utf-8"))
    options.output.mkdir(parents=True, exist_ok=True)

    written = 0
    start = time.perf_counter()
    for index, document in enumerate(petitions):
        stem = documents.stem(index, document)
        page = template.render(document=document, style=style).encode("utf-8")
        (options.output / f"{stem}.html").write_bytes(page)
        xml = akoma_ntoso(document)
        (options.output / f"{stem}.xml").write_bytes(xml)
        written += len(page) + len(xml)
    seconds = time.perf_counter() - start
    json.dump({"petitions": len(petitions), "seconds": round(seconds, 6), "bytes": written}, sys.stdout)
    print()


if __name__ == "__main__":
    main()
