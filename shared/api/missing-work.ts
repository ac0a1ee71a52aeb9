// Work missing from a project's folder: it was there when it was last open on this machine and is not now, although nothing that is there
// is damaged.
import type { Id } from "../model/id.ts";

export interface MissingWork {
  /**
   * `changes`: the last ones of a set; `set`: all of somebody's annotations of the article; `article`: the article with all of them; `steps`:
   * what can be undone.
   */
  readonly what: "changes" | "set" | "article" | "steps";
  /** Of steps: the project. */
  readonly article: Id;
  /** Of the article; its id where no copy says how it was called. */
  readonly title: string;
  /** Whose set it is; `null` for an article. */
  readonly annotator: { readonly id: Id; readonly name: string } | null;
  /** How many changes are missing, where that is known. */
  readonly count: number | null;
  /** When the copy was made from which it can be brought back, ISO 8601; `null` where there is none. */
  readonly copiedAt: string | null;
}
