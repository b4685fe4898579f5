"""Holds src/ to the table of rooms in ARCHITECTURE.md: every #include of a room is allowed there,
libharu's headers stand in one file only, and forbidden calls are absent."""
import pathlib
import re
import sys

root = pathlib.Path(__file__).resolve().parents[2]
source = root / "src"

allowed = {}
for line in (root / "ARCHITECTURE.md").read_text(encoding="utf-8").splitlines():
    cells = [cell.strip() for cell in line.strip().strip("|").split("|")]
    if len(cells) == 3 and (source / cells[0]).is_dir():
        uses = [] if cells[2] == "–" else [name.strip() for name in cells[2].split(",")]
        allowed[cells[0]] = {cells[0], "base", *uses}

mistakes = []
rooms = {path.name for path in source.iterdir() if path.is_dir()}
for room in sorted(rooms - allowed.keys()):
    mistakes.append(f"src/{room}: this room is missing from the table of ARCHITECTURE.md")
for room in sorted(allowed.keys() - rooms):
    mistakes.append(f"ARCHITECTURE.md: the room {room} does not exist")

# Locale, shell, hidden clock and floating-point parsing: never in this program.
forbidden = re.compile(r"\b(setlocale|localtime|gmtime|std::system|popen|std::stod|std::stof|strtod|std::pow)\s*\(")
harbours = []
for path in sorted(source.rglob("*.[ch]pp")):
    name = path.relative_to(source)
    room = name.parts[0]
    text = path.read_text(encoding="utf-8")
    for number, line in enumerate(text.splitlines(), 1):
        include = re.match(r'\s*#include\s+"([^/"]+)/', line)
        if include and room in allowed and include[1] not in allowed[room]:
            mistakes.append(f"src/{name}:{number}: {room} must not include {include[1]}")
        if forbidden.search(line.split("//")[0]):
            mistakes.append(f"src/{name}:{number}: forbidden call")
    if "<hpdf" in text:
        harbours.append(str(name))
if len(harbours) > 1:
    mistakes.append(f"libharu's headers stand in more than one file: {', '.join(harbours)}")

print("\n".join(mistakes) or f"{len(allowed)} rooms, all arrows allowed")
sys.exit(1 if mistakes or len(allowed) < 10 else 0)
