"""One-page PDF files: PDF 1.7 by hand, tagged text in the fonts that every reader has, so Latin
letters only.
"""

from dataclasses import dataclass
from pathlib import Path

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


def write_all(leaflets: dict[str, list[Line]], folder: Path) -> None:
    for name, lines in leaflets.items():
        (folder / name).write_bytes(pdf(lines))
        print(f"{name}: {(folder / name).stat().st_size} bytes")
