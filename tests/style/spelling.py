"""The guide and every example document, as people read them, hold only French words (hunspell,
dictionary fr, completed by content/mots.txt) and French typography. What an example case file
wrote itself is left alone, as the program leaves it alone."""
import concurrent.futures
import json
import os
import pathlib
import re
import subprocess
import sys

root = pathlib.Path(__file__).resolve().parents[2]
program = os.environ.get("EGIDE", str(root / "build/tests/egide"))
environment = {**os.environ, "EGIDE_RACINE": str(root), "SOURCE_DATE_EPOCH": "1795392000"}

ADDRESS = re.compile(r"\S*(?:https?://|www\.)\S*|\S+@\S+|\b[\w-]+(?:\.[\w-]+)*\.(?:fr|com|org|eu|yaml|md)(?:/\S*)?")
# « l’ », « jusqu’ » and the letters of « 1er » are not words of their own.
WORD = re.compile(r"(?<![\w-])[^\W\d_]+(?:-[^\W\d_]+)*(?![\w’'])")
FORBIDDEN = [
    (re.compile(r"[^\s]*'[^\s]*"), "apostrophe droite"),
    (re.compile(r"[^\s]*\"[^\s]*"), "guillemet droit"),
    (re.compile(r"\S*\.\.\.\S*"), "points de suspension en trois points"),
    (re.compile(r"\S+ [:;!?»]"), "espace sécable avant une ponctuation haute"),
    (re.compile(r"« \S*"), "espace sécable après un guillemet"),
    (re.compile(r"[^\W\d_]+[;!?»]"), "espace absente avant une ponctuation haute"),
    (re.compile(r"«[^\s]\S*"), "espace absente après un guillemet"),
]


def run(*words):
    done = subprocess.run([program, *words], env=environment, cwd=root, capture_output=True, text=True, timeout=300)
    if done.returncode:
        sys.exit(f"egide {' '.join(words)} : état {done.returncode}\n{done.stderr}")
    return done.stdout


def joined(text):
    """Lines of one paragraph put together: the end of a line stands for a space."""
    return re.sub(r"(?<=\S)\n(?:[|>] ?)?[ \t]*(?=\S)", " ", text)


def typography(name, text, allowed):
    found = []
    text = ADDRESS.sub("", text)
    for pattern, what in FORBIDDEN:
        for match in pattern.finditer(text):
            if match.group() not in allowed:
                found.append(f"{name} : {what} : {match.group()!r}")
    return found


def unknown(words):
    done = subprocess.run(["hunspell", "-d", "fr", "-i", "utf-8", "-l"], input="\n".join(sorted(words)),
                          capture_output=True, text=True, timeout=300, check=True)
    return set(done.stdout.split())


listed = [line for line in (root / "content/mots.txt").read_text(encoding="utf-8").splitlines()
          if line and not line.startswith("#")]
mistakes = []
if listed != sorted(set(listed)):
    mistakes.append("content/mots.txt : les mots ne sont pas rangés, ou l’un d’eux est écrit deux fois")

entries = [entry for entry in json.loads(run("documents", "--json")) if entry["id"] != "guide"]
with concurrent.futures.ThreadPoolExecutor(2) as pool:
    texts = dict(zip([entry["id"] for entry in entries],
                     pool.map(lambda entry: run("generer", entry["id"], entry["exemple"], "-f", "txt", "-o", "-"), entries)))
given = {entry["id"]: (root / entry["exemple"]).read_text(encoding="utf-8") for entry in entries}
texts["guide"], given["guide"] = run("guide", "-f", "txt", "-o", "-"), ""

def words(text):
    return set(WORD.findall(ADDRESS.sub(" ", text.replace("aujourd’hui", " "))))


where = {}
names = set(texts)  # « accuse-reception »: what to write on the command line
for name, text in texts.items():
    for word in words(text) - words(given[name]) - names:
        where.setdefault(word, name)
    mistakes += typography(name, joined(text), " ".join(given[name].split()))
doubtful = unknown(where)
# « élu-e » or « vice-présidente » pass when each part does.
parts = {part for word in doubtful for part in word.split("-")}
wrong_parts = unknown(parts)
used = set()
for word in sorted(doubtful):
    if word in listed or word.lower() in listed:
        used |= {word, word.lower()}
    elif any(part in wrong_parts and part not in listed for part in word.split("-")) or "-" not in word:
        mistakes.append(f"{where[word]} : mot inconnu : {word}")
    else:
        used |= set(word.split("-"))
mistakes += [f"content/mots.txt : mot inutile : {word}" for word in listed if word not in used]
print("\n".join(mistakes) or f"{len(texts)} documents, {len(where)} words")
sys.exit(1 if mistakes else 0)
