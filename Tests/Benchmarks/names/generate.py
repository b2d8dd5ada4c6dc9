#!/usr/bin/env python3
"""Writes pairs.csv next to itself: pairs of names that are one person's or two persons', to measure matching on.

Real names come from loc.csv, all others are invented by combining common syllables. The ways of spelling are this
script's own, from general knowledge of how Koreans' names are printed; it reads no table of the program that is measured.
Needs nothing but Python, and writes the same file each time.
"""
import csv
import itertools
import os
import re
import unicodedata
import zlib
from collections import Counter, namedtuple

HERE = os.path.dirname(os.path.abspath(__file__))
Person = namedtuple("Person", "key family given alalc hanja")

ONSETS = "ㄱㄲㄴㄷㄸㄹㅁㅂㅃㅅㅆㅇㅈㅉㅊㅋㅌㅍㅎ"
VOWELS = "ㅏㅐㅑㅒㅓㅔㅕㅖㅗㅘㅙㅚㅛㅜㅝㅞㅟㅠㅡㅢㅣ"
CODAS = ["", *"ㄱㄲㄳㄴㄵㄶㄷㄹㄺㄻㄼㄽㄾㄿㅀㅁㅂㅄㅅㅆㅇㅈㅊㅋㅌㅍㅎ"]

# How often a family name is met, in a thousand people; those of two syllables are made commoner than they are.
FAMILIES = {
    "김": 215, "이": 147, "박": 84, "최": 47, "정": 43, "강": 24, "조": 21, "윤": 21, "장": 20, "임": 17, "한": 15, "오": 15,
    "서": 15, "신": 15, "권": 14, "황": 14, "안": 14, "송": 14, "유": 13, "전": 11, "홍": 11, "고": 9, "문": 9, "양": 9,
    "손": 9, "배": 8, "백": 8, "허": 7, "남": 6, "심": 5, "노": 5, "하": 5, "곽": 4, "성": 4, "차": 4, "주": 4, "우": 4,
    "구": 4, "진": 4, "민": 3, "나": 3, "지": 3, "엄": 3, "채": 3, "원": 3, "천": 2, "방": 2, "공": 2, "현": 2, "변": 2,
    "함": 2, "염": 2, "여": 1, "추": 1, "도": 1, "석": 1, "선": 1, "설": 1, "마": 1, "길": 1, "연": 1, "표": 1, "명": 1,
    "남궁": 5, "선우": 5, "제갈": 4, "황보": 4, "독고": 4,
}
# Syllables of given names: first and second of men, first and second of women, and of those born late in the century.
MEN = (
    "영정성상종용동재광인기병태창현승경명덕순학남만봉춘원대진두형규흥윤일준희석충관치익운응홍세삼",
    "수호식철환길석진근섭배일규훈우룡필준태만구헌택열복선주윤균권국산모하봉범용욱술득천률량록림",
)
WOMEN = (
    "순영정옥복금분춘명말숙경미은혜인선화점필덕봉광성연명희애계길남",
    "자숙희순옥례임녀분금이란화애심월단선미경연주님실열년",
)
LATE = ("지민서수준현유하예도승재은시윤동성주소혜나다", "훈우은연영빈원혁아나윤민현호진희정수준석경인")
SINGLE = "철현준훈혁진건솔민찬욱웅"

# Initial sounds: how the South writes a syllable, and the North. As family names, and within given names.
NORTH_FAMILY = {"이": "리", "임": "림", "양": "량", "노": "로", "유": "류", "나": "라", "여": "려", "염": "렴", "연": "련"}
NORTH_GIVEN = {
    "녀": "여", "용": "룡", "례": "예", "련": "연", "란": "난", "림": "임", "렬": "열", "률": "율", "량": "양", "록": "녹",
    "룡": "용", "년": "연", "열": "렬", "연": "련", "예": "례", "임": "림", "윤": "륜", "유": "류",
}

