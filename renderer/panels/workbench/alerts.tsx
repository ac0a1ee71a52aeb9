// What must be seen until it is dealt with, above everything else: a lost host, a failure, what others did.
import { useStore } from "../../lib/store.ts";
import { isFolderAway } from "../../state/project/workspace-state.ts";
import { usePanels, useSession } from "../app-context.tsx";
import { ConnectionBanner } from "./connection-banner.tsx";
import { DamagedSetBanner } from "./damaged-set-banner.tsx";
import { FolderAwayBanner } from "./folder-away-banner.tsx";
import { MigratedBanner } from "./migrated-banner.tsx";
import { MissingBanner } from "./missing-banner.tsx";
import { NewsBanner } from "./news-banner.tsx";
import { ProblemBanner } from "./problem-banner.tsx";
import { ReadOnlyBanner } from "./read-only-banner.tsx";
import { StrandedBanner } from "./stranded-banner.tsx";

export function Alerts() {
  const { workspace } = usePanels();
  const session = useSession();
  const { connection, problem, warnings, stranded, project, folderAway } = useStore(
    workspace.state,
    ({ connection, problem, warnings, stranded, project, folderAway }) => ({
      connection,
      problem,
      warnings,
      stranded,
      project,
      folderAway,
    }),
  );
  const [warning] = warnings;
  return (
    <div className="banners">
      {connection !== "up" && <ConnectionBanner connection={connection} />}
      {project && connection === "up" && isFolderAway({ project, folderAway }) && (
        <FolderAwayBanner path={project.path} readOnly={project.readOnly} />
      )}
      {problem && (connection === "up" || problem.problem !== "host-unreachable") && (
        <ProblemBanner problem={problem} onDismiss={workspace.dismiss} />
      )}
      {warning && (
        <ProblemBanner
          problem={warning}
          more={warnings.length - 1}
          onDismiss={() => workspace.dismissWarning()}
        />
      )}
      {project && project.missing.length > 0 && (
        <MissingBanner missing={project.missing} readOnly={project.readOnly} />
      )}
      {session && <DamagedSetBanner session={session} />}
      {stranded.map((one) => (
        <StrandedBanner key={`${one.article.id} ${one.whose}`} session={one} />
      ))}
      <NewsBanner />
      <MigratedBanner />
      {project?.readOnly && <ReadOnlyBanner key={project.path} path={project.path} why={project.readOnly} />}
    </div>
  );
}
