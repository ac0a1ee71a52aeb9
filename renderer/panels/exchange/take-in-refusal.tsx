// The reasons why a colleague's file cannot be imported, by place and with advice.

import type { TakeInPlanned, TakeInRow } from "../../../shared/api/take-in.ts";
import { explain } from "../../../shared/errors/explain.ts";
import type { TakeInFrom, TakeInLook } from "../../state/project/exchange.ts";
import { Button } from "../../ui/button.tsx";
import { numbered } from "../../ui/numbered.ts";
import { OutsideText } from "../../ui/outside-text.tsx";
import { ScrollRegion } from "../../ui/scroll-region.tsx";
import { useWords } from "../../ui/words.tsx";

interface Props {
  readonly refused: Extract<TakeInLook, { readonly ok: false }>;
  /** It is to be read although its hash is another one, or as far as it can be. */
  onAllTheSame(how: "unverified" | "mend"): void;
}

export function TakeInRefusal({ refused, onAllTheSame }: Props) {
  const { say, tell, parts } = useWords();
  if ("error" in refused) {
    const { what, advice } = explain(refused.error);
    return (
      <div className="note danger" role="alert">
        <p className="note-title">
          <OutsideText>{tell(what)}</OutsideText>
        </p>
        <p>
          <OutsideText>{tell(advice)}</OutsideText>
        </p>
      </div>
    );
  }
  const { file, problems, isDamaged, mendable } = refused;
  return (
    <>
      <p role="alert" className="note-title">
        {parts("handover.refused", {
          file: <OutsideText key="file">{file}</OutsideText>,
          count: problems.length,
        })}
      </p>
      <ScrollRegion className="exchange-articles" label={say("handover.what-is-wrong")}>
        <ul className="exchange-problems">
          {numbered(problems).map(({ key, item: { where, what, advice } }) => (
            <li key={key}>
              <p className="note-title">
                <OutsideText>{tell(what)}</OutsideText>
              </p>
              <p className="quiet">
                <OutsideText>{tell(advice)}</OutsideText>
              </p>
              <p className="quiet mono">
                <OutsideText>{tell(where)}</OutsideText>
              </p>
            </li>
          ))}
        </ul>
      </ScrollRegion>
      {isDamaged && (
        <div className="exchange-sources">
          <Button onPress={() => onAllTheSame("unverified")}>{say("handover.unverified")}</Button>
          <p className="quiet">{say("handover.unverified-about")}</p>
        </div>
      )}
      {mendable && (
        <div className="exchange-sources">
          <Button onPress={() => onAllTheSame("mend")}>{say("handover.mend")}</Button>
          <p className="quiet">{say("handover.mend-about", mendable)}</p>
        </div>
      )}
    </>
  );
}

// The words of a take-in's preview: whether it would do anything, its sets article by article, and the names of what differs.

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
