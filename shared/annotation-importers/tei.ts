// Reads TEI P5 (https://tei-c.org/guidelines/p5/): what is said in the text itself (`said`, `q`, `quote`, speeches of plays) with `who`, and its
// pieces by `next` and `prev`; names; `seg` with a type; `span` anywhere, between anchors, elements or characters (`string-range`), with values
// as feature structures (`ana`), and `relation`. In the corpus Redewiedergabe (https://github.com/redewiedergabe/corpus,
// resources/docs/xml_format.md) what has one number is tied.

import { type FileFinding, incomplete, wrong } from "../files/finding.ts";
import { type EntityUse, elementsIn, textIn, type XmlElement } from "../files/xml.ts";
import type { NamedFile } from "../files/zip.ts";
import { unescaped } from "../interchange/escapes.ts";
import { aboutFile, type Contents } from "../interchange/file-set.ts";
import { valueNames } from "../interchange/labels.ts";
import { addTo } from "../interchange/mapping.ts";
import type { NamedValue } from "../interchange/standoff.ts";
import {
  type ReadRelation,
  type ReadSpan,
  type ReadStandoff,
  readStandoff,
} from "../interchange/standoff-reader.ts";
import type { PassedOver } from "../interchange/tally.ts";
import {
  detailsIn,
  factsAmong,
  isDetailGroup,
  placesOfDetails,
  tagsAmong,
} from "../interchange/tei-details.ts";
import { isLayout, type PlacedElement, type TeiText, textOfTei } from "../interchange/tei-text.ts";
import { numberedName } from "../interchange/word-tags.ts";
import { type ArticleFact, articleFacts } from "../model/article.ts";
import type { Range } from "../model/range.ts";
import { type Message, message } from "../words/message.ts";
import {
  type AnnotationImporter,
  filesEnding,
  notOfFormat,
  readEach,
  xmlOfFile,
} from "./annotation-importer.ts";

export const teiImporter: AnnotationImporter = {
  id: "tei",
  extensions: ["xml", "tei"],
  parts: "files",
  read(files) {
    const teiFiles = filesEnding(files, ".xml", ".tei");
    return readEach({ all: files, chosen: teiFiles, missing: ".xml" }, (file, contents) => {
      const xml = xmlOfFile(file, "taken");
      if (!xml.ok) return xml;
      const documents = documentsOf(xml.root);
      if (documents.length === 0) return notOfFormat(file.name, "TEI", `<${xml.root.name.slice(0, 40)}>`);
      const findings: FileFinding[] = xml.entities ? [ofDoctype(xml.entities, file.name)] : [];
      const parts = documents.map((tei, at) =>
        partOf(tei, file, { contents, number: at + 1, told: findings }),
      );
      return { ok: true, parts, told: findings };
    });
  },
};

/** As many names as one reads. */
const shownNames = 10;

function ofDoctype({ expanded, left }: EntityUse, file: string): FileFinding {
  const names = Array.from(left, ([name, count]) => `&${name.slice(0, 40)}; (${count})`);
  const what = message("interchange.doctype", {
    ...{ expanded, left: left.size },
    names: names.slice(0, shownNames).join(", ") + (names.length > shownNames ? ", …" : ""),
  });
  return incomplete(file, what, message("interchange.doctype-advice"));
}

/** The document, or those of a corpus. */
function documentsOf(root: XmlElement): readonly XmlElement[] {
  if (root.local === "TEI" || root.local === "TEI.2") return [root];
  return root.local === "teiCorpus" ? elementsIn(root).flatMap(documentsOf) : [];
}

interface Document {
  readonly contents: Contents;
  /** Which one of its file it is. */
  readonly number: number;
  readonly told: FileFinding[];
}

