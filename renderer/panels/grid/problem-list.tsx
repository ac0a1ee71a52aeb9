// Problems with what was entered in a table, as a list: where, what, and what to do.
import type { FileFinding } from "../../../shared/files/finding.ts";
import { numbered } from "../../ui/numbered.ts";
import { OutsideText } from "../../ui/outside-text.tsx";
import { useWords } from "../../ui/words.tsx";

/** Problems that are listed. */
const mostListed = 10;

/** What does not fit: where in the table, what it is, and what would. */
export function ProblemList({ problems }: { readonly problems: readonly FileFinding[] }) {
  const { say, tell } = useWords();
  const more = problems.length - mostListed;
  return (
    <div className="note caution entity-table-problems" role="alert">
      <p>{say("entities.table-unfit", { count: problems.length })}</p>
      <ul>
        {numbered(problems.slice(0, mostListed)).map(({ key, item: { where, what, advice } }) => (
          <li key={key}>
            <OutsideText>
              {[tell(where), `${tell(what)} ${tell(advice)}`].filter(Boolean).join(": ")}
            </OutsideText>
          </li>
        ))}
      </ul>
      {more > 0 && <p>{say("ui.more", { count: more })}</p>}
    </div>
  );
}
