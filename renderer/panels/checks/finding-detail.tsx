// All about one finding: why it matters, the page of the guideline, what would put it right, and letting it stand.
import { BookOpen } from "lucide-react";
import { useEffect, useRef, useState } from "react";
import type { Finding } from "../../../shared/checks/finding.ts";
import { checkOf } from "../../../shared/checks/index.ts";
import { waiveCheck } from "../../../shared/commands/index.ts";
import { useStore } from "../../lib/store.ts";
import { liveChecksOf } from "../../state/articles/live-checks.ts";
import type { Session } from "../../state/session/session.ts";
import { sidebarViews } from "../../state/window/sidebar-views.ts";
import { showView } from "../../state/window/ui-state.ts";
import { Button } from "../../ui/button.tsx";
import { OutsideText } from "../../ui/outside-text.tsx";
import { TextField } from "../../ui/text-field.tsx";
import { useWords } from "../../ui/words.tsx";
import { usePanels } from "../app-context.tsx";

const guideline = sidebarViews.find(({ id }: { readonly id: string }) => id === "guideline");

interface Props {
  readonly session: Session;
  readonly finding: Finding;
}

export function FindingDetail({ session, finding }: Props) {
  const { ui } = usePanels();
  const { say, tell } = useWords();
  const checks = liveChecksOf(session);
  const waiving = useStore(checks.waiving, (value) => value);
  // What would put it right depends on what stands around it.
  useStore(session.shown, ({ annotations }) => annotations);
  const check = checkOf(finding.check);
  if (!check) return null;
  return (
    <>
      <p className="finding-whole">
        <OutsideText>{tell(finding.says)}</OutsideText>
      </p>
      <p className="quiet">{tell(check.why)}</p>
      {!session.readOnly && (
        <div className="finding-fixes">
          {checks.fixes(finding).map(({ says, call }, at) => (
            <Button
              key={tell(says)}
              look={at === 0 ? "primary" : "plain"}
              onPress={() => session.run(call, null)}
            >
              <OutsideText cut>{tell(says)}</OutsideText>
            </Button>
          ))}
        </div>
      )}
      <div className="finding-more">
        {guideline && (
          <Button
            look="quiet-button"
            onPress={() => {
              ui.patch({ guidelinePage: check.page });
              showView(ui, guideline.id);
            }}
          >
            <BookOpen size={14} aria-hidden /> {say("checks.guideline")}
          </Button>
        )}
        {!session.readOnly && !waiving && (
          <Button look="quiet-button" onPress={() => checks.waiving.set(true)}>
            {say("checks.let-stand")}
          </Button>
        )}
      </div>
      {waiving && !session.readOnly && <Reason session={session} finding={finding} />}
    </>
  );
}

/** Asks why a finding may stand. */
function Reason({ session, finding }: Props) {
  const { say } = useWords();
  const { waiving } = liveChecksOf(session);
  const [reason, setReason] = useState("");
  const form = useRef<HTMLFormElement>(null);
  useEffect(() => form.current?.querySelector("input")?.focus(), []);
  const leave = (): void => {
    waiving.set(false);
    session.view.current?.focus();
  };
  return (
    <form
      ref={form}
      className="finding-reason"
      onSubmit={(event) => {
        event.preventDefault();
        const outcome = session.run(waiveCheck, { check: finding.check, on: finding.on, reason });
        if ("change" in outcome) leave();
      }}
    >
      <TextField
        label={say("checks.reason")}
        help={say("checks.reason-help")}
        value={reason}
        onChange={setReason}
        onKeyDown={(event) => {
          if (event.key === "Escape") leave();
          else event.continuePropagation();
        }}
      />
      <button type="submit" className="button primary" disabled={reason.trim() === ""}>
        {say("checks.keep-reason")}
      </button>
    </form>
  );
}
