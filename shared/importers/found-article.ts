// An article that was found in a file of another form: what is known of it, and its blocks in reading order. Becomes a text in
// which what is known stands as lines at the head, where an analyst looks for it.
import type { ArticleBlock, ArticleFact, FactOrigin, Metadata, MetadataField } from "../model/article.ts";
import type { KnownField } from "../model/article-about.ts";
import { limits } from "../schema/limits.ts";
import type { Message } from "../words/message.ts";
import { replaceLoneSurrogates } from "./decode.ts";
import type { ImportResult } from "./importer.ts";
import { recogniseMetadata, titleIn } from "./recognise-metadata.ts";

/** `credit`: who made a picture. */
export type BlockKind = "paragraph" | "credit" | ArticleBlock["kind"];

/** One block of text; line breaks within it are kept as line feeds. */
export interface Block {
  readonly kind: BlockKind;
  readonly text: string;
  /** Of a heading: 1 to 6. */
  readonly level?: number;
}

/** Notes to a text, to which signs in it refer; they stand behind it. */
export interface FoundNotes {
  blocks(): readonly Block[];
  /** Words without the signs of notes that end them. */
  unmarked(words: string): string;
}

const noNotes: FoundNotes = { blocks: () => [], unmarked: (words) => words };

/** Empty texts for what is not known. */
interface FoundArticle {
  readonly title: string;
  readonly authors: readonly string[];
  readonly publisher: string;
  /** As the file says it, or its calendar day (`2026-01-31`) of an exact time. */
  readonly date: string;
  /** When it was changed last, where it is, and in what language (BCP 47): known, but no words of the article. */
  readonly updated?: string;
  readonly url?: string;
  readonly language?: string;
  /** Where in the file all this was found, and what of it elsewhere. */
  readonly origin: FactOrigin;
  readonly origins?: Partial<Readonly<Record<KnownField, FactOrigin>>>;
  readonly blocks: readonly Block[];
  readonly notesAtTheEnd?: FoundNotes;
  /** What a person is told of how it was read. */
  readonly notes?: readonly Message[];
}

/** What of the head may also stand in the text by itself, also where it is known. */
const recognised: ReadonlySet<MetadataField> = new Set(["dateline", "caption", "credit"]);

/** The article's text with ranges for what is known. `fileName` is only for refusals. */
export function importFound(article: FoundArticle, fileName: string): ImportResult {
  const { unmarked, blocks: notes } = article.notesAtTheEnd ?? noNotes;
  const title = unmarked(oneLine(article.title));
  const { blocks: own, signs } = withoutRepeats({ ...article, title }, unmarked);
  const blocks = [...own, ...notes()];
  if (blocks.length === 0) return { ok: false, problem: "text-empty", detail: { file: fileName } };
  const head: readonly (readonly [MetadataField, string])[] = [
    ["title", title && `${title}${signs}`],
    ["byline", article.authors.length === 0 ? "" : `By ${article.authors.map(oneLine).join(", ")}`],
    ["publisher", oneLine(article.publisher)],
    ["date", oneLine(article.date)],
  ];
  const knownMetadata: Metadata[] = [];
  let articleText = "";
  let replacedCharacters = 0;
  const write = (words: string): { start: number; end: number } => {
    const clean = replaceLoneSurrogates(words);
    replacedCharacters += clean.replacedCharacters;
    if (articleText !== "") articleText += "\n\n";
    const start = articleText.length;
    articleText += clean.text;
    return { start, end: articleText.length };
  };
  for (const [field, words] of head) {
    if (words === "") continue;
    const { start, end } = write(words);
    knownMetadata.push({ field, start, end: field === "title" ? start + title.length : end });
  }
  const bodyFrom = articleText.length;
  const shapes: ArticleBlock[] = [];
  for (const { kind, text, level } of blocks) {
    const range = write(text);
    if (kind === "caption") knownMetadata.push({ field: "caption", ...range });
    if (kind === "credit") knownMetadata.push({ field: "credit", ...range });
    if (kind === "paragraph" || kind === "credit") continue;
    shapes.push({ ...range, kind, ...(level === undefined ? {} : { level }) });
  }
  if (articleText.length > limits.articleLength)
    return {
      ok: false,
      problem: "text-too-long",
      detail: { file: fileName, length: articleText.length, limit: limits.articleLength },
    };
  const text = `${articleText}\n`;
  const more = recognisedIn(text, bodyFrom, knownMetadata);
  const about = factsOf(article);
  const metadata = [...knownMetadata, ...more].sort((a, b) => a.start - b.start);
  return {
    ok: true,
    text,
    encoding: "utf-8",
    title: title === "" ? titleIn(text, more) : title,
    ...(title === "" ? {} : { titleFrom: article.origins?.title ?? article.origin }),
    metadata,
    replacedCharacters,
    ...(shapes.length > 0 ? { blocks: shapes } : {}),
    ...(about.length > 0 ? { about } : {}),
    ...(article.notes && article.notes.length > 0 ? { notes: article.notes } : {}),
  };
}

