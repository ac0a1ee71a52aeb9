// What was found wrong with a file, or moved in it, folded away until somebody wants to read it.

import { foldAlike } from "../../../shared/errors/fold-alike.ts";
import type { Finding } from "../../../shared/files/finding.ts";
import { numbered } from "../../ui/numbered.ts";
import { OutsideText } from "../../ui/outside-text.tsx";
import { useWords } from "../../ui/words.tsx";

const kindOf = ({ what }: Finding): string => (typeof what === "string" ? what : what.key);

interface Props {
  readonly summary: string;
  readonly findings: readonly Finding[];
}

export function FindingList({ summary, findings }: Props) {
  const { say, tell } = useWords();
  return (
    <details className="note caution">
      <summary>{summary}</summary>
      <ul className="exchange-lost">
        {numbered(foldAlike(findings, kindOf)).map(({ key, item: { item, more } }) => (
          <li key={key}>
            <OutsideText>{tell(item.what)}</OutsideText>{" "}
            <span className="quiet mono">
              <OutsideText>{tell(item.where)}</OutsideText>
            </span>
            {more > 0 && <p>{say("doctor.more-alike", { count: more })}</p>}
          </li>
        ))}
      </ul>
    </details>
  );
}
