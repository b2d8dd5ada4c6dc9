#!/usr/bin/env python3
"""Writes case files of invented, synthetic cases: synthetic.py FOLDER FIRST COUNT [evidence]

Each case is one person, one case record and one consent; three cases share an incident. The texts are as long as those
of the sample cases. Names are made of syllables by number, so that no name of anybody is aimed at.
"""
import os
import sys

# Below the limit of a case file, also with evidence.
PER_FILE = 300
SYLLABLES = "가나다라마바사아자차카타파하거너더러머버서어저처커터퍼허고노도로모보소오조초코토포호구누두루무부수우주추쿠투푸후"
ENGLISH = (
    "Soldiers came to the house in the evening and said that there was something to ask. "
    "The family was told that the matter would take an hour. Nothing was heard after that day. "
    "The next morning a relative went to the place where people were being held, and was sent away at the door."
)
KOREAN = (
    "저녁에 군인들이 집으로 와서 물어볼 것이 있다고 했다. 한 시간이면 된다고 했다. "
    "그날 뒤로 아무 소식이 없었다. 이튿날 아침 친척이 사람들이 갇혀 있던 곳으로 찾아갔으나 문 앞에서 쫓겨났다."
)


def name(number):
    parts = []
    for _ in range(3):
        number, rest = divmod(number, len(SYLLABLES))
        parts.append(SYLLABLES[rest])
    return parts[0], parts[1] + parts[2]


def incident(group):
    return f"""record: incident
id: incident-b{group:07d}
language: ko
date: 19{50 + group % 4}-{1 + group % 12:02d}
place: {{ko: 서울 {group % 25}구, en: "District {group % 25}, Seoul", state: KOR}}
stateOfEvent: KOR
agents:
  - kind: state
    state: PRK
    institution: kpa
    description: {{ko: 제복을 입은 군인 둘, en: Two soldiers in uniform}}
circumstances:
  original: {{lang: ko, text: "{KOREAN}"}}
  translations: [{{lang: en, text: "{ENGLISH}", translator: T-1, status: reviewed}}]
"""


def case(number):
    family, given = name(number)
    return f"""record: person
id: person-b{number:07d}
language: ko
names:
  - {{script: hangul, family: {family}, given: {given}}}
  - {{script: latin, system: own, family: F{number % 997}, given: Given-{number}}}
sex: {"male" if number % 3 else "female"}
birthDate: 19{number % 40:02d}-{1 + number % 12:02d}
birthPlace: {{ko: 경기도 {number % 31}군, en: "County {number % 31}, Gyeonggi Province", state: KOR}}
nationalities: KOR
occupation: {{ko: 농부, en: farmer}}
maritalStatus: married
residence: {{ko: 서울 {number % 25}구, en: "District {number % 25}, Seoul", state: KOR}}
---
record: case
id: case-b{number:07d}
language: ko
person: person-b{number:07d}
incident: incident-b{number // 3:07d}
underAge: "no"
summary: {{ko: "{KOREAN}", en: "{ENGLISH}"}}
complaints:
  - date: 1956
    by: {{ko: 가족, en: the family}}
    organ: {{ko: 대한적십자사, en: Republic of Korea National Red Cross}}
    result: {{ko: 회신이 없었다., en: There was no reply.}}
otherSteps:
  - date: 2001-06
    by: {{ko: 가족, en: the family}}
    organ: {{ko: 통일부, en: Ministry of Unification of the Republic of Korea}}
    result: {{ko: 등록되었다., en: The case was registered.}}
author:
  - capacity: organisation
    organisation: {{ko: 가상 연대, en: Example Alliance}}
    address: {{en: "2F, 9 Hypothetical Street, Seoul"}}
    followUp: "yes"
    onBehalfOf: person-b{number:07d}
statesAddressed: PRK
---
record: consent
id: consent-b{number:07d}
by: person-b{number:07d}
about: person-b{number:07d}
purposes: [submit, name-to-government]
recipients: wgeid
givenOn: 2026-01-10
recorded: written
"""


def evidence(number):
    """An account in five paragraphs, and three claims of different footing that bear on four findings."""
    paragraphs = "".join(
        f"""  - {{number: {index + 1}, text: {{ko: "{index} {KOREAN}", en: "{index} {ENGLISH}"}}, knowledge: {"direct" if index < 3 else "hearsay"}}}
"""
        for index in range(5)
    )
    claims = "".join(
        f"""---
record: claim
id: claim-b{number:07d}-{index}
language: ko
case: case-b{number:07d}
statement: {{ko: "{KOREAN[:40]}", en: "{ENGLISH[:90]}"}}
fields: [incident.agents]
support: [{{testimony: testimony-b{number:07d}, paragraph: {1 + 2 * index}}}]
status: {"likely" if index else "possible"}
findings: [element-state, {"abduction-korean-war" if index else "element-deprivation"}]
"""
        for index in range(3)
    )
    return f"""record: testimony
id: testimony-b{number:07d}
language: ko
speaker: person-b{number:07d}
category: relative
cases: case-b{number:07d}
date: 2026-01-10
sourceReliability: likely-reliable
reliability: likely-reliable
paragraphs:
{paragraphs}{claims}"""


def main():
    folder, first, count = sys.argv[1], int(sys.argv[2]), int(sys.argv[3])
    os.makedirs(folder, exist_ok=True)
    for start in range(first, first + count, PER_FILE):
        numbers = range(start, min(start + PER_FILE, first + count))
        parts = []
        for number in numbers:
            if number % 3 == 0 or number == first:
                parts.append(incident(number // 3))
            parts.append(case(number))
            if sys.argv[4:] == ["evidence"]:
                parts.append(evidence(number))
        with open(f"{folder}/cases-{start:07d}.yaml", "w", encoding="utf-8") as file:
            file.write("---\n".join(parts))


main()