# Syllables that a typist takes for each other, one letter apart.
TYPED = {
    "희": "회", "숙": "슥", "재": "제", "성": "선", "영": "연", "정": "전", "현": "헌", "수": "스", "원": "윈", "규": "구",
    "옥": "욱", "순": "숭", "경": "견", "혜": "해", "애": "에", "길": "깅", "준": "쥰", "용": "웅", "호": "흐", "진": "징",
    "철": "첼", "근": "군", "식": "십", "자": "지", "병": "변", "례": "레", "훈": "흔", "태": "테", "명": "면", "광": "관",
}
# Chinese characters that a reading machine, or a tired eye, takes for each other.
SEEN = {
    "成": "戍", "元": "亢", "文": "丈", "大": "太", "哲": "晢", "鎬": "鎰", "植": "値", "準": "准", "世": "丗", "玉": "王",
    "烈": "列", "鍾": "鐘", "均": "圴", "俊": "後", "東": "柬", "根": "恨", "善": "喜", "賢": "贒", "貞": "貢", "允": "充",
    "南": "甫", "泰": "秦", "春": "舂", "昌": "冒", "仁": "仕", "義": "羲", "羲": "義", "明": "朋", "夫": "失", "天": "夭",
    "水": "永", "方": "万", "運": "連", "雲": "雪", "熙": "煕", "勳": "動", "淸": "清", "尙": "尚", "弘": "引", "吉": "古",
    "白": "自", "自": "白", "立": "並", "秀": "禿", "良": "艮", "里": "黑", "光": "先", "三": "二", "斗": "什", "容": "客",
    "規": "視", "謙": "嫌", "重": "童", "龍": "寵", "逢": "達", "遇": "過", "得": "待", "德": "徳", "徵": "微", "基": "墓",
    "起": "赴", "鼎": "鼑", "象": "像", "命": "侖", "宗": "宋", "虎": "虍", "河": "何", "洛": "落", "敏": "敍", "在": "任",
}
# Characters of loc.csv: the Korean reading, and the Mandarin one as newspapers print it.
READINGS = """
丁정ding 七칠qi 三삼san 世세shi 中중zhong 丹단dan 之지zhi 九구jiu 井정jing 亮량liang 仁인ren 仙선xian 以이yi 仲중zhong
伯백bo 位위wei 俊준jun 傑걸jie 儒유ru 允윤yun 元원yuan 光광guang 克극ke 全전quan 冶야ye 勳훈xun 升승sheng 南남nan
厚후hou 吉길ji 吳오wu 呂려lü 周주zhou 命명ming 哲철zhe 啓계qi 善선shan 喜희xi 在재zai 均균jun 基기ji 壽수shou
夏하xia 天천tian 夫부fu 奇기qi 奎규kui 好호hao 始시shi 姜강jiang 姬희ji 孝효xiao 孟맹meng 學학xue 宗종zong 容용rong
寅인yin 寬관kuan 寵총chong 尙상shang 履리lü 岐기qi 崇숭chong 弘홍hong 張장zhang 弼필bi 律률lü 徐서xu 得득de 徵징zheng
德덕de 徹철che 忠충zhong 思사si 愼신shen 慶경qing 應응ying 成성cheng 敏민min 文문wen 斌빈bin 斗두dou 方방fang 昌창chang
明명ming 星성xing 春춘chun 晟성sheng 景경jing 有유you 朱주zhu 朴박piao 李리li 杜두du 東동dong 松송song 林림lin 果과guo
根근gen 植식zhi 楚초chu 業업ye 榮영rong 武무wu 水수shui 沃옥wo 沈심shen 河하he 泰태tai 洙수zhu 洛락luo 浚준jun 淮회huai
淵연yuan 淸청qing 淹엄yan 準준zhun 溪계xi 漢한han 烈렬lie 烏오wu 煥환huan 熙희xi 燮섭xie 獻헌xian 玉옥yu 王왕wang
珏각jue 琫봉beng 璋장zhang 璧벽bi 白백bai 百백bai 瞻첨zhan 祖조zu 祥상xiang 禮례li 秀수xiu 立립li 築축zhu 綠록lü 義의yi
羲희xi 翼익yi 自자zi 良량liang 芝지zhi 范범fan 萬만wan 蔡채cai 薛설xue 虎호hu 行행xing 衡형heng 裀인yin 裕유yu 裵배pei
規규gui 許허xu 謙겸qian 象상xiang 貞정zhen 資자zi 賢현xian 質질zhi 贊찬zan 起기qi 趙조zhao 車차che 輅로lu 輔보fu 辛신xin
近근jin 逢봉feng 遇우yu 運운yun 道도dao 遴린lin 邊변bian 郭곽guo 鄭정zheng 里리li 重중zhong 金김jin 鉉현xuan 鍾종zhong
鎬호hao 鏡경jing 鐵철tie 閔민min 陳진chen 隆륭long 雄웅xiong 雅아ya 雲운yun 靖정jing 韓한han 顯현xian 養양yang 高고gao
魏위wei 魚어yu 鮮선xian 鵬붕peng 黃황huang 點점dian 鼎정ding 龍룡long
"""
HANGUL_OF = {}
PINYIN_OF = {}
for _entry in READINGS.split():
    HANGUL_OF[_entry[0]] = _entry[1]
    PINYIN_OF[_entry[0]] = _entry[2:]
# The same syllables with a sound that the South drops or changes at the start of a word.
SOUTH_ONSET = {
    "리": "이", "림": "임", "량": "양", "려": "여", "류": "유", "렬": "열", "률": "율", "룡": "용", "례": "예", "련": "연",
    "립": "입", "륭": "융", "린": "인", "락": "낙", "록": "녹", "로": "노", "녀": "여", "라": "나", "념": "염", "렴": "염",
    "란": "난", "륜": "윤", "년": "연",
}

