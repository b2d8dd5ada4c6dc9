#!/usr/bin/env python3
"""Makes the sample exhibits. Everything in them is invented. Needs Debian's python3-pil and fonts-noto-cjk.

Run in this folder; the same versions of Pillow and its libraries give the same files. Their digests stand in the
.evidence.yaml files beside this folder.
"""
import math
import random
import struct
import wave

from PIL import Image, ImageDraw, ImageFilter, ImageFont
from PIL.TiffImagePlugin import IFDRational

FONT = "/usr/share/fonts/opentype/noto/NotoSerifCJK-Regular.ttc"
LETTER = """대한적십자사 귀중

저는 도씨 집안의 며느리입니다.
지난 경인년 가을 저녁에 군인 두 사람과
평복한 한 사람이 와서 물어볼 것이 있다며
남편을 데려갔습니다. 곧 온다 하고 나가서
여섯 해가 되도록 소식이 없습니다.

학교 건물에 있다는 말을 듣고 갔으나
만나지 못하였습니다. 살아 있는지만이라도
알아봐 주시기를 간절히 빕니다.

병신년 사월"""


def letter():
    chance = random.Random(1956)
    page = Image.new("L", (720, 940), 226)
    draw = ImageDraw.Draw(page)
    font = ImageFont.truetype(FONT, 27)
    for line in range(16):
        draw.line((60, 118 + 50 * line, 660, 118 + 50 * line), fill=196)
    for number, text in enumerate(LETTER.split("\n")):
        draw.text((74 + chance.randint(-2, 2), 76 + 50 * number), text, font=font, fill=58)
    draw.ellipse((560, 700, 640, 780), outline=120, width=4)
    page = page.rotate(0.7, expand=False, fillcolor=210, resample=Image.BICUBIC).filter(ImageFilter.GaussianBlur(0.6))
    pixels = page.load()
    for _ in range(2600):
        x, y = chance.randrange(720), chance.randrange(940)
        pixels[x, y] = max(0, pixels[x, y] - chance.randint(10, 60))
    page.quantize(16).save("letter-s1.png", optimize=True)


def photograph():
    chance = random.Random(1972)
    picture = Image.new("RGB", (640, 420), (182, 190, 196))
    draw = ImageDraw.Draw(picture)
    for y in range(230, 420):
        shade = 120 - (y - 230) // 4
        draw.line((0, y, 640, y), fill=(shade, shade + 8, shade + 14))
    draw.polygon([(150, 250), (500, 250), (450, 310), (200, 310)], fill=(70, 66, 60))
    draw.rectangle((270, 190, 350, 250), fill=(96, 92, 84))
    draw.line((400, 250, 400, 120), fill=(60, 58, 54), width=5)
    draw.polygon([(400, 125), (470, 240), (400, 240)], fill=(150, 146, 136))
    pixels = picture.load()
    for _ in range(9000):
        x, y = chance.randrange(640), chance.randrange(420)
        pixels[x, y] = tuple(max(0, min(255, value + chance.randint(-22, 22))) for value in pixels[x, y])
    exif = Image.Exif()
    exif[0x010F] = "Example Optical"
    exif[0x0110] = "EX-200 (invented)"
    exif[0x0131] = "Example Scan 1.0"
    exif[0x013B] = "Invented Photographer"
    exif[0x8298] = "Invented studio, Gasang Harbour"
    position = exif.get_ifd(0x8825)
    position[1], position[2] = "N", (IFDRational(37, 1), IFDRational(24, 1), IFDRational(0, 1))
    position[3], position[4] = "E", (IFDRational(124, 1), IFDRational(48, 1), IFDRational(0, 1))
    picture.convert("L").filter(ImageFilter.GaussianBlur(0.8)).save(
        "photo-s2.jpg", quality=70, exif=exif, comment=b"scanned for the family")


def names():
    with open("list-s1.txt", "w", encoding="utf-8") as file:
        file.write("행방불명자 명부 (가상)\n서대문 가상동, 1952년\n\n")
        for number, name in enumerate(["강여울", "도한돌", "서가람솔", "온누리별", "한새벽"], 1):
            file.write(f"{number}. {name}\n")
        file.write("\n이 명부는 지어낸 것이며 실제 인물과 관계가 없습니다.\n")


def sound():
    """Tones that rise and fall like a voice; nobody speaks."""
    rate = 8000
    chance = random.Random(2026)
    samples = bytearray()
    phase = 0.0
    for index in range(3 * rate):
        time = index / rate
        phase += 2 * math.pi * (150 + 40 * math.sin(2.1 * time) + 25 * math.sin(9 * time)) / rate
        syllable = max(0.0, math.sin(2 * math.pi * 2.6 * time))
        value = syllable * (0.6 * math.sin(phase) + 0.25 * math.sin(3 * phase)) + chance.uniform(-0.02, 0.02)
        samples.append(int(128 + 100 * max(-1.0, min(1.0, value))))
    with wave.open("audio-s5.wav", "wb") as file:
        file.setparams((1, 1, rate, len(samples), "NONE", ""))
        file.writeframes(bytes(samples))
    info = b"INFOIART" + struct.pack("<I", 18) + b"Invented recorder\0"
    with open("audio-s5.wav", "r+b") as file:
        data = file.read()
        chunk = b"LIST" + struct.pack("<I", len(info)) + info
        file.seek(0)
        file.write(data[:4] + struct.pack("<I", len(data) + len(chunk) - 8) + data[8:] + chunk)


if __name__ == "__main__":
    letter()
    photograph()
    names()
    sound()
