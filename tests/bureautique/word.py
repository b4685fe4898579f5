"""What a DOCX file must hold."""
import posixpath

from package import common_faults, has, heading_faults, parts, tokens, trees

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
R = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}"
RELATION = "{http://schemas.openxmlformats.org/package/2006/relationships}Relationship"
TYPES = "{http://schemas.openxmlformats.org/package/2006/content-types}"
PICTURE = "{http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing}docPr"

# Paragraphs without text that mean something: a rule, what parts two tables.
WITHOUT_TEXT = {"filet", "apres-tableau", "fin-de-section"}


def relations_faults(content, xml):
    faults = []
    known = {"/" + node.get("PartName").lstrip("/") for node in xml["[Content_Types].xml"].iter(TYPES + "Override")}
    extensions = {node.get("Extension") for node in xml["[Content_Types].xml"].iter(TYPES + "Default")}
    for name in content:
        if name != "[Content_Types].xml" and "/" + name not in known and name.rsplit(".", 1)[-1] not in extensions:
            faults.append(f"{name} est sans type")
    for part in known:
        if part[1:] not in content:
            faults.append(f"{part} est annoncé et manque")
    for name, tree in xml.items():
        if not name.endswith(".rels"):
            continue
        folder, file = posixpath.split(name)
        base, source = posixpath.dirname(folder), posixpath.join(posixpath.dirname(folder), file[:-5])
        identifiers = set()
        for relation in tree.iter(RELATION):
            identifiers.add(relation.get("Id"))
            target = posixpath.normpath(posixpath.join(base, relation.get("Target")))
            if relation.get("TargetMode") != "External" and target.lstrip("/") not in content:
                faults.append(f"{name} mène à {target}, qui manque")
        for node in xml[source].iter() if source in xml else ():
            for key, value in node.attrib.items():
                if key.startswith(R) and value not in identifiers:
                    faults.append(f"{source} emploie {value}, qui ne mène nulle part")
    return faults


def style_faults(xml):
    faults = []
    styles = {node.get(W + "styleId"): node.find(W + "name").get(W + "val")
              for node in xml["word/styles.xml"].iter(W + "style")}
    for part in ("word/document.xml", "word/footnotes.xml", "word/footer1.xml"):
        for kind in ("pStyle", "rStyle", "tblStyle"):
            for node in xml[part].iter(W + kind):
                if node.get(W + "val") not in styles:
                    faults.append(f"le style {node.get(W + 'val')} n’est pas défini")
    for name in ("Objet", "Visas", "Considérants", "Article", "Destinataire", "Signature", "heading 1"):
        if name not in styles.values():
            faults.append(f"pas de style « {name} »")
    language = next(xml["word/styles.xml"].iter(W + "lang")).get(W + "val")
    if language != "fr-FR":
        faults.append(f"langue {language}")
    return faults


def style_of(paragraph):
    style = paragraph.find(f"{W}pPr/{W}pStyle")
    return "" if style is None else style.get(W + "val")


def body_faults(body, captions):
    faults = []
    cells = {paragraph for cell in body.iter(W + "tc") for paragraph in cell.iter(W + "p")}
    for paragraph in body.iter(W + "p"):
        written = has(paragraph, W + "t") or has(paragraph, PICTURE)
        if not written and paragraph not in cells and style_of(paragraph) not in WITHOUT_TEXT:
            faults.append(f"paragraphe vide ({style_of(paragraph)})")
        text = "".join(node.text or "" for node in paragraph.iter(W + "t"))
        if text.startswith(("• ", "- ", "– ")):
            faults.append("liste faite à la main")
    for table in body.iter(W + "tbl"):
        if table.find(f"{W}tr/{W}trPr/{W}tblHeader") is None:
            faults.append("tableau sans ligne d’en-tête répétée")
        if captions and table.find(f"{W}tblPr/{W}tblCaption") is None:
            faults.append("tableau sans titre")
    for picture in body.iter(PICTURE):
        if len(picture.get("descr", "")) < 20:
            faults.append("image sans texte de remplacement")
    identifiers = [picture.get("id") for picture in body.iter(PICTURE)]
    if len(identifiers) != len(set(identifiers)):
        faults.append("deux images ont le même numéro")
    if has(body, W + "jc"):
        faults.append("alignement donné hors des styles")
    return faults + heading_faults([int(style_of(p)[-1]) for p in body.iter(W + "p")
                                    if style_of(p).startswith("Heading")])


