// What goes wrong while a dialog is open, shown in it: behind it nobody could read it, or give the address that is asked for.
import { useState } from "react";
import { useStore } from "../../lib/store.ts";
import { usePanels } from "../app-context.tsx";
import { ConnectionBanner } from "./connection-banner.tsx";
import { ProblemBanner } from "./problem-banner.tsx";

export function DialogAlerts() {
  const { workspace } = usePanels();
  const { connection, problem } = useStore(workspace.state, ({ connection, problem }) => ({
    connection,
    problem,
  }));
  // What was there before is behind the dialog, and was seen.
  const [before] = useState(problem);
  const isNew = problem !== null && problem !== before;
  return (
    <div className="dialog-alerts">
      {connection !== "up" && <ConnectionBanner connection={connection} />}
      {isNew && (connection === "up" || problem.problem !== "host-unreachable") && (
        <ProblemBanner problem={problem} onDismiss={workspace.dismiss} />
      )}
    </div>
  );
}