# Family names as they are printed, the common spellings first.
FAMILY_SPELLINGS = {
    "김": "Kim Kim Kim Gim", "이": "Lee Lee Yi Rhee Lee Ree", "박": "Park Park Pak Bak", "최": "Choi Choi Choe Choy",
    "정": "Jung Chung Jeong Chong Cheong", "강": "Kang Kang Gang", "조": "Cho Cho Jo Joe", "윤": "Yoon Yun Youn",
    "장": "Jang Chang", "임": "Lim Im Rim Yim", "한": "Han Hahn", "오": "Oh Oh O", "서": "Seo Suh So Sur", "신": "Shin Sin",
    "권": "Kwon Kwon Kwun", "황": "Hwang Whang", "안": "Ahn An", "송": "Song", "유": "Yoo Yu You Ryu Ryoo",
    "류": "Ryu Yoo Yu Ryoo", "전": "Jeon Chun Jun Chon", "홍": "Hong", "고": "Ko Koh Go", "문": "Moon Mun", "손": "Son Sohn",
    "양": "Yang Ryang", "배": "Bae Pae Bai", "백": "Baek Paik Paek Baik", "허": "Hur Heo Huh Ho", "남": "Nam",
    "심": "Shim Sim", "노": "Noh No Roh Ro", "하": "Ha Hah", "곽": "Kwak Kwack", "성": "Sung Seong", "차": "Cha Char",
    "주": "Joo Ju Chu", "우": "Woo U Wu", "구": "Koo Ku Gu", "진": "Jin Chin", "민": "Min", "나": "Na Ra Nah", "라": "Ra Na",
    "지": "Ji Chi Jee", "엄": "Eom Um Ohm Om", "채": "Chae Chai", "원": "Won", "천": "Cheon Chun Chon", "방": "Bang Pang",
    "공": "Kong Gong", "현": "Hyun Hyeon Hyon", "변": "Byun Byeon Pyon", "함": "Ham Hahm", "염": "Yeom Yum Yom",
    "여": "Yeo Yuh Yo", "추": "Choo Chu", "도": "Do To", "석": "Seok Suk Sok", "선": "Sun Seon", "설": "Seol Sul Sol",
    "마": "Ma Mah", "길": "Gil Kil", "연": "Yeon Youn Yon", "표": "Pyo", "명": "Myung Myeong Myong", "기": "Ki Kee",
    "맹": "Maeng", "모": "Mo", "목": "Mok", "반": "Ban Pan", "봉": "Bong", "소": "So Soh", "왕": "Wang", "금": "Keum Kum Geum",
    "어": "Eo Uh", "남궁": "Namgung Namkoong Namkung", "선우": "Sunwoo Sonu Seonwoo", "제갈": "Jegal Chegal Jaegal",
    "황보": "Hwangbo Whangbo", "독고": "Dokko Tokko Dokgo",
}
# Syllables of given names as they are printed, where that is not plainly what the letters give.
SPELLINGS = {
    "영": "Young Young Yung Yeong Yong", "희": "Hee Hee Hui Hi", "수": "Soo Su", "숙": "Sook Suk", "철": "Chul Cheol Chol",
    "정": "Jung Jeong Chung Chong", "성": "Sung Seong Song", "선": "Sun Seon Son", "준": "Joon Jun Chun", "경": "Kyung Kyong Gyeong",
    "현": "Hyun Hyon Hyeon", "우": "Woo U Wu", "석": "Suk Seok Sok", "순": "Soon Sun", "훈": "Hoon Hun", "운": "Woon Un",
    "욱": "Wook Uk", "혁": "Hyuk Hyeok Hyok", "명": "Myung Myong Myeong", "병": "Byung Pyong Byeong", "연": "Yeon Youn Yun Yon",
    "열": "Yul Yeol Yol", "원": "Won", "은": "Eun Un", "근": "Keun Geun Kun", "승": "Seung Sung", "식": "Sik Shik",
    "신": "Shin Sin", "시": "Si Shi", "환": "Hwan Whan", "기": "Ki Gi Kee", "구": "Koo Ku Gu", "규": "Kyu Gyu Kyoo",
    "국": "Kook Kuk Guk", "길": "Kil Gil", "갑": "Kap Gap", "래": "Rae Lae", "애": "Ae Ai", "옥": "Ok Ock", "용": "Yong Young",
    "유": "Yoo Yu", "율": "Yul Yool", "익": "Ik Ick", "재": "Jae Jai Chae", "종": "Jong Chong", "주": "Joo Ju Chu",
    "중": "Joong Jung Chung", "진": "Jin Chin", "창": "Chang", "춘": "Choon Chun", "충": "Choong Chung", "태": "Tae Tai",
    "택": "Taek Tack", "학": "Hak Hack", "해": "Hae Hai", "혜": "Hye Hae", "화": "Hwa Wha", "회": "Hoe Hoi", "흥": "Heung Hung",
    "광": "Kwang Gwang", "덕": "Duk Deok Tok Dok", "동": "Dong Tong", "대": "Dae Tae Dai", "두": "Doo Du Tu", "봉": "Bong Pong",
    "복": "Bok Pok", "분": "Boon Bun Pun", "금": "Keum Kum Geum", "계": "Kye Gye Kay", "관": "Kwan Gwan", "권": "Kwon Gwon",
    "균": "Kyun Gyun Kyoon", "형": "Hyung Hyong Hyeong", "응": "Eung Ung", "일": "Il Ill", "웅": "Woong Ung", "자": "Ja Cha",
    "지": "Ji Chi Jee", "점": "Jum Jeom Chom", "범": "Bum Beom Pom", "섭": "Sup Seop Sop", "헌": "Hun Heon Hon", "월": "Wol Wall",
    "님": "Nim", "례": "Rye Lye Ye", "녀": "Nyeo Nyo Yo", "림": "Rim Lim Im", "룡": "Ryong Yong", "률": "Ryul Yul",
    "량": "Ryang Yang", "록": "Rok Nok", "란": "Ran Nan Lan", "득": "Deuk Duk Tuk", "술": "Sool Sul", "건": "Kun Geon Kon Gun",
    "서": "Seo Suh So", "소": "So Soh", "하": "Ha Hah", "아": "Ah A", "나": "Na Nah", "예": "Ye Yea", "도": "Do To", "민": "Min",
    "빈": "Bin Been Pin", "찬": "Chan", "윤": "Yoon Yun", "홍": "Hong", "필": "Pil Phil", "삼": "Sam", "천": "Chun Cheon Chon",
    "년": "Nyeon Nyon Nyun", "모": "Mo Moh", "치": "Chi", "배": "Bae Pae Bai", "상": "Sang", "심": "Shim Sim", "실": "Shil Sil",
}

REVISED = (
    ["g", "kk", "n", "d", "tt", "r", "m", "b", "pp", "s", "ss", "", "j", "jj", "ch", "k", "t", "p", "h"],
    ["a", "ae", "ya", "yae", "eo", "e", "yeo", "ye", "o", "wa", "wae", "oe", "yo", "u", "wo", "we", "wi", "yu", "eu", "ui", "i"],
)
NORTHERN = (
    ["k", "kk", "n", "t", "tt", "r", "m", "p", "pp", "s", "ss", "", "j", "jj", "ch", "kh", "th", "ph", "h"],
    ["a", "ae", "ya", "yae", "o", "e", "yo", "ye", "o", "wa", "wae", "oe", "yo", "u", "wo", "we", "wi", "yu", "u", "ui", "i"],
)
LIBRARY = (
    ["k", "kk", "n", "t", "tt", "r", "m", "p", "pp", "s", "ss", "", "ch", "tch", "ch'", "k'", "t'", "p'", "h"],
    ["a", "ae", "ya", "yae", "ŏ", "e", "yŏ", "ye", "o", "wa", "wae", "oe", "yo", "u", "wŏ", "we", "wi", "yu", "ŭ", "ŭi", "i"],
)
CODA_LETTERS = {"": "", "ㄱ": "k", "ㄴ": "n", "ㄷ": "t", "ㄹ": "l", "ㅁ": "m", "ㅂ": "p", "ㅅ": "t", "ㅇ": "ng", "ㅋ": "k", "ㅌ": "t", "ㅍ": "p"}


def parts(syllable):
    number = ord(syllable) - 0xAC00
    return number // 588, number // 28 % 21, CODAS[number % 28]


