"""Every kind of document as DOCX and ODT, and the guide as EPUB: what the files hold (word.py,
opendocument.py, book.py), and what LibreOffice, asked once for all, makes of them: the same words on
A4, and the recipient in the window of the envelope. EGIDE names the program."""
import concurrent.futures
import os
import pathlib
import subprocess
import sys
import tempfile

import book
import opendocument
import pages
import word

root = pathlib.Path(__file__).resolve().parents[2]
program = os.path.abspath(os.environ.get("EGIDE", str(root / "build/tests/egide")))
environment = {**os.environ, "EGIDE_RACINE": str(root), "SOURCE_DATE_EPOCH": "1795392000"}


def egide(*words):
    done = subprocess.run([program, *words, "-q"], env=environment, capture_output=True, text=True, timeout=300)
    if done.returncode:
        sys.exit(f"egide {' '.join(words)} : état {done.returncode}\n{done.stderr}")


def examples():
    """The first example of every form."""
    names = [path.stem for path in sorted((root / "forms").glob("*.yaml"))]
    return [(name, root / "forms/exemples" / f"{name}.yaml") for name in names]


def make(folder):
    """plainte.docx becomes plainte-docx.docx: LibreOffice names its PDF after the file alone."""
    def one(example):
        name, case = example
        for kind in ("docx", "odt"):
            egide("generer", name, str(case), "-f", kind, "-o", str(folder / f"{name}-{kind}.{kind}"))
    with concurrent.futures.ThreadPoolExecutor(2) as pool:
        list(pool.map(one, examples()))
    egide("guide", "-f", "epub", "-o", str(folder / "guide.epub"))


def main():
    faults = []
    with tempfile.TemporaryDirectory(prefix="egide-bureautique-") as name:
        folder = pathlib.Path(name)
        make(folder)
        offices = sorted(folder.glob("*.docx")) + sorted(folder.glob("*.odt"))
        for path in offices:
            check = word if path.suffix == ".docx" else opendocument
            faults += [f"{path.name} : {fault}" for fault in check.faults(path)]
        faults += [f"guide.epub : {fault}" for fault in book.faults(folder / "guide.epub")]
        pages.convert(offices, folder)
        letters = 0
        for path in offices:
            words = (word if path.suffix == ".docx" else opendocument).words(path)
            found, letter = pages.faults(path, words)
            faults += [f"{path.name} : {fault}" for fault in found]
            letters += letter
        for name, _ in examples():
            faults += [f"{name} : {fault}" for fault in pages.length_faults(folder, name)]
        if letters < 20:
            faults.append(f"{letters} lettres seulement ont une fenêtre")
    print("\n".join(faults) or f"{len(offices)} fichiers et le guide, {letters} fenêtres d’enveloppe")
    return 1 if faults else 0


if __name__ == "__main__":
    sys.exit(main())