/** What the body tells of the article beside what is known already. */
function recognisedIn(text: string, bodyFrom: number, known: readonly Metadata[]): readonly Metadata[] {
  return recogniseMetadata(text).filter(
    ({ field, start, end }) =>
      (recognised.has(field) || !known.some((other) => other.field === field)) &&
      start >= bodyFrom &&
      !known.some((other) => start < other.end && other.start < end),
  );
}

/** What the file says as data, each on one line; an address only where it is one of the web. */
function factsOf({
  authors,
  publisher,
  date,
  updated,
  url,
  language,
  origin,
  origins,
}: FoundArticle): ArticleFact[] {
  const facts: readonly (readonly [ArticleFact["field"], string])[] = [
    ...authors.slice(0, mostAuthors).map((author) => ["author", author] as const),
    ["publisher", publisher],
    ["date", date],
    ["updated", updated ?? ""],
    ["url", /^https?:\/\/\S+$/iu.test(url ?? "") ? (url ?? "") : ""],
    ["language", language ?? ""],
  ];
  return facts.flatMap(([field, said]) => {
    const value = replaceLoneSurrogates(oneLine(said)).text.slice(0, limits.factLength);
    return value === "" ? [] : [{ field, value, from: "file", found: origins?.[field] ?? origin } as const];
  });
}

/** Whoever has more of them names no authors. */
const mostAuthors = 200;

/** White space as one blank each; blanks that were meant to keep words together stay. */
const oneLine = (text: string): string => text.replace(/[ \t\r\n\f]+/gu, " ").trim();

/** The heading with which a document begins, that says nowhere else what it is called; empty for none. */
export function titleFromHeading(blocks: readonly Block[]): string {
  const firstBlock = blocks.find(({ text }) => text.trim() !== "");
  return firstBlock?.kind === "heading" ? firstBlock.text : "";
}

/** Blocks at the beginning among which the head may be said again. */
const mostHeadBlocks = 12;

interface WithoutRepeats {
  readonly blocks: readonly Block[];
  /** Of notes that the left out ones refer to in the title. */
  readonly signs: string;
}

/** Blocks that are not empty, without those that only say again what the head says. */
function withoutRepeats(
  { title, authors, blocks }: FoundArticle,
  unmarked: (text: string) => string,
): WithoutRepeats {
  const key = (text: string): string => oneLine(text).toLowerCase();
  const bylineKeys = new Set(authors.flatMap((author) => [key(author), key(`by ${author}`)]));
  const remainingBlocks: Block[] = [];
  let signs = "";
  for (const [at, block] of blocks.entries()) {
    if (block.text.trim() === "") continue;
    const line = at < mostHeadBlocks ? oneLine(block.text) : null;
    const words = line && unmarked(line);
    if (words && key(words) === key(title)) signs += line.slice(words.length).trim();
    else if (line === null || !bylineKeys.has(key(line))) remainingBlocks.push(block);
  }
  return { blocks: remainingBlocks, signs };
}
