// The facts of an article beside its text: the title, what its file or a person says, and the tags that people put on it. Where nobody
// states a fact, the text itself may: its byline, its dateline, its date. Changing any of it is a step like any other.
import {
  type Article,
  type ArticleFact,
  type ArticleFactField,
  articleFacts,
  type FactOrigin,
  type MetadataField,
} from "./article.ts";
import { foldedName } from "./folded-name.ts";
import type { Id } from "./id.ts";
import { sameValue } from "./same-value.ts";

export interface ArticleAbout {
  readonly title: string;
  readonly titleFrom?: FactOrigin | "person";
  readonly about: readonly ArticleFact[];
  /** Absent: none. */
  readonly tags?: readonly string[];
}

export interface AboutChange {
  readonly article: Id;
  readonly from: ArticleAbout;
  readonly to: ArticleAbout;
}

export const invertAbout = ({ article, from, to }: AboutChange): AboutChange => ({
  article,
  from: to,
  to: from,
});

export const isEmptyAbout = ({ from, to }: AboutChange): boolean => sameValue(from, to);

export const aboutOf = ({
  title,
  titleFrom,
  about = [],
  tags = [],
}: Omit<ArticleAbout, "about"> & Pick<Article, "about">): ArticleAbout => ({
  title,
  ...(titleFrom === undefined ? {} : { titleFrom }),
  about,
  ...(tags.length > 0 && { tags }),
});

/** The article with this said of it in the place of what was. */
export function withAbout<Of extends Article>(
  article: Of,
  { title, titleFrom, about, tags = [] }: ArticleAbout,
): Of {
  const { titleFrom: _before, about: _facts, tags: _tags, ...rest } = article;
  return {
    ...rest,
    title,
    ...(about.length > 0 ? { about } : {}),
    ...(tags.length > 0 ? { tags } : {}),
    ...(titleFrom === undefined ? {} : { titleFrom }),
  } as Of;
}

export type KnownField = "title" | ArticleFactField | "tags";

export const knownFields = ["title", ...articleFacts, "tags"] as const satisfies readonly KnownField[];

/** Whether an article may have several values of it; of all others it has one at most. */
export const hasSeveral = (field: KnownField): boolean => field === "author" || field === "tags";

/** Code units of the longest tag. */
export const longestTag = 100;

/** Tags as they are kept: on one line, each once however it is written; the first way of writing it stays. */
export function tidyTags(values: readonly string[]): readonly string[] {
  const tagsByName = new Map<string, string>();
  for (const value of values) {
    const tag = value.replace(/\s+/gu, " ").trim();
    if (tag !== "" && !tagsByName.has(foldedName(tag))) tagsByName.set(foldedName(tag), tag);
  }
  return [...tagsByName.values()];
}

/** What an article says once tags are put on it and others are taken off, however they are written. */
export function retagged(
  article: Article,
  { add, remove }: { readonly add: readonly string[]; readonly remove: readonly string[] },
): ArticleAbout {
  const removed = new Set(remove.map(foldedName));
  const tags = tidyTags([...(article.tags ?? []), ...add]).filter((tag) => !removed.has(foldedName(tag)));
  return aboutOf({ ...article, tags });
}

/** Something known, and who or what says so. `file`: it is not known where in the file; `name`: the file's name or the first words. */
export interface KnownFact {
  readonly field: KnownField;
  readonly value: string;
  readonly from: FactOrigin | "person" | "file" | "name";
}

/** Everything that is known of an article, in the order of the fields: what a person said before the file, the file before the text. */
export function knownOf(article: Article, text: string): readonly KnownFact[] {
  const inText = factsIn(article, text);
  const statedFacts = article.about ?? [];
  return [
    titleOf(article, inText),
    ...articleFacts.flatMap((field): readonly KnownFact[] => {
      const fieldFacts = statedFacts.filter((fact) => fact.field === field);
      if (fieldFacts.length > 0) return fieldFacts.flatMap(knownFact);
      return inText.filter((fact) => fact.field === field);
    }),
    ...tagFacts(article),
  ];
}

const tagFacts = ({ tags = [] }: Pick<Article, "tags">): readonly KnownFact[] =>
  tags.map((value) => ({ field: "tags", value, from: "person" }));

function knownFact({ field, value, from, found }: ArticleFact): readonly KnownFact[] {
  if (value === "") return [];
  // What a person wrote on one line is one name.
  if (from === "person") return [{ field, value, from }];
  const values = field === "author" ? authorNames(value) : [value];
  return values.map((one) => ({ field, value: one, from: found ?? "file" }));
}

/** What tells where the title of an article is from. */
type Titled = Pick<Article, "title" | "titleFrom" | "metadata">;

