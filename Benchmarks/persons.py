#!/usr/bin/env python3
"""Writes invented Koreans as lists tell them: persons.py FILE.csv COUNT [SEED]

Every fifth row tells again of a person whom an earlier row told, as another list does: in the other script, with slips,
a year off by one, less of a date, without a father, the place written otherwise. `cluster` has the true person. Names are
combined from common syllables, as skewed as real ones are, so that many persons bear one name; they aim at nobody.
Rows are written as they are made: memory does not grow with COUNT.
"""
import csv
import itertools
import os
import random
import sys
from bisect import bisect
from functools import lru_cache

ROOT = os.path.dirname(os.path.dirname(os.path.abspath(__file__)))
sys.path.insert(0, f"{ROOT}/Tests/Benchmarks/names")
sys.dont_write_bytecode = True

from generate import (  # noqa: E402
    FAMILIES, FAMILY_SPELLINGS, NORTH_FAMILY, NORTH_GIVEN, REVISED, TYPED, alalc, letters, northern, plain, printed,
)

AGAIN = 0.2
# Of how many persons one is told again, and how often one is told at most; those further back are forgotten.
REMEMBERED = 20_000
MOST = 3

# Syllables of given names by the year of birth, the commonest first.
COHORTS = {
    1910: (
        ("봉성학재영병상종용순덕윤태창희기준석만경흥치응금복명익", "순수근호현길삼배규식룡칠만춘섭석술보필환학운"),
        ("성소복금옥순분명봉점간춘아덕끝막남필", "녀이단순례임월금옥분심란조님"),
    ),
    1930: (
        ("영상종용재병기태창정인동광성순봉덕경명학춘준진철원만희윤", "수식호길환근석섭배규춘만준복태룡문선열주구순"),
        ("순옥복분금점춘명영정갑을말차봉덕옥필", "순이례분임금옥녀남월단심선엽희"),
    ),
    1960: (
        ("영정성광동종상진재경명병기태인창석용원승현철춘흥주순한일", "수호식일남웅자길환철웅부섭근석열훈우기민홍"),
        ("영정순명경숙춘옥화광미혜은복희인선문필", "자숙희순옥임애란례선금미화분연"),
    ),
}

# District or county, and the province; those that were told of most in 1950 first.
PLACES = {
    "서울특별시": "종로구 중구 동대문구 성동구 서대문구 마포구 용산구 영등포구 성북구",
    "경기도": (
        "개성시 인천시 수원시 고양군 양주군 광주군 여주군 이천군 용인군 안성군 평택군 화성군 시흥군 부천군 김포군 강화군 파주군 "
        "장단군 개풍군 연천군 포천군 가평군 양평군 연백군 옹진군"
    ),
    "강원도": (
        "춘천시 강릉시 원주군 춘성군 홍천군 횡성군 영월군 평창군 정선군 철원군 화천군 양구군 인제군 고성군 양양군 명주군 삼척군 "
        "울진군 김화군 평강군 이천군 회양군 통천군"
    ),
    "충청북도": "청주시 청원군 보은군 옥천군 영동군 진천군 괴산군 음성군 충주군 제천군 단양군",
    "충청남도": "대전시 대덕군 연기군 공주군 논산군 부여군 서천군 보령군 청양군 홍성군 예산군 서산군 당진군 아산군 천안군",
    "전라북도": "전주시 군산시 이리시 완주군 진안군 금산군 무주군 장수군 임실군 남원군 순창군 정읍군 고창군 부안군 김제군 옥구군 익산군",
    "전라남도": (
        "광주시 목포시 여수시 순천시 광산군 담양군 곡성군 구례군 광양군 여천군 승주군 고흥군 보성군 화순군 장흥군 강진군 해남군 "
        "영암군 무안군 나주군 함평군 영광군 장성군 완도군 진도군"
    ),
    "경상북도": (
        "대구시 포항시 김천시 달성군 군위군 의성군 안동군 청송군 영양군 영덕군 영일군 경주군 영천군 경산군 청도군 고령군 성주군 "
        "칠곡군 금릉군 선산군 상주군 문경군 예천군 영주군 봉화군 울릉군"
    ),
    "경상남도": (
        "부산시 마산시 진주시 진양군 의령군 함안군 창녕군 밀양군 양산군 울산군 동래군 김해군 창원군 통영군 고성군 사천군 남해군 "
        "하동군 산청군 함양군 거창군 합천군"
    ),
    "제주도": "제주시 북제주군 남제주군",
    "황해도": (
        "해주시 사리원시 벽성군 연백군 금천군 평산군 신계군 옹진군 장연군 송화군 은율군 안악군 신천군 재령군 황주군 봉산군 서흥군 "
        "수안군 곡산군"
    ),
    "평안남도": "평양시 진남포시 대동군 순천군 맹산군 양덕군 성천군 강동군 중화군 용강군 강서군 평원군 안주군 개천군 덕천군 영원군",
    "평안북도": "신의주시 의주군 구성군 태천군 운산군 희천군 영변군 박천군 정주군 선천군 철산군 용천군 삭주군 창성군 벽동군 초산군 강계군",
    "함경남도": "함흥시 원산시 함주군 정평군 영흥군 고원군 문천군 안변군 홍원군 북청군 이원군 단천군 신흥군 장진군 풍산군 갑산군",
    "함경북도": "청진시 나진시 성진시 경성군 명천군 길주군 부령군 무산군 회령군 종성군 온성군 경원군 경흥군",
}
PROVINCE_SHARES = [36, 19, 12, 4, 5, 3, 3, 4, 2, 0.5, 5, 2, 2, 1.5, 1]
SHORT = {
    "서울특별시": "서울", "경기도": "경기", "강원도": "강원", "충청북도": "충북", "충청남도": "충남", "전라북도": "전북", "전라남도": "전남",
    "경상북도": "경북", "경상남도": "경남", "제주도": "제주", "황해도": "황해", "평안남도": "평남", "평안북도": "평북", "함경남도": "함남",
    "함경북도": "함북",
}
OCCUPATIONS = (
    "농업 농업 농업 농업 상업 상업 학생 학생 회사원 공무원 경찰 교사 의사 철도원 어업 운전사 목수 인쇄공 기자 변호사 목사 승려 은행원 "
    "면서기 이발사 재봉사 간호원 무직 국회의원 교수 기술자 노동 청년단원"
).split()


