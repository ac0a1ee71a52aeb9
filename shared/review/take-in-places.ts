// Which article of the project one of a colleague's is: the one with the same text, else the one with the same id, of which the
// text is another, else the one that had its text before it was corrected; else none, so that it comes along or is left out.
import type { Article } from "../model/article.ts";
import type { Id } from "../model/id.ts";

export interface TakeInChoices {
  /** Whether articles that are not here come along. */
  readonly bring: boolean;
  /** Which article here one of the file's is, by its id there, where somebody said so; `null`: it is left out. */
  readonly places: ReadonlyMap<Id, Id | null>;
  /** What becomes of sets that are said to be this person's own, which only they can know: nothing, until they were asked. */
  readonly own: "ask" | "merge" | "leave";
  /** For which side conflicts of our own work were decided (see `conflictKey`). */
  readonly decided: ReadonlyMap<string, "ours" | "theirs">;
}

export const noChoices: TakeInChoices = {
  bring: false,
  places: new Map(),
  own: "ask",
  decided: new Map(),
};

/** What a project has that articles of a file may be. */
export interface KnownArticles {
  readonly articles: readonly Article[];
  /** The hashes of the texts that an article had before its present one. */
  former(article: Id): readonly string[];
}

export type Placing =
  | { readonly kind: "same-text" | "other-text" | "brought"; readonly article: Article }
  | { readonly kind: "nowhere"; readonly isLeft: boolean };

/** `inFile`: all articles of the file. One that is here under its own id is nobody else's place, whatever has its text as well. */
export function placingOf(
  came: Article,
  { articles, former }: KnownArticles,
  { bring, places }: TakeInChoices,
  inFile: readonly Article[],
): Placing {
  const chosen = places.get(came.id);
  if (chosen === null) return { kind: "nowhere", isLeft: true };
  const isSame = (a: Article, b: Article): boolean => a.id === b.id && a.textHash === b.textHash;
  const here =
    articles.find(({ id }) => id === chosen) ??
    // A project may have a text twice, and so may a file.
    articles.find((one) => isSame(one, came)) ??
    articles.find((one) => one.textHash === came.textHash && !inFile.some((other) => isSame(one, other))) ??
    articles.find(({ id }) => id === came.id) ??
    articles.find(({ id }) => former(id).includes(came.textHash) && !inFile.some((other) => other.id === id));
  if (here) return { kind: here.textHash === came.textHash ? "same-text" : "other-text", article: here };
  return bring ? { kind: "brought", article: came } : { kind: "nowhere", isLeft: false };
}