def dice(*names):
    """Numbers drawn for one purpose, the same on every machine and whatever else is drawn."""
    state = zlib.crc32("/".join(names).encode())
    while True:
        state = (state * 6364136223846793005 + 1442695040888963407) % 2**64
        yield (state >> 33) / 2**31


def pick(numbers, items):
    return items[int(next(numbers) * len(items))]


def half(key):
    return "report" if zlib.crc32(key.encode()) >> 5 & 1 else "tune"


# Spelling


def letters(syllable, system):
    onset, vowel, coda = parts(syllable)
    return system[0][onset] + system[1][vowel] + CODA_LETTERS[coda]


def alalc_word(syllables, joint="-"):
    """Syllables in ALA-LC, with the sounds that change where they meet."""
    texts = []
    codas = []
    for syllable in syllables:
        onset, vowel, coda = parts(syllable)
        first = LIBRARY[0][onset]
        if codas:
            before = codas[-1]
            if before in ("", "n", "m", "ng"):
                first = {"k": "g", "t": "d", "p": "b", "ch": "j"}.get(first, first)
            if before == "l":
                first = {"k": "g", "p": "b"}.get(first, first)
            if first == "r" and before in ("n", "l"):
                first, before = "l", "l"
            elif first == "n" and before == "l":
                first = "l"
            elif first == "r" and before in ("m", "ng", "k", "p"):
                first = "n"
            if first in ("n", "m"):
                before = {"k": "ng", "p": "m", "t": "n"}.get(before, before)
            elif first == "":
                before = {"k": "g", "p": "b", "l": "r", "t": "d"}.get(before, before)
            elif first == "h" and before == "l":
                before = "r"
            codas[-1] = before
        texts.append(first + LIBRARY[1][vowel])
        codas.append(CODA_LETTERS[coda])
    return joint.join(text + coda for text, coda in zip(texts, codas)).capitalize()


def alalc(family, given):
    """A name in ALA-LC. The Library writes 이 as Yi, and two-syllable family names in one word."""
    if family in ("이", "리"):
        head = "Yi"
    else:
        head = alalc_word(SOUTH_ONSET.get(family, family), "")
    return head + " " + alalc_word(given)


def plain(text):
    """Without breves, apostrophes and anything that is no letter."""
    text = unicodedata.normalize("NFD", text)
    return "".join(letter for letter in text if letter.isascii() and (letter.isalpha() or letter in " -,"))


def printed(syllable):
    """The spellings in which newspapers, passports and the bearers themselves write a syllable, the common ones first."""
    if syllable in SPELLINGS:
        return SPELLINGS[syllable].split()
    onset, vowel, coda = parts(syllable)
    found = [letters(syllable, REVISED).capitalize()]
    if VOWELS[vowel] == "ㅓ":
        found.append((REVISED[0][onset] + "u" + CODA_LETTERS[coda]).capitalize())
    if VOWELS[vowel] == "ㅜ":
        found.append((REVISED[0][onset] + "oo" + CODA_LETTERS[coda]).capitalize())
    if ONSETS[onset] == "ㄱ":
        found.append("K" + found[0][1:])
    return found


def northern(syllable, first=True):
    text = letters(syllable, NORTHERN)
    if not first and text[0] in "ktp" and text[1] not in "hkt":
        text = {"k": "g", "t": "d", "p": "b"}[text[0]] + text[1:]
    return text.capitalize()


def all_spellings(syllables, family):
    """Every way in which some common system writes a syllable or a family name, in small letters, marks dropped."""
    found = set()
    readings = {syllables, SOUTH_ONSET.get(syllables, syllables)}
    readings |= {key for key, value in SOUTH_ONSET.items() if value in readings}
    for reading in readings:
        if family:
            found.update(FAMILY_SPELLINGS.get(reading, "").lower().split())
        else:
            found.update(text.lower() for text in printed(reading))
        found.add("".join(letters(one, REVISED) for one in reading))
        found.add("".join(northern(one, index == 0).lower() for index, one in enumerate(reading)))
        word = plain(alalc_word(reading, "")).lower()
        found.add(word)
        # Between vowels.
        for hard, soft in (("ch", "j"), ("k", "g"), ("t", "d"), ("p", "b")):
            if word.startswith(hard):
                found.add(soft + word[len(hard):])
    if family and syllables in ("이", "리"):
        found.update(["yi", "ri", "li", "i"])
    return found


_known = {}


def known(syllables, family):
    if (syllables, family) not in _known:
        _known[syllables, family] = all_spellings(syllables, family)
    return _known[syllables, family]


def alike(one, other):
    """Whether some common system could write both names alike: such a pair is no fair example of two persons."""
    if one.key == other.key or plain(one.alalc).lower() == plain(other.alalc).lower():
        return True
    if not (one.given and other.given):
        return False
    if not known(one.family, True) & known(other.family, True):
        return False
    if len(one.given) == len(other.given):
        if all(known(a, False) & known(b, False) for a, b in zip(one.given, other.given)):
            return True
    if max(len(one.given), len(other.given)) > 2:
        return False
    words = [
        {"".join(text) for text in itertools.product(*(known(syllable, False) for syllable in person.given))}
        for person in (one, other)
    ]
    return bool(words[0] & words[1])


def shape(family, given, numbers, capitals=False):
    """Family name first or last, the given name hyphenated, in two words or in one."""
    hyphen = given[0] + "".join("-" + text.lower() for text in given[1:])
    one = given[0] + "".join(text.lower() for text in given[1:])
    two = " ".join(given)
    text, name = pick(numbers, [(hyphen, "hyphen"), (hyphen, "hyphen"), (two, "two words"), (one, "one word")])
    if capitals:
        family = family.upper()
    if next(numbers) < 0.3:
        return f"{text} {family}", f"{name}, given name first"
    return f"{family} {text}", name