def weighted(items, weights):
    """A list drawn from by weight: its items and the sums of the weights."""
    return list(items), list(itertools.accumulate(weights))


def draw(numbers, urn):
    items, sums = urn
    return items[bisect(sums, numbers.random() * sums[-1])]


def by_rank(syllables):
    syllables = "".join(dict.fromkeys(syllables))
    return weighted(syllables, [1 / (rank + 7) for rank in range(len(syllables))])


FAMILY_URN = weighted(FAMILIES, FAMILIES.values())
GIVEN_URNS = {
    (year, sex): tuple(by_rank(part) for part in pair)
    for year, pairs in COHORTS.items()
    for sex, pair in zip(("male", "female"), pairs)
}
PLACE_URN = weighted(
    [(province, district) for province, districts in PLACES.items() for district in districts.split()],
    [
        share / (rank + 3)
        for share, districts in zip(PROVINCE_SHARES, PLACES.values())
        for rank in range(len(districts.split()))
    ],
)


def given_name(numbers, year, sex):
    """Two syllables of the cohort, seldom one."""
    cohort = next((last for last in COHORTS if year < last), 1960)
    first, second = GIVEN_URNS[cohort, sex]
    if numbers.random() < 0.02:
        return draw(numbers, second)
    one = draw(numbers, first)
    two = draw(numbers, second)
    while two == one:
        two = draw(numbers, second)
    return one + two


def person(numbers, number):
    """What is true of a person; rows tell parts of it."""
    sex = "female" if numbers.random() < 0.12 else "male"
    # Most were between fifteen and forty in 1950.
    year = min(1960, max(1890, int(numbers.gauss(1924, 11))))
    family = draw(numbers, FAMILY_URN)
    return {
        "cluster": f"p{number:07d}",
        "rows": 1,
        "family": family,
        "given": given_name(numbers, year, sex),
        "year": year,
        "month": 1 + int(numbers.random() * 12),
        "day": 1 + int(numbers.random() * 28),
        "sex": sex,
        "father": given_name(numbers, year - 28, "male"),
        "place": draw(numbers, PLACE_URN),
        "occupation": OCCUPATIONS[int(numbers.random() * len(OCCUPATIONS))],
    }


@lru_cache(maxsize=4096)
def spellings(text, family):
    """A syllable or family name in the ways of the press."""
    if family and text in FAMILY_SPELLINGS:
        return FAMILY_SPELLINGS[text].split()
    if len(text) > 1:
        return ["".join(letters(one, REVISED) for one in text).capitalize()]
    return printed(text)


