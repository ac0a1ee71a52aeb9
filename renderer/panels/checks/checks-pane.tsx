// What the checks found in the article, in reading order. The chosen finding is open: it says why, offers what would put it
// right, and can be let stand. Shows only the rows in view.
import { type KeyboardEvent, useMemo, useRef, useState } from "react";
import type { Severity } from "../../../shared/checks/check.ts";
import { findingKey } from "../../../shared/checks/finding.ts";
import { goToFinding } from "../../actions/checks.ts";
import { liveChecksOf } from "../../state/live-checks.ts";
import type { Session } from "../../state/session.ts";
import { sessionKey } from "../../state/session-key.ts";
import { useStore } from "../../state/store.ts";
import { ChoiceField } from "../../ui/choice-field.tsx";
import { useWords } from "../../ui/words.tsx";
import { useSession } from "../app-context.tsx";
import { useRowWindow } from "../cards/use-row-window.ts";
import { FindingItem } from "./finding-item.tsx";
import { WaivedList } from "./waived-list.tsx";
import "../../styles/checks.css";

/** Pixels of a closed row; `checks.css` gives it the same. */
const rowHeight = 52;
const kinds = ["unfinished", "newsroom", "style"] as const satisfies readonly Severity[];

export function ChecksPane() {
  const { say } = useWords();
  const session = useSession();
  if (!session) return <p className="pane-empty quiet">{say("checks.no-article")}</p>;
  return <Findings key={sessionKey(session)} session={session} />;
}

function Findings({ session }: { readonly session: Session }) {
  const { say } = useWords();
  const checks = liveChecksOf(session);
  const { open: all, waived, done } = useStore(checks.state, (state) => state);
  const chosen = useStore(checks.chosen, (one) => one?.key ?? null);
  const [kind, setKind] = useState<string>("all");
  const findings = useMemo(
    () => (kind === "all" ? all : all.filter(({ severity }) => severity === kind)),
    [all, kind],
  );
  const open = chosen === null ? -1 : findings.findIndex((finding) => findingKey(finding) === chosen);
  const scroller = useRef<HTMLDivElement>(null);
  const rows = useRowWindow({ scroller, count: findings.length, rowHeight, open });
  const entry = open >= rows.first && open < rows.last ? open : rows.first;

  /** The arrows walk the list as it is seen, and the text follows. */
  function walk(event: KeyboardEvent): void {
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (step === undefined || !(event.target instanceof HTMLElement)) return;
    const at = Number(event.target.dataset.row ?? Number.NaN) + step;
    const next = findings[at];
    if (!next) return;
    event.preventDefault();
    goToFinding(session, next);
    const list = event.currentTarget;
    requestAnimationFrame(() => list.querySelector<HTMLElement>(`[data-row="${at}"]`)?.focus());
  }

  if (!done) return <p className="pane-empty quiet">{say("checks.looking")}</p>;
  return (
    <div className="checks">
      {all.length > 0 && (
        <div className="checks-filter">
          <ChoiceField
            label={say("checks.show")}
            labelHidden
            value={kind}
            options={[
              { id: "all", name: say("checks.all-severities") },
              ...kinds.map((id) => ({ id, name: say(`checks.${id}`) })),
            ]}
            onChange={setKind}
          />
        </div>
      )}
      {all.length === 0 && (
        <div className="pane-empty">
          <p className="checks-none">{say("checks.none-title")}</p>
          <p className="quiet">{say("checks.none")}</p>
        </div>
      )}
      {all.length > 0 && findings.length === 0 && (
        <p className="pane-empty quiet">{say("checks.none-of-these")}</p>
      )}
      <div className="checks-scroller" ref={scroller}>
        <ol
          className="checks-list"
          aria-label={say("checks.list-label")}
          style={{ height: rows.height }}
          onKeyDown={walk}
        >
          {findings.slice(rows.first, rows.last).map((finding, offset) => {
            const at = rows.first + offset;
            return (
              <FindingItem
                key={findingKey(finding)}
                session={session}
                finding={finding}
                at={at}
                count={findings.length}
                top={rows.topOf(at)}
                isOpen={at === open}
                isEntry={at === entry}
                openRef={rows.openRef}
              />
            );
          })}
        </ol>
      </div>
      <WaivedList session={session} waived={waived} />
    </div>
  );
}
