"""Checks the offsets of every export against the words at them, with Python's own strings and parsers and none of our code.

    python3 check_exports.py FOLDER

FOLDER holds a folder for each format, with the files of one and the same project. Prints a line for each format, and exits with 1 when
a place does not hold its words.
"""

import codecs
import csv
import hashlib
import json
import pathlib
import re
import sys
import xml.etree.ElementTree as ET
import zipfile

import conllu

root = pathlib.Path(sys.argv[1])
checked = {}


def check(fmt, condition, what):
    if not condition:
        sys.exit(f"{fmt}: {what}")
    checked[fmt] = checked.get(fmt, 0) + 1


def utf16(text, start, end):
    """The stretch between two offsets in UTF-16 code units."""
    return text.encode("utf-16-le")[2 * start : 2 * end].decode("utf-16-le", "surrogatepass")


def in_xml(text):
    """The text with U+FFFD in the place of each character that XML cannot hold."""
    return "".join(c if (c >= " " and c not in "\ufffe\uffff") or c in "\t\n\r" else "\ufffd" for c in text)


def load(path):
    with open(path, encoding="utf-8", newline="") as file:
        return json.load(file)


def lines(path):
    with open(path, encoding="utf-8", newline="\n") as file:
        return [json.loads(line) for line in file.read().split("\n") if line.strip()]


ours = load(root / "json" / "export")
quotes = set()
texts = set()
for article in ours["articles"]:
    text = article["text"]
    texts.add(text)
    check("json", hashlib.sha256(text.encode("utf-8")).hexdigest() == article["textHash"], "hash")
    for annotations in article["sets"]:
        for exclusion in annotations["exclusions"]:
            quotes.add(exclusion["segment"]["quote"])
        for span in annotations["spans"]:
            for segment in span["segments"]:
                at = segment["codePoints"]
                quotes.add(segment["quote"])
                check("json", text[at["start"] : at["end"]] == segment["quote"], segment)
                check("json", utf16(text, segment["start"], segment["end"]) == segment["quote"], segment)

for path in [*(root / "brat").rglob("*.ann"), *(root / "polnear").rglob("*.ann")]:
    kind = path.relative_to(root).parts[0]
    # As brat opens a text: by codecs, which leaves line ends as they are.
    text = codecs.open(path.with_suffix(".txt"), "r", encoding="utf-8").read()
    for line in path.read_bytes().decode("utf-8").split("\n"):
        if not line.startswith("T"):
            continue
        _, middle, words = line.split("\t", 2)
        places = [tuple(map(int, one.split(" "))) for one in middle.split(" ", 1)[1].split(";")]
        check(kind, " ".join(text[start:end] for start, end in places) == words, line)
        check(kind, not any(end in text[start:stop] for start, stop in places for end in "\r\n"), line)

folder = root / "web-annotation"
for item in load(folder / "annotations.jsonld")["items"]:
    if item["motivation"] == "describing":
        continue
    targets = item["target"] if isinstance(item["target"], list) else [item["target"]]
    for target in targets:
        text = (folder / target["source"]).read_bytes().decode("utf-8")
        quote, position = target["selector"]
        check("web-annotation", text[position["start"] : position["end"]] == quote["exact"], item)
        check("web-annotation", text[: position["start"]].endswith(quote["prefix"]), item)
        check("web-annotation", text[position["end"] :].startswith(quote["suffix"]), item)

for task in load(root / "label-studio" / "tasks.json"):
    for annotation in task["annotations"]:
        for result in annotation["result"]:
            if result["type"] == "labels":
                value = result["value"]
                check("label-studio", utf16(task["data"]["text"], value["start"], value["end"]) == value["text"], result)
ET.parse(root / "label-studio" / "labeling-config.xml")

for line in lines(root / "doccano" / "export"):
    check("doccano", line["text"] in texts, "text")
    for entity in line["entities"]:
        check("doccano", line["text"][entity["start_offset"] : entity["end_offset"]] in quotes, entity)

