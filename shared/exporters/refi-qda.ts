// REFI-QDA project exchange (https://www.qdasoftware.org, `urn:QDA-XML:project:1.0`), as the standard has it and as three programs count. A
// span is a coded selection, its label a code, how it came to be its description; a value is a code under one of its name; a note is a
// note; a relation is a link. The order of elements is that of the schema, a pass each.

import { emptyElement, openElement, xmlText } from "../files/xml.ts";
import { utf8 } from "../files/zip.ts";
import { allOfStandoff } from "../interchange/capabilities.ts";
import { factValues, withRemarksOfAll } from "../interchange/detail-values.ts";
import { inPieces } from "../interchange/fit.ts";
import { typeOfLabel, valueNames } from "../interchange/labels.ts";
import type { ArticleStandoffs, Part, Pass, Survey } from "../interchange/passes.ts";
import { provenanceIn } from "../interchange/provenance-value.ts";
import { namedValue, type Standoff, type StandoffSpan, wordsOfSpan } from "../interchange/standoff.ts";
import { countingOf, type OffsetUnit } from "../interchange/units.ts";
import { spanTypeOf } from "../model/tagset.ts";
import type { About, StandoffExporter } from "./exporter.ts";

/** Texts as they are, positions in code points. */
export const refiQdaExporter: StandoffExporter = {
  id: "refi-qda",
  takes: "standoffs",
  extension: "qdpx",
  capabilities: { ...allOfStandoff, unit: "code-points", characters: "xml" },
  passes: (survey, about) => refiQdaPasses(survey, about, { unit: "code-points" }),
};

/** ATLAS.ti counts CR LF as one character. */
export const refiQdaAtlasTiExporter: StandoffExporter = {
  id: "refi-qda-atlas-ti",
  takes: "standoffs",
  extension: "qdpx",
  capabilities: {
    ...allOfStandoff,
    unit: "code-points-crlf-as-one",
    lineEnds: false,
    characters: "xml",
  },
  passes: (survey, about) =>
    refiQdaPasses(survey, about, { unit: "code-points-crlf-as-one", program: "ATLAS.ti" }),
};

/** MAXQDA has every line end as CR LF and counts it as two: where a text has another, each would move all codes after it by one. */
export const refiQdaMaxqdaExporter: StandoffExporter = {
  id: "refi-qda-maxqda",
  takes: "standoffs",
  extension: "qdpx",
  capabilities: {
    ...allOfStandoff,
    unit: "code-points",
    characters: "xml",
    textLineEnds: "crlf",
  },
  passes: (survey, about) => refiQdaPasses(survey, about, { unit: "code-points", program: "MAXQDA" }),
};

/**
 * As NVivo writes it itself: texts with a byte-order mark, which does not count, every line end as CR LF and counted as two, positions in UTF-16 code
 * units. Found by a file of NVivo 12 for Windows (see its reader, `annotation-importers/refi-qda.ts`).
 */
export const refiQdaNvivoExporter: StandoffExporter = {
  id: "refi-qda-nvivo",
  takes: "standoffs",
  extension: "qdpx",
  capabilities: {
    ...allOfStandoff,
    unit: "utf-16",
    characters: "xml",
    textLineEnds: "crlf",
  },
  passes: (survey, about) =>
    refiQdaPasses(survey, about, { unit: "utf-16", program: "NVivo", hasMark: true }),
};

/** What programs of this exchange differ in. */
interface RefiQdaPreset {
  /** How the program counts positions. */
  readonly unit: OffsetUnit;
  /** Whose way of counting it is, for whoever reads the project: it stands in its origin. */
  readonly program?: string;
  /** Whether texts begin with a byte-order mark, which is no part of them and does not count. */
  readonly hasMark?: boolean;
}

function refiQdaPasses(
  survey: Survey,
  about: About,
  { unit, program, hasMark = false }: RefiQdaPreset,
): readonly Pass<ArticleStandoffs>[] {
  const book = codeBook(survey, about);
  const at = about.exportedAt;
  const projectTag = openElement("Project", {
    xmlns: "urn:QDA-XML:project:1.0",
    name: about.title,
    origin: program === undefined ? about.generator : `${about.generator} (${program})`,
    creatingUserGUID: book.user(survey.annotators[0] ?? null),
    creationDateTime: at,
  });
  const list = (name: string, items: readonly string[]): string[] =>
    items.length === 0 ? [] : [element(name, {}, items)];
  const lists = [
    ...list("Users", book.users),
    ...list("CodeBook", list("Codes", book.codes)),
    ...list("Variables", book.variables),
  ];
  const head = ['<?xml version="1.0" encoding="utf-8"?>', projectTag, ...lists];
  return [
    { begin: () => [inProject(head)], article: () => [] },
    sectionPass("Sources", (group, numbers) => [sourceOf(group, numbers, { book, at, unit })]),
    sectionPass("Notes", (group, { documents }) =>
      group.flatMap((document, index) => notesOf(document, documents + index, book, at)),
    ),
    sectionPass("Links", (group, { documents }) =>
      group.flatMap((document, index) => linksOf(document, documents + index, book)),
    ),
    { article: () => [], end: () => [inProject(["</Project>"])] },
    textsPass(book, hasMark ? "\ufeff" : ""),
  ];
}

