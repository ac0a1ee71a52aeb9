"""Whether a text is CoNLL-U (https://universaldependencies.org/format.html), as far as it says words and no syntax: put down from that
description and from the rules that treebanks are checked by, in Python's own strings."""

import re


def faults(text):
    """What is wrong, each with its line."""
    if "\r" in text:
        yield 0, "lines end otherwise than with a line feed"
    if text and not text.endswith("\n\n"):
        yield 0, "no empty line after the last sentence"
    seen = set()
    number = 1
    for block in text.removesuffix("\n").split("\n\n"):
        lines = block.removesuffix("\n").split("\n")
        yield from ((number + at, fault) for at, fault in of_sentence(lines, seen))
        number += len(lines) + 1


def of_sentence(lines, seen):
    comments = [line for line in lines if line.startswith("#")]
    words = [(at, line.split("\t")) for at, line in enumerate(lines) if not line.startswith("#")]
    if any(line.startswith("#") for line in lines[len(comments) :]):
        yield 0, "a comment after a word"
    if not words:
        yield 0, "a sentence without words"
    said = {}
    for line in comments:
        key, sign, value = line.removeprefix("#").strip().partition(" = ")
        if key in said and key in ("sent_id", "text"):
            yield 0, f"{key} twice"
        if sign:
            said[key] = value
    name = said.get("sent_id", "")
    if not re.fullmatch(r"[^\s/]+", name) or name in seen:
        yield 0, f"no sent_id of its own: {name!r}"
    seen.add(name)
    rest = said.get("text")
    if rest is None or rest != rest.strip():
        yield 0, "no text, or white space around it"
        rest = (rest or "").strip()
    for index, (at, columns) in enumerate(words):
        if len(columns) != 10:
            yield at, f"{len(columns)} columns"
            continue
        yield from ((at, fault) for fault in of_columns(columns, index + 1))
        form = columns[1]
        if not rest.startswith(form):
            yield at, f"the text goes on with {rest[:20]!r}, not with {form!r}"
            return
        rest = rest[len(form) :]
        if "SpaceAfter=No" in columns[9].split("|"):
            continue
        if rest and not rest[0].isspace():
            yield at, f"no white space after {form!r}"
        rest = rest.lstrip()
    if rest:
        yield 0, f"no words for {rest[:20]!r}"


def of_columns(columns, number):
    if columns[0] != str(number):
        yield f"the word is number {number}, not {columns[0]}"
    for at, column in enumerate(columns):
        if column == "":
            yield f"column {at + 1} is empty"
        if column != column.strip() or re.search(r"\s\s", column):
            yield f"white space around or doubled in column {at + 1}"
        if at not in (1, 2, 9) and re.search(r"\s", column):
            yield f"white space in column {at + 1}"
    if columns[6] != "_" and not columns[6].isdigit():
        yield f"the head is {columns[6]}"
    if columns[9] != "_":
        keys = []
        for part in columns[9].split("|"):
            key, sign, value = part.partition("=")
            keys.append(key)
            if not (key and sign and value) or part != part.strip():
                yield f"{part!r} is no attribute with a value"
        if len(set(keys)) != len(keys):
            yield "an attribute twice"
