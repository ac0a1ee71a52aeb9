// Shows what the last import, export or the like did once more.
import { Bell } from "lucide-react";
import { useStore } from "../../lib/store.ts";
import { lastReportOf } from "../../state/window/reports.ts";
import { IconButton } from "../../ui/button.tsx";
import { useWords } from "../../ui/words.tsx";
import { usePanels } from "../app-context.tsx";

export function LastReportButton() {
  const { workspace } = usePanels();
  const { say } = useWords();
  const last = useStore(lastReportOf(workspace), (report) => report);
  const isShown = useStore(workspace.state, ({ report }) => report !== null);
  if (last === null || isShown) return null;
  return (
    <IconButton label={say("workbench.last-report")} tiny onPress={() => workspace.showReport(last)}>
      <Bell size={13} aria-hidden />
    </IconButton>
  );
}