/** Longest name of a selection: programs show it in lists. */
const longestName = 100;

const inProject = (lines: readonly string[]): Part => ({
  name: "project.qde",
  bytes: utf8(lines.map((line) => `${line}\n`).join("")),
});

/** How many articles and standoffs came before. */
interface Numbers {
  readonly articles: number;
  readonly documents: number;
}

/** A list of elements, which the schema wants left out where there are none. */
function sectionPass(
  name: string,
  elementsOf: (group: ArticleStandoffs, numbers: Numbers) => readonly string[],
): Pass<ArticleStandoffs> {
  const counts = { articles: 0, documents: 0 };
  let isOpen = false;
  return {
    *article(group) {
      const elements = elementsOf(group.map(inPieces), counts);
      counts.articles += 1;
      counts.documents += group.length;
      if (elements.length === 0) return;
      yield inProject(isOpen ? elements : [openElement(name), ...elements]);
      isOpen = true;
    },
    end: () => (isOpen ? [inProject([`</${name}>`])] : []),
  };
}

function textsPass({ guid }: CodeBook, mark: string): Pass<ArticleStandoffs> {
  let articles = 0;
  return {
    *article([first]) {
      articles += 1;
      if (first) yield { name: `Sources/${guid("source", articles)}.txt`, bytes: utf8(mark + first.text) };
    },
  };
}

interface Sourcing {
  readonly book: CodeBook;
  readonly at: string;
  readonly unit: OffsetUnit;
}

function sourceOf(group: ArticleStandoffs, { articles, documents }: Numbers, sourcing: Sourcing): string {
  const { book } = sourcing;
  const guid = book.guid("source", articles + 1);
  return element(
    "TextSource",
    { guid, name: group[0]?.title ?? "", plainTextPath: `internal://${guid}.txt` },
    [
      ...group.flatMap((document, index) => selectionsOf(document, documents + index, sourcing)),
      ...variablesOf(withRemarksOfAll(group), sourcing),
    ],
  );
}

/** What is known of an article, as values of variables of its source. */
const variablesOf = (document: Standoff | undefined, { book, unit }: Sourcing): readonly string[] =>
  (document ? factValues(document, unit) : []).map(({ name, value }) =>
    element("VariableValue", {}, [
      emptyElement("VariableRef", { targetGUID: book.variable(name) }),
      `<TextValue>${xmlText(value)}</TextValue>`,
    ]),
  );

function selectionsOf(document: Standoff, number: number, { book, at, unit }: Sourcing): string[] {
  const { text, annotator, spans } = document;
  const counting = countingOf(text, unit);
  const creatingUser = book.user(annotator);
  let codings = 0;
  return spans.map((span, index) => {
    const said = namedValue(span, valueNames.provenance) ?? "";
    const history = provenanceIn(said);
    const creation = { creatingUser, creationDateTime: history?.at && timeOr(history.at, at) };
    const coding = (code: string | undefined): string => {
      codings += 1;
      const guid = book.guid(`coding ${number}`, codings);
      return element("Coding", { guid, ...creation }, [emptyElement("CodeRef", { targetGUID: code })]);
    };
    const { start, end } = span.segments[0] ?? { start: 0, end: 0 };
    const place = { startPosition: counting.to(start), endPosition: counting.to(end) };
    const guid = book.guid(`span ${number}`, index + 1);
    return element(
      "PlainTextSelection",
      {
        ...{ guid, name: shortened(wordsOfSpan(text, span)), ...place, ...creation },
        ...(history?.editedAt !== undefined && { modifiedDateTime: timeOr(history.editedAt, at) }),
      },
      [
        // Times alone stand in the attributes: as a description they would be a note.
        ...(history?.origin === undefined ? [] : [`<Description>${xmlText(said)}</Description>`]),
        coding(book.label(span.label)),
        ...span.values
          .filter(({ name }) => name !== valueNames.note && !(name === valueNames.provenance && history))
          .map(({ name, value }) => coding(book.value(name, value))),
        ...(noteOf(span) === undefined
          ? []
          : [emptyElement("NoteRef", { targetGUID: book.guid(`note ${number}`, index + 1) })]),
      ],
    );
  });
}

/** What `xsd:dateTime` takes of the times of marks, which other programs may have written. */
const timeOr = (time: string, otherwise: string): string =>
  /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}(?:\.\d+)?(?:Z|[+-]\d{2}:\d{2})?$/u.test(time) &&
  !Number.isNaN(Date.parse(time))
    ? time
    : otherwise;

const noteOf = ({ values }: StandoffSpan): string | undefined =>
  values.find(({ name }) => name === valueNames.note)?.value;

function notesOf({ annotator, spans }: Standoff, number: number, book: CodeBook, at: string): string[] {
  const creation = { creatingUser: book.user(annotator), creationDateTime: at };
  return spans.flatMap((span, index) => {
    const note = noteOf(span);
    if (note === undefined) return [];
    const guid = book.guid(`note ${number}`, index + 1);
    return [
      element("Note", { guid, name: shortened(note), ...creation }, [
        `<PlainTextContent>${xmlText(note)}</PlainTextContent>`,
      ]),
    ];
  });
}

