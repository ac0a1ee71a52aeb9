// REFI-QDA project exchange (https://www.qdasoftware.org, `urn:QDA-XML:project:1.0`): for ATLAS.ti, MAXQDA, NVivo, QualCoder and others.
// A span is a coded selection, its label a code; a value is a code under one of its name; a note is a note; a relation is a link. The
// order of elements is that of the schema. Positions count code points.
import { allOfStandoff } from "../interchange/capabilities.ts";
import { guidOf } from "../interchange/guid.ts";
import { typeOfLabel, valueNames } from "../interchange/labels.ts";
import { inPieces } from "../interchange/pieces.ts";
import { byArticle, type Standoff, type StandoffSpan, wordsOfSpan } from "../interchange/standoff.ts";
import { countingOf } from "../interchange/units.ts";
import { emptyElement, openElement, xmlText } from "../interchange/xml.ts";
import { type NamedFile, packZip, utf8 } from "../interchange/zip.ts";
import { spanTypeOf } from "../model/tagset.ts";
import { message } from "../words/message.ts";
import { type About, onlyFile, type StandoffExporter } from "./exporter.ts";

export const refiQdaExporter: StandoffExporter = {
  id: "refi-qda",
  takes: "standoffs",
  name: message("formats.refi-qda"),
  extension: "qdpx",
  description: message("formats.refi-qda-about"),
  capabilities: { ...allOfStandoff, unit: "code-points", characters: "xml" },
  write: (documents, about) => [
    { name: onlyFile, bytes: packZip(projectFiles(documents.map(inPieces), about)) },
  ],
};

/** Longest name of a selection: programs show it in lists. */
const longestName = 100;

function projectFiles(documents: readonly Standoff[], about: About): NamedFile[] {
  let made = 0;
  const seed = JSON.stringify([
    about.exportedAt,
    documents.map(({ article, annotator }) => [article, annotator]),
  ]);
  const newGuid = (): string => {
    made += 1;
    return guidOf(seed, made);
  };
  const users = namedGuids(
    documents.map(({ annotator }) => annotator ?? ""),
    newGuid,
  );
  const codes = codeBook(documents, about, newGuid);
  const notes: string[] = [];
  const links: string[] = [];
  const sources = byArticle(documents).map((group) => {
    const guid = newGuid();
    const selections = group.flatMap((document) =>
      selectionsOf(document, { users, codes, notes, links, newGuid, at: about.exportedAt }),
    );
    const { title, text } = group[0];
    const attributes = { guid, name: title, plainTextPath: `internal://${guid}.txt` };
    return {
      file: { name: `Sources/${guid}.txt`, bytes: utf8(text) },
      xml: element("TextSource", attributes, selections),
    };
  });
  const section = (name: string, parts: readonly string[]): string[] =>
    parts.length === 0 ? [] : [element(name, {}, parts)];
  const xml = element(
    "Project",
    {
      xmlns: "urn:QDA-XML:project:1.0",
      name: about.title,
      origin: about.generator,
      creatingUserGUID: [...users.values()][0],
      creationDateTime: about.exportedAt,
    },
    [
      ...section(
        "Users",
        Array.from(users, ([name, guid]) => emptyElement("User", { guid, name })),
      ),
      ...section("CodeBook", section("Codes", codes.xml)),
      ...section(
        "Sources",
        sources.map((source) => source.xml),
      ),
      ...section("Notes", notes),
      ...section("Links", links),
    ],
  );
  return [
    { name: "project.qde", bytes: utf8(`<?xml version="1.0" encoding="utf-8"?>\n${xml}\n`) },
    ...sources.map(({ file }) => file),
  ];
}

function element(
  name: string,
  attributes: Parameters<typeof openElement>[1],
  children: readonly string[],
): string {
  return children.length === 0
    ? emptyElement(name, attributes ?? {})
    : [openElement(name, attributes), ...children, `</${name}>`].join("\n");
}