for line in lines(root / "prodigy" / "export"):
    text, tokens = line["text"], line["tokens"]
    check("prodigy", "".join(one["text"] + (" " if one["ws"] else "") for one in tokens) == text, "tokens")
    for token in tokens:
        check("prodigy", text[token["start"] : token["end"]] == token["text"], token)
    for span in line["spans"]:
        check("prodigy", tokens[span["token_start"]]["start"] == span["start"], span)
        check("prodigy", tokens[span["token_end"]]["end"] == span["end"], span)

for document in load(root / "pubannotation" / "export"):
    for one in document["denotations"]:
        places = one["span"] if isinstance(one["span"], list) else [one["span"]]
        for place in places:
            check("pubannotation", document["text"][place["begin"] : place["end"]] in quotes, one)

for path in (root / "citron").rglob("*.json"):
    document = load(path)
    for quote in document.get("quotes", []):
        for place in [quote["cue"], *quote["sources"], *quote["contents"]]:
            check("citron", document["text"][place["start"] : place["end"]] == place["text"], quote)

for path in (root / "cas-json").rglob("*.json"):
    structures = load(path).get("%FEATURE_STRUCTURES", [])
    sofa = next((one for one in structures if one["%TYPE"] == "uima.cas.Sofa"), None)
    for one in structures:
        if one["%TYPE"] == "webanno.custom.SaysoSpan":
            check("cas-json", utf16(sofa["sofaString"], one["begin"], one["end"]) in quotes, one)

ET.parse(root / "cas-xmi" / "TypeSystem.xml")
for path in (root / "cas-xmi").rglob("*.xmi"):
    tree = ET.parse(path).getroot()
    sofa = tree.find("{http:///uima/cas.ecore}Sofa").get("sofaString")
    for one in tree.findall("{http:///webanno/custom.ecore}SaysoSpan"):
        words = utf16(sofa, int(one.get("begin")), int(one.get("end")))
        check("cas-xmi", any(words in (quote, in_xml(quote)) for quote in quotes), words)

with open(root / "csv" / "spans.csv", encoding="utf-8", newline="") as file:
    by_id = {article["id"]: article["text"] for article in ours["articles"]}
    for row in csv.DictReader(file):
        text = by_id[row["article"]]
        places = [tuple(map(int, one.split("-"))) for one in row["pieces"].split(" ")]
        words = " … ".join(utf16(text, start, end) for start, end in places)
        check("csv", row["text"] in (words, "'" + words), row)
        hull = text[int(row["start_code_point"]) : int(row["end_code_point"])]
        check("csv", hull == utf16(text, places[0][0], places[-1][1]), row)

def pieces(words):
    """What line ends part."""
    return [line for line in words.replace("\r", "\n").split("\n") if line]


quoted_pieces = {piece for quote in quotes for piece in pieces(in_xml(quote))}


def in_pieces(words):
    return all(piece in quoted_pieces for piece in pieces(words))


def code_points(text, start, end):
    return text[start:end]


def refi_qda(name, text_as_counted, holds, stretch=code_points):
    with zipfile.ZipFile(root / name / "export") as archive:
        check_refi_qda(name, archive, text_as_counted, holds, stretch)


def check_refi_qda(name, archive, text_as_counted, holds, stretch):
    names = archive.namelist()
    check(name, names[0] == "project.qde" and len(set(names)) == len(names), names)
    ns = "{urn:QDA-XML:project:1.0}"
    project = ET.fromstring(archive.read("project.qde"))
    order = ["Users", "CodeBook", "Variables", "Sources", "Notes", "Links"]
    found = [one.tag.removeprefix(ns) for one in project]
    check(name, found == [one for one in order if one in found], found)
    guids = [one.get("guid") for one in project.iter() if one.get("guid")]
    check(name, len(set(guids)) == len(guids), "guids")
    for ref in project.iter(f"{ns}CodeRef"):
        check(name, ref.get("targetGUID") in guids, "a code that is not there")
    for source in project.iter(f"{ns}TextSource"):
        path = source.get("plainTextPath").replace("internal://", "Sources/")
        text = text_as_counted(archive.read(path).decode("utf-8"))
        for one in source.iter(f"{ns}PlainTextSelection"):
            words = stretch(text, int(one.get("startPosition")), int(one.get("endPosition")))
            check(name, holds(words), one.attrib)


