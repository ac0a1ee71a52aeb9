// Quiet marks at the left of the article, level with the lines that a check has something to say about. For the pointer: by
// keyboard one goes from finding to finding.
import { useEffect, useState } from "react";
import { type Finding, findingKey } from "../../../shared/checks/finding.ts";
import { goToFinding } from "../../actions/checks.ts";
import type { ArticleEditorHandle } from "../../editor/editor-model.ts";
import { followNear } from "../../editor/follow-near.ts";
import { liveChecksOf } from "../../state/live-checks.ts";
import type { Session } from "../../state/session.ts";
import { useStore } from "../../state/store.ts";
import { showView } from "../../state/ui-state.ts";
import { Press } from "../../ui/button.tsx";
import { useWords } from "../../ui/words.tsx";
import { usePanels } from "../app-context.tsx";
import { findingsNear, type LineMark, lineMarks } from "./marks-near.ts";
import { SeverityIcon } from "./severity-icon.tsx";
import "../../styles/checks.css";

/** Pixels within which findings share a mark: less than any line is high. */
const oneLine = 16;

interface Placed {
  readonly marks: readonly LineMark[];
  /** Pixels from the scroller's left edge. */
  readonly left: number;
}

const nothing: Placed = { marks: [], left: 0 };

export function CheckMarks({ session }: { readonly session: Session }) {
  const { ui } = usePanels();
  const { say, tell } = useWords();
  const checks = liveChecksOf(session);
  const findings = useStore(checks.state, ({ open }) => open);
  const chosen = useStore(checks.chosen, (one) => one?.key ?? null);
  const [{ marks, left }, setPlaced] = useState<Placed>(nothing);

  useEffect(() => {
    const handle = session.view.current;
    if (!handle) return;
    return followNear(handle, (near, scroller) =>
      setPlaced(placedIn(session, handle, scroller, findingsNear(findings, near))),
    );
  }, [session, findings]);

  return (
    <div className="check-marks" style={{ left }}>
      {marks.map(({ level, findings: here }) => {
        const [first] = here;
        if (!first) return null;
        const words = say("checks.in-margin", { count: here.length, says: tell(first.says) });
        return (
          <Press
            key={findingKey(first)}
            className="check-mark"
            aria-label={words}
            data-hint={words}
            tabIndex={-1}
            style={{ top: level }}
            aria-current={here.some((finding) => findingKey(finding) === chosen) ? "true" : undefined}
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

function placedIn(
  session: Session,
  handle: ArticleEditorHandle,
  scroller: HTMLElement,
  near: readonly Finding[],
): Placed {
  const text = scroller.querySelector(".article")?.getBoundingClientRect();
  if (!text || near.length === 0) return nothing;
  const frame = scroller.getBoundingClientRect();
  const origin = frame.top - scroller.scrollTop;
  const { length } = session.text.text;
  const levelOf = (start: number): number | null => {
    const box = handle.rectOf({ start, end: Math.min(start + 1, length) });
    return box && box.top + box.height / 2 - origin;
  };
  return { marks: lineMarks(near, levelOf, oneLine), left: text.left - frame.left };
}
