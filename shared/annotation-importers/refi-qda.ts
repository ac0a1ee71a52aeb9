// Reads REFI-QDA projects (.qdpx): coded selections of plain text sources, notes, links. Each coding is its own user's. A code under
// another one that is no code itself is a value of what it stands beside; of several codes on one selection each is a span of its own. A
// selection without a code is none.

import { type FileFinding, wrong } from "../files/finding.ts";
import { elementsIn, textIn, type XmlElement } from "../files/xml.ts";
import type { NamedFile } from "../files/zip.ts";
import { isFactName } from "../interchange/detail-values.ts";
import { withJoinedPieces } from "../interchange/fit.ts";
import { valueNames } from "../interchange/labels.ts";
import { provenanceIn, provenanceValue } from "../interchange/provenance-value.ts";
import type { NamedValue } from "../interchange/standoff.ts";
import {
  type ReadRelation,
  type ReadSpan,
  type ReadStandoff,
  readStandoff,
} from "../interchange/standoff-reader.ts";
import type { PassedOver } from "../interchange/tally.ts";
import { countingOf, type OffsetUnit } from "../interchange/units.ts";
import { message } from "../words/message.ts";
import {
  type AnnotationImporter,
  notOfFormat,
  type ReadFile,
  readEach,
  textOfFile,
  xmlOfFile,
} from "./annotation-importer.ts";
import { countedText, endsAtWords, weightOfWords } from "./word-edges.ts";

/** The standard’s, and that of drafts of it, which some programs write. */
const namespace = /^urn:QDA-XML:project:/u;

export const refiQdaImporter: AnnotationImporter = {
  id: "refi-qda",
  extensions: ["qdpx"],
  read(files) {
    const projects = files.filter(({ name }) => /\.qde$/iu.test(name));
    // Several projects have each its own texts, codes and users.
    return readEach({ all: [], chosen: projects, missing: "project.qde" }, (project) => {
      const folder = project.name.slice(0, project.name.lastIndexOf("/") + 1);
      const xml = xmlOfFile(project);
      if (!xml.ok) return xml;
      if (xml.root.local !== "Project" || !namespace.test(xml.root.uri))
        return notOfFormat(project.name, "REFI-QDA", `<${xml.root.name.slice(0, 40)}>`);
      return projectIn(
        xml.root,
        files.filter(({ name }) => name.startsWith(folder)),
      );
    });
  },
};

function projectIn(root: XmlElement, files: readonly NamedFile[]): ReadFile {
  const named = (local: string): XmlElement[] =>
    elementsIn(root)
      .filter((one) => one.local === local)
      .flatMap(elementsIn);
  const rejected: FileFinding[] = [];
  const texts: { readonly source: XmlElement; readonly text: string }[] = [];
  for (const source of named("Sources")) {
    const text = source.local === "TextSource" ? sourceText(source, files) : undefined;
    if (text !== undefined) texts.push({ source, text });
    else
      rejected.push({
        ...wrong(whereOf(source), message("interchange.no-article-text"), message("interchange.left-out")),
        units: codingsIn(source),
      });
  }
  const bestPositions = positionsIn(
    texts.map(({ source, text }) => ({ text, selected: selectionsIn(source).map(selectedBy) })),
    attribute(root, "origin"),
  );
  const context = {
    positions: bestPositions.positions,
    users: new Map(named("Users").map((user) => [attribute(user, "guid"), attribute(user, "name")])),
    codes: codesIn(root),
    notes: new Map(named("Notes").map((note) => [attribute(note, "guid"), noteText(note, files)])),
    links: named("Links"),
    variables: new Map(named("Variables").map((one) => [attribute(one, "guid"), attribute(one, "name")])),
  };
  const parts = texts.flatMap(({ source, text }) => sourceParts(source, text, context));
  return { ok: true, parts, rejected, told: countedSo(bestPositions), passed: passedIn(root, texts) };
}

/** What is coded in a source of any kind. */
const codingsIn = (source: XmlElement): number =>
  elementsIn(source).reduce(
    (sum, part) => sum + elementsIn(part).filter(({ local }) => local === "Coding").length,
    0,
  );