/** Whether its title is one, and not only the name of its file or its first words. */
export const hasTitle = (article: Titled, text: string): boolean =>
  titleOf(article, factsIn(article, text)).from !== "name";

function titleOf(
  { title, titleFrom }: Pick<Titled, "title" | "titleFrom">,
  inText: readonly KnownFact[],
): KnownFact {
  const isInText = inText.some(({ field, value }) => field === "title" && value === title);
  return { field: "title", value: title, from: titleFrom ?? (isInText ? "text" : "name") };
}

const fieldOf: Partial<Record<MetadataField, KnownField>> = {
  title: "title",
  byline: "author",
  publisher: "publisher",
  dateline: "place",
  date: "date",
};

/** What ranges of the text say, each once and as it is said elsewhere: names without their "By", each on its own. */
export function factsIn({ metadata }: Pick<Article, "metadata">, text: string): readonly KnownFact[] {
  const facts: KnownFact[] = [];
  for (const { field: part, start, end } of metadata) {
    const field = fieldOf[part];
    const value = text.slice(start, end).replace(/\s+/gu, " ").trim();
    for (const plain of field === "author" ? authorNames(value) : [value])
      if (field && plain !== "" && !facts.some((one) => one.field === field && one.value === plain))
        facts.push({ field, value: plain, from: "text" });
  }
  return facts;
}

/** What a person says of an article: the values of each field, of most only one. */
export type SaidAbout = Readonly<Record<KnownField, readonly string[]>>;

export const saidIn = (known: readonly KnownFact[]): SaidAbout =>
  Object.fromEntries(
    knownFields.map((field) => [
      field,
      known.filter((fact) => fact.field === field).map(({ value }) => value),
    ]),
  ) as unknown as SaidAbout;

/**
 * What is said of an article and not known of the same article here, which may have another text by now (`text` is that of the first): facts
 * that neither somebody nor, where the texts are the same, the text says. A title is none of them: a person may have changed it.
 */
export function factsBeyond(said: Article, text: string, here: Article): readonly KnownFact[] {
  const isSameText = said.textHash === here.textHash;
  const known = saidIn(
    isSameText ? knownOf(here, text) : [...(here.about ?? []).flatMap(knownFact), ...tagFacts(here)],
  );
  return knownOf(said, text).filter(
    ({ field, value, from }) =>
      field !== "title" &&
      (isSameText || from !== "text") &&
      // What a person wrote on one line may be several names in a file.
      !known[field].some((one) => one === value || (field === "author" && authorNames(one).includes(value))),
  );
}

/** What is wrong with a value that a person gives; `null` for nothing. What was known before may stay, whatever it is. */
export function aboutProblem(
  field: KnownField,
  value: string,
): "empty" | "date" | "url" | "language" | "long" | null {
  if (field === "title") return value.trim() === "" ? "empty" : null;
  if (value.trim() === "") return null;
  if (field === "tags") return value.trim().length > longestTag ? "long" : null;
  if (field === "date" || field === "updated") return isDay(value.trim()) ? null : "date";
  if (field === "url") return /^https?:\/\/[^\s/]\S*$/iu.test(value.trim()) ? null : "url";
  if (field === "language") return /^[a-z]{2,3}(?:-[a-z0-9]{1,8})*$/iu.test(value.trim()) ? null : "language";
  return null;
}

/**
 * The address at which a page of the web opens: without name and password, since “https://known.example@other.example” reads as if it were
 * the first and is the other. `null` for whatever is none.
 */
