// What was found wrong with a file, or moved in it, folded away until somebody wants to read it.
import type { Finding } from "../../../shared/importers/finding.ts";
import { numbered } from "../../ui/numbered.ts";
import { OutsideText } from "../../ui/outside-text.tsx";
import { useWords } from "../../ui/words.tsx";

interface Props {
  readonly summary: string;
  readonly findings: readonly Finding[];
}

export function FindingList({ summary, findings }: Props) {
  const { tell } = useWords();
  return (
    <details className="note caution">
      <summary>{summary}</summary>
      <ul className="exchange-lost">
        {numbered(findings).map(({ key, item: { where, what } }) => (
          <li key={key}>
            <OutsideText>{tell(what)}</OutsideText>{" "}
            <span className="quiet mono">
              <OutsideText>{tell(where)}</OutsideText>
            </span>
          </li>
        ))}
      </ul>
    </details>
  );
}
