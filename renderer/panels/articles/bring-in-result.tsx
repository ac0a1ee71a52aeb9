// What came of bringing many articles in: how many, and each that was refused or left out, with the reason.
import type { BroughtIn } from "../../../shared/api/bringing-in.ts";
import type { ApiErrorData } from "../../../shared/api/errors.ts";
import { explain } from "../../../shared/problems/explain.ts";
import { OutsideText } from "../../ui/outside-text.tsx";
import { useWords } from "../../ui/words.tsx";

/** Files that are listed of each kind; the report has all. */
const listed = 200;

export function BringInResult({
  result,
  problem,
}: {
  readonly result: BroughtIn;
  readonly problem: ApiErrorData | null;
}) {
  const { say, tell } = useWords();
  const { taken, skipped, refused, stopped } = result;
  const nearly = taken.filter((one) => one.nearly !== null);
  const lines = [
    ...refused.map(({ file, error }) => ({ file, why: tell(explain(error).what) })),
    ...skipped.map(({ file, same, as }) => ({ file, why: say(`importing.same-${same}`, { title: as }) })),
    ...nearly.map(({ file, nearly: title }) => ({
      file,
      why: say("importing.nearly", { title: title ?? "" }),
    })),
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
          {lines.slice(0, listed).map(({ file, why }) => (
            <li key={`${file} ${why}`}>
              <strong>
                <OutsideText>{file}</OutsideText>
              </strong>{" "}
              <OutsideText>{why}</OutsideText>
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
