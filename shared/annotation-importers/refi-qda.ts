// Reads REFI-QDA projects (.qdpx): coded selections of plain text sources, notes, links. A code under another one that is no code
// itself is a value; of several codes on one selection each is a span of its own. A selection without a code is none.
import { type Finding, wrong } from "../importers/finding.ts";
import { valueNames } from "../interchange/labels.ts";
import { withJoinedPieces } from "../interchange/pieces.ts";
import type { NamedValue } from "../interchange/standoff.ts";
import {
  type ReadRelation,
  type ReadSpan,
  type ReadStandoff,
  readStandoff,
} from "../interchange/standoff-reader.ts";
import type { Unit } from "../interchange/units.ts";
import { elementsIn, readXml, textIn, type XmlElement } from "../interchange/xml.ts";
import type { NamedFile } from "../interchange/zip.ts";
import { message } from "../words/message.ts";
import {
  type AnnotationImporter,
  joined,
  type ReadAnnotations,
  refused,
  textOfFile,
} from "./annotation-importer.ts";

/** The standard’s, and that of drafts of it, which some programs write. */
const namespace = /^urn:QDA-XML:project:/u;

export const refiQdaImporter: AnnotationImporter = {
  id: "refi-qda",
  extensions: ["qdpx"],
  read(files) {
    const project = files.find(({ name }) => /\.qde$/iu.test(name));
    if (!project) return refused(message("interchange.no-file", { what: "project.qde" }));
    const text = textOfFile(project);
    if (!text.ok) return text;
    const read = readXml(text.text);
    if (!read.ok) {
      const where = message("interchange.line", { file: project.name, line: String(read.line) });
      return {
        ok: false,
        problems: [
          wrong(
            where,
            message("interchange.xml-fault", { why: read.why }),
            message("interchange.choose-other"),
          ),
        ],
      };
    }
    if (read.root.local !== "Project" || !namespace.test(read.root.uri))
      return refused(message("interchange.not-format", { format: "REFI-QDA", why: `<${read.root.name}>` }));
    return projectIn(read.root, files);
  },
};

function projectIn(root: XmlElement, files: readonly NamedFile[]): ReadAnnotations {
  const named = (local: string): XmlElement[] =>
    elementsIn(root)
      .filter((one) => one.local === local)
      .flatMap(elementsIn);
  const users = new Map(named("Users").map((user) => [attribute(user, "guid"), attribute(user, "name")]));
  const codes = new Map<string, Code>();
  const codeBook = elementsIn(root).find(({ local }) => local === "CodeBook");
  for (const part of codeBook ? elementsIn(codeBook) : [])
    if (part.local === "Codes") for (const code of elementsIn(part)) addCode(code, null, codes);
  const notes = new Map(named("Notes").map((note) => [attribute(note, "guid"), noteText(note, files)]));
  const links = named("Links");
  const unit = unitOf(attribute(root, "origin"));
  const parts: ReadStandoff[] = [];
  const rejected: Finding[] = [];
  for (const source of named("Sources")) {
    const where = message("interchange.line", { file: "project.qde", line: String(source.line) });
    const text = source.local === "TextSource" ? sourceText(source, files) : undefined;
    if (text === undefined)
      rejected.push(wrong(where, message("interchange.no-article-text"), message("interchange.left-out")));
    else parts.push(...sourceParts(source, text, { unit, users, codes, notes, links }));
  }
  if (parts.length > 0) return joined(parts, rejected);
  return rejected.length > 0
    ? { ok: false, problems: rejected, each: true }
    : refused(message("interchange.no-file", { what: "Sources" }));
}

interface Code {
  readonly name: string;
  /** The code above it that is none itself: what it is a value of. */
  readonly of: string | null;
}

function addCode(code: XmlElement, above: XmlElement | null, codes: Map<string, Code>): void {
  if (code.local !== "Code") return;
  const isValue = above !== null && attribute(above, "isCodable") === "false";
  codes.set(attribute(code, "guid"), {
    name: attribute(code, "name"),
    of: isValue ? attribute(above, "name") : null,
  });
  for (const inner of elementsIn(code)) addCode(inner, code, codes);
}

