// The result of importing many articles: how many came in, each that was refused or left out, with the reason and what to do, and what is
// to be known of how others were read.
import type { BroughtIn } from "../../../shared/api/bringing-in.ts";
import type { ApiErrorData } from "../../../shared/errors/errors.ts";
import { explain } from "../../../shared/errors/explain.ts";
import type { Id } from "../../../shared/model/id.ts";
import type { Words } from "../../../shared/words/say.ts";
import { OutsideText } from "../../ui/outside-text.tsx";
import { useWords } from "../../ui/words.tsx";
import { CompareButton } from "../changes/compare-button.tsx";
import { ProblemLine } from "../problem-line.tsx";

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

/** What came to the same: refused, left out, taken. */
interface Group {
  readonly title: `importing.${"refused" | "skipped" | "version" | "noted"}-title`;
  readonly lines: readonly Line[];
}

interface Props {
  readonly result: BroughtIn;
  readonly problem: ApiErrorData | null;
}

export function BringInResult({ result, problem }: Props) {
  const words = useWords();
  const { say } = words;
  const { taken, skipped, refused, stopped } = result;
  const groups = groupsOf(result, words);
  const shownGroups = firstOf(groups, listed);
  const hiddenCount = sum(groups) - sum(shownGroups);
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
      <ProblemLine problem={problem} />
      {shownGroups.length > 0 && (
        <div className="bring-in-lines">
          {shownGroups.map(({ title, lines }) => (
            <section key={title} aria-label={say(title)}>
              <h3 className="note-title">{say(title)}</h3>
              <ul>
                {lines.map(({ file, why, advice, versions }) => (
                  <li key={`${file} ${why}`}>
                    <strong>
                      <OutsideText>{file}</OutsideText>
                    </strong>{" "}
                    <OutsideText>{why}</OutsideText> {versions && <CompareButton {...versions} />}
                    {advice && <p className="quiet">{advice}</p>}
                  </li>
                ))}
              </ul>
            </section>
          ))}
        </div>
      )}
      {hiddenCount > 0 && <p className="quiet">{say("ui.more", { count: hiddenCount })}</p>}
    </>
  );
}

function groupsOf({ taken, skipped, refused }: BroughtIn, { say, tell }: Words): readonly Group[] {
  return [
    {
      title: "importing.refused-title",
      lines: refused.map(({ file, error }) => {
        const { what, advice } = explain(error);
        return { file, why: tell(what), advice: tell(advice) };
      }),
    },
    {
      title: "importing.skipped-title",
      lines: skipped.map(({ file, same, as }) => ({
        file,
        why: say(`importing.same-${same}`, { title: as }),
      })),
    },
    {
      title: "importing.version-title",
      lines: taken.flatMap(({ file, versionOf, article }): Line[] =>
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
    },
    {
      title: "importing.noted-title",
      lines: taken.flatMap(({ file, notes }) =>
        notes.length === 0 ? [] : [{ file, why: notes.map((note) => tell(note)).join("; ") }],
      ),
    },
  ];
}

/** So many lines of all groups, the first ones; no group without any. */
function firstOf(groups: readonly Group[], count: number): readonly Group[] {
  let remainingCount = count;
  return groups.flatMap(({ title, lines }) => {
    const firstLines = lines.slice(0, remainingCount);
    remainingCount -= firstLines.length;
    return firstLines.length > 0 ? [{ title, lines: firstLines }] : [];
  });
}

const sum = (groups: readonly Group[]): number =>
  groups.reduce((total, { lines }) => total + lines.length, 0);
