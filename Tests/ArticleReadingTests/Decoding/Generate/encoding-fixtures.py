#!/usr/bin/env python3
"""Writes Samples/Formats/encodings: one article in every encoding.

The tables are not those of the decoder: glibc's iconv for VISCII, Windows-1258 and TCVN, UniKey's
lists (vnconv/data.cpp, TCVN3, VPS and VNI-WIN) for the rest. Run it in the package's folder.
"""
import subprocess
import unicodedata
from pathlib import Path

ARTICLE = """Vĩnh Phúc: Khánh thành cầu Đồng Hữu sau mười tám tháng thi công

Ngày 14/9/2006

UBND tỉnh VĨNH PHÚC vừa khánh thành cầu Đồng Hữu bắc qua sông Phó Đáy, nối hai xã Liên Thạch và Hữu Lô. Cầu dài 126 m, rộng 9 m, tổng vốn gần 38 tỷ đồng.

Trước đây, bà con muốn sang chợ phải qua đò, mùa lũ thì nghỉ học, nghỉ chợ cả tuần. Ông Nguyễn Đức Quỳnh, trưởng thôn Đồng Hữu, kể: "Có năm nước xiết, ba ngày liền không ai dám chèo. Trẻ con đứng bờ bên này gọi sang bờ bên kia mà khóc".

Đơn vị thi công cho biết, trụ giữa sông được đóng sâu hơn 22 m vì nền cát yếu. Kỹ sư trẻ Vũ Thị Ngoãn phải ngủ lại lán suốt mùa mưa để theo dõi mực nước. Những hôm gió bấc, chị em trong xã mang cháo nóng ra cho thợ.

Từ nay, xe cứu thương đến trạm xá chỉ mất mười phút. Huyện sẽ mở thêm tuyến xe buýt, trồng hàng phượng vĩ dọc đường dẫn và đặt bảng nhắc giữ gìn vệ sinh ở hai đầu cầu.

Lê Thuỷ Tiên
"""

VNI_TONES = "\u00d8\u00d9\u00db\u00d5\u00cf"  # grave acute hook tilde dot, as capitals
VNI_ROUND = "\u00c2\u00c0\u00c1\u00c5\u00c3\u00c4"
VNI_BREVE = "\u00ca\u00c8\u00c9\u00da\u00dc\u00cb"
MARKS = ["\u0300", "\u0301", "\u0309", "\u0303", "\u0323"]
TCVN3 = dict(zip(
    "áàảãạăắằẳẵặâấầẩẫậđéèẻẽẹêếềểễệíìỉĩịóòỏõọôốồổỗộơớờởỡợúùủũụưứừửữựýỳỷỹỵĂÂĐÊÔƠƯ",
    bytes.fromhex(
        "b8b5b6b7b9a8bebbbcbdc6a9cac7c8c9cbaed0cccecfd1aad5d2d3d4d6ddd7d8dcdee3dfe1e2e4abe8e5e6e7e9"
        "acedeaebeceef3eff1f2f4adf8f5f6f7f9fdfafbfcfea1a2a7a3a4a5a6")))
VPS = dict(zip(
    "áàảãạăắằẳẵặâấầẩẫậđéèẻẽẹêếềểễệíìỉĩịóòỏõọôốồổỗộơớờởỡợúùủũụưứừửữựýỳỷỹỵĂÂĐÊÔƠƯĨÚ",
    bytes.fromhex(
        "e1e0e4e3e5e6a1a2a3a4a5e2c3c0c4c5c6c7e9e8c8ebcbea898a8bcd8cedecccefcef3f2d5f586f4d3d2b087b6"
        "d6a7a9aaabaefaf9fbdbf8dcd9d8babbbf9aff9bcf9c88c2f1cad4f7d0b8da")))


def by_table(table, lower=False):
    out = bytearray()
    for c in ARTICLE:
        if ord(c) < 128:
            out.append(ord(c))
        else:
            out.append(table[c] if c in table else table[c.lower()])
    return bytes(out)


def vni():
    single = {"đ": "ñ", "ơ": "ô", "ư": "ö", "í": "í", "ì": "ì", "ỉ": "æ", "ĩ": "ó", "ị": "ò", "ỵ": "î"}
    out = ""
    for c in ARTICLE:
        lower = c.lower()
        if ord(c) < 128:
            out += c
            continue
        if lower in single:
            piece = single[lower]
        else:
            parts = unicodedata.normalize("NFD", lower)
            tone = next((MARKS.index(m) for m in parts[1:] if m in MARKS), None)
            index = 0 if tone is None else tone + 1
            if "\u0302" in parts:
                piece = parts[0] + VNI_ROUND[index].lower()
            elif "\u0306" in parts:
                piece = parts[0] + VNI_BREVE[index].lower()
            else:
                base = unicodedata.normalize("NFC", parts[0] + ("\u031b" if "\u031b" in parts else ""))
                piece = single.get(base, base) + VNI_TONES[tone].lower()
        out += piece if c == lower else piece.upper()
    return out.encode("latin-1")


def tones_apart():
    """Windows-1258 as Windows programs write it: the letter, then its tone."""
    out = ""
    for c in ARTICLE:
        parts = unicodedata.normalize("NFD", c)
        tone = [m for m in parts[1:] if m in MARKS]
        rest = "".join(m for m in parts if m not in MARKS)
        out += unicodedata.normalize("NFC", rest) + "".join(tone)
    return out.encode("cp1258")


def iconv(name):
    done = subprocess.run(["iconv", "-f", "UTF-8", "-t", name], input=ARTICLE.encode(),
                          capture_output=True, check=True)
    return done.stdout


def main():
    # UniKey's letters against glibc's, where both have them.
    text = "".join(TCVN3)
    done = subprocess.run(["iconv", "-f", "UTF-8", "-t", "TCVN"], input=text.encode(),
                          capture_output=True, check=True)
    assert done.stdout == bytes(TCVN3.values())
    doubled = "".join(
        bytes([b]).decode("cp1252") if b not in (0x81, 0x8D, 0x8F, 0x90, 0x9D) else chr(b)
        for b in ARTICLE.encode())
    folder = Path("Samples/Formats/encodings")
    folder.mkdir(parents=True, exist_ok=True)
    for name, data in {
        "utf-8": ARTICLE.encode(), "utf-8-mark": b"\xef\xbb\xbf" + ARTICLE.encode(),
        "utf-16le-mark": b"\xff\xfe" + ARTICLE.encode("utf-16-le"),
        "utf-16be-mark": b"\xfe\xff" + ARTICLE.encode("utf-16-be"),
        "utf-16le": ARTICLE.encode("utf-16-le"), "utf-16be": ARTICLE.encode("utf-16-be"),
        "windows-1258": tones_apart(), "windows-1258-glibc": iconv("CP1258"),
        "viscii": iconv("VISCII"), "tcvn3": by_table(TCVN3), "vni": vni(), "vps": by_table(VPS),
        "double-utf-8": doubled.encode(), "double-utf-8-latin1": ARTICLE.encode().decode(
            "latin-1").encode(),
    }.items():
        (folder / f"{name}.txt").write_bytes(data)


main()
