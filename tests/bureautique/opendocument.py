"""What an ODT file must hold."""
import zipfile

from package import common_faults, has, heading_faults, parts, tokens, trees

OFFICE = "{urn:oasis:names:tc:opendocument:xmlns:office:1.0}"
TEXT = "{urn:oasis:names:tc:opendocument:xmlns:text:1.0}"
TABLE = "{urn:oasis:names:tc:opendocument:xmlns:table:1.0}"
STYLE = "{urn:oasis:names:tc:opendocument:xmlns:style:1.0}"
DRAW = "{urn:oasis:names:tc:opendocument:xmlns:drawing:1.0}"
SVG = "{urn:oasis:names:tc:opendocument:xmlns:svg-compatible:1.0}"
XLINK = "{http://www.w3.org/1999/xlink}"
FO = "{urn:oasis:names:tc:opendocument:xmlns:xsl-fo-compatible:1.0}"
MANIFEST = "{urn:oasis:names:tc:opendocument:xmlns:manifest:1.0}"

# Paragraphs without text of their own that mean something: a rule, what frames hang on.
WITHOUT_TEXT = {"Horizontal_20_Line", "cadre"}


def container_faults(path, content, xml):
    faults = []
    with zipfile.ZipFile(path) as archive:
        first = archive.infolist()[0]
    if first.filename != "mimetype" or first.compress_type != zipfile.ZIP_STORED:
        faults.append("« mimetype » n’est pas le premier fichier, sans compression")
    if content["mimetype"] != b"application/vnd.oasis.opendocument.text":
        faults.append("« mimetype » ne nomme pas un texte OpenDocument")
    listed = {node.get(MANIFEST + "full-path") for node in xml["META-INF/manifest.xml"].iter(MANIFEST + "file-entry")}
    present = set(content) - {"mimetype", "META-INF/manifest.xml"}
    if listed - {"/"} != present:
        faults.append(f"manifeste et fichiers diffèrent : {sorted((listed - {'/'}) ^ present)}")
    return faults


def style_faults(xml):
    faults = []
    defined = {node.get(STYLE + "name") for part in ("styles.xml", "content.xml") for node in xml[part].iter()}
    for part in ("styles.xml", "content.xml"):
        for node in xml[part].iter():
            for key in (TEXT + "style-name", TABLE + "style-name", DRAW + "style-name", STYLE + "parent-style-name",
                        STYLE + "next-style-name", STYLE + "master-page-name"):
                if node.get(key) and node.get(key) not in defined:
                    faults.append(f"le style {node.get(key)} n’est pas défini")
    shown = {node.get(STYLE + "display-name") for node in xml["styles.xml"].iter()}
    for name in ("Objet", "Visas", "Considérants", "Article", "Destinataire", "Signature", "Heading 1"):
        if name not in shown:
            faults.append(f"pas de style « {name} »")
    languages = {(node.get(FO + "language"), node.get(FO + "country"))
                 for node in xml["styles.xml"].iter(STYLE + "text-properties") if node.get(FO + "language")}
    if languages != {("fr", "FR")}:
        faults.append(f"langues {languages}")
    return faults


def body_faults(body):
    faults = []
    cells = {paragraph for cell in body.iter(TABLE + "table-cell") for paragraph in cell.iter(TEXT + "p")}
    for paragraph in body.iter(TEXT + "p"):
        empty = not "".join(paragraph.itertext()).strip() and not has(paragraph, DRAW + "frame")
        if empty and paragraph not in cells and paragraph.get(TEXT + "style-name") not in WITHOUT_TEXT:
            faults.append(f"paragraphe vide ({paragraph.get(TEXT + 'style-name')})")
        if "".join(paragraph.itertext()).startswith(("• ", "- ", "– ")):
            faults.append("liste faite à la main")
    for table in body.iter(TABLE + "table"):
        if table.find(TABLE + "table-header-rows") is None:
            faults.append("tableau sans ligne d’en-tête répétée")
    for frame in body.iter(DRAW + "frame"):
        description = frame.find(SVG + "desc")
        if frame.find(DRAW + "image") is not None and (description is None or len(description.text) < 20):
            faults.append("image sans texte de remplacement")
    return faults + heading_faults([int(node.get(TEXT + "outline-level")) for node in body.iter(TEXT + "h")])


def page_faults(content, xml):
    faults = []
    for layout in xml["styles.xml"].iter(STYLE + "page-layout-properties"):
        given = (layout.get(FO + "page-width"), layout.get(FO + "page-height"),
                 layout.get(STYLE + "print-orientation"))
        if given not in {("210.00mm", "297.00mm", "portrait"), ("297.00mm", "210.00mm", "landscape")}:
            faults.append(f"la page n’est pas A4 : {given}")
    styles = content["styles.xml"].decode()
    if "<text:page-number" not in styles or not ("<text:page-count" in styles or 'ref-name="derniere-page"' in styles):
        faults.append("pas de champ pour « page x/y »")
    if 'ref-name="derniere-page"' in styles and b'text:name="derniere-page"' not in content["content.xml"]:
        faults.append("la dernière page n’a pas de signet")
    return faults


def contents_faults(body):
    """The table of contents of the guide: an entry for each heading, a link that leads to it."""
    faults = []
    contents = body.find(f".//{TEXT}table-of-content/{TEXT}index-body")
    if contents is None:
        return ["pas de sommaire"]
    entries = ["".join(link.itertext()) for link in contents.iter(TEXT + "a")]
    headings = ["".join(part for part in heading.itertext()) for heading in body.iter(TEXT + "h")
                if int(heading.get(TEXT + "outline-level")) <= 2]
    if [tokens(entry) for entry in entries] != [tokens(heading) for heading in headings]:
        faults.append("le sommaire n’est pas celui des titres")
    bookmarks = {node.get(TEXT + "name") for node in body.iter()
                 if node.tag in (TEXT + "bookmark", TEXT + "bookmark-start")}
    for link in body.iter(TEXT + "a"):
        target = link.get(XLINK + "href")
        if target.startswith("#") and target[1:] not in bookmarks:
            faults.append(f"lien vers {target}, qui manque")
    return faults


def faults(path):
    content = parts(path)
    xml = trees(content)
    body = xml["content.xml"].find(OFFICE + "body")
    return (common_faults(path) + container_faults(path, content, xml) + style_faults(xml) + body_faults(body)
            + page_faults(content, xml) + (contents_faults(body) if path.name == "guide-odt.odt" else []))


def words(path):
    body = trees({"content.xml": parts(path)["content.xml"]})["content.xml"].find(OFFICE + "body")
    text = []

    def read(node):
        separate = node.tag in (TEXT + "p", TEXT + "h", TEXT + "line-break", TEXT + "s", TEXT + "tab", TEXT + "note")
        text.append("\n" if separate else "")
        if node.tag not in (SVG + "desc", TEXT + "note-citation", TEXT + "index-title-template"):
            text.append(node.text or "")
            for child in node:
                read(child)
        text.append(("\n" if separate else "") + (node.tail or ""))

    read(body)
    return tokens("".join(text))
