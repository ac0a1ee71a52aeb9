"""Counts the measures of insight from annotated JSON, as docs/insight.md defines them, with none of our code.

    python3 check_insight.py FILE

FILE is JSON: `export` (annotated JSON), `words` (for each article where its words stand, in UTF-16 code units), `facts` (its publisher, date and
authors), `distancing` (the words of the list), `queries`, and `disagreements` (figures, each with cards in which annotators differ), and `sides` (two scopes each). Prints for each
query the list of measures with their groups, and for each figure what it is if each of these is decided as each annotator has it.
"""

import functools
import json
import math
import re
import sys
import unicodedata
from datetime import date, timedelta

data = json.load(open(sys.argv[1], encoding="utf-8"))
tagged = data["export"]
entities = {one["id"]: one for one in tagged["entities"]}
SPACE = set("\t\n\v\f\r \u00a0\u1680\u2028\u2029\u202f\u205f\u3000\ufeff") | {chr(c) for c in range(0x2000, 0x200B)}
LINE_ENDS = "\n\r\u2028\u2029"
CLOSERS = {"“": "”", "„": "“”", "«": "»", "»": "«", "‟": "”", "「": "」", "『": "』", '"': '"'}
PEOPLE = ("named person", "named organization", "described", "anonymous")


def total(numbers):
    """A plain sum, number after number: Python's own compensates for what is lost."""
    result = 0
    for number in numbers:
        result += number
    return result


def behind(entity):
    seen = set()
    one = entities.get(entity)
    while one and one.get("mergedInto") is not None and one["id"] not in seen:
        seen.add(one["id"])
        one = entities.get(one["mergedInto"])
    return one


def source_class(entity):
    if entity["type"] in ("document", "outlet", "platform"):
        return entity["type"]
    if entity["naming"] != "named":
        return entity["naming"]
    return "named person" if entity["type"] == "person" else "named organization"


def answer_of(field, entered):
    """What was entered, where the field takes it: its words, and whether the source declined to say."""
    if entered is None:
        return None
    if entered.get("declined"):
        return ("declined to say", True)
    value, kind = entered["value"], field["kind"]
    if kind == "choice":
        return next(((one["name"], False) for one in field["choices"] if one["id"] == value), None)
    if kind == "number":
        return None if isinstance(value, str) else (str(value), False)
    if not isinstance(value, str):
        return None
    if kind == "date":
        return (value, False) if re.fullmatch(r"\d{4}(-\d{2}(-\d{2})?)?", value) else None
    return (value, False) if value.strip() else None


def known_of(entity, field):
    """What is known of an entity: its own answer, else that of all that were merged into it, where they give one."""
    if entity is None:
        return None
    own = answer_of(field, entity.get("fields", {}).get(field["id"]))
    if own:
        return own
    merged = [e for e in entities.values() if e is not entity and behind(e["id"]) is entity]
    said = {answer_of(field, e.get("fields", {}).get(field["id"])) for e in merged} - {None}
    return said.pop() if len(said) == 1 else None


def roles_of(annotations):
    """The role of each entity that the set mentions: what is said of itself, else of all that were merged into it, where they are one."""
    mentioned = {span.get("entity") for span in annotations["spans"]} - {None}
    said = {}
    for one in annotations.get("appearances", []):
        entity = behind(one["entity"])
        if entity and one["entity"] in mentioned:
            own, merged = said.setdefault(entity["id"], ([], set()))
            own.append(one["role"]) if entity["id"] == one["entity"] else merged.add(one["role"])
    told = {id: set(own) or merged for id, (own, merged) in said.items()}
    return {id: next(iter(roles)) for id, roles in told.items() if len(roles) == 1}


def folded(name):
    """A name as people read it: whatever its case, its forms of characters and the white space in it."""
    spaced = "".join(" " if c in SPACE else c for c in unicodedata.normalize("NFKC", name))
    return " ".join(part for part in spaced.split(" ") if part).lower()


def units(text):
    """The text as a list of UTF-16 code units, each as a character."""
    raw = text.encode("utf-16-le", "surrogatepass")
    return [chr(raw[at] | raw[at + 1] << 8) for at in range(0, len(raw), 2)]


def paragraphs_of(text):
    found, start, at = [], 0, 0
    while at <= len(text):
        if at == len(text) or text[at] in LINE_ENDS:
            if any(c not in SPACE for c in text[start:at]):
                found.append((start, at))
            if at < len(text) and text[at] == "\r" and text[at + 1 : at + 2] == ["\n"]:
                at += 1
            start = at + 1
        at += 1
    return found


def quoted_stretches(text, paragraphs):
    """What lies between paired quotation marks; a quotation that is left open goes to the end of its paragraph."""
    inner = []
    for start, end in paragraphs:
        opened = []
        for at in range(start, end):
            mark = text[at]
            if mark not in CLOSERS and not any(mark in closers for closers in CLOSERS.values()):
                continue
            pair = next((i for i in range(len(opened) - 1, -1, -1) if mark in CLOSERS[opened[i][1]]), None)
            if pair is not None:
                inner.append((opened[pair][0] + 1, at))
                del opened[pair:]
            elif mark in CLOSERS:
                opened.append((at, mark))
        if opened and opened[0][0] + 1 < end:
            inner.append((opened[0][0] + 1, end))
    return inner


