// What somebody let stand, with the reason, and the way to show it again.
import { Undo2 } from "lucide-react";
import { findingKey, type WaivedFinding } from "../../../shared/checks/finding.ts";
import { unwaiveCheck } from "../../../shared/commands/index.ts";
import type { Session } from "../../state/session.ts";
import { IconButton, Press } from "../../ui/button.tsx";
import { OutsideText } from "../../ui/outside-text.tsx";
import { useWords } from "../../ui/words.tsx";

interface Props {
  readonly session: Session;
  readonly waived: readonly WaivedFinding[];
}

/** More than these are not listed: the list is not virtual. */
const most = 200;

export function WaivedList({ session, waived }: Props) {
  const { say, tell } = useWords();
  if (waived.length === 0) return null;
  return (
    <details className="waived">
      <summary>{say("checks.waived", { count: waived.length })}</summary>
      <ul aria-label={say("checks.waived", { count: waived.length })}>
        {waived.slice(0, most).map(({ finding, waiver }) => (
          <li key={findingKey(finding)} className="waived-item">
            <Press
              className="waived-words"
              onPress={() => {
                if (finding.range) session.view.current?.reveal(finding.range, "center");
              }}
            >
              <span className="cut">
                <OutsideText>{tell(finding.says)}</OutsideText>
              </span>
              <span className="quiet cut">
                <OutsideText>{waiver.reason}</OutsideText>
              </span>
            </Press>
            {!session.readOnly && (
              <IconButton
                label={say("checks.show-again")}
                tiny
                onPress={() => session.run(unwaiveCheck, { waiver: waiver.id })}
              >
                <Undo2 size={14} aria-hidden />
              </IconButton>
            )}
          </li>
        ))}
      </ul>
    </details>
  );
}
