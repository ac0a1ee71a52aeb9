// Finds the article of the project that a colleague's article is: the one with the same text, else the one with the same words, whatever
// white space parts them, else the one with the same id, of which the text is another, else the one that had its text before it was
// corrected; else none, so that it comes along or is left out. Where several have its text (twins), the one of its title, else whichever
// somebody says.
import type { ExportBundle } from "../annotated-json/bundle.ts";
import type { Article } from "../model/article.ts";
import type { Id } from "../model/id.ts";

export interface TakeInChoices {
  /** Whether articles that are not here come along. */
  readonly bring: boolean;
  /** Which article here one of the file's is, by its id there, where somebody said so; that id itself: one of its own; `null`: it is left out. */
  readonly places: ReadonlyMap<Id, Id | null>;
  /** Of articles of which nothing tells which one here they are: asked, one that is here (see `rankOf`), or always one of their own. */
  readonly twins: "ask" | "same" | "new";
  /** What becomes of sets that are said to be this person's own, which only they can know: nothing, until they were asked. */
  readonly own: "ask" | "merge" | "leave";
  /** For which side conflicts of our own work were decided (see `conflictKey`). */
  readonly decided: ReadonlyMap<string, "ours" | "theirs">;
}

export const noChoices: TakeInChoices = {
  bring: false,
  places: new Map(),
  twins: "ask",
  own: "ask",
  decided: new Map(),
};

/** What a project has that articles of a file may be. */
export interface KnownArticles {
  readonly articles: readonly Article[];
  /** The hashes of the texts that an article had before its present one. */
  former(article: Id): readonly string[];
  /** Those that have the words of one of the file, by its id there (see `wordsOfText`), whether or not they have its text. */
  sameWords(cameAs: Id): readonly Article[];
  /** Whose sets of an article are here. */
  annotatorsOf(article: Id): readonly Id[];
}

export type Placing =
  | { readonly kind: "same-text" | "other-text" | "brought"; readonly article: Article }
  | { readonly kind: "nowhere"; readonly isLeft: boolean }
  /** Nothing tells which of several articles with its text it is: whoever takes it in has to say. */
  | { readonly kind: "asked"; readonly among: readonly Article[] };

/** An article of a file, and who annotated it there. */
export interface CameArticle {
  readonly article: Article;
  readonly annotators: readonly Id[];
}

export const cameIn = ({ articles }: Pick<ExportBundle, "articles">): readonly CameArticle[] =>
  articles.map(({ article, sets }) => ({ article, annotators: sets.map(({ annotatorId }) => annotatorId) }));

/**
 * Where each article of a file belongs, by its id there. In which order articles stand here or in the file means nothing. One that is here under
 * its own id is nobody else's place, whatever has its text as well.
 */
export function placesOf(
  inFile: readonly CameArticle[],
  here: KnownArticles,
  choices: TakeInChoices,
): ReadonlyMap<Id, Placing> {
  const places = new Map<Id, Placing>();
  const byId = new Map(here.articles.map((article) => [article.id, article]));
  const owned = new Set<Id>();
  const openArticles: CameArticle[] = [];
  const put = (came: CameArticle, article: Article): void => {
    places.set(came.article.id, { kind: kindOf(came, article), article });
  };
  for (const came of inFile) {
    const { id, textHash } = came.article;
    const chosenId = choices.places.get(id);
    const [said, own] = [chosenId === null ? undefined : byId.get(chosenId ?? ""), byId.get(id)];
    if (chosenId === null) places.set(id, { kind: "nowhere", isLeft: true });
    else if (said) put(came, said);
    else if (own?.textHash === textHash) put(came, own);
    else if (chosenId === id) places.set(id, { kind: "brought", article: came.article });
    else openArticles.push(came);
    if (own?.textHash === textHash) owned.add(id);
  }
  const textOf = ({ article }: CameArticle): string => article.textHash;
  const alike = new Map(inFile.map((came) => [came, here.sameWords(came.article.id)]));
  const wordsOf = (came: CameArticle): string => {
    const ids = (alike.get(came) ?? []).map(({ id }) => id);
    return ids.length > 0 ? ids.sort().join(" ") : textOf(came);
  };
  const inFileByWords = groupedBy(inFile, wordsOf);
  const settle = (group: readonly CameArticle[], twins: readonly Article[]): void => {
    const inAll = inFileByWords.get(group[0] ? wordsOf(group[0]) : "") ?? group;
    for (const [id, placing] of amongTwins({ group, inAll }, twins, here, choices)) places.set(id, placing);
  };
  for (const [textHash, group] of groupedBy(openArticles, textOf))
    settle(
      group,
      here.articles.filter((one) => one.textHash === textHash && !owned.has(one.id)),
    );
  // Two texts of the file are two articles, though they have the same words: what one of them was led to is no place for another.
  const taken = new Set([...owned, ...[...places.values()].flatMap(articlesOf)]);
  const left = openArticles.filter(({ article }) => !places.has(article.id));
  for (const group of groupedBy(left, wordsOf).values()) {
    const twins = group[0] ? (alike.get(group[0]) ?? []) : [];
    settle(
      group,
      twins.filter(({ id }) => !taken.has(id)),
    );
  }
  for (const came of openArticles)
    if (!places.has(came.article.id)) places.set(came.article.id, elsewhere(came));
  return places;

  function elsewhere({ article }: CameArticle): Placing {
    const formerArticle =
      byId.get(article.id) ??
      here.articles.find(
        ({ id }) =>
          here.former(id).includes(article.textHash) && !inFile.some((other) => other.article.id === id),
      );
    if (formerArticle) return { kind: "other-text", article: formerArticle };
    return choices.bring ? { kind: "brought", article } : { kind: "nowhere", isLeft: false };
  }
}

