// Writes a format article by article, so that a project of any size needs the memory of one: in one or more passes over all articles, each
// of which appends to files.
import { joinedBytes, type NamedFile } from "../files/zip.ts";
import type { Capabilities } from "./capabilities.ts";
import { factValues, unitOfDetails } from "./detail-values.ts";
import { contentsFile, fileNames, type NamedDocument } from "./file-set.ts";
import { nextPieceLabel } from "./fit.ts";
import { attributionLabel, valueNames } from "./labels.ts";
import { provenanceIn } from "./provenance-value.ts";
import type { NamedValue, Standoff } from "./standoff.ts";

/** What is appended to the file of this name. The parts of one file come one after the other. */
export type Part = NamedFile;

/** Goes over all articles once, in their order. */
export interface Pass<Article> {
  begin?(): Iterable<Part>;
  article(article: Article): Iterable<Part>;
  end?(): Iterable<Part>;
}

/** One article's standoffs. */
export type ArticleStandoffs = readonly Standoff[];

/** All that a pass writes of articles that are at hand. */
export function* writtenParts<Article>(
  passes: readonly Pass<Article>[],
  articles: Iterable<Article>,
): Iterable<Part> {
  for (const { begin, article, end } of passes) {
    yield* begin?.() ?? [];
    for (const exportedArticle of articles) yield* article(exportedArticle);
    yield* end?.() ?? [];
  }
}

/** The files that parts make, in the order in which they were begun. */
export function wholeFiles(parts: Iterable<Part>): readonly NamedFile[] {
  const files = new Map<string, Uint8Array[]>();
  for (const { name, bytes } of parts) {
    const begun = files.get(name);
    if (begun) begun.push(bytes);
    else files.set(name, [bytes]);
  }
  return Array.from(files, ([name, pieces]) => ({ name, bytes: joinedBytes(pieces) }));
}

/** The same pass over what each of these is made into. */
export function overArticles<From, To>(
  { begin, article, end }: Pass<To>,
  made: (from: From) => To,
): Pass<From> {
  return {
    ...(begin ? { begin } : {}),
    article: (from) => article(made(from)),
    ...(end ? { end } : {}),
  };
}

/** What files of a format are called after, and how they count places. */
interface Listing {
  /** Of all files. */
  readonly annotators: number;
  readonly generator: string;
  readonly capabilities: Capabilities;
}

/** A file an annotator and article, or several under one name, and at last the list of what they are of. `shared`: what all of them need. */
export function listedFilesPass(
  { annotators, generator, capabilities }: Listing,
  filesOf: (document: Standoff, name: string) => readonly Part[],
  shared: readonly Part[] = [],
): Pass<ArticleStandoffs> {
  const nameOf = fileNames(annotators > 1);
  const namedDocuments: NamedDocument[] = [];
  return {
    *article(documents) {
      for (const document of documents) {
        const { article, title, annotator } = document;
        const file = nameOf(document);
        const facts = factValues(document, unitOfDetails(capabilities));
        namedDocuments.push({ file, article, title, annotator, facts });
        yield* filesOf(document, file);
      }
    },
    end: () => [...shared, contentsFile(namedDocuments, generator)],
  };
}

// A survey of all articles, for a format that has to know something of them before it writes the first: names, labels and values, but
// nothing of any text.

/** Lists are sorted, but annotators, who stand in the order in which they came. */
export interface Survey {
  readonly documents: number;
  readonly annotators: readonly (string | null)[];
  /** Of spans. */
  readonly labels: readonly string[];
  /** Of relations from cards, and of those from other spans. */
  readonly roles: readonly string[];
  readonly relations: readonly string[];
  /** By the names of values; of those that are texts of their own, none. */
  readonly values: ReadonlyMap<string, readonly string[]>;
  /** The names of what is known of articles. */
  readonly facts: readonly string[];
  /** Whether a span stands in several pieces. */
  readonly hasPieces: boolean;
}

/** Whether it is said of one mark and hardly of another: a note, or how the mark came to be. */
const isTextOfItsOwn = ({ name, value }: NamedValue): boolean =>
  name === valueNames.note || (name === valueNames.provenance && provenanceIn(value) !== null);

interface Surveying {
  add(document: Standoff): void;
  result(): Survey;
}

export function startSurvey(): Surveying {
  let documents = 0;
  let hasPieces = false;
  const annotators = new Set<string | null>();
  const labels = new Set<string>();
  const roles = new Set<string>();
  const relations = new Set<string>();
  const values = new Map<string, Set<string>>();
  const facts = new Set<string>();
  return {
    add(document) {
      documents += 1;
      annotators.add(document.annotator);
      for (const { name } of factValues(document, "utf-16")) facts.add(name);
      const cards = new Set<string>();
      for (const { id, label, segments, values: own } of document.spans) {
        labels.add(label);
        if (label === attributionLabel) cards.add(id);
        if (segments.length > 1) hasPieces = true;
        for (const one of own) {
          const valuesOfName = values.get(one.name) ?? new Set();
          if (!isTextOfItsOwn(one)) valuesOfName.add(one.value);
          values.set(one.name, valuesOfName);
        }
      }
      for (const { label, from } of document.relations) (cards.has(from) ? roles : relations).add(label);
    },
    result: () => ({
      documents,
      annotators: [...annotators],
      labels: [...labels].sort(),
      roles: [...roles].sort(),
      relations: [...relations].sort(),
      values: new Map(
        [...values].sort(([a], [b]) => (a < b ? -1 : 1)).map(([name, all]) => [name, [...all].sort()]),
      ),
      facts: [...facts].sort(),
      hasPieces,
    }),
  };
}

/** The relations of a format that ties the pieces of a span together. */
export function relationsWithTies({ roles, relations, hasPieces }: Survey): readonly string[] {
  return [...new Set([...roles, ...relations, ...(hasPieces ? [nextPieceLabel] : [])])].sort();
}
