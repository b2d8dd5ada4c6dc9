#!/usr/bin/env python3
"""Writes a file in the shape of the Universal Human Rights Index' export: one JSON list, as large as is asked for.

States, symbols and texts are invented. The same seed gives the same bytes.

    python3 Benchmarks/uhri.py MEGABYTES OUT.json
"""

import json
import random
import sys
import uuid

STATES = [f"Invented State {letter}" for letter in "ABCDEFGHIJKLMNOPQRSTUVWXYZ"] + ["Saebit’s Republic"]
BODIES = ["- CED", "- CCPR", "- CRC", "- CEDAW", "- SR Torture", "- WG disappearances"]
THEMES = [
    "- Enforced disappearances", "- Administration of justice & fair trial", "- Conditions of detention",
    "- Right to education", "- Violence against women", "- Freedom of movement",
]
WORDS = (
    "take all measures that are needed so that families of persons who disappeared learn of their fate and "
    "whereabouts and that whoever is responsible is tried by courts which are independent and free of pressure"
).split()


def identifier(rng):
    return str(uuid.UUID(int=rng.getrandbits(128)))


def text(rng, length):
    return " ".join(rng.choice(WORDS) for _ in range(length))


def record(rng, serial):
    is_review = rng.random() < 0.4
    state = rng.choice(STATES)
    day = f"20{rng.randint(8, 25):02}-{rng.randint(1, 12):02}-{rng.randint(1, 28):02}T00:00:00"
    number = f"{rng.randint(90, 140)}.{serial % 300 + 1}"
    body = f"<p> {number}&nbsp;{text(rng, rng.randint(15, 60))} &amp; report; </p>" if is_review else (
        f"<p>{rng.randint(5, 60)}. {text(rng, rng.randint(60, 240))}&hellip;</p>"
    )
    return {
        "AnnotationId": identifier(rng),
        "AnnotationType": "- Recommendations" if is_review or rng.random() < 0.5 else "- Concerns/Observations",
        "Body": "- UPR" if is_review else rng.choice(BODIES),
        "Symbol": f"X/UPR/{serial // 300 + 1}/10" if is_review else f"X/B/{serial}",
        "DocumentId": identifier(rng),
        "Text": body,
        "PublicationDate": day,
        "PublicationDateOnUhri": day,
        "Countries": [f"- {state}"] + ([f"- {rng.choice(STATES)}"] if rng.random() < 0.01 else []),
        "Regions": ["- Invented region"],
        "Themes": rng.sample(THEMES, rng.randint(1, 3)),
        "AffectedPersons": ["- Disappeared persons"] if rng.random() < 0.3 else [],
        "Sdgs": ["- 16 - Peace, justice and strong institutions"],
        "UprCycle": f"{rng.randint(1, 4)}" if is_review else None,
        "UprSession": [f"{rng.randint(1, 50)} Session"] if is_review else [],
        "UprPositions": [rng.choice(["- Supported", "- Noted", "- Supported/Noted"])] if is_review else [],
        "UprRecommendingCountry": [f"- {rng.choice(STATES)}"] if is_review else [],
        "UprRecommendingRegions": ["- Invented region"] if is_review else [],
    }


def main():
    limit = int(sys.argv[1]) * 1_000_000
    rng = random.Random(20261124)
    with open(sys.argv[2], "w", encoding="utf-8") as out:
        out.write("[")
        size = serial = 0
        while size < limit:
            line = json.dumps(record(rng, serial), ensure_ascii=False)
            out.write((",\n" if serial else "\n") + line)
            size += len(line.encode()) + 2
            serial += 1
        out.write("\n]\n")


if __name__ == "__main__":
    main()
