"""The PDF files of the demo, made anew by `python -m news.demo.leaflets`.

PDF 1.7 by hand: one page of tagged text in the fonts that every reader has, so Latin letters only.
"""

from dataclasses import dataclass

from news.demo.stories import FILES

WIDTH, HEIGHT, MARGIN = 595, 842, 64  # points: A4


@dataclass(frozen=True)
class Line:
    """`role` is the tag that a screen reader is given: H1, H2 or P."""

    role: str
    text: str

    @property
    def font(self) -> str:
        return "/R" if self.role == "P" else "/B"

    @property
    def size(self) -> int:
        return {"H1": 22, "H2": 14, "P": 11}[self.role]

    @property
    def lead(self) -> int:
        """The space from the line before, in points."""
        return {"H1": 40, "H2": 32, "P": 18}[self.role]


MAY = [
    Line("H1", "May 2014 at a glance"),
    Line("P", "Dates and places from the Belarus events calendar"),
    Line("H2", "1 May, Thursday"),
    Line("P", "Labour Day: fairs and concerts in parks across the country"),
    Line("H2", "9 May, Friday"),
    Line("P", "Victory Day: memorials in every district, fireworks in the evening"),
    Line("P", "IIHF Ice Hockey World Championship opens in Minsk"),
    Line("H2", "9–25 May"),
    Line("P", "First round: Minsk-Arena and Chizhovka-Arena"),
    Line("P", "Final: 25 May, Sunday, Minsk-Arena"),
    Line("H2", "11 May, Sunday"),
    Line("P", "Day of the State Emblem and the State Flag: squares of the regional cities"),
    Line("H2", "17 May, Saturday"),
    Line("P", "Night of Museums: Minsk and the regions"),
    Line("H2", "All month"),
    Line("P", "Lilac in the Central Botanical Garden, 2v Surganova Street, Minsk"),
    Line("P", "Open-air museum of folk architecture at Ozertso, Saturdays and Sundays"),
]
WEEKEND = [
    Line("H1", "A weekend in Belarus: checklist"),
    Line("P", "One page to print. Tick what is done."),
    Line("H2", "A week before"),
    Line("P", "[  ]  Train there and back; the last bus on Sunday"),
    Line("P", "[  ]  A bed for one night"),
    Line("P", "[  ]  Days on which the museums rest"),
    Line("H2", "On Friday night"),
    Line("P", "[  ]  Passport or identity card, tickets, a charged telephone"),
    Line("P", "[  ]  A raincoat and shoes that have been wet before"),
    Line("P", "[  ]  A swimsuit from June to August, a thermos from November to March"),
    Line("P", "[  ]  Something against mosquitoes and ticks"),
    Line("P", "[  ]  Cash for markets and small museums"),
    Line("H2", "On the way"),
    Line("P", "[  ]  101 or 112 rescue, 102 police, 103 ambulance"),
    Line("P", "[  ]  Leave no litter, light fires only at marked places"),
    Line("P", "[  ]  Write to somebody when you will be back"),
]
LEAFLETS = {
    "may-2014.en.pdf": MAY,
    "weekend-checklist.en.pdf": WEEKEND,
}


def pdf(lines: list[Line]) -> bytes:
    count = len(lines)
    tags = [f"{11 + i} 0 R" for i in range(count)]
    objects = [
        "<< /Type /Catalog /Pages 2 0 R /Lang (en) /MarkInfo << /Marked true >> "
        "/StructTreeRoot 7 0 R /ViewerPreferences << /DisplayDocTitle true >> >>",
        "<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
        f"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 {WIDTH} {HEIGHT}] /Contents 4 0 R "
        "/StructParents 0 /Tabs /S "
        "/Resources << /Font << /R 5 0 R /B 6 0 R >> >> >>",
        stream(content(lines)),
        font("Helvetica"),
        font("Helvetica-Bold"),
        "<< /Type /StructTreeRoot /K 8 0 R /ParentTree 9 0 R >>",
        f"<< /Type /StructElem /S /Document /P 7 0 R /K [{' '.join(tags)}] >>",
        f"<< /Nums [0 [{' '.join(tags)}]] >>",
        f"<< /Title ({escaped(lines[0].text)}) >>",
    ]
    objects += [
        f"<< /Type /StructElem /S /{line.role} /P 8 0 R /Pg 3 0 R /K {i} >>"
        for i, line in enumerate(lines)
    ]
    return assembled(objects)


def font(name: str) -> str:
    return f"<< /Type /Font /Subtype /Type1 /BaseFont /{name} /Encoding /WinAnsiEncoding >>"


def content(lines: list[Line]) -> str:
    drawn, y = [], HEIGHT - MARGIN
    for i, line in enumerate(lines):
        y -= line.lead
        drawn.append(
            f"/{line.role} << /MCID {i} >> BDC BT {line.font} {line.size} Tf "
            f"{MARGIN} {y} Td ({escaped(line.text)}) Tj ET EMC"
        )
    return "\n".join(drawn)


def escaped(text: str) -> str:
    return text.replace("\\", r"\\").replace("(", r"\(").replace(")", r"\)")


def stream(text: str) -> str:
    return f"<< /Length {len(text.encode('cp1252'))} >>\nstream\n{text}\nendstream"


def assembled(objects: list[str]) -> bytes:
    """With the table of where each object begins; object 10 tells the title."""
    out, places = bytearray(b"%PDF-1.7\n%\xe2\xe3\xcf\xd3\n"), []
    for number, text in enumerate(objects, 1):
        places.append(len(out))
        out += f"{number} 0 obj\n{text}\nendobj\n".encode("cp1252")
    start, size = len(out), len(objects) + 1
    out += f"xref\n0 {size}\n0000000000 65535 f \n".encode()
    out += b"".join(f"{place:010d} 00000 n \n".encode() for place in places)
    trailer = f"trailer\n<< /Size {size} /Root 1 0 R /Info 10 0 R >>\nstartxref\n{start}\n%%EOF\n"
    return bytes(out) + trailer.encode()


if __name__ == "__main__":
    for name, lines in LEAFLETS.items():
        (FILES / name).write_bytes(pdf(lines))
        print(f"{name}: {(FILES / name).stat().st_size} bytes")