refi_qda("refi-qda", lambda text: text, lambda words: any(words == in_xml(quote) for quote in quotes))
# As text that Python opened, where CR LF has become one character.
refi_qda("refi-qda-atlas-ti", lambda text: text.replace("\r\n", "\n"), in_pieces)
refi_qda("refi-qda-maxqda", lambda text: text, in_pieces)
refi_qda("refi-qda-nvivo", lambda text: text.removeprefix("\ufeff"), in_pieces, utf16)

for path in (root / "webanno-tsv").rglob("*.tsv"):
    columns = None
    for line in path.read_bytes().decode("utf-8").split("\n"):
        if line and line[0].isdigit():
            cells = line.split("\t")
            columns = columns or len(cells)
            check("webanno-tsv", len(cells) == columns, line)
            start, end = map(int, cells[1].split("-"))
            form = cells[2].replace("\\t", "\t").replace("\\n", "\n").replace("\\r", "\r").replace("\\\\", "\\")
            check("webanno-tsv", any(utf16(text, start, end) == form for text in texts), line)

tei = "{http://www.tei-c.org/ns/1.0}"
# What is known of articles and entities beside the marks.
parts_of = {}
for article in ours["articles"]:
    for part in article["metadata"]:
        parts_of.setdefault(part["field"], set()).add(part["quote"])
aliases = {alias for entity in ours["entities"] for alias in entity["aliases"]}
evidence = {
    entity["anonymity"]["evidence"]["segment"]["quote"]
    for entity in ours["entities"]
    if "evidence" in entity.get("anonymity", {})
}
found_aliases = set()
for path in (root / "tei").rglob("*.xml"):
    document = ET.parse(path).getroot()
    anchors = {}
    read = []

    def walk(element):
        read.append(element.text or "")
        for child in element:
            if child.tag == f"{tei}anchor":
                anchors["#" + child.get("{http://www.w3.org/XML/1998/namespace}id")] = sum(map(len, read))
            walk(child)
            read.append(child.tail or "")

    for paragraph in document.iter(f"{tei}body").__next__():
        walk(paragraph)
    text = "".join(read)
    check("tei", any(text == in_xml(one) for one in texts), "a text that is not the article's")
    for group in document.iter(f"{tei}spanGrp"):
        kind, _, field = group.get("type", "").partition(".")
        for span in group.iter(f"{tei}span"):
            words = text[anchors[span.get("from")] : anchors[span.get("to")]]
            known = {"metadata": parts_of.get(field, set()), "evidence": evidence}.get(kind, quotes) if field else quotes
            check("tei", any(words == in_xml(quote) for quote in known), words)
    said = {name.text for name in document.iter() if name.tag in (f"{tei}persName", f"{tei}orgName") and name.get("type") == "alias"}
    check("tei", said <= {in_xml(alias) for alias in aliases}, said - aliases)
    found_aliases |= said
check("tei", found_aliases == {in_xml(alias) for alias in aliases}, aliases - found_aliases)

for path in (root / "conll-u").iterdir():
    text = path.read_bytes().decode("utf-8")
    found = list(conllu.faults(text))
    for line in text.split("\n"):
        check("conll-u", not found, found)


def spaces(value):
    """What the escapes of UDPipe's SpacesAfter stand for."""
    signs = {"s": " ", "t": "\t", "n": "\n", "r": "\r", "p": "|", "\\": "\\"}
    return re.sub(
        r"\\(?:([strnp\\])|u([0-9a-f]{4}))", lambda m: signs[m[1]] if m[1] else chr(int(m[2], 16)), value
    )