export function pageAddress(address: string): string | null {
  const [, scheme, page] = pageForm.exec(address.trim()) ?? [];
  return scheme !== undefined && page !== undefined ? `${scheme}${page}` : null;
}
const pageForm =
  /^(https?:\/\/)(?:[^\s/\\?#]*@)?((?:[^\s/\\?#@:<>[\]^|%]+|\[[\da-f:.]+\])(?::\d+)?(?:[/\\?#]\S*)?)$/iu;

/** A year, a month or a day that is in the calendar, with a time or without. */
export function isDay(value: string): boolean {
  const match =
    /^(\d{4})(?:-(\d{2})(?:-(\d{2})(?:T\d{2}:\d{2}(?::\d{2}(?:\.\d+)?)?(?:Z|[+-]\d{2}:?\d{2})?)?)?)?$/u.exec(
      value,
    );
  if (!match) return false;
  const [, , month = "01", day = "01"] = match;
  const most = new Date(Date.UTC(Number(match[1]), Number(month), 0)).getUTCDate();
  return Number(month) >= 1 && Number(month) <= 12 && Number(day) >= 1 && Number(day) <= most;
}

/** A year, a month or a day that is in the calendar, without a time. */
export const isPlainDate = (value: string): boolean => value.length <= "2026-01-01".length && isDay(value);

/**
 * What the article says after a person has said all this of it: fields that they left as they were stay whose they were, all others
 * are the person's, also where there is nothing any more.
 */
export function correctedAbout(article: Article, text: string, said: SaidAbout): ArticleAbout {
  const knownFacts = knownOf(article, text);
  const earlierValues = saidIn(knownFacts);
  const clean = (field: KnownField): readonly string[] =>
    said[field].map((value) => value.replace(/\s+/gu, " ").trim()).filter((value) => value !== "");
  const title = clean("title")[0] ?? article.title;
  const about = articleFacts.flatMap((field): readonly ArticleFact[] => {
    const values = clean(field);
    if (sameValue(values, earlierValues[field]))
      return (article.about ?? []).filter((fact) => fact.field === field);
    return (values.length === 0 ? [""] : values).map((value) => ({ field, value, from: "person" }) as const);
  });
  const tags = tidyTags(said.tags);
  if (title === article.title) return aboutOf({ ...article, about, tags });
  return aboutOf({ title, titleFrom: "person", about, tags });
}

/** A title and authors that somebody saw before the article came in; `null` is whatever its file and text give. */
export interface ConfirmedAbout {
  readonly title: string | null;
  readonly author: readonly string[] | null;
}

/** The article with what was confirmed of it: what is as the file or the text has it stays theirs, the rest is the person's. */
export function withConfirmed(article: Article, text: string, { title, author }: ConfirmedAbout): Article {
  const confirmedFacts = {
    ...saidIn(knownOf(article, text)),
    ...(author !== null && { author }),
    ...(title !== null && { title: [title] }),
  };
  return withAbout(article, correctedAbout(article, text, confirmedFacts));
}

// The names in a byline: "By Ana Ruiz, Tom Ley and Eva Lund" is three people.

const bylineOpening = /^(?:by|von|par|por|di|da|door|av|af)(?::|\s)\s*/iu;
/** The openings that stand before a later name too; with "von", "di", "da" and "af" a name can begin. */
const repeatedOpening = /^(?:(?:by|par|por|door|av)(?::|\s)\s*)+/iu;
const joining = /\s*(?:,\s*)?(?:\s(?:and|und|et|y|e|en|og|och)\s|[&;|]|\n)\s*/u;
const particle = "(?:de|da|di|del|della|der|den|van|von|zu|la|le|bin|ibn|al|el|ter|ten|dos|du)";
const word = "\\p{Lu}[\\p{L}\\p{M}’'.-]*";
const fullNameForm = new RegExp(`^${word}(?: (?:${particle} )*${word}){1,5}$`, "u");
/** "Ruiz, Ana", as catalogues have it. */
const inverted = new RegExp(`^${word}, ${word}(?: ${word})?$`, "u");
/** What follows a name without being another. */
const suffix = /^(?:Jr|Sr|I{2,3}|M\.?D|Ph\.?D|Dr)\.?$/u;
const role =
  /\b(?:writer|reporter|correspondent|editor|columnist|staff|bureau|desk|contributor|redakteur(?:in)?|korrespondent(?:in)?|autor(?:in)?)s?$/iu;

/**
 * Each name on its own, without the "By" before them, in their order. Words that are not several names for sure ("Ministry of Trade and
 * Industry") stay one; a role or a suffix stays with its name.
 */
export function authorNames(written: string): readonly string[] {
  const plain = written
    .replaceAll(/[^\S\n]+/gu, " ")
    .trim()
    .replace(bylineOpening, "");
  const names = plain.split(joining).flatMap((part) => (inverted.test(part) ? [part] : byCommas(part)));
  const filled = names.map((name) => name.replace(repeatedOpening, "")).filter((name) => name !== "");
  const areNames = filled.every(
    (name) => fullNameForm.test(name.split(", ")[0] ?? "") || inverted.test(name),
  );
  return filled.length > 1 && areNames ? filled : plain === "" ? [] : [plain.replaceAll(/\s+/gu, " ")];
}

/** At the commas between names; "Ana Ruiz, political editor" is one. */
function byCommas(part: string): readonly string[] {
  const names: string[] = [];
  for (const piece of part.split(/,\s*/u).map((one) => one.trim())) {
    const previousName = names.at(-1);
    if (previousName !== undefined && isBeside(piece)) names[names.length - 1] = `${previousName}, ${piece}`;
    else names.push(piece);
  }
  return names;
}

const isBeside = (piece: string): boolean => /^\p{Ll}/u.test(piece) || suffix.test(piece) || role.test(piece);