function linksOf({ spans, relations }: Standoff, number: number, book: CodeBook): string[] {
  const guids = new Map(spans.map(({ id }, index) => [id, book.guid(`span ${number}`, index + 1)]));
  return relations.map(({ label, from, to }, index) =>
    emptyElement("Link", {
      guid: book.guid(`link ${number}`, index + 1),
      name: label,
      direction: "OneWay",
      originGUID: guids.get(from),
      targetGUID: guids.get(to),
    }),
  );
}

function shortened(text: string): string {
  return [...text.replace(/\s+/gu, " ").trim()].slice(0, longestName).join("");
}

interface CodeBook {
  /** The nth of its kind: the same in each pass. */
  guid(kind: string, n: number): string;
  user(annotator: string | null): string | undefined;
  label(label: string): string | undefined;
  value(name: string, value: string): string | undefined;
  /** Of what is known of articles. */
  variable(name: string): string | undefined;
  readonly variables: readonly string[];
  readonly users: readonly string[];
  readonly codes: readonly string[];
}

/** Who coded, and the codes: a label is one; under one that is none itself stand the values of each name. */
function codeBook({ annotators, labels, values, facts, documents }: Survey, about: About): CodeBook {
  const { exportedAt, title, tagset } = about;
  const seed = JSON.stringify([exportedAt, title, documents]);
  const guid = (kind: string, n: number): string => guidOf(`${seed} ${kind}`, n);
  const named = (kind: string, names: Iterable<string>): ReadonlyMap<string, string> =>
    new Map(Array.from(names, (name, at) => [name, guid(kind, at + 1)]));
  const people = named("user", new Set(annotators.map((annotator) => annotator ?? "")));
  const codeOf = named("label", labels);
  const variables = named("variable", facts);
  const groups = named(
    "group",
    [...values].flatMap(([name, all]) => (all.length === 0 ? [] : [name])),
  );
  const codesOfValues = new Map(
    Array.from(groups, ([name, group]) => [name, named(`value ${group}`, values.get(name) ?? [])]),
  );
  const code = (name: string, own: string, more: Record<string, string | undefined> = {}) => ({
    guid: own,
    name,
    isCodable: "true",
    ...more,
  });
  return {
    guid,
    user: (annotator) => people.get(annotator ?? ""),
    label: (label) => codeOf.get(label),
    value: (name, value) => codesOfValues.get(name)?.get(value),
    variable: (name) => variables.get(name),
    variables: Array.from(variables, ([name, guid]) =>
      emptyElement("Variable", { guid, name, typeOfVariable: "Text" }),
    ),
    users: Array.from(people, ([name, own]) => emptyElement("User", { guid: own, name })),
    codes: [
      ...Array.from(codeOf, ([name, own]) =>
        emptyElement(
          "Code",
          code(name, own, { color: tagset && spanTypeOf(tagset, typeOfLabel(name))?.colour.light }),
        ),
      ),
      ...Array.from(groups, ([name, own]) =>
        element(
          "Code",
          { ...code(name, own), isCodable: "false" },
          Array.from(codesOfValues.get(name) ?? [], ([value, inner]) =>
            emptyElement("Code", code(value, inner)),
          ),
        ),
      ),
    ],
  };
}

/** An element a line, or one without content. */
function element(
  name: string,
  attributes: Parameters<typeof emptyElement>[1],
  children: readonly string[],
): string {
  return children.length === 0
    ? emptyElement(name, attributes)
    : [openElement(name, attributes), ...children, `</${name}>`].join("\n");
}

// GUIDs for formats that ask for them: the same for the same export, and different for different ones.

/** The nth GUID of what the seed names (version 8 of RFC 9562: made by a rule of our own, FNV-1a over n and the seed). */
export function guidOf(seed: string, n: number): string {
  const words = [0x811c9dc5, 0xdeadbeef, 0x5f356495, 0x9e3779b9].map((start, part) => {
    let hash = start;
    for (const character of `${part} ${n} ${seed}`)
      hash = Math.imul(hash ^ (character.codePointAt(0) ?? 0), 0x01000193);
    return (spread(hash) >>> 0).toString(16).padStart(8, "0");
  });
  const hex = words.join("");
  const variant = (Number.parseInt(hex.charAt(16), 16) & 3) | 8;
  return [
    hex.slice(0, 8),
    hex.slice(8, 12),
    `8${hex.slice(13, 16)}`,
    variant.toString(16) + hex.slice(17, 20),
    hex.slice(20),
  ].join("-");
}

/** Every bit of the result depends on every bit of the number (MurmurHash3's last step). */
function spread(number: number): number {
  let hash = Math.imul(number ^ (number >>> 16), 0x85ebca6b);
  hash = Math.imul(hash ^ (hash >>> 13), 0xc2b2ae35);
  return hash ^ (hash >>> 16);
}
