"""What LibreOffice makes of DOCX and ODT files: their pages, read back from PDF."""
import collections
import re
import subprocess

from package import parts, tokens

WINDOW = (110.0, 195.0, 55.0, 88.0)  # left, right, top, bottom, in millimetres: DL and C5 envelopes
DOTS = 100  # to the inch


def run(*command, **options):
    return subprocess.run(command, capture_output=True, check=True, timeout=600, **options).stdout


def convert(paths, folder):
    """One start of LibreOffice for all files, with a profile of its own."""
    run("soffice", f"-env:UserInstallation=file://{folder}/profil", "--headless", "--convert-to", "pdf",
        "--outdir", str(folder), *map(str, paths))


def word_faults(expected, pdf):
    """Nothing lost. What a page adds (numbers, labels of lists, running title) is let alone, and a
    word that a narrow cell cuts in two is looked for in the text without its spaces. LibreOffice 7.4
    can lose the end of a table one row of which just fits the foot of a page, to the point: a space
    that changes by half a point brings it back."""
    shown = collections.Counter(tokens(run("pdftotext", "-layout", str(pdf), "-").decode()))
    wanted = collections.Counter(expected)
    missing = wanted - shown
    if not missing:
        return []
    joined = "".join(tokens(run("pdftotext", str(pdf), "-").decode()))
    lost = [word for word in missing if joined.count(word) < wanted[word]]
    return [f"mots absents des pages : {' '.join(lost[:8])}"] if lost else []


def size_faults(pdf, turned):
    """A4, on its side in the guide alone, whose deadlines have six columns."""
    lines = run("pdfinfo", "-l", "-1", str(pdf)).decode()
    sizes = {(round(float(width)), round(float(height)))
             for width, height in re.findall(r"size:\s+([\d.]+) x ([\d.]+) pts", lines)}
    expected = {(595, 842), (842, 595)} if turned else {(595, 842)}
    return [] if sizes == expected else [f"pages de {sorted(sizes)} points"]


def length_faults(folder, name):
    """A document takes as many pages in both formats, within one, or one in fifty."""
    word, odt = (int(re.search(r"Pages:\s+(\d+)", run("pdfinfo", str(folder / f"{name}-{kind}.pdf")).decode())[1])
                 for kind in ("docx", "odt"))
    return [] if abs(word - odt) <= 1 + word // 50 else [f"{word} pages en DOCX, {odt} en ODT"]


def number_faults(pdf):
    """Every page says its number, but the cover."""
    pages = run("pdftotext", "-layout", str(pdf), "-").decode().split("\f")[:-1]
    wrong = [number for number, page in enumerate(pages, 1)
             if (f"Page {number}/{len(pages)}\n" in page) == (number == 1)]
    return [f"numéro absent, ou de trop, aux pages {wrong[:8]}"] if wrong else []


def contents_faults(pdf):
    """LibreOffice says the right page of the last chapter, on which its title stands."""
    pages = run("pdftotext", "-layout", str(pdf), "-").decode().split("\f")
    said = re.search(r"(Annexe : index des articles cités)\.+\s*(\d+)", "".join(pages[1:6]))
    if said is None:
        return ["sommaire sans numéros de page"]
    title = re.compile(r"^\s*" + said[1] + r"\s*$", re.MULTILINE)
    return [] if title.search(pages[int(said[2]) - 1]) else [f"sommaire faux : page {said[2]}"]


def ink(pdf):
    """Places of the dark points of the first page, in millimetres."""
    image = run("pdftoppm", "-r", str(DOTS), "-gray", "-l", "1", str(pdf))
    width, height = map(int, image.split(maxsplit=4)[1:3])
    points = image[-width * height:]
    for at in re.finditer(rb"[\x00-\xa0]+", points):
        for place in {at.start(), at.end() - 1}:
            yield place % width * 25.4 / DOTS, place // width * 25.4 / DOTS


def window_faults(pdf):
    left, right, top, bottom = WINDOW
    dots = list(ink(pdf))
    band = [(x, y) for x, y in dots if top <= y <= bottom]
    left -= 25.4 / DOTS  # a letter at the very edge blackens the dot that holds it
    inside = [x for x, _ in band if left <= x <= right]
    found = [] if len(inside) > 100 else ["rien dans la fenêtre de l’enveloppe"]
    outside = [(round(x), round(y)) for x, y in band if not left <= x <= right]
    # Above and below the recipient, the paper is white.
    around = [(round(x), round(y)) for x, y in dots
              if bottom < y < bottom + 4 or (x >= left and top - 10 < y < top)]
    if outside or around:
        found.append(f"de l’encre hors de la fenêtre, en {(outside + around)[0]} mm")
    return found


def faults(path, words):
    """And whether the document is a letter."""
    pdf = path.with_suffix(".pdf")
    if not pdf.exists():
        return ["LibreOffice ne l’ouvre pas"], False
    letter = is_letter(path)
    found = word_faults(words, pdf) + size_faults(pdf, path.name.startswith("guide"))
    if path.name.startswith("guide-"):
        found += number_faults(pdf)
    if path.name == "guide-odt.odt":
        found += contents_faults(pdf)
    return found + (window_faults(pdf) if letter else []), letter


def is_letter(path):
    content = parts(path)
    return b'"destinataire"' in content.get("word/document.xml", content.get("content.xml", b""))
