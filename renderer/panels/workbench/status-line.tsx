// The line at the foot: whether all is saved, how much there is, where one is, what was refused and why, and which keys do
// what next.

import { Bell } from "lucide-react";
import { useEffect, useState } from "react";
import type { OpenProject } from "../../../shared/api/contract.ts";
import { typeAbout, typeName } from "../../../shared/words/tagset-words.ts";
import { useStore } from "../../lib/store.ts";
import type { Session } from "../../state/session/session.ts";
import { sessionKey } from "../../state/session/session-key.ts";
import { lastReportOf } from "../../state/window/reports.ts";
import { IconButton } from "../../ui/button.tsx";
import { useWords } from "../../ui/words.tsx";
import { ActionKeys } from "../action-keys.tsx";
import { usePanels } from "../app-context.tsx";
import { useCurated } from "../review-decide/use-curated.ts";
import { TypeForm } from "../span/type-form.tsx";
import { NoticeLine } from "./notice-line.tsx";
import { readShare } from "./reading-place.ts";
import { SaveStatusLine } from "./save-status-line.tsx";
import { StatusCounts } from "./status-counts.tsx";

interface Props {
  readonly project: OpenProject;
  readonly session: Session | null;
}

export function StatusLine({ project, session }: Props) {
  const { tell, language } = useWords();
  const page = useStore(usePanels().ui, (state) => state.page);
  const curated = useCurated();
  const saved = page === "decide" && curated ? curated : session;
  return (
    <footer className="status-line">
      {saved && <SaveStatusLine key={saved.whose ?? "own"} session={saved} />}
      <LastReportButton />
      <StatusCounts session={session} />
      {page !== null && session && <NoticeLine session={session} onlyWalks />}
      {page === null && session && (
        <>
          <ReadingPosition key={`${sessionKey(session)} ${language}`} session={session} />
          <NoticeLine session={session} />
          {!session.readOnly && (
            <p className="status-keys">
              {project.project.tagset.spanTypes.map((type) => (
                <span key={type.id} className="status-key" title={tell(typeAbout(type))}>
                  <ActionKeys action={`mark-${type.id}`} />
                  <TypeForm tagset={project.project.tagset} type={type.id} />
                  {tell(typeName(type))}
                </span>
              ))}
            </p>
          )}
        </>
      )}
    </footer>
  );
}

/** Shows what the last import, export or the like did once more. */
function LastReportButton() {
  const { workspace } = usePanels();
  const { say } = useWords();
  const lastReport = useStore(lastReportOf(workspace), (report) => report);
  const isShown = useStore(workspace.state, ({ report }) => report !== null);
  if (lastReport === null || isShown) return null;
  return (
    <IconButton label={say("workbench.last-report")} tiny onPress={() => workspace.showReport(lastReport)}>
      <Bell size={13} aria-hidden />
    </IconButton>
  );
}

/** How far down the article the window is, as a share of the whole. */
function ReadingPosition({ session }: { readonly session: Session }) {
  const [share, setShare] = useState(0);
  const { percent, say } = useWords();
  useEffect(() => {
    const scroller = session.view.current?.scroller();
    if (!scroller) return;
    let frame = 0;
    const look = (): void => {
      cancelAnimationFrame(frame);
      frame = requestAnimationFrame(() => {
        const text = scroller.querySelector(".article");
        const below = text ? Number.parseFloat(getComputedStyle(text).paddingBottom) || 0 : 0;
        setShare(readShare(scroller, below));
      });
    };
    look();
    scroller.addEventListener("scroll", look, { passive: true });
    const resized = new ResizeObserver(look);
    for (const element of [scroller, ...scroller.children]) resized.observe(element);
    return () => {
      cancelAnimationFrame(frame);
      resized.disconnect();
      scroller.removeEventListener("scroll", look);
    };
  }, [session]);
  return (
    <span className="status-position" data-hint={say("workbench.position")}>
      {percent(share)}
    </span>
  );
}
