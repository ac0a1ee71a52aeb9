// The line at the foot: whether all is saved, how much there is, where one is, what was refused and why, and which keys do
// what next.
import type { OpenProject } from "../../../shared/api/contract.ts";
import { typeAbout, typeName } from "../../../shared/words/tagset-words.ts";
import { useStore } from "../../lib/store.ts";
import type { Session } from "../../state/session/session.ts";
import { sessionKey } from "../../state/session/session-key.ts";
import { useWords } from "../../ui/words.tsx";
import { ActionKeys } from "../action-keys.tsx";
import { usePanels } from "../app-context.tsx";
import { useCurated } from "../review-decide/use-curated.ts";
import { TypeForm } from "../span/type-form.tsx";
import { LastReportButton } from "./last-report-button.tsx";
import { NoticeLine } from "./notice-line.tsx";
import { ReadingPosition } from "./reading-position.tsx";
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