def respell(person, style, numbers):
    """A name as somebody else prints it. What is returned second says how."""
    if style == "rr":
        # By syllable, as the South's rule for names has it.
        family = "".join(letters(one, REVISED) for one in SOUTH_ONSET.get(person.family, person.family)).capitalize()
        given = [letters(one, REVISED).capitalize() for one in person.given]
        text, how = shape(family, given, numbers)
    elif style == "dprk":
        family = NORTH_FAMILY.get(person.family, person.family)
        family = "".join(northern(one, index == 0) for index, one in enumerate(family)).capitalize()
        text, how = f"{family} " + " ".join(northern(one, index == 0) for index, one in enumerate(person.given)), "two words"
    elif style == "plain":
        text, how = plain(person.alalc), "marks dropped"
    else:
        spellings = FAMILY_SPELLINGS.get(person.family)
        family = pick(numbers, spellings.split()) if spellings else "".join(printed(one)[0] for one in person.family).capitalize()
        given = [pick(numbers, printed(one)) for one in person.given]
        text, how = shape(family, given, numbers, capitals=style == "passport")
        if style == "passport" and next(numbers) < 0.5:
            text = text.upper()
    return text, f"{style}, {how}"


STYLES = ["press", "press", "passport", "rr", "dprk", "plain"]


# Persons


def read_hanja(text, label):
    """The Hangul of a name in Chinese characters, if our readings give just the spelling that the cataloguer gave."""
    options = []
    for character in text:
        reading = HANGUL_OF.get(character)
        if reading is None:
            return None
        options.append([reading, SOUTH_ONSET[reading]] if reading in SOUTH_ONSET else [reading])
    found = [
        syllables for syllables in itertools.product(*options) if alalc(syllables[0], syllables[1:]) == label
    ]
    if len(found) != 1 and not (len(found) > 1 and len({tuple(f[1:]) for f in found}) == 1):
        return None
    family = SOUTH_ONSET.get(found[0][0], found[0][0])
    return family, "".join(found[0][1:])


def catalogue():
    """The persons of loc.csv: those written in Hangul, and those in Chinese characters."""
    hangul, hanja = [], []
    with open(f"{HERE}/loc.csv", encoding="utf-8", newline="") as file:
        for row in csv.DictReader(file):
            text, label = row["script"], unicodedata.normalize("NFC", row["ala_lc"])
            if "가" <= text[0] <= "힣":
                length = len(re.findall("[aeiouŏŭ]+", label.split()[0].lower().replace("y", "")))
                joined = text.replace(" ", "")
                hangul.append((text, Person(label, joined[:length], joined[length:], label, None)))
            else:
                reading = read_hanja(unicodedata.normalize("NFKC", text), label) or ("", "")
                hanja.append((text, Person(label, *reading, label, unicodedata.normalize("NFKC", text))))
    return hangul, hanja


def invented(count, taken):
    """Names put together from common syllables, as often as the family names are met."""
    numbers = dice("invented")
    urn = [family for family, weight in FAMILIES.items() for _ in range(weight)]
    persons = []
    while len(persons) < count:
        family = pick(numbers, urn)
        first, second = pick(numbers, [MEN, MEN, WOMEN, WOMEN, LATE])
        given = pick(numbers, SINGLE) if next(numbers) < 0.03 else pick(numbers, first) + pick(numbers, second)
        label = alalc(family, given)
        if label in taken or (len(given) == 2 and given[0] == given[1]):
            continue
        taken.add(label)
        persons.append(Person(label, family, given, label, None))
    return persons


def distance(one, other):
    before = list(range(len(other) + 1))
    for index, letter in enumerate(one):
        row = [index + 1]
        for place, against in enumerate(other):
            row.append(min(before[place] + (letter != against), before[place + 1] + 1, row[place] + 1))
        before = row
    return before[-1]


def others(person, pool, numbers, strangers=True):
    """Other persons of the same half: the nearest of the family name, one of the family name, and anybody."""
    pool = [one for one in pool if half(one.key) == half(person.key) and not alike(one, person)]
    head = person.alalc.split()[0]
    family = [one for one in pool if one.alalc.split()[0] == head]
    chosen = []
    near = min(family or pool, key=lambda one: (distance(one.alalc, person.alalc), one.alalc))
    chosen.append((near, "nearest of the family name" if family else "nearest"))
    rest = [one for one in family if one.key != near.key]
    if rest:
        chosen.append((pick(numbers, rest), "same family name"))
    if strangers:
        chosen.append((pick(numbers, [one for one in pool if one.key != near.key]), "any other"))
    return chosen


class Table:
    """The rows, without those that another row has already."""

    def __init__(self):
        self.rows = []
        self.seen = set()
        self.counts = Counter()

    def add(self, kind, key, a, b, label, why):
        if (kind, a, b) in self.seen:
            return
        self.seen.add((kind, a, b))
        self.counts[kind] += 1
        self.rows.append((f"{kind}-{self.counts[kind]:04d}", half(key), kind, a, b, label, why))


# Kinds


def labelled(table, kind, entries):
    """Real names against the spelling that a cataloguer gave to them."""
    pool = [person for _, person in entries]
    for text, person in entries:
        numbers = dice(kind, person.key, text)
        table.add(kind, person.key, text, person.alalc, "same", "the cataloguer's spelling")
        for other, why in others(person, pool, numbers):
            table.add(kind, person.key, text, other.alalc, "different", why)


def latin(table, persons):
    """ALA-LC against another spelling, and two other spellings against each other."""
    kind = "latin-latin"
    for person in persons:
        numbers = dice(kind, person.key)
        two = next(numbers) < 0.5

        def spelled(one, style):
            return respell(one, style, numbers)

        style = pick(numbers, STYLES)
        left, left_how = respell(person, pick(numbers, STYLES[:5]), numbers) if two else (person.alalc, "ALA-LC")
        for _ in range(4):
            right, right_how = spelled(person, style)
            if right != left:
                break
            style = pick(numbers, STYLES)
        else:
            continue
        table.add(kind, person.key, left, right, "same", f"{left_how} / {right_how}")
        for other, why in others(person, persons, numbers, strangers=False):
            right, right_how = spelled(other, pick(numbers, STYLES))
            table.add(kind, person.key, left, right, "different", f"{why}; {left_how} / {right_how}")