for path in (root / "conll-u").iterdir():
    built = []
    for line in path.read_bytes().decode("utf-8").split("\n"):
        if line.startswith("# newdoc"):
            built.append("")
        elif line and line[0].isdigit():
            cells = line.split("\t")
            misc = dict(one.split("=", 1) for one in cells[9].split("|") if "=" in one)
            after = "" if misc.get("SpaceAfter") == "No" else spaces(misc.get("SpacesAfter", " "))
            built[-1] += spaces(misc.get("SpacesBefore", "")) + cells[1] + after
    check("conll-u", built and set(built) <= texts, "a text that is not the article's")

def blank(text):
    """Nothing but what is in no word."""
    return all(c.isspace() or c in "\u200b\ufeff" for c in text)


for path in (root / "conll-bio").iterdir():
    built = []
    rest = ""
    for line in path.read_bytes().decode("utf-8").split("\n"):
        if line.startswith("# newdoc"):
            built.append("")
        elif line.startswith("# text_and_space = "):
            check("conll-bio", blank(rest), rest)
            rest = spaces(line.removeprefix("# text_and_space = "))
            built[-1] += rest
        elif line and not line.startswith("# "):
            form = line.split("\t")[0]
            check("conll-bio", form in rest, line)
            before, rest = rest.split(form, 1)
            check("conll-bio", blank(before), line)
    check("conll-bio", built and set(built) <= texts, "a text that is not the article's")


by_id = {article["id"]: article for article in ours["articles"]}


def check_facts(kind, article, said, stretch):
    """What is known of an article stands among these names and values; places lead to the words that say it."""
    text = article["text"]
    for fact in article.get("about", []):
        values = [value for name, value in said if re.fullmatch(fact["field"] + r"(_\d+)?", name)]
        check(kind, in_xml(fact["value"]) in map(in_xml, values), (fact, said))
    for part in article["metadata"]:
        places = [value.split(" ")[0] for name, value in said if name.startswith("metadata_" + part["field"])]
        words = [stretch(text, *map(int, place.split("-"))) for place in places]
        check(kind, part["quote"] in words, (part, said))


for task in load(root / "label-studio" / "tasks.json"):
    check_facts("label-studio", by_id[task["data"]["article"]], task["data"].items(), utf16)
for line in lines(root / "doccano" / "export"):
    check_facts("doccano", by_id[line["article"]], line.items(), code_points)
for line in lines(root / "prodigy" / "export"):
    check_facts("prodigy", by_id[line["meta"]["article"]], line["meta"].items(), code_points)
for document in load(root / "pubannotation" / "export"):
    check_facts("pubannotation", by_id[document["sourceid"]], document.items(), code_points)
for kind in ["brat", "polnear", "citron", "web-annotation", "webanno-tsv", "cas-xmi", "cas-json"]:
    counted = utf16 if kind in ("webanno-tsv", "cas-xmi", "cas-json") else code_points
    for entry in load(root / kind / "contents.json")["files"]:
        article = by_id[entry["article"]]
        check_facts(kind, article, entry.items(), counted)
        if kind == "cas-json":
            structures = load(root / kind / (entry["file"] + ".json"))["%FEATURE_STRUCTURES"]
            fields = [one for one in structures if one["%TYPE"].endswith(".MetaDataStringField")]
            check_facts(kind, article, [(one["key"], one["value"]) for one in fields], counted)
        if kind == "cas-xmi":
            metadata = "{http:///de/tudarmstadt/ukp/dkpro/core/api/metadata/type.ecore}MetaDataStringField"
            tree = ET.parse(root / kind / (entry["file"] + ".xmi")).getroot()
            check_facts(kind, article, [(one.get("key"), one.get("value")) for one in tree.iter(metadata)], counted)
        if kind == "web-annotation":
            said = [
                (body["sayso:name"], body["value"])
                for item in load(root / kind / "annotations.jsonld")["items"]
                if item["target"] == entry["file"] + ".txt"
                for body in item["body"]
            ]
            check_facts(kind, article, said, counted)