/** Parts of a project that are about no words of a text, selections that nobody coded, and links between other things. */
function passedIn(
  root: XmlElement,
  texts: readonly { readonly source: XmlElement }[],
): readonly PassedOver[] {
  const coded = new Set<string>();
  let uncoded = 0;
  for (const selection of texts.flatMap(({ source }) => selectionsIn(source)))
    if (elementsIn(selection).some(({ local }) => local === "Coding"))
      coded.add(attribute(selection, "guid"));
    else uncoded += 1;
  const beside = elementsIn(root).filter(({ local }) => /^(?:Cases|Variables|Sets|Graphs)$/u.test(local));
  const links = elementsIn(root)
    .filter(({ local }) => local === "Links")
    .flatMap(elementsIn)
    .filter((link) => ["originGUID", "targetGUID"].some((end) => !coded.has(attribute(link, end))));
  const isFact = (part: XmlElement): boolean =>
    part.local === "Variable" && isFactName(attribute(part, "name"));
  const counts = [
    ...beside.map((part) => [part.local, elementsIn(part).filter((one) => !isFact(one)).length] as const),
    ["PlainTextSelection", uncoded] as const,
    ["Link", links.length] as const,
  ];
  return counts.flatMap(([name, count]) => (count === 0 ? [] : [{ name, why: "no-marks", count }]));
}

/** Which way of counting was taken, where it makes a difference. */
function countedSo({ positions: { unit }, evidence }: PositionsFound): FileFinding[] {
  if (evidence === null) return [];
  return [
    {
      severity: "incomplete",
      where: "project.qde",
      what: message("interchange.counted-so", { unit: message(`formats.unit-${unit}`), ...evidence }),
      advice: message("interchange.check-some"),
    },
  ];
}

const whereOf = ({ line }: XmlElement) =>
  message("interchange.line", { file: "project.qde", line: String(line) });

interface Code {
  readonly name: string;
  /** The code above it that is none itself: what it is a value of. */
  readonly of: string | null;
}

/** By their ids. Of several codes of one name each is called after those above it, too. */
function codesIn(root: XmlElement): ReadonlyMap<string, Code> {
  const codes: { readonly guid: string; readonly path: readonly string[]; readonly of: string | null }[] = [];
  const add = (code: XmlElement, above: readonly XmlElement[]): void => {
    if (code.local !== "Code") return;
    const parent = above.at(-1);
    const isValue = parent !== undefined && attribute(parent, "isCodable") === "false";
    codes.push({
      guid: attribute(code, "guid"),
      path: [...above, code].map((one) => attribute(one, "name")),
      of: isValue ? attribute(parent, "name") : null,
    });
    for (const inner of elementsIn(code)) add(inner, [...above, code]);
  };
  const codeBook = elementsIn(root).find(({ local }) => local === "CodeBook");
  for (const part of codeBook ? elementsIn(codeBook) : [])
    if (part.local === "Codes") for (const code of elementsIn(part)) add(code, []);
  const times = new Map<string, number>();
  for (const { path } of codes) times.set(path.at(-1) ?? "", (times.get(path.at(-1) ?? "") ?? 0) + 1);
  return new Map(
    codes.map(({ guid, path, of }) => {
      const name = path.at(-1) ?? "";
      return [guid, { name: of === null && (times.get(name) ?? 0) > 1 ? path.join("/") : name, of }];
    }),
  );
}

const attribute = (element: XmlElement, name: string): string => element.attributes.get(name) ?? "";

/** Some programs write the folder in lower case. */
function internalText(path: string, files: readonly NamedFile[]): string | undefined {
  const name = `sources/${path.replace(/^internal:\/\//u, "")}`.toLowerCase();
  const file = files.find((one) => one.name.toLowerCase().endsWith(name));
  const fileText = file && textOfFile(file, "with its mark");
  return fileText?.ok ? fileText.text : undefined;
}

function sourceText(source: XmlElement, files: readonly NamedFile[]): string | undefined {
  const inside = elementsIn(source).find(({ local }) => local === "PlainTextContent");
  if (inside) return textIn(inside);
  const path = source.attributes.get("plainTextPath");
  return path === undefined ? undefined : internalText(path, files);
}

function noteText(note: XmlElement, files: readonly NamedFile[]): string {
  return sourceText(note, files) ?? attribute(note, "name");
}

const selectionsIn = (source: XmlElement): XmlElement[] =>
  elementsIn(source).filter(({ local }) => local === "PlainTextSelection");

const selectedBy = (selection: XmlElement) => ({
  start: offset(selection, "startPosition"),
  end: offset(selection, "endPosition"),
  name: attribute(selection, "name"),
});

interface ProjectParts {
  readonly positions: Positions;
  readonly users: ReadonlyMap<string, string>;
  readonly codes: ReadonlyMap<string, Code>;
  readonly notes: ReadonlyMap<string, string>;
  readonly links: readonly XmlElement[];
  /** Their names, by their ids. */
  readonly variables: ReadonlyMap<string, string>;
}

/** What values of variables say of a source. */
const factsIn = (source: XmlElement, { variables }: ProjectParts): readonly NamedValue[] =>
  elementsIn(source).flatMap((one) => {
    const parts = one.local === "VariableValue" ? elementsIn(one) : [];
    const ref = parts.find(({ local }) => local === "VariableRef");
    const value = parts.find(({ local }) => /^(?:Text|Date|DateTime)Value$/u.test(local));
    const name = ref && variables.get(attribute(ref, "targetGUID"));
    return value && name !== undefined && isFactName(name) ? [{ name, value: textIn(value) }] : [];
  });

