"""weasyprint_pdf.py INPUT.html STYLE.css OUTPUT.pdf [ROUNDS]

The PDF of WeasyPrint from the HTML that egide writes, and the median milliseconds of a run in the
process (reading of the HTML included, start of Python left out).
"""
import statistics
import sys
import time

from weasyprint import CSS, HTML

source, style, output = sys.argv[1:4]
rounds = int(sys.argv[4]) if len(sys.argv) > 4 else 0


def make():
    return HTML(filename=source).write_pdf(stylesheets=[CSS(filename=style)])


with open(output, "wb") as file:
    file.write(make())
times = []
for _ in range(rounds):
    begin = time.perf_counter()
    make()
    times.append((time.perf_counter() - begin) * 1000)
if times:
    print(f"{statistics.median(times):.2f}")
