// One finding in the list: what it says and the words it speaks of; when it is chosen, all there is to do about it.
import { type Finding, findingKey } from "../../../shared/checks/finding.ts";
import { goToFinding } from "../../actions/checks.ts";
import { liveChecksOf } from "../../state/live-checks.ts";
import type { Session } from "../../state/session.ts";
import { OutsideText } from "../../ui/outside-text.tsx";
import { useWords } from "../../ui/words.tsx";
import { FindingDetail } from "./finding-detail.tsx";
import { SeverityIcon } from "./severity-icon.tsx";

interface Props {
  readonly session: Session;
  readonly finding: Finding;
  readonly at: number;
  readonly count: number;
  /** Pixels from the top of the list. */
  readonly top: number;
  readonly isOpen: boolean;
  /** Whether the Tab key comes to the list here. */
  readonly isEntry: boolean;
  openRef(element: HTMLElement | null): (() => void) | undefined;
}

/** Code units of the article that a row shows. */
const longest = 90;

export function FindingItem({ session, finding, at, count, top, isOpen, isEntry, openRef }: Props) {
  const { say, tell } = useWords();
  const { range, severity } = finding;
  const words = range ? session.text.text.slice(range.start, Math.min(range.end, range.start + longest)) : "";
  return (
    <li
      className={isOpen ? "finding open" : "finding"}
      style={{ top }}
      aria-setsize={count}
      aria-posinset={at + 1}
      ref={isOpen ? openRef : undefined}
    >
      <button
        type="button"
        className="finding-row"
        data-row={at}
        data-pane-start={isEntry ? "" : undefined}
        tabIndex={isEntry ? 0 : -1}
        aria-expanded={isOpen}
        onClick={() => {
          if (isOpen) liveChecksOf(session).chosen.set(null);
          else goToFinding(session, finding);
        }}
      >
        <SeverityIcon severity={severity} />
        <span className="finding-says">
          <span className="visually-hidden">{say(`checks.${severity}`)}: </span>
          <span className="cut">
            <OutsideText>{tell(finding.says)}</OutsideText>
          </span>
          <span className="finding-words cut">
            <OutsideText>{words.trim()}</OutsideText>
          </span>
        </span>
      </button>
      {isOpen && <FindingDetail key={findingKey(finding)} session={session} finding={finding} />}
    </li>
  );
}
