// What came of bringing many articles in: how many, each that was refused or left out, with the reason and what to do, and what is to be known
// of how others were read.
import type { BroughtIn } from "../../../shared/api/bringing-in.ts";
import type { ApiErrorData } from "../../../shared/api/errors.ts";
import type { Id } from "../../../shared/model/id.ts";
import { explain } from "../../../shared/problems/explain.ts";
import { OutsideText } from "../../ui/outside-text.tsx";
import { useWords } from "../../ui/words.tsx";
import { CompareButton } from "../changes/compare-button.tsx";

/** Files that are listed of each kind; the report has all. */
const listed = 200;

interface Line {
  readonly file: string;
  readonly why: string;
  /** What to do about it. */
  readonly advice?: string;
  /** Of one that may be a new version of an article: both. */
  readonly versions?: { readonly old: Id; readonly present: Id };
}

export function BringInResult({
  result,
  problem,
}: {
  readonly result: BroughtIn;
  readonly problem: ApiErrorData | null;
}) {
  const { say, tell } = useWords();
  const { taken, skipped, refused, stopped } = result;
  const lines: Line[] = [
    ...refused.map(({ file, error }) => {
      const { what, advice } = explain(error);
      return { file, why: tell(what), advice: tell(advice) };
    }),
    ...skipped.map(({ file, same, as }) => ({ file, why: say(`importing.same-${same}`, { title: as }) })),
    ...taken.flatMap(({ file, versionOf, article }): Line[] =>
      versionOf === null
        ? []
        : [
            {
              file,
              why: say(versionOf.by === "text" ? "importing.nearly" : "importing.same-address", versionOf),
              versions: { old: versionOf.id, present: article.id },
            },
          ],
    ),
    ...taken.flatMap(({ file, notes }) =>
      notes.length === 0 ? [] : [{ file, why: notes.map((note) => tell(note)).join("; ") }],
    ),
  ];
  return (
    <>
      <p role="status">
        {say("importing.counts", {
          taken: taken.length,
          skipped: skipped.length,
          refused: refused.length,
        })}
      </p>
      {stopped && <p>{say("importing.stopped")}</p>}
      {problem && <p role="alert">{tell(explain(problem).what)}</p>}
      {lines.length > 0 && (
        <ul className="bring-in-lines">
          {lines.slice(0, listed).map(({ file, why, advice, versions }) => (
            <li key={`${file} ${why}`}>
              <strong>
                <OutsideText>{file}</OutsideText>
              </strong>{" "}
              <OutsideText>{why}</OutsideText> {versions && <CompareButton {...versions} />}
              {advice && <p className="quiet">{advice}</p>}
            </li>
          ))}
        </ul>
      )}
      {lines.length > listed && (
        <p className="quiet">{say("importing.more-rows", { count: lines.length - listed })}</p>
      )}
    </>
  );
}