def hangul_latin(table, persons):
    kind = "hangul-latin"
    for person in persons:
        numbers = dice(kind, person.key)
        text = person.family + person.given
        right, how = respell(person, pick(numbers, STYLES[:5]), numbers)
        table.add(kind, person.key, text, right, "same", how)
        for other, why in others(person, persons, numbers, strangers=False):
            right, how = respell(other, pick(numbers, STYLES[:5]), numbers)
            table.add(kind, person.key, text, right, "different", f"{why}; {how}")


def one_other_syllable(person, numbers):
    """The name with one other syllable in the given name: one that is no spelling of the South or North, and no slip."""
    place = int(next(numbers) * len(person.given))
    old = person.given[place]
    while True:
        new = pick(numbers, MEN[0] + WOMEN[1])
        close = new == old or TYPED.get(new) == old or TYPED.get(old) == new or same_sound(new, old)
        if not close:
            return person.family + person.given[:place] + new + person.given[place + 1:]


def same_sound(one, other):
    fold = {**SOUTH_ONSET, **{south: south for south in SOUTH_ONSET.values()}}
    return fold.get(one, one) == fold.get(other, other)


def south_and_north(person):
    """The name as the other side writes it, or None where both write it alike."""
    family = NORTH_FAMILY.get(person.family, person.family)
    given = person.given[0] + "".join(NORTH_GIVEN.get(one, one) for one in person.given[1:]) if person.given else ""
    text = family + given
    return text if text != person.family + person.given else None


def hangul_hangul(table, persons):
    kind = "hangul-hangul"
    for index, person in enumerate(persons):
        numbers = dice(kind, person.key)
        text = person.family + person.given
        written = []
        north = south_and_north(person)
        if north:
            written.append((text, north, "South and North"))
        if index % 4 == 0:
            written.append((text, unicodedata.normalize("NFD", text), "decomposed letters"))
        if index % 4 == 1:
            written.append((text, f"{person.family} {person.given}", "space after the family name"))
        if index % 8 == 2 and len(person.given) == 2:
            written.append((text, " ".join([person.family, *person.given]), "spaces between all"))
        for a, b, why in written:
            table.add(kind, person.key, a, b, "same", why)
            other = one_other_syllable(person, numbers)
            if why == "decomposed letters":
                other = unicodedata.normalize("NFD", other)
            elif why != "South and North":
                other = other[: len(person.family)] + " " + other[len(person.family):]
            table.add(kind, person.key, a, other, "different", f"one other syllable; {why}")


def hanja_hangul(table, persons):
    kind = "hanja-hangul"
    persons = [person for person in persons if person.given]
    for person in persons:
        numbers = dice(kind, person.key)
        table.add(kind, person.key, person.hanja, person.family + person.given, "same", "South")
        if person.family in NORTH_FAMILY and HANGUL_OF[person.hanja[0]] == NORTH_FAMILY[person.family]:
            table.add(kind, person.key, person.hanja, NORTH_FAMILY[person.family] + person.given, "same", "North")
        for other, why in others(person, persons, numbers):
            table.add(kind, person.key, person.hanja, other.family + other.given, "different", why)


def mandarin(person):
    syllables = [PINYIN_OF[one] for one in person.hanja]
    return syllables[0].capitalize(), syllables[1:]


def pinyin(table, persons):
    """Korean names in Chinese characters against what a Chinese newspaper prints in Latin letters."""
    kind = "hanja-pinyin"
    persons = sorted((one for one in persons if len(one.hanja) == 3), key=lambda one: zlib.crc32(one.key.encode()))[:70]
    for person in persons:
        numbers = dice(kind, person.key)

        def written(one):
            family, given = mandarin(one)
            return pick(
                numbers,
                [
                    (f"{family} {''.join(given).capitalize()}", "one word"),
                    (f"{family} {''.join(given).capitalize()}", "one word"),
                    (f"{family.upper()} {''.join(given).capitalize()}", "capitals"),
                    (f"{family} {'-'.join(given).capitalize()}", "hyphen"),
                ],
            )

        text, how = written(person)
        table.add(kind, person.key, person.hanja, text, "same", how)
        for other, why in others(person, persons, numbers, strangers=False):
            if mandarin(other) != mandarin(person):
                text, how = written(other)
                table.add(kind, person.key, person.hanja, text, "different", f"{why}; {how}")


# Japanese names: characters, kana, Latin. The names that are known to be abducted persons' are kept out by not using
# those family names at all.
JAPANESE_FAMILIES = """
佐藤/さとう/Satō 鈴木/すずき/Suzuki 高橋/たかはし/Takahashi 伊藤/いとう/Itō 加藤/かとう/Katō 吉田/よしだ/Yoshida 山田/やまだ/Yamada
斎藤/さいとう/Saitō 遠藤/えんどう/Endō 後藤/ごとう/Gotō 清水/しみず/Shimizu 長谷川/はせがわ/Hasegawa 大野/おおの/Ōno 小野/おの/Ono
大塚/おおつか/Ōtsuka 井上/いのうえ/Inoue 工藤/くどう/Kudō 近藤/こんどう/Kondō 河野/こうの/Kōno 藤井/ふじい/Fujii 菊地/きくち/Kikuchi
松浦/まつうら/Matsuura 本田/ほんだ/Honda 千葉/ちば/Chiba
"""
JAPANESE_GIVEN = """
洋子/ようこ/Yōko 涼子/りょうこ/Ryōko 裕子/ゆうこ/Yūko 由紀子/ゆきこ/Yukiko 一郎/いちろう/Ichirō 健一/けんいち/Ken'ichi 純一/じゅんいち/Jun'ichi
慎一/しんいち/Shin'ichi 真理子/まりこ/Mariko 恵美/えみ/Emi 和夫/かずお/Kazuo 幸子/さちこ/Sachiko 清/きよし/Kiyoshi 勇/いさむ/Isamu
節子/せつこ/Setsuko 久美子/くみこ/Kumiko 雄二/ゆうじ/Yūji 浩二/こうじ/Kōji 潤子/じゅんこ/Junko 信夫/のぶお/Nobuo 千鶴子/ちづこ/Chizuko
哲夫/てつお/Tetsuo 祥子/しょうこ/Shōko 修/おさむ/Osamu さくら/さくら/Sakura しのぶ/しのぶ/Shinobu みどり/みどり/Midori まゆみ/まゆみ/Mayumi
"""
Japanese = namedtuple("Japanese", "key kanji kana family given")