function namedGuids(names: readonly string[], newGuid: () => string): ReadonlyMap<string, string> {
  return new Map([...new Set(names)].map((name) => [name, newGuid()]));
}

interface CodeBook {
  readonly label: (label: string) => string | undefined;
  readonly value: (name: string, value: string) => string | undefined;
  readonly xml: readonly string[];
}

/** A code a label; under a code that is none itself, the values of each name. */
function codeBook(documents: readonly Standoff[], { tagset }: About, newGuid: () => string): CodeBook {
  const spans = documents.flatMap((document) => document.spans);
  const labels = namedGuids(spans.map(({ label }) => label).sort(), newGuid);
  const groups = new Map<string, Set<string>>();
  for (const { name, value } of spans.flatMap(({ values }) => values))
    if (name !== valueNames.note) groups.set(name, (groups.get(name) ?? new Set()).add(value));
  const values = new Map(
    [...groups]
      .sort(([a], [b]) => (a < b ? -1 : 1))
      .map(([name, all]) => [name, { guid: newGuid(), values: namedGuids([...all].sort(), newGuid) }]),
  );
  const code = (name: string, guid: string, more: Record<string, string | undefined> = {}) => ({
    guid,
    name,
    isCodable: "true",
    ...more,
  });
  return {
    label: (label) => labels.get(label),
    value: (name, value) => values.get(name)?.values.get(value),
    xml: [
      ...Array.from(labels, ([name, guid]) =>
        emptyElement(
          "Code",
          code(name, guid, { color: tagset && spanTypeOf(tagset, typeOfLabel(name))?.colour.light }),
        ),
      ),
      ...Array.from(values, ([name, group]) =>
        element(
          "Code",
          { ...code(name, group.guid), isCodable: "false" },
          Array.from(group.values, ([value, guid]) => emptyElement("Code", code(value, guid))),
        ),
      ),
    ],
  };
}

interface Making {
  readonly users: ReadonlyMap<string, string>;
  readonly codes: CodeBook;
  readonly notes: string[];
  readonly links: string[];
  readonly newGuid: () => string;
  readonly at: string;
}

function selectionsOf(
  { text, annotator, spans, relations }: Standoff,
  { users, codes, notes, links, newGuid, at }: Making,
): string[] {
  const counting = countingOf(text, "code-points");
  const guids = new Map(spans.map(({ id }) => [id, newGuid()]));
  const made = { creatingUser: users.get(annotator ?? ""), creationDateTime: at };
  for (const { label, from, to } of relations)
    links.push(
      emptyElement("Link", {
        guid: newGuid(),
        name: label,
        direction: "OneWay",
        originGUID: guids.get(from),
        targetGUID: guids.get(to),
      }),
    );
  const coding = (code: string | undefined): string =>
    element("Coding", { guid: newGuid(), ...made }, [emptyElement("CodeRef", { targetGUID: code })]);
  const noteOf = ({ values }: StandoffSpan): string[] => {
    const note = values.find(({ name }) => name === valueNames.note);
    if (!note) return [];
    const guid = newGuid();
    notes.push(
      element("Note", { guid, name: shortened(note.value), ...made }, [
        `<PlainTextContent>${xmlText(note.value)}</PlainTextContent>`,
      ]),
    );
    return [emptyElement("NoteRef", { targetGUID: guid })];
  };
  return spans.map((span) => {
    const { start, end } = span.segments[0] ?? { start: 0, end: 0 };
    const place = { startPosition: counting.to(start), endPosition: counting.to(end) };
    return element(
      "PlainTextSelection",
      { guid: guids.get(span.id), name: shortened(wordsOfSpan(text, span)), ...place, ...made },
      [
        coding(codes.label(span.label)),
        ...span.values
          .filter(({ name }) => name !== valueNames.note)
          .map(({ name, value }) => coding(codes.value(name, value))),
        ...noteOf(span),
      ],
    );
  });
}

function shortened(text: string): string {
  return [...text.replace(/\s+/gu, " ").trim()].slice(0, longestName).join("");
}
