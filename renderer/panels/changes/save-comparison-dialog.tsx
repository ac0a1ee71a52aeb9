// Writes the comparison that is shown as one page to print or publish.

import { useStore } from "../../lib/store.ts";
import { comparingVersionsOf } from "../../state/review/comparing-versions.ts";
import { useWords } from "../../ui/words.tsx";
import { usePanels } from "../app-context.tsx";
import { FileTargetDialog } from "../projects/file-target-dialog.tsx";
import { usePageTarget } from "../projects/page-target.tsx";
import { safeFileName } from "../projects/paths.ts";

export function SaveComparisonDialog({ onClose }: { onClose(): void }) {
  const { workspace } = usePanels();
  const { say, language } = useWords();
  const comparing = comparingVersionsOf(workspace);
  const comparison = useStore(comparing.state, (state) => state.comparison);
  const name = safeFileName(`${comparison?.after.title ?? ""} – ${say("changes.title")}`);
  const { target, formatField } = usePageTarget(
    name || "changes",
    (path, overwrite) => comparing.write({ path, overwrite, language }),
    onClose,
  );
  return (
    <FileTargetDialog
      title={say("changes.save-title")}
      target={target}
      writeLabel={say("changes.write")}
      isIncomplete={comparison === null}
      onClose={onClose}
    >
      <p className="quiet">{say("changes.save-about")}</p>
      {formatField}
    </FileTargetDialog>
  );
}