def latin(numbers, family, given):
    """A name as one list or another spells it."""
    way = numbers.random()
    if way < 0.25:
        return plain(alalc(family, given)) if way < 0.1 else alalc(family, given)
    if way < 0.45:
        head = NORTH_FAMILY.get(family, family)
        head = "".join(northern(one, index == 0) for index, one in enumerate(head)).capitalize()
        return " ".join([head, *(northern(one, index == 0) for index, one in enumerate(given))])
    if way < 0.6:
        head = "".join(letters(one, REVISED) for one in family).capitalize()
        parts = [letters(one, REVISED).capitalize() for one in given]
    else:
        options = spellings(family, True)
        head = options[int(numbers.random() * len(options))]
        parts = []
        for one in given:
            options = spellings(one, False)
            parts.append(options[int(numbers.random() * len(options))])
    shape = numbers.random()
    if shape < 0.5:
        text = "-".join([parts[0], *(part.lower() for part in parts[1:])])
    elif shape < 0.8:
        text = " ".join(parts)
    else:
        text = "".join([parts[0], *(part.lower() for part in parts[1:])])
    if numbers.random() < 0.15:
        head = head.upper()
    return f"{head} {text}" if numbers.random() < 0.85 else f"{text} {head}"


def birth(numbers, year, month, day, exact):
    """EDTF: a day, a month, a year, or about a year."""
    draw_of = numbers.random()
    if draw_of < exact:
        return f"{year}-{month:02d}-{day:02d}"
    if draw_of < exact + 0.1:
        return f"{year}-{month:02d}"
    return f"{year}" if draw_of < 0.93 else f"{year}~"


def place_text(numbers, place, otherwise):
    province, district = place
    if not otherwise:
        return f"{province} {district}"
    way = numbers.random()
    if way < 0.35 and len(district) > 2:
        return f"{SHORT[province]} {district[:-1]}"
    if way < 0.6:
        return f"{SHORT[province]} {district}"
    if way < 0.8:
        return district
    if way < 0.9:
        return SHORT[province]
    return "".join(letters(one, REVISED) for one in district[:-1]).capitalize() + "-" + {"구": "gu", "군": "gun", "시": "si"}[district[-1]]


def slip(numbers, given):
    """One syllable typed wrong, or written as the other half of the country does."""
    index = int(numbers.random() * len(given))
    table = NORTH_GIVEN if index and numbers.random() < 0.3 else TYPED
    return given[:index] + table.get(given[index], given[index]) + given[index + 1:]


def first_row(numbers, one):
    """A person as the first list tells: in Hangul, one in ten also in Latin letters."""
    return [
        one["family"] + one["given"],
        latin(numbers, one["family"], one["given"]) if numbers.random() < 0.1 else "",
        birth(numbers, one["year"], one["month"], one["day"], 0.6) if numbers.random() < 0.95 else "",
        one["sex"],
        one["family"] + one["father"] if numbers.random() < 0.7 else "",
        place_text(numbers, one["place"], False) if numbers.random() < 0.95 else "",
        one["occupation"] if numbers.random() < 0.7 else "",
    ]


def further_row(numbers, one):
    """The same person as another list tells: half of these lists are in Latin letters."""
    family, given, father = one["family"], one["given"], one["father"]
    if numbers.random() < 0.2:
        given = slip(numbers, given)
    if numbers.random() < 0.1:
        father = slip(numbers, father)
    year, exact = one["year"], 0.35
    if numbers.random() < 0.25:
        # Counted from a Korean age, and so without a day.
        year, exact = year + (-1 if numbers.random() < 0.7 else 1), 0.0
    in_latin = numbers.random() < 0.5
    if not in_latin and numbers.random() < 0.1:
        family = NORTH_FAMILY.get(family, family)
    father_text = ""
    if numbers.random() < 0.5:
        father_text = latin(numbers, family, father) if in_latin else family + father
    return [
        "" if in_latin else family + given,
        latin(numbers, family, given) if in_latin else "",
        birth(numbers, year, one["month"], one["day"], exact) if numbers.random() < 0.85 else "",
        one["sex"] if numbers.random() < 0.9 else "",
        father_text,
        place_text(numbers, one["place"], numbers.random() < 0.5) if numbers.random() < 0.85 else "",
        one["occupation"] if numbers.random() < 0.4 else "",
    ]


def main():
    path, count = sys.argv[1], int(sys.argv[2])
    numbers = random.Random(int(sys.argv[3]) if len(sys.argv) > 3 else 17)
    remembered = []
    told = 0
    with open(path, "w", encoding="utf-8", newline="") as file:
        writer = csv.writer(file, lineterminator="\n")
        writer.writerow(["unique_id", "hangul", "latin", "birth", "sex", "father", "place", "occupation", "cluster"])
        for number in range(count):
            one = None
            if remembered and numbers.random() < AGAIN:
                one = remembered[int(numbers.random() * len(remembered))]
            if one and one["rows"] < MOST:
                one["rows"] += 1
                row = further_row(numbers, one)
            else:
                one = person(numbers, told)
                row = first_row(numbers, one)
                if len(remembered) < REMEMBERED:
                    remembered.append(one)
                else:
                    remembered[told % REMEMBERED] = one
                told += 1
            writer.writerow([f"r{number:07d}", *row, one["cluster"]])


main()