def within(offset, ranges):
    return any(start <= offset < end for start, end in ranges)


def ranges_of(span):
    return [(one["start"], one["end"]) for one in span["segments"]] if span else []


class Article:
    def __init__(self, article, annotations):
        text = units(article["text"])
        facts = data["facts"][article["id"]]
        self.id, self.length = article["id"], len(text)
        self.publisher, self.date, self.authors = facts["publisher"], facts["date"], facts["authors"]
        self.paragraphs = paragraphs_of(text)
        excluded = [(x["segment"]["start"], x["segment"]["end"]) for x in annotations["exclusions"]]
        self.words = [word for word in data["words"][self.id] if not within(word[0], excluded)]
        self.quoted = quoted_stretches(text, self.paragraphs)
        self.text = text
        self.spans = {span["id"]: span for span in annotations["spans"]}
        self.roles = roles_of(annotations)
        self.cards = {card["id"] for card in annotations["attributions"]}
        statements = [self.statement(card) for card in annotations["attributions"]]
        statements = [s for s in statements if s["place"] is None or not within(s["place"][0], excluded)]
        far = (math.inf, 0)
        self.statements = sorted(statements, key=lambda s: (*(s["place"] or far), s["card"]))

    def word_numbers(self, span):
        ranges = ranges_of(self.spans.get(span))
        return [at for at, (start, _) in enumerate(self.words) if within(start, ranges)]

    def word(self, at):
        start, end = self.words[at]
        raw = b"".join(ord(c).to_bytes(2, "little") for c in self.text[start:end])
        return unicodedata.normalize("NFKC", raw.decode("utf-16-le", "surrogatepass")).lower()

    def statement(self, card):
        order = [card["claim"], card["cue"], *card["voice"], *(via["span"] for via in card["via"])]
        placed = next((self.spans[one] for one in order if one in self.spans), None)
        place = (placed["segments"][0]["start"], placed["segments"][-1]["end"]) if placed else None
        claim = self.word_numbers(card["claim"])
        fields = card["fields"]
        return {
            "card": card["id"],
            "place": place,
            "paragraph": self.paragraph(place[0]) if place else -1,
            "nested": card["within"] in self.cards,
            "voices": self.voices(card),
            "about": list({e["id"]: e for e in map(behind, card.get("about", [])) if e}.values()),
            "kind": card["kind"],
            "polarity": fields.get("polarity"),
            "withheld": fields.get("polarity") == "withholds" or fields.get("channel") == "no-comment",
            "claim": claim,
            "verbatim": [at for at in claim if within(self.words[at][0], self.quoted)],
            "cue": None if card["cue"] is None else [self.word(at) for at in self.word_numbers(card["cue"])],
            "wording": " ".join(self.word(at) for at in claim),
            "second": self.second_hand(card),
        }

    def paragraph(self, offset):
        return next((at for at, (_, end) in enumerate(self.paragraphs) if end >= offset), len(self.paragraphs) - 1)

    def voices(self, card):
        voices = {}
        for span in card["voice"]:
            mentioned = self.spans.get(span, {}).get("entity")
            entity = behind(mentioned)
            key = entity["id"] if entity else span
            reasons = [one.get("anonymity") for one in (entity, entities.get(mentioned)) if one]
            gives = any(r and r["reason"] and r.get("evidence", {}).get("article") == self.id for r in reasons)
            before = voices.get(key, {"gives": False})
            voices[key] = {
                **{"id": key, "entity": entity, "role": self.roles.get(key)},
                "gives": gives or before["gives"],
            }
        return list(voices.values())

    def second_hand(self, card):
        outlets = [behind(self.spans.get(via["span"], {}).get("entity")) for via in card["via"]]
        for outlet in outlets:
            if outlet and outlet["type"] == "outlet":
                same = [e for e in entities.values() if behind(e["id"]) is outlet]
                names = {folded(name) for e in same for name in [e["name"], *e["aliases"]]}
                if self.publisher is None or folded(self.publisher) not in names:
                    return True
        return None if None in outlets else False


class View:
    """An article with only some of its statements."""

    def __init__(self, article, statements):
        self.article, self.statements = article, statements
        self.sources = {}
        for voice in (v for s in statements for v in s["voices"]):
            gives = voice["gives"] or self.sources.get(voice["id"], voice)["gives"]
            self.sources[voice["id"]] = {**voice, "gives": gives}
        self.known = [v for v in self.sources.values() if v["entity"]]
        self.unknown = len(self.sources) - len(self.known)


def monday(day):
    one = date.fromisoformat(day)
    return (one - timedelta(days=one.weekday())).isoformat()


def period(article, name):
    day = article.date
    if name == "week":
        return monday(day) if day and len(day) == 10 else None
    length = {"day": 10, "month": 7, "year": 4}[name]
    return day[:length] if day and len(day) >= length else None


def following(key, name):
    if name == "day":
        return (date.fromisoformat(key) + timedelta(days=1)).isoformat()
    if name == "week":
        return (date.fromisoformat(key) + timedelta(days=7)).isoformat()
    if name == "month":
        year, month = map(int, key.split("-"))
        return f"{year + month // 12:04d}-{month % 12 + 1:02d}"
    return f"{int(key) + 1:04d}"