function partOf(tei: XmlElement, file: NamedFile, { contents, number, told }: Document): ReadStandoff {
  const elements = descendants(tei);
  const isRanged = elements.some(({ attributes }) =>
    ["from", "to", "target"].some((name) => attributes.get(name)?.includes("string-range(")),
  );
  const text = textOfTei(tei, isRanged);
  const context: Context = {
    file: file.name,
    text,
    persons: personsIn(elements),
    spanIds: new Set(
      elements.flatMap((one) => (one.local === "span" ? [`#${attribute(one, "xml:id")}`] : [])),
    ),
    structures: new Map(
      elements.flatMap((one) =>
        one.local === "fs" ? [[attribute(one, "xml:id"), valuesIn(one)] as const] : [],
      ),
    ),
    values: { count: 0, beyond: 0 },
  };
  const inText = marksInText(context);
  const standoffSpans = spansOf(elements, context);
  const joint = withPiecesJoined([...standoffSpans, ...inText.spans]);
  const apart = relationsIn(elements, joint, context);
  const relations = wholeRelations([...inText.relations, ...apart.relations], joint);
  const base = file.name.replace(/\.[^./]*$/u, "");
  const about = aboutFile(contents, base);
  const header = elements.find(({ local }) => local === "titleStmt");
  const title = header && elementsIn(header).find(({ local }) => local === "title");
  const isListed = contents.has(base);
  const { facts, tags } = factsIn(tei);
  const { metadata, evidence } = placesOfDetails(elements, (span) => rangeOf(span, text));
  const entities = detailsIn(elements, { text: text.text, evidence });
  const titleText = title ? textIn(title) : "";
  const of = {
    ...about,
    ...(!isListed && {
      article: numberedName(about.article, number),
      title: titleText.trim() === "" ? about.title : titleText,
      annotator: header ? annotatorIn(header) : null,
    }),
    text: text.text,
    ...(facts.length > 0 && { about: facts }),
    ...(tags.length > 0 && { tags }),
    ...(metadata.length > 0 && { metadata }),
    ...(entities.length > 0 && { entities }),
  };
  for (const finding of leftOut(text, file.name)) told.push(finding);
  for (const finding of valuesBeyond(context.values.beyond, file.name)) told.push(finding);
  const standoff = readStandoff(of, { units: ["utf-16"], spans: joint.spans, relations });
  return {
    ...standoff,
    rejected: [...standoff.rejected, ...apart.rejected],
    passed: [...passedIn(text), ...notesIn(elements)],
  };
}

/**
 * What is known of a document's article (https://tei-c.org/release/doc/tei-p5-doc/en/html/HD.html): from its source where `sourceDesc` says
 * it, else from its title and publication.
 */
function factsIn(tei: XmlElement): {
  readonly facts: readonly ArticleFact[];
  readonly tags: readonly string[];
} {
  const header = elementsIn(tei).find(({ local }) => local === "teiHeader");
  const file = header && elementsIn(header).find(({ local }) => local === "fileDesc");
  const statements = file ? elementsIn(file) : [];
  const partsOf = (...names: readonly string[]): readonly XmlElement[] =>
    statements.filter(({ local }) => names.includes(local)).flatMap((one) => descendants(one));
  const sourceParts = partsOf("sourceDesc");
  const source = factsAmong(sourceParts);
  const said = new Set(source.map(({ field }) => field));
  const own = factsAmong(partsOf("titleStmt", "publicationStmt"));
  const also = own.filter(({ field }) => ["author", "publisher", "date"].includes(field) && !said.has(field));
  const facts = articleFacts.flatMap((field) => [...source, ...also].filter((fact) => fact.field === field));
  return { facts, tags: tagsAmong(sourceParts) };
}

/** What stands beside the running text, and elements in it that are neither marks nor its layout. */
function passedIn({ leftOut: apart, elements }: TeiText): readonly PassedOver[] {
  const unmarked = new Map<string, number>();
  for (const { element } of elements)
    if (labelOf(element) === null && !isLayout(element.local)) addTo(unmarked, element.local, 1);
  return [
    ...Array.from(apart, ([name, count]): PassedOver => ({ name, why: "not-running-text", count })),
    ...Array.from(unmarked, ([name, count]): PassedOver => ({ name, why: "no-marks", count })),
  ];
}

/** Notes on the document, which nothing here takes. */
function notesIn(elements: readonly XmlElement[]): readonly PassedOver[] {
  const notes = elements.filter(({ local }) => local === "notesStmt").flatMap(elementsIn);
  return notes.length === 0 ? [] : [{ name: "notesStmt", why: "not-read", count: notes.length }];
}

