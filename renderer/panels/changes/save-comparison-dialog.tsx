// Writes the comparison that is shown as one page to print or publish.
import { useState } from "react";
import { comparingVersionsOf } from "../../state/comparing-versions.ts";
import { useStore } from "../../state/store.ts";
import { SegmentedField } from "../../ui/segmented-field.tsx";
import { useWords } from "../../ui/words.tsx";
import { usePanels } from "../app-context.tsx";
import { useFileTarget } from "../projects/file-target.tsx";
import { FileTargetDialog } from "../projects/file-target-dialog.tsx";
import { safeFileName } from "../projects/paths.ts";

export function SaveComparisonDialog({ onClose }: { onClose(): void }) {
  const { workspace } = usePanels();
  const { say, language } = useWords();
  const comparing = comparingVersionsOf(workspace);
  const comparison = useStore(comparing.state, (state) => state.comparison);
  const printsPdf = useStore(workspace.state, ({ host }) => host.host === "electron");
  const [ending, setEnding] = useState<"html" | "pdf">("html");
  const name = safeFileName(`${comparison?.after.title ?? ""} – ${say("changes.title")}`);
  const target = useFileTarget(
    `${name || "changes"}.${ending}`,
    (path, overwrite) => comparing.write({ path, overwrite, language }),
    onClose,
  );
  return (
    <FileTargetDialog
      title={say("changes.save")}
      target={target}
      writeLabel={say("changes.write")}
      isIncomplete={comparison === null}
      onClose={onClose}
    >
      <p className="quiet">{say("changes.save-about")}</p>
      {printsPdf && (
        <SegmentedField
          label={say("feedback.as")}
          value={ending}
          options={[
            { id: "html", name: "HTML" },
            { id: "pdf", name: "PDF" },
          ]}
          onChange={(id) => {
            setEnding(id === "pdf" ? "pdf" : "html");
            target.forgetName();
          }}
        />
      )}
    </FileTargetDialog>
  );
}
