// Quiet marks at the left of the article, level with the lines that a check has something to say about. For the pointer: by
// keyboard one goes from finding to finding.
import { findingKey } from "../../../shared/checks/finding.ts";
import { goToFinding } from "../../actions/checks.ts";
import { useStore } from "../../lib/store.ts";
import { liveChecksOf } from "../../state/articles/live-checks.ts";
import type { Session } from "../../state/session/session.ts";
import { showView } from "../../state/window/ui-state.ts";
import { Press } from "../../ui/button.tsx";
import { useWords } from "../../ui/words.tsx";
import { usePanels } from "../app-context.tsx";
import { useLineMarks } from "../margin/use-line-marks.ts";
import { SeverityIcon } from "./severity-icon.tsx";
import "../../styles/checks.css";

export function CheckMarks({ session }: { readonly session: Session }) {
  const { ui } = usePanels();
  const { say, tell } = useWords();
  const checks = liveChecksOf(session);
  const findings = useStore(checks.state, ({ open }) => open);
  const chosenKey = useStore(checks.chosen, (one) => one?.key ?? null);
  const { marks, left } = useLineMarks(session, findings);

  return (
    <div className="check-marks" style={{ left }}>
      {marks.map(({ level, items }) => {
        const [first] = items;
        if (!first) return null;
        const words = say("checks.in-margin", { count: items.length, says: tell(first.says) });
        return (
          <Press
            key={findingKey(first)}
            className="check-mark"
            aria-label={words}
            data-hint={words}
            tabIndex={-1}
            style={{ top: level }}
            aria-current={items.some((finding) => findingKey(finding) === chosenKey) ? "true" : undefined}
            onPress={() => {
              showView(ui, "checks");
              goToFinding(session, first);
            }}
          >
            <SeverityIcon severity={first.severity} size={13} />
          </Press>
        );
      })}
    </div>
  );
}
