// What the checks found in the article, in reading order. The chosen finding is open: it says why, offers what would put it
// right, and can be let stand. Shows only the rows in view.
import { useMemo, useState } from "react";
import type { Severity } from "../../../shared/checks/check.ts";
import { findingKey } from "../../../shared/checks/finding.ts";
import { goToFinding } from "../../actions/checks.ts";
import { useStore } from "../../lib/store.ts";
import { liveChecksOf } from "../../state/articles/live-checks.ts";
import type { Session } from "../../state/session/session.ts";
import { sessionKey } from "../../state/session/session-key.ts";
import { ChoiceField } from "../../ui/choice-field.tsx";
import { OpeningList } from "../../ui/opening-list.tsx";
import { useWords } from "../../ui/words.tsx";
import { useSession } from "../app-context.tsx";
import { FindingDetail } from "./finding-detail.tsx";
import { FindingRow } from "./finding-row.tsx";
import { WaivedList } from "./waived-list.tsx";
import "../../styles/checks.css";

/** Pixels of a closed row. */
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
      <OpeningList
        label={say("checks.list-label")}
        items={findings}
        rowHeight={rowHeight}
        open={open}
        keyOf={findingKey}
        goTo={(finding) => goToFinding(session, finding)}
        close={() => checks.chosen.set(null)}
        row={(finding) => <FindingRow session={session} finding={finding} />}
        detail={(finding) => <FindingDetail key={findingKey(finding)} session={session} finding={finding} />}
      />
      <WaivedList session={session} waived={waived} />
    </div>
  );
}
