// Quiet marks at the left of the article, level with the lines that a check has something to say about. For the pointer: by
// keyboard one goes from finding to finding.
import { useEffect, useRef, useState } from "react";
import { findingKey } from "../../../shared/checks/finding.ts";
import { goToFinding } from "../../actions/checks.ts";
import type { ArticleEditorHandle } from "../../editor/editor-model.ts";
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

/** Marks stand ready this many screens beyond what is in view, and are placed anew when fewer are left. */
const spare = 1;
const least = 0.25;
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
  const chosen = useStore(checks.chosen, (key) => key);
  const [{ marks, left }, setPlaced] = useState<Placed>(nothing);
  const covered = useRef({ top: 0, bottom: 0 });

  useEffect(() => {
    const handle = session.view.current;
    const scroller = handle?.scroller();
    if (!handle || !scroller) return;
    const place = (): void => {
      const { scrollTop, clientHeight } = scroller;
      covered.current = {
        top: scrollTop - spare * clientHeight,
        bottom: scrollTop + (1 + spare) * clientHeight,
      };
      setPlaced(placedIn(session, handle, scroller, findings));
    };
    const scrolled = (): void => {
      const { scrollTop, clientHeight } = scroller;
      const { top, bottom } = covered.current;
      if (Math.min(scrollTop - top, bottom - scrollTop - clientHeight) < least * clientHeight) place();
    };
    const sizes = new ResizeObserver(place);
    for (const element of scroller.children) sizes.observe(element);
    scroller.addEventListener("scroll", scrolled, { passive: true });
    place();
    return () => {
      sizes.disconnect();
      scroller.removeEventListener("scroll", scrolled);
    };
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
  findings: readonly Parameters<typeof lineMarks>[0][number][],
): Placed {
  const frame = scroller.getBoundingClientRect();
  const text = scroller.querySelector(".article")?.getBoundingClientRect();
  if (!text || findings.length === 0) return nothing;
  const reach = spare * frame.height;
  const near = findingsNear(findings, handle.rangeBetween(frame.top - reach, frame.bottom + reach));
  const origin = frame.top - scroller.scrollTop;
  const { length } = session.text.text;
  const levelOf = (start: number): number | null => {
    const box = handle.rectOf({ start, end: Math.min(start + 1, length) });
    return box && box.top + box.height / 2 - origin;
  };
  return { marks: lineMarks(near, levelOf, oneLine), left: text.left - frame.left };
}
