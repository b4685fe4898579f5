"""Runs the command tests: each tests/commands/*.md holds fenced blocks of three parts,

    $ egide ARGUMENTS          (in a private folder that holds the files of the test)
    expected standard output   (a line « … » stands for any lines)
    2> expected standard error lines
    => exit status             (0 when absent)

and may begin with ```fichier NOM blocks that write the files used. A line of output may hold « ‹…› » for
any text. EGIDE names the program."""
import os
import pathlib
import re
import shlex
import subprocess
import sys
import tempfile

folder = pathlib.Path(__file__).resolve().parent
root = folder.parents[1]
program = os.path.abspath(os.environ.get("EGIDE", str(root / "build/tests/egide")))


def matches(expected, actual):
    """Lines against lines; « … » alone stands for any number of lines."""
    if not expected:
        return not actual
    if expected[0] == "…":
        return any(matches(expected[1:], actual[i:]) for i in range(len(actual) + 1))
    if not actual:
        return False
    pattern = ".*".join(re.escape(part) for part in expected[0].split("‹…›"))
    return re.fullmatch(pattern, actual[0]) is not None and matches(expected[1:], actual[1:])


def lines_of(text):
    """Lines with ordinary spaces: the no-break ones are checked where typography is tested."""
    return text.replace("\u00a0", " ").replace("\u202f", " ").splitlines()


def run_case(name, block, place):
    lines = lines_of(block)
    command, status, out, err = None, 0, [], []
    for line in lines:
        if line.startswith("$ ") and command is None:
            command = line[2:]
        elif line.startswith("=> "):
            status = int(line[3:])
        elif line.startswith("2> "):
            err.append(line[3:])
        else:
            out.append(line)
    words = shlex.split(command)
    words = [program if words[0] == "egide" else words[0]] + words[1:]
    environment = {"PATH": os.environ["PATH"], "HOME": place, "EGIDE_RACINE": str(root), "SOURCE_DATE_EPOCH": "1795392000"}
    done = subprocess.run(words, cwd=place, env=environment, capture_output=True, text=True, timeout=120)
    actual_out, actual_err = lines_of(done.stdout), lines_of(done.stderr)
    if done.returncode == status and matches(out, actual_out) and matches(err, actual_err):
        return True
    print(f"--- {name}: {command}\nstatus {done.returncode} (expected {status})")
    print("stdout:", *actual_out, sep="\n  ")
    print("stderr:", *actual_err, sep="\n  ")
    return False


passed = failed = 0
for path in sorted(folder.glob("*.md")):
    text = path.read_text(encoding="utf-8")
    with tempfile.TemporaryDirectory() as place:
        for kind, content in re.findall(r"^```([^\n]*)\n(.*?)^```$", text, re.M | re.S):
            if kind.startswith("fichier "):
                pathlib.Path(place, kind.split(" ", 1)[1]).write_text(content, encoding="utf-8")
            elif content.startswith("$ "):
                ok = run_case(path.name, content, place)
                passed, failed = passed + ok, failed + (not ok)
print(f"{passed} passed, {failed} failed")
sys.exit(1 if failed or passed == 0 else 0)