/** The codings of a source, those of each user together. */
function sourceParts(source: XmlElement, raw: string, known: ProjectParts): ReadStandoff[] {
  const { positions, users, links } = known;
  const byUser = new Map<string, ReadSpan[]>();
  const owners = new Map<string, Set<string>>();
  for (const selection of selectionsIn(source)) {
    const guid = attribute(selection, "guid");
    for (const [user, spans] of spansOf(selection, known)) {
      const userSpans = byUser.get(user) ?? [];
      for (const span of spans) userSpans.push(span);
      byUser.set(user, userSpans);
      owners.set(guid, (owners.get(guid) ?? new Set()).add(user));
    }
  }
  const ownerOf = (from: string, to: string): string | undefined => {
    const sharedOwner = [...(owners.get(from) ?? [])].find((user) => owners.get(to)?.has(user));
    return sharedOwner ?? owners.get(from)?.values().next().value;
  };
  const relationsOf = (user: string): ReadRelation[] =>
    links.flatMap((link) => {
      const [from, to] = [attribute(link, "originGUID"), attribute(link, "targetGUID")];
      if (!owners.has(from) || !owners.has(to) || ownerOf(from, to) !== user) return [];
      return [{ label: attribute(link, "name") || "related", from, to, where: whereOf(link) }];
    });
  const about = {
    article: attribute(source, "guid"),
    title: attribute(source, "name"),
    text: textFor(raw, positions),
    facts: factsIn(source, known),
  };
  if (byUser.size === 0) byUser.set("", []);
  return Array.from(byUser, ([user, spans], index) => {
    const name = users.get(user) ?? "";
    const { document, passed, ...rest } = readStandoff(
      { ...about, annotator: name === "" ? null : name },
      { units: [positions.unit], spans, relations: relationsOf(user) },
    );
    // What is known of the source is told once, whoever coded it.
    return { document: withJoinedPieces(document), ...rest, ...(index === 0 && passed && { passed }) };
  });
}

/** What each user has coded a selection with: a span a code, the first under the selection's own id, which links speak of. */
function spansOf(
  selection: XmlElement,
  { codes, notes }: Pick<ProjectParts, "codes" | "notes">,
): readonly (readonly [string, readonly ReadSpan[]])[] {
  const guid = attribute(selection, "guid");
  const creator = attribute(selection, "creatingUser");
  const parts = elementsIn(selection);
  const byUser = new Map<
    string,
    { readonly coded: Code[]; readonly values: NamedValue[]; readonly at: string }
  >();
  for (const coding of parts.filter(({ local }) => local === "Coding")) {
    const user = attribute(coding, "creatingUser") || creator;
    const userCodings = byUser.get(user) ?? {
      coded: [],
      values: [],
      at: attribute(coding, "creationDateTime"),
    };
    byUser.set(user, userCodings);
    for (const part of elementsIn(coding)) {
      const code = part.local === "CodeRef" ? codes.get(attribute(part, "targetGUID")) : undefined;
      if (code) userCodings.coded.push(code);
      if (part.local === "NoteRef") userCodings.values.push(noteBy(part, notes));
    }
  }
  const remarks = parts.filter(({ local }) => local === "NoteRef").map((part) => noteBy(part, notes));
  const { note, historyOf } = describedIn(selection);
  if (note !== "") remarks.push({ name: valueNames.note, value: note });
  const [remarker] = byUser.has(creator) ? [creator] : byUser.keys();
  const { start, end } = selectedBy(selection);
  return Array.from(byUser, ([user, { coded, values: own, at }]) => {
    // A code that is a value of nothing that is coded here says itself what this is.
    const isCoded = coded.some(({ of }) => of === null);
    const labels = coded.flatMap(({ name, of }) => (of === null || !isCoded ? [name] : []));
    const codeValues = coded.flatMap(({ name, of }) =>
      of === null || !isCoded ? [] : [{ name: of, value: name }],
    );
    const values = [
      ...codeValues,
      ...own,
      ...(user === remarker ? remarks : []),
      ...historyOf(user === remarker, at),
    ];
    const spans = labels.map(
      (label, at): ReadSpan => ({
        id: at === 0 ? guid : `${guid} ${at + 1}`,
        label,
        segments: [{ start, end }],
        values,
        where: whereOf(selection),
      }),
    );
    return [user, spans] as const;
  });
}

/**
 * A description is a note, as MAXQDA has it, or says how the mark of whoever made the selection came to be, as Sayso writes it. Without one
 * the times say when.
 */