def distinct(views, policy):
    if policy == "all":
        return views
    seen, kept = set(), {}
    for view in sorted(views, key=lambda v: (v.article.date is None, v.article.date or "")):
        when = None if policy == "document" else period(view.article, policy)
        when = ("article", view.article.id) if when is None else (policy, when)
        kept[view.article.id] = []
        for s in view.statements:
            voices = tuple(sorted(v["id"] for v in s["voices"]))
            key = (when, (voices, s["polarity"], s["wording"]) if s["wording"] else s["card"])
            if key not in seen:
                seen.add(key)
                kept[view.article.id].append(s)
    return [View(view.article, kept[view.article.id]) for view in views]


class Choice:
    """What of the articles a figure is about, and how cards with several voices count."""

    def __init__(self, weights, scope):
        self.weights, self.scope = weights, scope
        self.by_source, self.voice, self.statement, self.pair = False, lambda v: True, lambda s: True, None
        self.any_kind = lambda s: True
        self.knowledge = lambda v: "known" if v["entity"] else "unknown"

    def also(self, **narrower):
        other = Choice(self.weights, self.scope)
        other.__dict__.update({**self.__dict__, **narrower})
        return other

    def of_voice(self, statement):
        return 1 if self.weights == "full" else 1 / len(statement["voices"])

    def of_statement(self, statement):
        if not self.statement(statement):
            return 0
        if not self.by_source:
            return 1
        chosen = len([v for v in statement["voices"] if self.voice(v)])
        if self.weights == "full":
            return 1 if chosen else 0
        return chosen / max(1, len(statement["voices"]))


def unvoiced(statement):
    return not any(v["entity"] for v in statement["voices"])


def voices_counted(view, choice, everyone=False):
    amounts = []
    for s in view.statements:
        if everyone or choice.statement(s):
            known = [v for v in s["voices"] if v["entity"] and (everyone or choice.voice(v))]
            amounts.append(len(known) * choice.of_voice(s) if known else 0)
    return total(amounts)


def count_statements(view, choice):
    base = len([s for s in view.statements if s["voices"]])
    return voices_counted(view, choice), base, len(view.statements), len([s for s in view.statements if unvoiced(s)])


def statement_share(view, choice):
    numerator, _, n, unknown = count_statements(view, choice)
    return numerator, voices_counted(view, choice, everyone=True), n, unknown


def share_of_statements(test):
    def tally(view, choice):
        weighed = [(choice.of_statement(s), test(s)) for s in view.statements]
        weighed = [(weight, answer) for weight, answer in weighed if weight]
        return (
            total(weight for weight, answer in weighed if answer),
            total(weight for weight, answer in weighed if answer is not None),
            len(weighed),
            len([1 for _, answer in weighed if answer is None]),
        )

    return tally


def kinds(view, choice):
    any_kind = choice.also(statement=choice.any_kind)
    chosen = [s for s in view.statements if any_kind.of_statement(s)]
    with_kind = [s for s in chosen if s["kind"] is not None]
    return (
        total(choice.of_statement(s) for s in chosen),
        total(any_kind.of_statement(s) for s in with_kind),
        len(chosen),
        len(chosen) - len(with_kind),
    )


def right_of_reply(view, choice):
    """Statements about others than those who make them; of these, the ones all of whom speak in the article themselves."""
    speaking = {v["entity"]["id"] for v in view.known}
    chosen = [(choice.of_statement(s), s) for s in view.statements if choice.of_statement(s)]
    numerator, denominator = [], []
    for weight, s in chosen:
        own = {v["entity"]["id"] for v in s["voices"] if v["entity"]}
        others = {e["id"] for e in s["about"]} - own
        if others:
            denominator.append(weight)
            if others <= speaking:
                numerator.append(weight)
    return total(numerator), total(denominator), len(chosen), len([1 for _, s in chosen if not s["about"]])


def mean_position(view, choice):
    weighed = [(choice.of_statement(s), s["place"]) for s in view.statements]
    weighed = [(weight, place) for weight, place in weighed if weight]
    placed = [(weight, place) for weight, place in weighed if place is not None]
    return (
        total(weight * (place[0] / view.article.length) for weight, place in placed),
        total(weight for weight, _ in placed),
        len(weighed),
        len(weighed) - len(placed),
    )


def words_of(statements, part="claim"):
    return len({at for s in statements for at in s[part]})


def space(view, choice):
    voiced = [s for s in view.statements if s["voices"]]
    speakers = {}
    for s in voiced:
        if choice.statement(s):
            for at in s["claim"]:
                speakers.setdefault(at, {}).update({v["id"]: v for v in s["voices"]})
    amounts = []
    for at in sorted(speakers):
        held = len([v for v in speakers[at].values() if v["entity"] and choice.voice(v)])
        amounts.append(min(1, held) if choice.weights == "full" else held / len(speakers[at]))
    n = len([s for s in view.statements if s["claim"]])
    return total(amounts), words_of(voiced), n, words_of([s for s in view.statements if unvoiced(s)])


def chosen_statements(view, choice):
    named = [s for s in view.statements if choice.statement(s)]
    return [s for s in named if not choice.by_source or any(choice.voice(v) for v in s["voices"])]


