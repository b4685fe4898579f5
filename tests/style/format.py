"""Every C++ file is as clang-format writes it."""
import pathlib
import subprocess
import sys

root = pathlib.Path(__file__).resolve().parents[2]
files = sorted(str(path) for folder in ("src", "tests", "bench") for path in (root / folder).rglob("*.[ch]pp"))
done = subprocess.run(["clang-format", "--dry-run", "--Werror", *files], capture_output=True, text=True)
wrong = sorted({line.split(":")[0] for line in done.stderr.splitlines() if "error:" in line})
print("\n".join(wrong) or f"{len(files)} files")
sys.exit(1 if done.returncode or not files else 0)