def page_faults(content, body):
    faults = []
    for size in body.iter(W + "pgSz"):
        given = (size.get(W + "w"), size.get(W + "h"), size.get(W + "orient"))
        if given not in {("11906", "16838", None), ("16838", "11906", "landscape")}:
            faults.append(f"la page n’est pas A4 : {given}")
    foot = content["word/footer1.xml"].decode()
    if " PAGE " not in foot or not (" NUMPAGES " in foot or " PAGEREF derniere_page " in foot):
        faults.append("pas de champ pour « page x/y »")
    if " PAGEREF " in foot and b'w:name="derniere_page"' not in content["word/document.xml"]:
        faults.append("la dernière page n’a pas de signet")
    return faults


def table_faults(body):
    """Word keeps the columns that were asked, on the whole width of the text of their section."""
    faults = []
    widths = []
    for node in body.find(W + "body"):
        if node.tag == W + "tbl":
            columns = [int(column.get(W + "w")) for column in node.find(W + "tblGrid")]
            widths.append(sum(columns))
            fixed = node.find(f"{W}tblPr/{W}tblLayout")
            if fixed is None or fixed.get(W + "type") != "fixed":
                faults.append("Word choisirait la largeur des colonnes")
            for row in node.iter(W + "tr"):
                if [int(cell.find(f"{W}tcPr/{W}tcW").get(W + "w")) for cell in row.iter(W + "tc")] != columns:
                    faults.append("des cellules n’ont pas la largeur de leur colonne")
        section = node if node.tag == W + "sectPr" else node.find(f"{W}pPr/{W}sectPr")
        if section is None:
            continue
        room = int(section.find(W + "pgSz").get(W + "w")) - sum(
            int(section.find(W + "pgMar").get(W + side)) for side in ("left", "right"))
        faults += [f"tableau large de {width} dans {room}" for width in widths if abs(width - room) > 2]
        widths = []
    return faults


def contents_faults(content, body, notes):
    """The table of contents of the guide: a field whose entries are there and lead to headings."""
    faults = []
    fields = [node.text for node in body.iter(W + "instrText") if " TOC " in node.text]
    if fields != [' TOC \\o "1-2" \\h \\z ']:
        faults.append(f"sommaire : {fields}")
    if b"updateFields" in content["word/settings.xml"]:
        faults.append("Word poserait une question à l’ouverture")
    entries = [p for p in body.iter(W + "p") if style_of(p) in ("TOC1", "TOC2")]
    headings = ["".join(node.text or "" for node in p.iter(W + "t")) for p in body.iter(W + "p")
                if style_of(p) in ("Heading1", "Heading2")]
    if ["".join(node.text for node in p.iter(W + "t")) for p in entries] != headings:
        faults.append("le sommaire n’est pas celui des titres")
    bookmarks = {node.get(W + "name") for part in (body, notes) for node in part.iter(W + "bookmarkStart")}
    for link in body.iter(W + "hyperlink"):
        if link.get(W + "anchor") not in bookmarks | {None}:
            faults.append(f"lien vers {link.get(W + 'anchor')}, qui manque")
    return faults


def faults(path):
    content = parts(path)
    xml = trees(content)
    body = xml["word/document.xml"]
    found = common_faults(path) + relations_faults(content, xml) + style_faults(xml)
    if b"lastModifiedBy" in content["docProps/core.xml"]:
        found.append("propriétés : dernier auteur")
    if path.name == "guide-docx.docx":
        found += contents_faults(content, body, xml["word/footnotes.xml"])
    found += table_faults(body)
    # In the guide, the heading above a table is its title.
    return found + body_faults(body, "guide" not in path.name) + page_faults(content, body)


def words(path):
    xml = trees({name: data for name, data in parts(path).items() if name.startswith("word/")})
    found = []
    for part in ("word/document.xml", "word/footnotes.xml"):
        for paragraph in xml[part].iter(W + "p"):
            text = "".join(node.text or "" if node.tag == W + "t" else "\n" if node.tag == W + "br" else ""
                           for node in paragraph.iter())
            found += tokens(text)
    return found