def attributed(view, choice):
    n = len([s for s in view.statements if s["claim"]])
    return words_of(chosen_statements(view, choice)), len(view.article.words), n, 0


def verbatim(view, choice):
    chosen = chosen_statements(view, choice)
    return words_of(chosen, "verbatim"), words_of(chosen), len([s for s in chosen if s["claim"]]), 0


def first_voice(view, choice):
    first = view.statements[0] if view.statements else None
    of_known = choice.also(by_source=True, voice=lambda v: v["entity"] and choice.voice(v))
    return of_known.of_statement(first) if first else 0, 1, 1, 1 if first and unvoiced(first) else 0


def chosen_sources(view, choice):
    return [v for v in view.known if choice.voice(v)]


def of_appearances(denominator):
    def tally(view, choice):
        return len(chosen_sources(view, choice)), denominator(view), len(view.sources), view.unknown

    return tally


def of_mix(counts):
    def tally(view, choice):
        counted = [v for v in view.sources.values() if counts(choice.knowledge(v))]
        chosen = [v for v in counted if v["entity"] and choice.voice(v)]
        unknown = [v for v in view.sources.values() if choice.knowledge(v) == "unknown"]
        return len(chosen), len(counted), len(view.sources), len(unknown)

    return tally


def new_voices(view, choice):
    chosen = chosen_sources(view, choice)
    n, day = len(chosen) + view.unknown, view.article.date
    if day is None:
        return 0, 0, n, n

    def is_earlier(other):
        length = min(len(other), len(day))
        return other[:length] < day[:length]

    def is_new(voice):
        days = [v.article.date for v in choice.scope if v.article.date and voice["id"] in v.sources]
        return not any(is_earlier(other) for other in days)

    return len([v for v in chosen if is_new(v)]), len(chosen), n, view.unknown


def people(view):
    speaking = [v for v in view.known if source_class(v["entity"]) in PEOPLE]
    return speaking, [v for v in speaking if source_class(v["entity"]) in ("described", "anonymous")]


def with_unnamed(counts):
    def tally(view, choice):
        _, unnamed = people(view)
        counted = counts(view)
        unknown = 1 if not unnamed and view.unknown else 0
        return 1 if counted and unnamed else 0, 1 if counted else 0, 1, unknown

    return tally


def solely(view, choice):
    speaking, unnamed = people(view)
    alone = speaking and len(speaking) == len(unnamed)
    return 1 if alone else 0, 1 if speaking else 0, 1, 1 if view.unknown else 0


def unnamed_appearances(view, choice):
    speaking, unnamed = people(view)
    return len(unnamed), len(speaking), len(speaking) + view.unknown, view.unknown


def share_of_unnamed(test):
    def tally(view, choice):
        _, unnamed = people(view)
        return len([v for v in unnamed if test(v)]), len(unnamed), len(unnamed) + view.unknown, view.unknown

    return tally


def no_comment(view, choice):
    withheld = [s for s in view.statements if s["withheld"]]
    chosen = [s for s in withheld if not choice.by_source or any(choice.voice(v) for v in s["voices"])]
    return 1 if chosen else 0, 1, 1, 0


def single(view, choice):
    sources = len(chosen_sources(view, choice))
    return 1 if sources == 1 else 0, 1 if sources else 0, 1, 1 if view.unknown else 0


def ratio(tally):
    def measure(views, choice):
        tallies = [tally(view, choice) for view in views]

        def figure(sample):
            sums = [0, 0, 0, 0]
            for at in sample:
                for column in range(4):
                    sums[column] += tallies[at][column]
            return (sums[0] / sums[1] if sums[1] else None, *sums)

        return figure

    return measure


def per_article(statistic):
    def measure(views, choice):
        counts = [(len(chosen_sources(view, choice)), view.unknown) for view in views]

        def figure(sample):
            numbers = [counts[at][0] for at in sample]
            unknown = total(counts[at][1] for at in sample)
            return statistic(numbers), total(numbers), len(numbers), total(numbers) + unknown, unknown

        return figure

    return measure