def japanese(count):
    numbers = dice("japanese")
    families = [entry.split("/") for entry in JAPANESE_FAMILIES.split()]
    given = [entry.split("/") for entry in JAPANESE_GIVEN.split()]
    persons = {}
    while len(persons) < count:
        one, two = pick(numbers, families), pick(numbers, given)
        key = f"{one[2]} {two[2]}"
        persons[key] = Japanese(key, (one[0], two[0]), (one[1], two[1]), one[2], two[2])
    return list(persons.values())


def bare(text):
    """Hepburn with nothing but letters, and long vowels as short ones."""
    return plain(text).replace("-", "")


def hepburn(person, numbers):
    """A Japanese name in Latin letters, long vowels written in one of the ways that are met."""
    ways = [
        (lambda text: text, "macron"),
        (bare, "no macron"),
        (lambda text: bare(text.replace("ō", "oh").replace("Ō", "Oh")), "oh"),
        (lambda text: bare(text.replace("ō", "ou").replace("ū", "uu").replace("Ō", "Oo")), "long vowels written out"),
    ]
    way, name = pick(numbers, ways)
    family, given = way(person.family), way(person.given)
    text, order = pick(
        numbers,
        [
            (f"{family} {given}", ""),
            (f"{family} {given}", ""),
            (f"{given} {family}", ", given name first"),
            (f"{family.upper()} {given}", ", capitals"),
        ],
    )
    return text, name + order


def katakana(text):
    return "".join(chr(ord(letter) + 0x60) if "ぁ" <= letter <= "ゖ" else letter for letter in text)


def japanese_pairs(table, persons):
    for kind in ("kana-latin", "kanji-latin"):
        for person in persons:
            numbers = dice(kind, person.key)
            source = person.kana if kind == "kana-latin" else person.kanji
            joint = pick(numbers, ["", " "])
            for number in range(3):
                text = joint.join(source)
                if kind == "kana-latin" and number == 2:
                    text = katakana(text)
                right, how = hepburn(person, numbers)
                table.add(kind, person.key, text, right, "same", how)
            pool = [
                one for one in persons if half(one.key) == half(person.key)
                and bare(one.key) != bare(person.key) and one.key != person.key
            ]
            family = [one for one in pool if one.family == person.family]
            given = [one for one in pool if one.given == person.given]
            near = min(pool, key=lambda one: (distance(one.key, person.key), one.key))
            chosen = [(near, "nearest")]
            if family:
                chosen.append((pick(numbers, family), "same family name"))
            if given:
                chosen.append((pick(numbers, given), "same given name"))
            chosen.append((pick(numbers, pool), "any other"))
            for other, why in chosen:
                right, how = hepburn(other, numbers)
                table.add(kind, person.key, joint.join(source), right, "different", f"{why}; {how}")


# Errors

ENDINGS = {spelling.lower() for syllable in SPELLINGS for spelling in known(syllable, False)}


def reads_as_a_name(text):
    return all(part in ENDINGS for part in re.split("[ -]", text.lower()))


def letter_slip(text, numbers, slip):
    """One letter dropped, doubled or two turned round in the given name; None where the result is itself good spelling."""
    head, tail = text.split(" ", 1)
    places = [index for index, letter in enumerate(tail) if letter.isalpha() and 0 < index < len(tail) - 1]
    for _ in range(8):
        if not places:
            return None
        place = pick(numbers, places)
        if slip == "dropped":
            made = tail[:place] + tail[place + 1:]
        elif slip == "doubled":
            made = tail[:place] + tail[place] + tail[place:]
        else:
            made = tail[:place] + tail[place + 1] + tail[place] + tail[place + 2:]
            if not made.replace("-", "").replace(" ", "").isalpha() or "-" in tail[place:place + 2] or " " in tail[place:place + 2]:
                continue
        if made != tail and not reads_as_a_name(made):
            return f"{head} {made}"
    return None


def family_first(person, numbers):
    """A spelling with the family name first and a hyphen, to make errors in."""
    family = pick(numbers, FAMILY_SPELLINGS[person.family].split())
    given = [pick(numbers, printed(one)) for one in person.given]
    return family, given[0] + "".join("-" + one.lower() for one in given[1:])


def hangul_slip(person, numbers):
    places = [index for index, one in enumerate(person.given) if one in TYPED]
    if not places:
        return None
    place = pick(numbers, places)
    made = TYPED[person.given[place]]
    return person.family + person.given[:place] + made + person.given[place + 1:], made


ERRORS = [
    "letter typed wrong", "letter typed wrong, against Latin", "dropped letter", "doubled letter", "turned letters",
    "missing hyphen", "order swapped", "family name in capitals", "all capitals", "comma", "title in Hangul", "title in Latin",
]


def with_error(person, error, latin_name, numbers):
    """The name with the error, or None where the error cannot be made in it, and a remark."""
    family, given = latin_name
    text = person.family + person.given
    if error.startswith("letter typed wrong"):
        slip = hangul_slip(person, numbers)
        if slip is None:
            return None
        real = any(slip[1] in syllables for syllables in (*MEN, *WOMEN, *LATE))
        return slip[0], "; also a name" if real else ""
    if error in ("dropped letter", "doubled letter", "turned letters"):
        made = letter_slip(f"{family} {given}", numbers, error.split()[0])
        return made and (made, "")
    if error == "title in Hangul":
        return pick(numbers, [f"{text} 씨", f"{text} 선생", f"{text}님", f"고 {text}", f"{text} (남)", f"{text} 여사"]), ""
    return {
        "missing hyphen": f"{family} {given.replace('-', '')}",
        "order swapped": f"{given} {family}",
        "family name in capitals": f"{family.upper()} {given.replace('-', ' ').title()}",
        "all capitals": f"{family} {given}".upper(),
        "comma": f"{family}, {given}",
        "title in Latin": pick(numbers, [f"Mr. {family} {given}", f"Mrs. {given} {family}", f"Dr. {family} {given}", f"Ms {given} {family}"]),
    }[error], ""