for kind in ["conll-u", "conll-bio"]:
    for path in (root / kind).iterdir():
        for document in re.split(r"^# newdoc", path.read_bytes().decode("utf-8"), flags=re.M)[1:]:
            comments = [line.split(" = ", 1) for line in document.split("\n") if line.startswith("# ") and " = " in line]
            said = [(name.removeprefix("# meta::"), spaces(value)) for name, value in comments if "meta::" in name]
            article = spaces(next(value for name, value in comments if name == "# article"))
            check_facts(kind, by_id[article], said, utf16)
with zipfile.ZipFile(root / "refi-qda" / "export") as archive:
    ns = "{urn:QDA-XML:project:1.0}"
    project = ET.fromstring(archive.read("project.qde"))
    variables = {one.get("guid"): one.get("name") for one in project.iter(f"{ns}Variable")}
    for source in project.iter(f"{ns}TextSource"):
        text = archive.read(source.get("plainTextPath").replace("internal://", "Sources/")).decode("utf-8")
        said = [
            (variables[one.find(f"{ns}VariableRef").get("targetGUID")], one.findtext(f"{ns}TextValue"))
            for one in source.iter(f"{ns}VariableValue")
        ]
        twins = [article for article in ours["articles"] if in_xml(article["text"]) == text]
        if len(twins) == 1:
            check_facts("refi-qda", twins[0], said, code_points)

# All aliases of those who are mentioned stand at their mentions.
for line in lines(root / "prodigy" / "export"):
    said = [value for span in line["spans"] for value in span.get("values", [])]
    mentioned = {value for name, value in said if name == "entity_key"}
    found = {value for name, value in said if re.fullmatch(r"entity_alias(_\d+)?", name)}
    wanted = {alias for entity in ours["entities"] if entity["id"] in mentioned for alias in entity["aliases"]}
    check("prodigy", found == wanted, found ^ wanted)

# Every line of a text is a paragraph of the Word document, and a comment stands on the words of each claim.
wordprocessing = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
signs = {"t": None, "tab": "\t", "br": "\n"}
# What JavaScript takes for white space.
space = "\t\n\v\f\r \u00a0\u1680\u2000-\u200a\u2028\u2029\u202f\u205f\u3000\ufeff"


def squeezed(text):
    return re.sub(f"[{space}]", "", in_xml(text))


with zipfile.ZipFile(root / "docx" / "export") as package:
    document = ET.fromstring(package.read("word/document.xml"))
    comments = ET.fromstring(package.read("word/comments.xml"))
paragraphs = []
anchored = {}
begun = set()
for paragraph in document.iter(wordprocessing + "p"):
    paragraphs.append("")
    for element in paragraph.iter():
        name = element.tag.removeprefix(wordprocessing)
        number = element.get(wordprocessing + "id")
        if name == "commentRangeStart":
            begun.add(number)
            anchored[number] = ""
        elif name == "commentRangeEnd":
            begun.remove(number)
        elif name in signs:
            words = signs[name] or element.text or ""
            paragraphs[-1] += words
            for one in begun:
                anchored[one] += words
check("docx", not begun, begun)
check("docx", sorted(anchored) == sorted(one.get(wordprocessing + "id") for one in comments), "other comments")
stretches = {squeezed(words) for words in anchored.values()}
for article in ours["articles"]:
    lines_of_text = re.split("\r\n|[\n\r\u2028\u2029]", article["text"])
    for line in lines_of_text:
        check("docx", squeezed(line) == "" or in_xml(line) in paragraphs, line)
    for annotations in article["sets"]:
        spans = {span["id"]: span["segments"] for span in annotations["spans"]}
        for card in annotations["attributions"]:
            if card["claim"] in spans and squeezed(article["text"]):
                pieces = spans[card["claim"]]
                words = utf16(article["text"], pieces[0]["start"], pieces[-1]["end"])
                check("docx", squeezed(words) in stretches, words)

for fmt, count in checked.items():
    print(f"{fmt}: {count} places")
