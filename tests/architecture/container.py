"""The libraries that egide is linked to are in deploiement/Containerfile, and nothing else is."""
import os
import re
import subprocess
import sys
from pathlib import Path

root = Path(__file__).resolve().parents[2]


def run(*command):
    return subprocess.run(command, check=True, capture_output=True, text=True).stdout


def linked_packages(program):
    needed = re.findall(r"\(NEEDED\).*\[(.+)\]", run("readelf", "-dW", program))
    paths = dict(re.findall(r"(\S+) => (\S+)", run("ldd", program)))
    packages = set()
    for name in needed:
        path = os.path.realpath(paths.get(name, name))
        # Debian records the files of /lib under /lib or under /usr/lib.
        for candidate in (path, path.removeprefix("/usr")):
            found = subprocess.run(["dpkg", "-S", candidate], capture_output=True, text=True)
            if found.returncode == 0:
                packages.add(found.stdout.split(":")[0])
                break
        else:
            sys.exit(f"{name} ne vient d’aucun paquet Debian")
    return packages - {"libc6", "libgcc-s1", "libstdc++6"}


def main():
    text = (root / "deploiement" / "Containerfile").read_text(encoding="utf-8")
    runtime = text[text.rindex("FROM "):].replace("\\\n", " ")
    listed = set(re.search(r"--no-install-recommends(.+?)&&", runtime).group(1).split())
    linked = linked_packages(os.environ["EGIDE"])
    missing = sorted(linked - listed)
    unused = sorted(p for p in listed - linked if p.startswith("lib") and not p.endswith("-bin"))
    for name in missing:
        print(f"deploiement/Containerfile : il manque {name}")
    for name in unused:
        print(f"deploiement/Containerfile : {name} ne sert plus")
    sys.exit(1 if missing or unused else 0)


main()