def errors(table, persons):
    kind = "errors"
    # Names of two syllables alone, so that all errors can be made.
    persons = [person for person in persons if len(person.given) == 2]
    for index, person in enumerate(persons):
        numbers = dice(kind, person.key)
        near, which = others(person, persons, numbers, strangers=False)[0]
        for error in (ERRORS[index % len(ERRORS)], ERRORS[(index + 5) % len(ERRORS)]):
            latin_name = family_first(person, numbers)
            made = with_error(person, error, latin_name, numbers)
            if made is None:
                continue
            text, remark = made
            left = f"{latin_name[0]} {latin_name[1]}"
            if error in ("letter typed wrong", "title in Hangul"):
                left = person.family + person.given
            elif error not in ("letter typed wrong, against Latin", "dropped letter", "doubled letter", "turned letters"):
                # Beside Hangul, or beside another Latin spelling.
                left = person.family + person.given if index % 2 else respell(person, "dprk", numbers)[0]
            if left == text:
                continue
            table.add(kind, person.key, left, text, "same", error + remark)
            made = with_error(near, error, family_first(near, numbers), numbers)
            if made is not None and not slip_of(left, made[0]):
                table.add(kind, person.key, left, made[0], "different", f"{which}; {error}")


def slip_of(one, other):
    """Whether two names in Hangul are equal but for one syllable that typists mistake."""
    if len(one) != len(other):
        return False
    pairs = [(a, b) for a, b in zip(one, other) if a != b]
    return not pairs or (len(pairs) == 1 and (TYPED.get(pairs[0][0]) == pairs[0][1] or TYPED.get(pairs[0][1]) == pairs[0][0]))


def seen_wrong(table, persons):
    """Chinese characters taken for similar ones, in names of the catalogue."""
    kind = "errors"
    pool = [person for person in persons if person.hanja]
    for person in pool:
        numbers = dice(kind, "seen", person.key)
        places = [index for index, one in enumerate(person.hanja) if index and one in SEEN]
        if not places:
            continue
        place = pick(numbers, places)
        made = person.hanja[:place] + SEEN[person.hanja[place]] + person.hanja[place + 1:]
        table.add(kind, person.key, person.hanja, made, "same", "similar character")
        other = others(person, pool, numbers, strangers=False)[0][0]
        if len(other.hanja) != len(person.hanja) or sum(a != b for a, b in zip(other.hanja, person.hanja)) > 1:
            table.add(kind, person.key, person.hanja, other.hanja, "different", "nearest; similar character")


def missing(table, persons):
    """Names of which a part is not told. The label is the truth, which the text alone cannot settle."""
    kind = "missing"
    persons = [person for person in persons if len(person.given) == 2]
    for index, person in enumerate(persons):
        numbers = dice(kind, person.key)
        near = others(person, persons, numbers, strangers=False)[0][0]
        for one, label in ((person, "same"), (near, "different")):
            family, given = family_first(one, numbers)
            first, second = given.split("-")
            text = one.family + one.given
            left = person.family + person.given
            right, why = [
                (one.given, "given name alone"),
                (given, "given name alone, Latin"),
                (f"{family} {first[0]}.{second[0].upper()}.", "family name and initials"),
                (f"{first[0]}. {second[0].upper()}. {family}", "family name and initials, last"),
                (one.family + "○" + one.given[1], "one syllable masked"),
                (f"{family} {first}", "half of the given name"),
            ][index % 6]
            if index % 6 in (1, 2, 3, 5) and index % 4 > 1:
                left = respell(person, "rr", numbers)[0]
            if label == "different":
                if one.given[1] == person.given[1] and "masked" in why or one.given[0] == person.given[0] and "half" in why:
                    continue
                if "initials" in why and [ONSETS[parts(x)[0]] for x in one.given] == [ONSETS[parts(x)[0]] for x in person.given]:
                    continue
            table.add(kind, person.key, left, right, label, f"weak: {why}")


def main():
    hangul, hanja = catalogue()
    made = invented(600, {person.key for _, person in hangul + hanja})
    real = [person for _, person in hangul]
    read = {person.key: person for person in real + [person for _, person in hanja if person.given]}
    table = Table()
    labelled(table, "hangul-alalc", hangul)
    labelled(table, "hanja-alalc", hanja)
    latin(table, list(read.values()) + made[:320])
    hangul_latin(table, real + made[280:])
    hangul_hangul(table, made)
    hanja_hangul(table, [person for _, person in hanja])
    pinyin(table, [person for _, person in hanja])
    japanese_pairs(table, japanese(40))
    errors(table, made[:400])
    seen_wrong(table, [person for _, person in hanja])
    missing(table, made[300:540])
    with open(f"{HERE}/pairs.csv", "w", encoding="utf-8", newline="") as file:
        writer = csv.writer(file, lineterminator="\n")
        writer.writerow(["id", "half", "kind", "a", "b", "label", "why"])
        writer.writerows(table.rows)
    counts = Counter((row[2], row[1], row[5]) for row in table.rows)
    columns = [("tune", "same"), ("tune", "different"), ("report", "same"), ("report", "different")]
    print(f"{'kind':14}" + "".join(f"{half_name + ' ' + label:>18}" for half_name, label in columns) + f"{'all':>8}")
    for kind in dict.fromkeys(row[2] for row in table.rows):
        figures = [counts[kind, *column] for column in columns]
        print(f"{kind:14}" + "".join(f"{figure:18}" for figure in figures) + f"{sum(figures):8}")
    totals = [sum(row[1] == column[0] and row[5] == column[1] for row in table.rows) for column in columns]
    print(f"{'all':14}" + "".join(f"{figure:18}" for figure in totals) + f"{sum(totals):8}")


if __name__ == "__main__":
    main()