function leftOut({ leftOut: counts }: TeiText, file: string): readonly FileFinding[] {
  if (counts.size === 0) return [];
  const names = Array.from(counts, ([name, count]) => `${name} (${count})`).join(", ");
  const what = message("interchange.elements-passed", { names });
  return [incomplete(file, what, message("interchange.no-running-text"))];
}

interface Context {
  readonly file: string;
  readonly text: TeiText;
  /** By pointers to them. */
  readonly persons: ReadonlyMap<string, Person>;
  /** Pointers to spans that stand apart. */
  readonly spanIds: ReadonlySet<string>;
  /** By their ids. */
  readonly structures: ReadonlyMap<string, readonly NamedValue[]>;
  /** How many values its structures have been asked for, and how many of these are more than a document may have. */
  readonly values: { count: number; beyond: number };
}

interface Person {
  readonly name: string;
  readonly type: "person" | "organisation";
}

const attribute = (element: XmlElement, name: string): string => element.attributes.get(name) ?? "";
/** Parted by white space, but for that within the brackets of a `string-range`. */
const pointersIn = (value: string): readonly string[] => value.match(/#?string-range\([^()]*\)|\S+/gu) ?? [];

/** With itself, in the order of the file. */
function descendants(element: XmlElement, found: XmlElement[] = []): XmlElement[] {
  found.push(element);
  for (const child of element.children) if (typeof child !== "string") descendants(child, found);
  return found;
}

const whereOf = ({ line }: XmlElement, file: string): Message =>
  message("interchange.line", { file, line: String(line) });

/** Whoever the responsibility for the annotation is of. */
function annotatorIn(titleStmt: XmlElement): string | null {
  for (const statement of elementsIn(titleStmt)) {
    const parts = elementsIn(statement);
    if (statement.local !== "respStmt" || !parts.some((one) => /\bannotat/iu.test(textIn(one)))) continue;
    const name = parts.find(({ local }) => /^(?:name|persName|orgName)$/u.test(local));
    if (name) return textIn(name);
  }
  return null;
}

function personsIn(all: readonly XmlElement[]): ReadonlyMap<string, Person> {
  const persons = new Map<string, Person>();
  for (const element of all) {
    if (!/^(?:person|personGrp|org|role|castItem|character)$/u.test(element.local)) continue;
    const id = element.attributes.get("xml:id");
    const names = elementsIn(element).filter(({ local }) => /^(?:persName|orgName|name|role)$/u.test(local));
    const name = textIn(names[0] ?? element)
      .replace(/\s+/gu, " ")
      .trim();
    if (id !== undefined && name !== "" && !persons.has(`#${id}`))
      persons.set(`#${id}`, { name, type: element.local === "org" ? "organisation" : "person" });
  }
  return persons;
}

/** A feature structure: strings, symbols, numbers and switches. */
const valuesIn = (structure: XmlElement): readonly NamedValue[] =>
  elementsIn(structure).flatMap((feature) => {
    const [value] = elementsIn(feature);
    const valueText = value ? (value.attributes.get("value") ?? textIn(value)) : textIn(feature).trim();
    const name = attribute(feature, "name");
    return feature.local === "f" && name !== "" ? [{ name: unescaped(name), value: valueText }] : [];
  });

interface TeiSpan extends ReadSpan {
  /** Pointers to the pieces after and before it. */
  readonly next: string | undefined;
  readonly prev: string | undefined;
}

interface Marks {
  readonly spans: readonly TeiSpan[];
  readonly relations: readonly ReadRelation[];
}

const quotations = /^(?:said|q|quote|sp)$/u;
const namings = /^(?:persName|orgName|placeName|geogName|name|rs|speaker)$/u;

function labelOf(element: XmlElement): string | null {
  if (quotations.test(element.local) || namings.test(element.local)) return element.local;
  return element.local === "seg" ? (element.attributes.get("type") ?? null) : null;
}

interface TextMark extends PlacedElement {
  readonly id: string;
  readonly label: string;
  readonly where: Message;
}

/** What stands in the text as elements. Those that only repeat a span (`corresp`) are none of their own. */
function marksInText(context: Context): Marks {
  const { text, file, spanIds } = context;
  const marks = text.elements.flatMap((placed, at): TextMark[] => {
    const { element } = placed;
    const label = labelOf(element);
    if (label === null || pointersIn(attribute(element, "corresp")).some((one) => spanIds.has(one)))
      return [];
    return [
      {
        ...placed,
        id: attribute(element, "xml:id") || `element ${at}`,
        label,
        where: whereOf(element, file),
      },
    ];
  });
  const speakers = speakersIn(marks);
  const voices = voicesOf(marks, speakers);
  const spans = marks.map((mark): TeiSpan => {
    const { element, place, spoken } = mark;
    const spokenRanges = (spoken ?? []).filter(({ start, end }) => start < end);
    const whose = speakers.whoseName.get(element) ?? attribute(element, "ref");
    return {
      id: mark.id,
      label: mark.label,
      segments: spokenRanges.length > 0 ? spokenRanges : [place],
      values: [
        ...(namings.test(element.local) ? entityValues(element, whose, context) : []),
        ...(voices.unseen.get(mark.id) ?? []).map((who) => ({
          name: "who",
          value: context.persons.get(who)?.name ?? who.replace(/^#/u, ""),
        })),
        ...plainValues(element),
        ...structuredValues(element, context),
      ],
      where: mark.where,
      next: element.attributes.get("next"),
      prev: element.attributes.get("prev"),
    };
  });
  return { spans, relations: [...voices.relations, ...numberedTies(marks)] };
}

interface Speakers {
  /** The name that stands above a speech. */
  readonly ofSpeech: ReadonlyMap<XmlElement, string>;
  /** Pointers to who such a name is. */
  readonly whoseName: ReadonlyMap<XmlElement, string>;
}

function speakersIn(marks: readonly TextMark[]): Speakers {
  const ids = new Map(marks.map(({ element, id }) => [element, id]));
  const ofSpeech = new Map<XmlElement, string>();
  const whoseName = new Map<XmlElement, string>();
  for (const { element } of marks) {
    if (element.local !== "sp") continue;
    const name = elementsIn(element).find(({ local }) => local === "speaker");
    const id = name && ids.get(name);
    if (!name || id === undefined) continue;
    ofSpeech.set(element, id);
    whoseName.set(name, attribute(element, "who"));
  }
  return { ofSpeech, whoseName };
}

/** `who` says it: the name above a speech, else the first naming of the same person in the paragraph; `unseen`: those who are not named there. */
function voicesOf(marks: readonly TextMark[], { ofSpeech }: Speakers) {
  const mentions = new Map<string, string>();
  for (const { element, id, block } of marks)
    if (namings.test(element.local))
      for (const ref of pointersIn(attribute(element, "ref")))
        if (!mentions.has(`${block} ${ref}`)) mentions.set(`${block} ${ref}`, id);
  const relations: ReadRelation[] = [];
  const unseen = new Map<string, readonly string[]>();
  for (const { element, id, block, where } of marks) {
    if (namings.test(element.local)) continue;
    const named = ofSpeech.get(element);
    const who = pointersIn(attribute(element, "who"));
    if (named !== undefined) relations.push({ label: "who", from: id, to: named, where });
    else {
      const missing: string[] = [];
      for (const pointer of who) {
        const to = mentions.get(`${block} ${pointer}`);
        if (to === undefined) missing.push(pointer);
        else relations.push({ label: "who", from: id, to, where });
      }
      unseen.set(id, missing);
    }
  }
  return { relations, unseen };
}

/** Redewiedergabe: what has the number of a `said` belongs to it. */
function numberedTies(marks: readonly TextMark[]): readonly ReadRelation[] {
  const sayings = new Map<string, string>();
  for (const { element, id } of marks)
    if (element.local === "said" && element.attributes.has("id")) sayings.set(attribute(element, "id"), id);
  return marks.flatMap(({ element, label, id, where }) => {
    const from = element.local === "seg" ? sayings.get(attribute(element, "id")) : undefined;
    return from === undefined ? [] : [{ label, from, to: id, where }];
  });
}

function entityValues(element: XmlElement, refs: string, { persons }: Context): readonly NamedValue[] {
  const [ref] = pointersIn(refs);
  const person = ref === undefined ? undefined : persons.get(ref);
  const name = person?.name ?? attribute(element, "key");
  return [
    ...(name === "" ? [] : [{ name: valueNames.entity, value: name }]),
    ...(person ? [{ name: valueNames.entityType, value: person.type }] : []),
  ];
}

/** Attributes that say how or where something stands and not what it is. */
const noValue =
  /^(?:xml:.*|xmlns.*|id|who|ref|key|next|prev|corresp|ana|n|rend|rendition|style|part|resp|level|source|facs|sameAs|copyOf|synch|exclude|select|decls|target|from|to)$/u;

/** `direct` and the mode of the corpus Redewiedergabe are the kind; other attributes are values of their names. */
function plainValues({ local, attributes }: XmlElement): readonly NamedValue[] {
  if (namings.test(local)) return [];
  return Array.from(attributes).flatMap(([name, value]): NamedValue[] => {
    if (noValue.test(name) || (local === "seg" && name === "type")) return [];
    if (name === "direct" && /^(?:true|false)$/u.test(value))
      return [{ name: valueNames.kind, value: value === "true" ? "direct" : "indirect" }];
    if (name === "mode" && /^(?:direct|indirect)$/u.test(value)) return [{ name: valueNames.kind, value }];
    return value.trim() === "" ? [] : [{ name, value }];
  });
}

/** Those of one structure may be asked for by every element, so that a small file could have any number. */
const mostValues = 200_000;

function structuredValues(element: XmlElement, { structures, values }: Context): readonly NamedValue[] {
  const pointers = new Set(pointersIn(attribute(element, "ana")));
  return [...pointers].flatMap((one) => {
    const featureValues = structures.get(one.replace(/^#/u, "")) ?? [];
    values.count += featureValues.length;
    if (values.count <= mostValues) return featureValues;
    values.beyond += featureValues.length;
    return [];
  });
}

const valuesBeyond = (count: number, file: string): readonly FileFinding[] =>
  count === 0
    ? []
    : [
        incomplete(
          file,
          message("interchange.values-beyond", { count, most: mostValues }),
          message("interchange.left-out"),
        ),
      ];

/** Spans that stand apart from what they are about, wherever in the document. */
function spansOf(all: readonly XmlElement[], context: Context): readonly TeiSpan[] {
  const types = new Map<XmlElement, string>();
  const details = new Set<XmlElement>();
  for (const group of all)
    if (group.local === "spanGrp")
      for (const spanElement of elementsIn(group)) {
        types.set(spanElement, attribute(group, "type"));
        if (isDetailGroup(group)) details.add(spanElement);
      }
  return all.flatMap((element, at): TeiSpan[] => {
    if (element.local !== "span" || details.has(element)) return [];
    const content = textIn(element).replace(/\s+/gu, " ").trim();
    const type = attribute(element, "type") || types.get(element) || "";
    return [
      {
        id: attribute(element, "xml:id") || `span ${at}`,
        label: type === "" ? content || "span" : unescaped(type),
        segments: placesOf(element, context.text),
        values: [
          ...structuredValues(element, context),
          ...(content === "" || type === "" ? [] : [{ name: valueNames.note, value: content }]),
        ],
        where: whereOf(element, context.file),
        next: element.attributes.get("next"),
        prev: element.attributes.get("prev"),
      },
    ];
  });
}

/** From where one pointer leads to where another does; or all that `target` leads to. */
function placesOf(element: XmlElement, { placeOf }: TeiText): ReadSpan["segments"] {
  const from = element.attributes.get("from");
  if (from !== undefined)
    return [
      {
        start: placeOf(from.trim())?.start,
        end: placeOf((element.attributes.get("to") ?? from).trim())?.end,
      },
    ];
  return pointersIn(attribute(element, "target")).map((one) => placeOf(one) ?? { start: one, end: one });
}

/** From where one pointer leads to where the other does; `null` where one of them leads nowhere. */
function rangeOf(element: XmlElement, { placeOf }: TeiText): Range | null {
  const [from, to] = [placeOf(attribute(element, "from").trim()), placeOf(attribute(element, "to").trim())];
  return from && to && { start: from.start, end: to.end };
}

/** Each of what is active is tied to each of what is passive. */
const mostTies = 1_000;

interface ReadRelations {
  readonly relations: readonly ReadRelation[];
  /** One for each relation that ties too much. */
  readonly rejected: readonly FileFinding[];
}

/** Relations between spans; those between people are others. */
function relationsIn(all: readonly XmlElement[], { ids }: Joined, { file, persons }: Context): ReadRelations {
  const relations: ReadRelation[] = [];
  const rejected: FileFinding[] = [];
  const idsIn = (element: XmlElement, name: string): ReadonlySet<string> =>
    new Set(pointersIn(attribute(element, name)).map((one) => one.replace(/^#/u, "")));
  for (const element of all) {
    if (element.local !== "relation") continue;
    const [active, passive] = [idsIn(element, "active"), idsIn(element, "passive")];
    const ends = [...active, ...passive];
    if (ends.length > 0 && ends.every((one) => persons.has(`#${one}`) && !ids.has(one))) continue;
    const label = unescaped(attribute(element, "name") || attribute(element, "type"));
    const where = whereOf(element, file);
    const count = active.size * passive.size;
    if (count > mostTies) rejected.push(tooManyTies(where, label, count));
    else for (const from of active) for (const to of passive) relations.push({ label, from, to, where });
  }
  return { relations, rejected };
}

const tooManyTies = (where: Message, label: string, count: number): FileFinding => ({
  ...wrong(
    where,
    message("interchange.too-many-ties", { label: label.slice(0, 60), count, most: mostTies }),
    message("interchange.left-out"),
  ),
  units: count,
});

/** Those of a span's pieces are its own, each once. */
function wholeRelations(relations: readonly ReadRelation[], { wholeOf }: Joined): readonly ReadRelation[] {
  const relationsByKey = new Map<string, ReadRelation>();
  for (const { label, from, to, where } of relations) {
    const relation = { label, from: wholeOf(from), to: wholeOf(to), where };
    const key = JSON.stringify([label, relation.from, relation.to]);
    if (!relationsByKey.has(key)) relationsByKey.set(key, relation);
  }
  return [...relationsByKey.values()];
}

interface Joined {
  readonly spans: readonly ReadSpan[];
  readonly ids: ReadonlySet<string>;
  /** The id of the span that one of this id is a piece of; its own where it is none. */
  wholeOf(id: string): string;
}

/** Pieces of one label that point to each other are one span, under the id of the first. */
function withPiecesJoined(all: readonly TeiSpan[]): Joined {
  const byId = new Map(all.map((span) => [span.id, span]));
  const firstPieceIds = new Map<string, string>();
  const pieces = new Map<string, TeiSpan[]>();
  const idAt = (pointer: string | undefined): string | undefined => pointer?.trim().replace(/^#/u, "");
  const nextIds = new Map<string, string>();
  for (const { id, next, prev } of all) {
    const [then, before] = [idAt(next), idAt(prev)];
    if (then !== undefined && !nextIds.has(id)) nextIds.set(id, then);
    if (before !== undefined && !nextIds.has(before)) nextIds.set(before, id);
  }
  const isLater = new Set(
    Array.from(nextIds).flatMap(([from, to]) =>
      byId.get(from)?.label === byId.get(to)?.label && byId.has(to) ? [to] : [],
    ),
  );
  for (const { id, label } of all) {
    if (isLater.has(id)) continue;
    const spanPieces: TeiSpan[] = [];
    for (let at: string | undefined = id; at !== undefined && !firstPieceIds.has(at); at = nextIds.get(at)) {
      const piece = byId.get(at);
      if (!piece || piece.label !== label) break;
      firstPieceIds.set(at, id);
      spanPieces.push(piece);
    }
    if (spanPieces.length > 0) pieces.set(id, spanPieces);
  }
  const spans = all.flatMap((span): ReadSpan[] => {
    const spanPieces = pieces.get(span.id);
    // Pieces in a circle have no first one: each is a span.
    if (!spanPieces) return firstPieceIds.has(span.id) ? (byId.get(span.id) === span ? [] : [span]) : [span];
    if (byId.get(span.id) !== span) return [span];
    return [
      {
        ...span,
        segments: spanPieces.flatMap(({ segments }) => segments),
        values: spanPieces.flatMap(({ values = [] }) => values),
      },
    ];
  });
  return { spans, ids: new Set(byId.keys()), wholeOf: (id) => firstPieceIds.get(id) ?? id };
}