function describedIn(selection: XmlElement): {
  readonly note: string;
  readonly historyOf: (isMaker: boolean, codedAt: string) => readonly NamedValue[];
} {
  const described = elementsIn(selection).find(({ local }) => local === "Description");
  const description = described ? textIn(described) : "";
  const isHistory = provenanceIn(description)?.origin !== undefined;
  const [madeAt, editedAt] = [
    attribute(selection, "creationDateTime"),
    attribute(selection, "modifiedDateTime"),
  ];
  return {
    note: isHistory ? "" : description,
    historyOf(isMaker, codedAt) {
      const at = codedAt === "" ? madeAt : codedAt;
      const edited = isMaker && editedAt !== "" && { editedAt };
      const times = provenanceValue({ ...(at !== "" && { at }), ...edited });
      const value = isHistory && isMaker ? description : provenanceIn(times) ? times : "";
      return value === "" ? [] : [{ name: valueNames.provenance, value }];
    },
  };
}

const noteBy = (ref: XmlElement, notes: ReadonlyMap<string, string>): NamedValue => ({
  name: valueNames.note,
  value: notes.get(attribute(ref, "targetGUID")) ?? "",
});

function offset(selection: XmlElement, name: string): unknown {
  const value = selection.attributes.get(name);
  return value !== undefined && /^\d+$/u.test(value) ? Number(value) : value;
}

// How positions are counted. The standard counts characters, and programs count otherwise: ATLAS.ti has CR LF as one, NVivo counts UTF-16 and
// leaves the byte-order mark out (657 of 660 ends in a file by NVivo 12 lie at the edges of words so, 253 by the standard). So the texts
// themselves decide: people code words, and programs name selections by what they hold.

interface Positions {
  readonly unit: OffsetUnit;
  /** Whether a byte-order mark at the beginning of a text counts; where it does not, it is no part of the article. */
  readonly hasMark: boolean;
}

/** Positions as the file has them; `name`: what the selection is called, which often is what it holds, shortened. */
interface Selected {
  readonly start: unknown;
  readonly end: unknown;
  readonly name: string;
}

interface SelectedText {
  readonly text: string;
  readonly selected: readonly Selected[];
}

interface PositionsFound {
  readonly positions: Positions;
  /** How many edges there are, and how many lie at the edges of words so; `null` where every way of counting comes to the same. */
  readonly evidence: { readonly edges: number; readonly fitting: number } | null;
}

const ways: readonly Positions[] = (["code-points", "utf-16", "code-points-crlf-as-one"] as const).flatMap(
  (unit) => [true, false].map((hasMark) => ({ unit, hasMark })),
);

/** The program's own way of counting, by the origin that a project states. Files of Sayso say for which program they were written. */
function waysOf(origin: string): readonly Positions[] {
  const usualPositions = /atlas/iu.test(origin)
    ? ({ unit: "code-points-crlf-as-one", hasMark: true } as const)
    : /nvivo/iu.test(origin)
      ? ({ unit: "utf-16", hasMark: false } as const)
      : ({ unit: "code-points", hasMark: true } as const);
  return /^sayso\b/iu.test(origin) ? [usualPositions] : [usualPositions, ...ways];
}

/** The way of counting by which most edges lie at words and most names are what is selected; the program's own where none is better. */
function positionsIn(texts: readonly SelectedText[], origin: string): PositionsFound {
  const [own, ...others] = waysOf(origin).map((positions) => ({ positions, ...fitOf(texts, positions) }));
  if (!own) throw new RangeError("There is always one.");
  let best = own;
  for (const alternative of others) if (alternative.score > best.score) best = alternative;
  const edges = 2 * texts.reduce((sum, { selected }) => sum + selected.length, 0);
  const isSame = others.every(({ score }) => score === own.score);
  return { positions: best.positions, evidence: isSame ? null : { edges, fitting: best.fitting } };
}

/** A text as these positions count it. */
const textFor = (text: string, { hasMark }: Positions): string => countedText(text, hasMark);

function fitOf(texts: readonly SelectedText[], positions: Positions) {
  let fitting = 0;
  let names = 0;
  for (const { text: raw, selected } of texts) {
    const text = textFor(raw, positions);
    const counting = countingOf(text, positions.unit);
    fitting += endsAtWords(text, selected, counting);
    for (const { start, end, name } of selected) {
      const [from, to] = [counting.from(start), counting.from(end)];
      if (from === null || to === null || from >= to) continue;
      names += Number(isNameOf(name, text.slice(from, Math.min(to, from + 2 * name.length + 64))));
    }
  }
  return { fitting, score: fitting + weightOfWords * names };
}

function isNameOf(name: string, words: string): boolean {
  const plain = (value: string): string => value.replace(/\s+/gu, " ").trim();
  const nameStart = plain(name).replace(/(?:…|\.\.\.)$/u, "");
  return nameStart.length > 2 && plain(words).startsWith(nameStart);
}
