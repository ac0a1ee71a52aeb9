// Writes a format article by article, so that a project of any size needs the memory of one: in one or more passes over all articles, each
// of which appends to files.

import { joinedBytes, type NamedFile } from "../files/zip.ts";
import type { Capabilities } from "./capabilities.ts";
import { factValues, unitOfDetails } from "./detail-values.ts";
import { contentsFile, fileNames, type NamedDocument } from "./file-set.ts";
import type { Standoff } from "./standoff.ts";

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
