"""The HTML that egide writes, turned into Typst markup, so that Typst sets the same words.

    pandoc -f html -t json document.html | to_typst.py lettre.typ > document.typ

The style file is put first; it defines `place-of`, which receives the blocks that have a place of
their own (address, date…). Only what our documents hold is known: anything else is an error.
"""
import json
import sys

SPECIAL = '\\#*_`$<>@~[]"\'/-+=:.;(,'


def text(value):
    return "".join("\\" + c if c in SPECIAL else c for c in value)


def inlines(nodes):
    return "".join(inline(node) for node in nodes)


def inline(node):
    kind, content = node["t"], node.get("c")
    if kind == "Str":
        return text(content)
    if kind in ("Space", "SoftBreak"):
        return " "
    if kind == "LineBreak":
        return "#linebreak()"
    if kind in ("Strong", "Emph", "Superscript", "Subscript"):
        name = {"Strong": "strong", "Emph": "emph", "Superscript": "super", "Subscript": "sub"}[kind]
        return f"#{name}[{inlines(content)}]"
    if kind == "Span":
        return inlines(content[1])
    if kind == "Link":
        target = content[2][0]
        if not target.startswith("http"):
            return inlines(content[1])
        return f"#link({json.dumps(target)})[{inlines(content[1])}]"
    if kind == "Code":
        return f"#raw({json.dumps(content[1], ensure_ascii=False)})"
    if kind in ("Image", "RawInline", "Note"):
        return ""
    sys.exit(f"inline inconnu : {kind}")


def cell(node):
    attributes, _, rows, columns, content = node
    span = f"rowspan: {rows}, colspan: {columns}" if rows > 1 or columns > 1 else ""
    return f"table.cell({span})[{blocks(content)}]"


def table(content):
    caption, columns, head, bodies = content[1], content[2], content[3], content[4]
    total = sum(w["c"] for _, w in columns if w["t"] == "ColWidth")
    widths = ", ".join(f"{w['c'] / total:.3f}fr" if w["t"] == "ColWidth" else "1fr" for _, w in columns)
    rows = [row for body in bodies for row in body[2] + body[3]]
    heads = ", ".join(cell(c) for row in head[1] for c in row[1])
    cells = ",\n".join(cell(c) for row in rows for c in row[1])
    header = f"table.header({heads}),\n" if heads else ""
    title = f"*{blocks(caption[1]).strip()}*\n" if caption[1] else ""
    return f"{title}#table(columns: ({widths},),\n{header}{cells})\n\n"


def items(mark, lists):
    return f"#{mark}(" + ",\n".join(f"[{blocks(item)}]" for item in lists) + ")\n\n"


def block(node):
    kind, content = node["t"], node.get("c")
    if kind in ("Para", "Plain"):
        return inlines(content) + "\n\n"
    if kind == "Header":
        classes = content[1][1]
        return "" if "invisible" in classes else "=" * content[0] + " " + inlines(content[2]) + "\n\n"
    if kind == "BulletList":
        return items("list", content)
    if kind == "OrderedList":
        return items("enum", content[1])
    if kind == "BlockQuote":
        return f"#quote(block: true)[{blocks(content)}]\n\n"
    if kind == "Div":
        classes = content[0][1]
        inside = blocks(content[1])
        return f'#place-of("{classes[0]}")[{inside}]\n\n' if classes else inside
    if kind == "Table":
        return table(content)
    if kind == "DefinitionList":
        return "".join(f"/ {inlines(term)}: #[{''.join(blocks(d) for d in defs)}]\n" for term, defs in content)
    if kind == "HorizontalRule":
        return "#line(length: 100%)\n\n"
    if kind in ("RawBlock", "Null", "Figure"):
        return ""
    sys.exit(f"bloc inconnu : {kind}")


def blocks(nodes):
    return "".join(block(node) for node in nodes)


if __name__ == "__main__":
    tree = json.load(sys.stdin)
    style = open(sys.argv[1], encoding="utf-8").read()
    body = [b for b in tree["blocks"] if not (b["t"] == "Plain" and b["c"][0]["t"] == "Link")]
    sys.stdout.write(style + "\n" + blocks(body))