const attribute = (element: XmlElement, name: string): string => element.attributes.get(name) ?? "";

/** Some programs write the folder in lower case. */
function internalText(path: string, files: readonly NamedFile[]): string | undefined {
  const name = `sources/${path.replace(/^internal:\/\//u, "")}`.toLowerCase();
  const file = files.find((one) => one.name.toLowerCase().endsWith(name));
  const read = file && textOfFile(file, "with its mark");
  return read?.ok ? read.text : undefined;
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

/** ATLAS.ti writes CR LF and counts it as one character; others count what stands in the text. */
const unitOf = (origin: string): Unit => (/atlas/iu.test(origin) ? "code-points-crlf-as-one" : "code-points");

interface Known {
  readonly unit: Unit;
  readonly users: ReadonlyMap<string, string>;
  readonly codes: ReadonlyMap<string, Code>;
  readonly notes: ReadonlyMap<string, string>;
  readonly links: readonly XmlElement[];
}

/** The selections of a source, those of each user together. */
function sourceParts(
  source: XmlElement,
  text: string,
  { unit, users, codes, notes, links }: Known,
): ReadStandoff[] {
  const byUser = new Map<string, ReadSpan[]>();
  const ownerOf = new Map<string, string>();
  for (const selection of elementsIn(source)) {
    if (selection.local !== "PlainTextSelection") continue;
    const parts = elementsIn(selection);
    const codings = parts.filter(({ local }) => local === "Coding");
    const user = attribute(selection, "creatingUser") || attribute(codings[0] ?? selection, "creatingUser");
    const coded = codings.flatMap((coding) => {
      const ref = elementsIn(coding).find(({ local }) => local === "CodeRef");
      return (ref && codes.get(attribute(ref, "targetGUID"))) ?? [];
    });
    const values: NamedValue[] = coded.flatMap(({ name, of }) =>
      of === null ? [] : [{ name: of, value: name }],
    );
    for (const note of parts.filter(({ local }) => local === "NoteRef"))
      values.push({ name: valueNames.note, value: notes.get(attribute(note, "targetGUID")) ?? "" });
    // MAXQDA writes a remark on a coding as a description of the selection.
    const described = parts.find(({ local }) => local === "Description");
    const remark = described ? textIn(described) : "";
    if (remark !== "") values.push({ name: valueNames.note, value: remark });
    const labels = coded.flatMap(({ name, of }) => (of === null ? [name] : []));
    const guid = attribute(selection, "guid");
    ownerOf.set(guid, user);
    const spans = labels.map(
      (label, at): ReadSpan => ({
        id: at === 0 ? guid : `${guid} ${at + 1}`,
        label,
        segments: [{ start: offset(selection, "startPosition"), end: offset(selection, "endPosition") }],
        values,
        where: message("interchange.line", { file: "project.qde", line: String(selection.line) }),
      }),
    );
    const own = byUser.get(user);
    if (own) for (const span of spans) own.push(span);
    else byUser.set(user, spans);
  }
  const relationsOf = (user: string): ReadRelation[] =>
    links.flatMap((link) => {
      const [from, to] = [attribute(link, "originGUID"), attribute(link, "targetGUID")];
      if (ownerOf.get(from) !== user || !ownerOf.has(to)) return [];
      const where = message("interchange.line", { file: "project.qde", line: String(link.line) });
      return [{ label: attribute(link, "name") || "related", from, to, where }];
    });
  const about = { article: attribute(source, "guid"), title: attribute(source, "name"), text };
  if (byUser.size === 0) byUser.set("", []);
  return Array.from(byUser, ([user, spans]) => {
    const name = users.get(user) ?? "";
    const { document, ...rest } = readStandoff(
      { ...about, annotator: name === "" ? null : name },
      { units: [unit], spans, relations: relationsOf(user) },
    );
    return { document: withJoinedPieces(document), ...rest };
  });
}

function offset(selection: XmlElement, name: string): unknown {
  const value = selection.attributes.get(name);
  return value !== undefined && /^\d+$/u.test(value) ? Number(value) : value;
}
