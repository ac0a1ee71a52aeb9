// One finding in the list: what it says, and the words it speaks of.
import type { Finding } from "../../../shared/checks/finding.ts";
import type { Session } from "../../state/session/session.ts";
import { OutsideText } from "../../ui/outside-text.tsx";
import { useWords } from "../../ui/words.tsx";
import { SeverityIcon } from "./severity-icon.tsx";

interface Props {
  readonly session: Session;
  readonly finding: Finding;
}

/** Code units of the article that a row shows. */
const longest = 90;

export function FindingRow({ session, finding: { range, severity, says } }: Props) {
  const { say, tell } = useWords();
  const words = range ? session.text.text.slice(range.start, Math.min(range.end, range.start + longest)) : "";
  return (
    <>
      <SeverityIcon severity={severity} />
      <span className="opening-says">
        <span className="visually-hidden">{say(`checks.${severity}`)}: </span>
        <span className="cut">
          <OutsideText>{tell(says)}</OutsideText>
        </span>
        <span className="opening-quote cut">
          <OutsideText>{words.trim()}</OutsideText>
        </span>
      </span>
    </>
  );
}
