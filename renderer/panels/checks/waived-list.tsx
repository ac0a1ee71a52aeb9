// What somebody let stand, with the reason, and the way to show it again.
import { Undo2, X } from "lucide-react";
import { findingKey, type WaivedFinding } from "../../../shared/checks/finding.ts";
import { checksFor } from "../../../shared/checks/index.ts";
import { unwaiveCheck } from "../../../shared/commands/index.ts";
import { records, type Table } from "../../../shared/model/table.ts";
import type { Tagset } from "../../../shared/model/tagset.ts";
import type { Waiver } from "../../../shared/model/waiver.ts";
import { useStore } from "../../lib/store.ts";
import type { Session } from "../../state/session/session.ts";
import { IconButton, Press } from "../../ui/button.tsx";
import { OutsideText } from "../../ui/outside-text.tsx";
import { useWords } from "../../ui/words.tsx";

interface Props {
  readonly session: Session;
  readonly waived: readonly WaivedFinding[];
}

const noWaivers: readonly Waiver[] = [];

/** Those of rules that nothing is held to any more: they change nothing, and are kept until somebody drops them. */
function idleWaivers(waivers: Table<Waiver>, tagset: Tagset): readonly Waiver[] {
  if (waivers.size === 0) return noWaivers;
  const checked = new Set(checksFor(tagset).map(({ id }) => id));
  const idle = [...records(waivers)].filter(({ check }) => !checked.has(check));
  return idle.length === 0 ? noWaivers : idle;
}

/** More than these are not listed: the list is not virtual. */
const most = 200;

export function WaivedList({ session, waived }: Props) {
  const { say, tell } = useWords();
  const idle = useStore(session.shown, ({ annotations }) =>
    idleWaivers(annotations.set.waivers, session.tagset),
  );
  const count = waived.length + idle.length;
  if (count === 0) return null;
  return (
    <details className="waived">
      <summary>{say("checks.waived", { count })}</summary>
      <ul aria-label={say("checks.waived", { count })}>
        {waived.slice(0, most).map(({ finding, waiver }) => (
          <li key={findingKey(finding)} className="waived-item">
            <Press
              className="waived-words"
              onPress={() => {
                if (finding.range) session.reveal(finding.range, "center");
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
        {idle.slice(0, most).map((waiver) => (
          <li key={waiver.id} className="waived-item">
            <p className="waived-words">
              <span className="cut">
                <OutsideText>{say("checks.idle-waiver", { check: waiver.check })}</OutsideText>
              </span>
              <span className="quiet cut">
                <OutsideText>{waiver.reason}</OutsideText>
              </span>
            </p>
            {!session.readOnly && (
              <IconButton
                label={say("checks.drop-waiver")}
                tiny
                onPress={() => session.run(unwaiveCheck, { waiver: waiver.id })}
              >
                <X size={14} aria-hidden />
              </IconButton>
            )}
          </li>
        ))}
      </ul>
    </details>
  );
}
