"""What the archives of all formats have in common."""
import getpass
import re
import socket
import xml.etree.ElementTree as ElementTree
import zipfile

# Names of people, machines and programs that no file may carry.
TRACES = [name for name in (getpass.getuser(), socket.gethostname()) if len(name) > 4]
TRACES += ["Microsoft Office", "LibreOffice/", "pandoc", "/tmp/"]


def parts(path):
    """name → bytes, in the order of the archive."""
    with zipfile.ZipFile(path) as archive:
        return {entry.filename: archive.read(entry) for entry in archive.infolist()}


def trees(content):
    return {name: ElementTree.fromstring(data) for name, data in content.items()
            if name.endswith((".xml", ".rels", ".xhtml", ".opf", ".ncx"))}


def common_faults(path):
    faults = []
    with zipfile.ZipFile(path) as archive:
        if archive.testzip():
            faults.append("archive abîmée")
        for entry in archive.infolist():
            if entry.date_time != (1980, 1, 1, 0, 0, 0):
                faults.append(f"{entry.filename} porte une date : {entry.date_time}")
    for name, data in parts(path).items():
        for trace in TRACES:
            if trace.encode() in data:
                faults.append(f"{name} contient « {trace} »")
    return faults


def has(node, tag):
    """Whether an element of this name is inside."""
    return next(node.iter(tag), None) is not None


def heading_faults(levels):
    """Levels go down one at a time."""
    faults, before = [], None
    for level in levels:
        if before is not None and level > before + 1:
            faults.append(f"un titre de niveau {level} suit un titre de niveau {before}")
        before = level
    return faults


def tokens(text):
    """Letters, or figures, that follow each other: what no end of line and no raised letter changes."""
    return re.findall(r"[0-9]+|[^\W\d_]+", text)