const articlesOf = (placing: Placing): readonly Id[] =>
  placing.kind === "asked"
    ? placing.among.map(({ id }) => id)
    : placing.kind === "nowhere"
      ? []
      : [placing.article.id];

function groupedBy(
  all: readonly CameArticle[],
  keyOf: (came: CameArticle) => string,
): ReadonlyMap<string, readonly CameArticle[]> {
  const groups = new Map<string, CameArticle[]>();
  for (const came of all) {
    const group = groups.get(keyOf(came));
    if (group) group.push(came);
    else groups.set(keyOf(came), [came]);
  }
  return groups;
}

const kindOf = ({ article: came }: CameArticle, { textHash }: Article): "same-text" | "other-text" =>
  textHash === came.textHash ? "same-text" : "other-text";

/** Those of one text that are not here under their ids (`inAll`: whatever of the file has it), among the articles here that have it: one alone, one of its title, else as was said. */
function amongTwins(
  { group: came, inAll }: { readonly group: readonly CameArticle[]; readonly inAll: readonly CameArticle[] },
  twins: readonly Article[],
  here: KnownArticles,
  { twins: say }: TakeInChoices,
): ReadonlyMap<Id, Placing> {
  const places = new Map<Id, Placing>();
  if (twins.length === 0) return places;
  const put = (one: CameArticle, article: Article): unknown =>
    places.set(one.article.id, { kind: kindOf(one, article), article });
  const asOwn = (one: CameArticle): unknown =>
    places.set(one.article.id, { kind: "brought", article: one.article });
  if (say === "new") {
    for (const cameArticle of came) asOwn(cameArticle);
    return places;
  }
  const [first, ...more] = came;
  const [only, ...others] = twins;
  if (first && only && more.length + others.length === 0) {
    put(first, only);
    return places;
  }
  const titled = (title: string): readonly Article[] => twins.filter((one) => one.title === title);
  const isOnly = ({ article }: CameArticle): boolean =>
    inAll.filter((other) => other.article.title === article.title).length === 1;
  for (const cameArticle of came) {
    const [same, ...rest] = titled(cameArticle.article.title);
    if (same && rest.length === 0 && isOnly(cameArticle)) put(cameArticle, same);
  }
  const takenIds = new Set(
    [...places.values()].map((placing) => ("article" in placing ? placing.article.id : "")),
  );
  const remainingArticles = came.filter(({ article }) => !places.has(article.id));
  const free = twins.filter(({ id }) => !takenIds.has(id));
  if (free.length === 0) return places;
  if (say === "ask") {
    // Where nobody annotated it, nothing has to find its place.
    for (const cameArticle of remainingArticles)
      if (cameArticle.annotators.length > 0)
        places.set(cameArticle.article.id, { kind: "asked", among: free });
      else
        put(
          cameArticle,
          free.reduce((a, b) => (isBefore(a, b) ? a : b)),
        );
    return places;
  }
  // Of several what came before says too little: the next time it would lead them elsewhere.
  const rank = (twin: Article, one: CameArticle): number => (inAll.length > 1 ? 0 : rankOf(twin, one, here));
  for (const [cameArticle, place] of sharedOut(remainingArticles, free, rank)) put(cameArticle, place);
  return places;
}

/** A twin for each article as far as there are any, the one of the highest rank first, so that nobody gets two sets on one. */
function sharedOut(
  came: readonly CameArticle[],
  twins: readonly Article[],
  rank: (twin: Article, one: CameArticle) => number,
): readonly (readonly [CameArticle, Article])[] {
  const annotatorsByArticle = new Map<Id, Set<Id>>();
  const inOrder = [...came].sort((a, b) => (isNamedBefore(a.article, b.article) ? -1 : 1));
  return inOrder.flatMap((cameArticle) => {
    const place = [...twins]
      .sort((a, b) => rank(b, cameArticle) - rank(a, cameArticle) || (isBefore(a, b) ? -1 : 1))
      .find(({ id }) => !cameArticle.annotators.some((who) => annotatorsByArticle.get(id)?.has(who)));
    if (!place) return [];
    const annotators = [...(annotatorsByArticle.get(place.id) ?? []), ...cameArticle.annotators];
    annotatorsByArticle.set(place.id, new Set(annotators));
    return [[cameArticle, place] as const];
  });
}

/** The article that somebody of the file annotated here goes before one that anybody did, and that before the others. */
function rankOf({ id }: Article, { annotators }: CameArticle, { annotatorsOf }: KnownArticles): number {
  const presentAnnotators = annotatorsOf(id);
  return annotators.some((who) => presentAnnotators.includes(who)) ? 2 : presentAnnotators.length > 0 ? 1 : 0;
}

/** Which of two was added first. */
const isBefore = (a: Article, b: Article): boolean =>
  a.addedAt === b.addedAt ? a.id < b.id : a.addedAt < b.addedAt;

const isNamedBefore = (a: Article, b: Article): boolean =>
  a.title === b.title ? a.id < b.id : a.title < b.title;
