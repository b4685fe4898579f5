"""What an EPUB file must hold, and what EPUBCheck says of it."""
import re
import subprocess

from package import common_faults, heading_faults, parts, trees

XHTML = "{http://www.w3.org/1999/xhtml}"
OPS = "{http://www.idpf.org/2007/ops}"
OPF = "{http://www.idpf.org/2007/opf}"
XML = "{http://www.w3.org/XML/1998/namespace}"

METADATA = ["accessMode", "accessModeSufficient", "accessibilityFeature", "accessibilityHazard",
            "accessibilitySummary"]


def checker_faults(path):
    # The Debian command is a jar, started by the kernel on some machines only.
    done = subprocess.run(["java", "-jar", "/usr/bin/epubcheck", str(path)], capture_output=True, text=True,
                          timeout=300)
    said = done.stdout + done.stderr
    return [] if done.returncode == 0 and "0 fatals / 0 errors / 0 warnings" in said else [said]


def chapter_faults(name, page):
    faults = []
    if page.get("lang") != "fr-FR" or page.get(XML + "lang") != "fr-FR":
        faults.append("langue absente")
    levels = [int(node.tag[-1]) for node in page.iter() if re.fullmatch(re.escape(XHTML) + "h[1-6]", node.tag)]
    faults += heading_faults(levels)
    if levels.count(1) != 1 or levels[0] != 1:
        faults.append(f"{levels.count(1)} titre de niveau 1")
    for node in page.iter(XHTML + "img"):
        if len(node.get("alt", "")) < 20:
            faults.append("image sans texte de remplacement")
    for node in page.iter(XHTML + "table"):
        if node.find(f".//{XHTML}th") is None or any(not th.get("scope") for th in node.iter(XHTML + "th")):
            faults.append("tableau sans en-têtes, ou sans portée")
    for node in page.iter():
        kind = node.get(OPS + "type")
        if kind in ROLES and node.get("role") != ROLES[kind]:
            faults.append(f"{kind} sans rôle {ROLES[kind]}")
    return [f"{name} : {fault}" for fault in faults]


# The part of a book that epub:type names, and its name for assistive technologies (DPUB-ARIA).
ROLES = {"footnotes": "doc-endnotes", "footnote": "doc-footnote", "noteref": "doc-noteref", "toc": "doc-toc"}


def faults(path):
    content = parts(path)
    xml = trees(content)
    found = common_faults(path) + checker_faults(path)
    package = xml["EPUB/content.opf"]
    given = {meta.get("property"): meta.text for meta in package.iter(OPF + "meta")}
    found += [f"schema:{name} absent" for name in METADATA if not given.get(f"schema:{name}")]
    if "dcterms:conformsTo" in given:
        found.append("conformité affirmée")
    chapters = [name for name in xml if re.search(r"/text/ch\d+\.xhtml$", name)]
    if len(chapters) < 20:
        found.append(f"{len(chapters)} chapitres")
    for name in chapters:
        found += chapter_faults(name, xml[name])
    landmarks = content["EPUB/nav.xhtml"].decode()
    for word in ("Title Page", "Table of Contents", "Cover"):
        if word in landmarks:
            found.append(f"« {word} » n’est pas traduit")
    return found
