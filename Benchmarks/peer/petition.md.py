#!/usr/bin/env python3
"""Writes petitions as Markdown, from which pandoc makes the same pages.

`documents.py` tells what the input looks like.

    petition.md.py --style Templates/style.css --output FOLDER FILE.json...
    pandoc --from markdown --to html5 --standalone --toc --include-in-header FOLDER/style.html \\
        --output PAGE.html FOLDER/PAGE.md

The writing of the Markdown is no part of what is measured; the runs of pandoc are.
"""

import argparse
import re
from pathlib import Path

import documents


def escaped(text):
    """The text so that Markdown takes nothing in it for markup."""
    return re.sub(r"([!-/:-@\[-`{-~])", r"\\\1", " ".join(text.split()))


def runs(all_):
    parts = []
    for run in all_:
        text, attributes = escaped(run["text"]), []
        if run.get("kind") == "gap":
            attributes.append(".gap")
        elif run.get("kind") == "subject":
            text = f"**{text}**"
        if run.get("lang") and run.get("kind") != "gap":
            attributes.append(f'lang="{run["lang"]}"')
        # What stands at the edge of a run is lost neither to the escaping nor to the brackets.
        before, after = (" " if run["text"][:1].isspace() else ""), (" " if run["text"][-1:].isspace() else "")
        parts.append(before + (f"[{text}]{{{' '.join(attributes)}}}" if attributes else text) + after)
    return "".join(parts)


def facts(all_, indent=""):
    lines = []
    for fact in all_:
        lines += [f"{indent}{escaped(fact['label'])}", ""]
        for index, line in enumerate(fact["lines"]):
            lines += [f"{indent}{':   ' if index == 0 else '    '}{runs(line)}", ""]
    return lines


def block(block_):
    if block_["kind"] == "line":
        return [runs(block_["runs"]), ""]
    if block_["kind"] == "list":
        return [f"-   {runs(item)}" for item in block_["items"]] + ["", "<!-- -->", ""]
    if block_["kind"] == "records":
        lines = []
        for record in block_["records"]:
            # The empty comment keeps the list of facts from being read as the item's own line.
            lines += ["1.  <!-- -->", ""] + facts(record, indent="    ")
        return lines + ["<!-- -->", ""]
    raise ValueError(f"there is no kind of block “{block_['kind']}”")


def overview(table):
    lines = [f"## {escaped(table['heading'])} {{#overview}}", "", escaped(table["note"]), ""]
    lines += ["| " + " | ".join(map(escaped, table["columns"])) + " |", "|" + "---|" * len(table["columns"])]
    lines += ["| " + " | ".join(map(runs, row)) + " |" for row in table["rows"]]
    return lines + [""]


def paragraph(paragraph_, document):
    heading = f"### [{paragraph_['number']}\\.]{{.num}} {escaped(paragraph_['label'])}"
    if paragraph_["confidential"]:
        heading += f" [{escaped(document['furniture']['confidential'])}]{{.confidential}}"
    lines = [f"::: {{.para #p{paragraph_['number']}}}", heading, ""]
    for block_ in paragraph_["blocks"]:
        lines += block(block_)
    return lines + [":::", ""]


def markdown(document):
    title = escaped(document["metaTitle"]).replace("'", "''")
    lines = ["---", f"lang: '{document['language']}'", f"pagetitle: '{title}'", "toc-depth: 2", "---", ""]
    lines += [f"::: edition\n{escaped(document['edition'])}\n:::", "", f"# {escaped(document['title'])} {{#title}}", ""]
    if draft := document["draft"]:
        lines += ["::: draft", escaped(draft["stamp"]), "", escaped(draft["note"]), ":::", ""]
    lines += ["::: caption"] + facts(document["caption"]) + [":::", ""]
    if document["overview"]:
        lines += overview(document["overview"])
    for index, section in enumerate(document["sections"]):
        lines += [f"## {index + 1}\\. {escaped(section['heading'])} {{#s-{section['id']}}}", ""]
        for paragraph_ in section["paragraphs"]:
            lines += paragraph(paragraph_, document)
    if signature := document["signature"]:
        lines += [f"## {escaped(signature['heading'])} {{#signature}}", "", escaped(signature["line"]), ""]
        if date := signature.get("date"):
            lines += [escaped(date), ""]
    for note in document["notes"]:
        lines += [escaped(note), ""]
    return "\n".join(lines)


def main():
    parser = argparse.ArgumentParser(description="Writes petitions as Markdown for pandoc.")
    parser.add_argument("files", nargs="+", metavar="FILE", help="documents as JSON")
    parser.add_argument("--style", required=True, help="the style sheet that every page holds")
    parser.add_argument("--output", required=True, type=Path, help="the folder to write into")
    options = parser.parse_args()

    options.output.mkdir(parents=True, exist_ok=True)
    style = Path(options.style).read_text(encoding="utf-8")
    (options.output / "style.html").write_text(f"<style>\n{style}</style>\n", encoding="utf-8")
    for index, document in enumerate(documents.read(options.files)):
        path = options.output / f"{documents.stem(index, document)}.md"
        path.write_text(markdown(document), encoding="utf-8")


if __name__ == "__main__":
    main()
