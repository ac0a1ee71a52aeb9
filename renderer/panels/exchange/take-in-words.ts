// The words of a take-in's preview: whether it would do anything, its sets article by article, and the names of what differs.
import type { TakeInPlanned, TakeInRow } from "../../../shared/api/take-in.ts";
import type { TakeInFrom, TakeInLook } from "../../state/project/exchange.ts";

export const takesAnything = (seen: TakeInLook | null): boolean =>
  seen?.ok === true &&
  (seen.rows.some(({ outcome }) => ["new", "newer", "own", "curated"].includes(outcome)) ||
    seen.assignments > 0 ||
    seen.missing.some(({ isBrought }) => isBrought));

interface ArticleRows {
  /** The article's id in the file. */
  readonly cameAs: string;
  readonly title: string;
  readonly rows: readonly TakeInRow[];
  /** Whether its text is that of no article here, so that somebody may say which one it is. */
  readonly isMissing: boolean;
  /** Whether it comes in as an article whose title one here has. */
  readonly isNamesake: boolean;
  /** The articles here that have its text, where somebody has to say which one it is. */
  readonly among: TakeInPlanned["twins"][number]["among"];
}

/** In the order of the file, also those without sets that would come along. `placed`: those that somebody has placed. */
export function byArticle(
  { rows, missing, twins }: Pick<TakeInPlanned, "rows" | "missing" | "twins">,
  placed: ReadonlySet<string>,
): readonly ArticleRows[] {
  const ids = new Set([...rows.map(({ cameAs }) => cameAs), ...missing.map(({ id }) => id)]);
  return Array.from(ids, (cameAs) => {
    const articleRows = rows.filter((row) => row.cameAs === cameAs);
    const missingArticle = missing.find(({ id }) => id === cameAs);
    return {
      cameAs,
      title: missingArticle?.title ?? articleRows[0]?.title ?? cameAs,
      rows: articleRows,
      among: twins.find(({ id }) => id === cameAs)?.among ?? [],
      isNamesake: missingArticle?.isBrought === true && missingArticle.isNamesake,
      isMissing: missingArticle !== undefined || placed.has(cameAs),
    };
  });
}

/** The name of the file or the project that is imported. */
export const sourceName = (from: TakeInFrom): string =>
  "path" in from ? (from.path.split(/[\\/]/u).at(-1) ?? from.path) : from.name;