def median(numbers):
    ordered = sorted(numbers)
    return (ordered[(len(ordered) - 1) // 2] + ordered[len(ordered) // 2]) / 2 if ordered else None


def deviation(numbers):
    if len(numbers) < 2:
        return None
    mean = total(numbers) / len(numbers)
    return math.sqrt(total((one - mean) * (one - mean) for one in numbers) / (len(numbers) - 1))


def spread(key, parts):
    def measure(views, choice):
        names, weighed = {}, []
        for view in views:
            sums = {}
            for s in view.statements:
                for name in [key(v["entity"]) for v in s["voices"] if v["entity"]]:
                    sums[name] = sums.get(name, 0) + choice.of_voice(s)
            names.update(sums)
            weighed.append((sums, len([s for s in view.statements if unvoiced(s)])))

        def figure(sample):
            sums = dict.fromkeys(names, 0)
            for at in sample:
                for name, weight in weighed[at][0].items():
                    sums[name] += weight
            heard = [weight for weight in sums.values() if weight]
            numerator, denominator, *value = parts(heard)
            value = None if denominator == 0 else (value[0]() if value else numerator / denominator)
            return value, numerator, denominator, len(heard), total(weighed[at][1] for at in sample)

        return figure

    return measure


def squares(weights):
    return total(w * w for w in weights)


def concentrated(weights):
    return squares(weights), total(weights) * total(weights)


def diverse(weights):
    everything = total(weights) * total(weights)
    return everything - squares(weights), everything


def top(most):
    return lambda weights: (total(sorted(weights, reverse=True)[:most]), total(sorted(weights, reverse=True)))


def entropic(weights):
    everything = total(weights)
    if everything == 0:
        return 0, 0
    return everything * math.log(everything) - total(w * math.log(w) for w in weights), everything


def effective(weights):
    numerator, everything = entropic(weights)
    return everything, len(weights), lambda: math.exp(numerator / everything)


def together(places):
    def measure(views, choice):
        def where(view, test, statements=None):
            spoken = view.statements if statements is None else statements
            return {places(s) for s in spoken if any(test(v) for v in s["voices"])}

        rows = []
        for view in views:
            one, other = [where(view, lambda v, of=of: v["id"] == of) for of in choice.pair]
            nameless = [s for s in view.statements if any(not v["entity"] for v in s["voices"])]
            every = len(where(view, lambda v: True))
            rows.append((len(one), len(other), len(one & other), every, len(where(view, lambda v: True, nameless))))

        def figure(sample):
            one, other, both, n, unknown = (total(rows[at][column] for at in sample) for column in range(5))
            either = one + other - both
            lopsided = max(one, other) > 5 * min(one, other)
            return both / either if either else None, both, either, n, unknown, lopsided

        return figure

    return measure


def entity_key(entity):
    return entity["id"]


def distances(statement):
    return None if statement["cue"] is None else any(word in data["distancing"] for word in statement["cue"])


# id: unit, what it can be grouped by beside articles, the grouping it always has, whether duplicates count, and how it is counted.
STATEMENT, APPEARANCE = ("statement", ("source", "kind")), ("appearance", ("source",))
MEASURES = {
    "statements": (*STATEMENT, None, True, ratio(count_statements)),
    "statement-share": (*STATEMENT, None, True, ratio(statement_share)),
    "appearances": (*APPEARANCE, None, False, ratio(of_appearances(lambda view: 1))),
    "appearance-share": (*APPEARANCE, None, False, ratio(of_appearances(lambda view: len(view.known)))),
    "space": (*STATEMENT, None, False, ratio(space)),
    "attributed-share": (*STATEMENT, None, False, ratio(attributed)),
    "verbatim-share": (*STATEMENT, None, False, ratio(verbatim)),
    "first-voice": ("article", ("source",), None, False, ratio(first_voice)),
    "mean-position": (*STATEMENT, None, True, ratio(mean_position)),
    "kinds": (*STATEMENT, "kind", True, ratio(kinds)),
    "anonymity-articles": ("article", (), None, False, ratio(with_unnamed(lambda view: True))),
    "anonymity-articles-with-cards": ("article", (), None, False, ratio(with_unnamed(lambda view: view.statements))),
    "solely-unnamed": ("article", (), None, False, ratio(solely)),
    "anonymity-appearances": ("appearance", (), None, False, ratio(unnamed_appearances)),
    "reason-given": ("appearance", (), None, False, ratio(share_of_unnamed(lambda v: v["gives"]))),
    "described": (
        *("appearance", (), None, False),
        ratio(share_of_unnamed(lambda v: source_class(v["entity"]) == "described")),
    ),
    "source-mix": (*APPEARANCE, "class", False, ratio(of_mix(lambda knowledge: True))),
    "source-mix-known": (*APPEARANCE, "class", False, ratio(of_mix(lambda knowledge: knowledge == "known"))),
    "sources-mean": (*APPEARANCE, None, False, ratio(of_appearances(lambda view: 1))),
    "sources-median": (*APPEARANCE, None, False, per_article(median)),
    "sources-spread": (*APPEARANCE, None, False, per_article(deviation)),
    "single-source": ("article", (), None, False, ratio(single)),
    "new-voices": (*APPEARANCE, None, False, ratio(new_voices)),
    "concentration": ("source", (), None, True, spread(entity_key, concentrated)),
    "top-5": ("source", (), None, True, spread(entity_key, top(5))),
    "top-10": ("source", (), None, True, spread(entity_key, top(10))),
    "diversity": ("source", (), None, True, spread(entity_key, diverse)),
    "entropy": ("source", (), None, True, spread(entity_key, entropic)),
    "effective-sources": ("source", (), None, True, spread(entity_key, effective)),
    "class-diversity": ("source", (), None, True, spread(source_class, diverse)),
    "class-entropy": ("source", (), None, True, spread(source_class, entropic)),
    "effective-classes": ("source", (), None, True, spread(source_class, effective)),
    "second-hand": (*STATEMENT, None, True, ratio(share_of_statements(lambda s: s["second"]))),
    "no-comment": ("article", ("source",), None, False, ratio(no_comment)),
    "right-of-reply": (*STATEMENT, None, False, ratio(right_of_reply)),
    "distancing-cues": (*STATEMENT, None, True, ratio(share_of_statements(distances))),
    "together": ("article", ("pair",), "pair", False, together(lambda s: 0)),
    "together-paragraphs": ("paragraph", ("pair",), "pair", False, together(lambda s: s["paragraph"])),
}
LEVELS = {"entity": "source", "class": "source", "role": "source", "kind": "kind", "about": "kind", "pair": "pair"}
FIELDS = {field["id"]: field for field in tagged["tagset"].get("entityFields", [])}
LEVELS.update({name: "source" for name in FIELDS})
TIMES = ("day", "week", "month", "year")


def by_units(text):
    return text.encode("utf-16-be", "surrogatepass")


def order(values):
    return tuple((value is None, by_units(value or "")) for value in values)


def article_groups(views, groupings):
    groups = [({}, views)]
    for name in groupings:
        if name in LEVELS:
            continue

        def keys_of(view, name=name):
            if name == "publisher":
                return [view.article.publisher]
            if name == "author":
                return view.article.authors or [None]
            return [period(view.article, name)]

        keys = {key for view in views for key in keys_of(view)}
        if name in TIMES and keys - {None}:
            bins, last = [min(keys - {None})], max(keys - {None})
            while bins[-1] < last:
                bins.append(following(bins[-1], name))
            keys = set(bins) | (keys & {None})
        ordered = sorted(keys, key=lambda key: order([key]))
        groups = [
            ({**by, name: key}, [view for view in inside if key in keys_of(view)])
            for by, inside in groups
            for key in ordered
        ]
    return groups


def pairs_in(view):
    known = sorted((v["entity"] for v in view.known), key=lambda e: order([e["name"], e["id"]]))
    return [(one, other) for at, one in enumerate(known) for other in known[at + 1 :]]


def narrowed(choice, narrow):
    """Statements that two groupings choose are those that both do."""
    tests = {
        name: lambda s, one=getattr(choice, name), other=test: one(s) and other(s)
        for name, test in narrow.items()
        if name in ("statement", "any_kind")
    }
    return choice.also(**{**narrow, **tests})


def choices(views, groupings, plain):
    found = [({}, plain)]
    for name in groupings:
        if name not in LEVELS:
            continue
        statements = [s for view in views for s in view.statements]
        speaking = {v["entity"]["id"]: v["entity"] for s in statements for v in s["voices"] if v["entity"]}
        options = []
        if name == "entity":
            for entity in sorted(speaking.values(), key=lambda e: order([e["name"], e["id"]])):
                is_it = lambda v, of=entity: v["entity"] is of
                options.append(({"entity": entity["name"], "entityId": entity["id"]}, {"by_source": True, "voice": is_it}))
        elif name == "class":
            for one in sorted({source_class(e) for e in speaking.values()}):
                is_it = lambda v, of=one: v["entity"] and source_class(v["entity"]) == of
                options.append(({"class": one}, {"by_source": True, "voice": is_it}))
        elif name == "role":
            found_roles = {v["role"] for s in statements for v in s["voices"] if v["entity"]}
            knows = lambda v: "known" if v["role"] else "unknown"
            for one in sorted(found_roles, key=lambda role: order([role])):
                is_it = lambda v, of=one: v["entity"] and v["role"] == of
                options.append(({"role": one}, {"by_source": True, "voice": is_it, "knowledge": knows}))
        elif name in FIELDS:
            field = FIELDS[name]

            def knowledge(v, field=field):
                known = known_of(v["entity"], field)
                return "unknown" if known is None else "declined" if known[1] else "known"

            words = {e["id"]: (known_of(e, field) or (None,))[0] for e in speaking.values()}
            for one in sorted(set(words.values()), key=lambda word: order([word])):
                is_it = lambda v, of=one, words=words: v["entity"] and words[v["entity"]["id"]] == of
                options.append(({name: one}, {"by_source": True, "voice": is_it, "knowledge": knowledge}))
        elif name == "kind":
            for one in sorted({s["kind"] for s in statements} - {None}):
                options.append(({"kind": one}, {"statement": lambda s, of=one: s["kind"] == of}))
        elif name == "about":
            keys = {(e["name"], e["id"]) for s in statements for e in s["about"] or [{"name": None, "id": None}]}
            for one in sorted(keys, key=order):
                def is_it(s, of=one[1]):
                    return of in [e["id"] for e in s["about"]] if of else not s["about"]

                options.append(({"about": one[0], "aboutId": one[1]}, {"statement": is_it, "any_kind": is_it}))
        else:
            pairs = {(one["id"], other["id"]): (one, other) for view in views for one, other in pairs_in(view)}
            for one, other in sorted(
                pairs.values(), key=lambda p: order([p[0]["name"], p[0]["id"], p[1]["name"], p[1]["id"]])
            ):
                by = {"entity": one["name"], "entityId": one["id"], "other": other["name"], "otherId": other["id"]}
                options.append((by, {"pair": (one["id"], other["id"])}))
        found = [({**by, **more}, narrowed(choice, narrow)) for by, choice in found for more, narrow in options]
    return found


def random_from(seed):
    state = seed & 0xFFFFFFFF
    while True:
        state = (state + 0x6D2B79F5) & 0xFFFFFFFF
        mixed = ((state ^ state >> 15) * (state | 1)) & 0xFFFFFFFF
        mixed ^= (mixed + (mixed ^ mixed >> 7) * (mixed | 61)) & 0xFFFFFFFF
        yield (mixed ^ mixed >> 14) / 4294967296


@functools.cache
def draws(articles, seed):
    numbers = random_from(seed)
    return [[math.floor(next(numbers) * articles) for _ in range(articles)] for _ in range(1000)]


def interval(figure, articles, seed):
    if articles < 5:
        return None, None
    values = [figure(sample)[0] for sample in draws(articles, seed)]
    values = sorted(value for value in values if value is not None)
    if len(values) < 500:
        return None, None
    low = (1 - 0.95) / 2
    return tuple(values[min(len(values) - 1, math.floor(part * len(values)))] for part in (low, 1 - low))


def rounded(number):
    return None if number is None else float(f"{number:.12g}")


NAMES = {one["id"]: one["name"] for one in tagged["annotators"] if "kind" not in one}


def set_of(article, annotator):
    return next((one for one in article["sets"] if one["annotator"] == annotator), None)


@functools.cache
def common_articles():
    """Those that everybody annotated who annotated any, and who that is."""
    people = [id for id in NAMES if any(set_of(one, id) for one in tagged["articles"])]
    shared = [one for one in tagged["articles"] if all(set_of(one, id) for id in people)]
    return people, shared if len(people) > 1 else []


@functools.cache
def crossed(article, own, other):
    """An article with one annotator's cards, of which is out what another one excludes, by its number among the common ones."""
    one = common_articles()[1][article]
    exclusions = set_of(one, own)["exclusions"]
    return Article(one, {**set_of(one, other), "exclusions": exclusions})


def views_of(articles, scope):
    return [View(one, [s for s in one.statements if scope["nested"] or not s["nested"]]) for one in articles]


def readings(by, scope):
    """What is counted at once: all articles, or the common ones by each annotator. None where nothing is common."""
    if "annotator" not in by:
        return [({}, views_of(articles, scope))]
    people, shared = common_articles()
    own = lambda id: views_of([crossed(at, id, id) for at in range(len(shared))], scope)
    return [({"annotator": NAMES[id], "annotatorId": id}, own(id)) for id in people] if shared else None


def groupings_of(always, by):
    divided = always in by or (always == "class" and any(one == "role" or one in FIELDS for one in by))
    return by if always is None or divided else [*by, always]


def with_spread(groups):
    """Between which values those of all annotators lie."""
    values = {}
    key = lambda group: json.dumps([[k, v] for k, v in group["by"].items() if not k.startswith("annotator")])
    for group in groups:
        values.setdefault(key(group), []).append(group["value"])
    known = {key: [one for one in some if one is not None] for key, some in values.items()}
    ends = {key: (min(some), max(some)) if some else (None, None) for key, some in known.items()}
    return [{**group, "least": ends[key(group)][0], "most": ends[key(group)][1]} for group in groups]


def answer(query):
    by, scope = query["by"], query["scope"]
    read = readings(by, scope)
    if read is None:
        return False
    read = [(whose, views, distinct(views, scope["duplicates"])) for whose, views in read]
    measured = []
    for name, (unit, levels, always, heeds, count) in MEASURES.items():
        groupings = groupings_of(always, by)
        wanted = [LEVELS[one] for one in groupings if one in LEVELS]
        if any(level not in levels for level in wanted) or wanted.count("source") > 1:
            continue
        if always == "pair" and "pair" not in by:
            continue
        columns = {"entity": ["entity", "entityId"], "about": ["about", "aboutId"]}
        columns["pair"] = ["entity", "entityId", "other", "otherId"]
        columns["annotator"] = ["annotator", "annotatorId"]
        groups = []
        everybody = [view for _, views, once in read for view in (once if heeds else views)]
        for whose, views, once in read:
            inside = once if heeds else views
            plain = Choice(scope["weights"], views)
            for article_by, part in article_groups(inside, [one for one in groupings if one != "annotator"]):
                for choice_by, choice in choices(everybody, groupings, plain):
                    figure = count(part, choice)
                    value, numerator, denominator, n, unknown, *lopsided = figure(range(len(part)))
                    low, high = interval(figure, len(part), query["seed"])
                    named = {**whose, **article_by, **choice_by}
                    names = [column for one in groupings for column in columns.get(one, [one])]
                    group = {
                        "by": {column: named[column] for column in names},
                        **dict(zip(("value", "numerator", "denominator"), map(rounded, (value, numerator, denominator)))),
                        **{"n": n, "unknown": unknown, "low": rounded(low), "high": rounded(high)},
                    }
                    groups.append({**group, "isLopsided": True} if lopsided == [True] else group)
        measured.append({"id": name, "unit": unit, "groups": with_spread(groups) if "annotator" in by else groups})
    return measured


def tried(query):
    """For each disagreement, which says whose cards are meant, the figure by each base if it is decided as each annotator has it."""
    scope, group = query["scope"], query["group"]
    _, _, always, heeds, count = MEASURES[query["measure"]]
    groupings = groupings_of(always, query["by"])
    people, shared = common_articles()
    own = {id: views for id, (_, views) in zip(people, readings(["annotator"], scope))}
    everybody = [view for views in own.values() for view in (distinct(views, scope["duplicates"]) if heeds else views)]

    def value_of(views):
        inside = distinct(views, scope["duplicates"]) if heeds else views
        is_asked = lambda by: all(group.get(column) == value for column, value in by.items())
        part = next(part for by, part in article_groups(inside, groupings) if is_asked(by))
        plain = Choice(scope["weights"], views)
        choice = next(choice for by, choice in choices(everybody, groupings, plain) if is_asked(by))
        return rounded(count(part, choice)(range(len(part)))[0])

    def decided(at, base, taken, members):
        article = crossed(at, base, base)
        kept = [s for s in article.statements if s["card"] != members[base]]
        put = [s for s in crossed(at, base, taken).statements if s["card"] == members[taken]]
        ordered = sorted(kept + put, key=lambda s: (*(s["place"] or (math.inf, 0)), s["card"]))
        views = list(own[base])
        views[at] = View(article, [s for s in ordered if scope["nested"] or not s["nested"]])
        return value_of(views)

    places = {one["id"]: at for at, one in enumerate(shared)}
    answers = []
    for question in query["questions"]:
        members = dict(zip(people, question["members"]))
        at = places[question["article"]]
        by_base = [[decided(at, base, taken, members) for taken in people] for base in people]
        spans = [[value for value in values if value is not None] for values in by_base]
        movements = [rounded(max(values) - min(values)) if values else 0 for values in spans]
        first = movements.index(max(movements))
        answers.append({"base": people[first], "values": by_base[first], "movement": movements[first]})
    return {"values": [value_of(own[id]) for id in people], "moving": answers}


def is_wanted(article, wanted):
    day, first, last = article.date, wanted["from"], wanted["to"]
    if wanted["publishers"] and (article.publisher or "") not in wanted["publishers"]:
        return False
    if first is not None and (day is None or day < first):
        return False
    return last is None or (day is not None and day[: len(last)] <= last)


def difference_interval(one, other, sizes, paired, seed):
    if min(sizes) < 5:
        return None, None
    numbers, differences = random_from(seed), []
    take = lambda size: [math.floor(next(numbers) * size) for _ in range(size)]
    for _ in range(1000):
        first = take(sizes[0])
        second = first if paired else take(sizes[1])
        value, another = one(first)[0], other(second)[0]
        if value is not None and another is not None:
            differences.append(value - another)
    if len(differences) < 500:
        return None, None
    ordered, low = sorted(differences), (1 - 0.95) / 2
    return tuple(ordered[min(len(ordered) - 1, math.floor(part * len(ordered)))] for part in (low, 1 - low))


def side_by_side(query):
    """Each measure by two scopes: of two annotators over the common articles, drawn together, of others each over its own."""
    by, sides = query["by"], [query["one"], query["other"]]
    chosen = [side["sets"].get("id") for side in sides]
    paired = None not in chosen and chosen[0] != chosen[1]
    if paired:
        people, shared = common_articles()
        read = []
        for id, side in zip(chosen, sides):
            own = [crossed(at, id, id) for at in range(len(shared))]
            read.append(views_of([one for one in own if is_wanted(one, side["filter"])], side))
    else:
        read = [views_of([one for one in articles if is_wanted(one, side["filter"])], side) for side in sides]
    once = [distinct(views, side["duplicates"]) for views, side in zip(read, sides)]
    figures = []
    for name, (unit, levels, always, heeds, count) in MEASURES.items():
        groupings = groupings_of(always, by)
        wanted = [LEVELS[one] for one in groupings if one in LEVELS]
        if always == "pair" or any(level not in levels for level in wanted) or wanted.count("source") > 1:
            continue
        inside = once if heeds else read
        columns = {"entity": ["entity", "entityId"]}
        plain = [Choice(side["weights"], views) for side, views in zip(sides, read)]
        for named, choice in choices([*inside[0], *inside[1]], groupings, plain[0]):
            counts = [count(part, choice.also(scope=views)) for part, views in zip(inside, read)]
            whole = []
            for figure, part in zip(counts, inside):
                value, numerator, denominator, n, unknown, *_ = figure(range(len(part)))
                fractions = map(rounded, (value, numerator, denominator))
                whole.append({**dict(zip(("value", "numerator", "denominator"), fractions)), "n": n, "unknown": unknown})
            sizes = [len(part) for part in inside]
            low, high = difference_interval(*counts, sizes, paired, query["seed"])
            values = [one["value"] for one in whole]
            difference = None if None in values else rounded(values[0] - values[1])
            names = [column for one in groupings for column in columns.get(one, [one])]
            figures.append({
                **{"id": name, "unit": unit, "by": {column: named[column] for column in names}},
                **{"one": whole[0], "other": whole[1], "difference": difference},
                **{"low": rounded(low), "high": rounded(high)},
            })
    return sorted(figures, key=lambda f: (f["difference"] is None, -abs(f["difference"] or 0)))


articles = [Article(one, one["sets"][0]) for one in tagged["articles"] if one["sets"]]
answers = {
    "figures": [answer(query) for query in data["queries"]],
    "disagreements": [tried(query) for query in data["disagreements"]],
    "sides": [side_by_side(query) for query in data["sides"]],
}
json.dump(answers, sys.stdout)
