// Writes what the curation changed in somebody's work as one page to print or send: for whom, and where to.
import { useState } from "react";
import { curationOf } from "../../../shared/model/curation.ts";
import { useStore } from "../../lib/store.ts";
import { ChoiceField } from "../../ui/choice-field.tsx";
import { plainText } from "../../ui/outside-text.tsx";
import { useWords } from "../../ui/words.tsx";
import { usePanels } from "../app-context.tsx";
import { usePageTarget } from "../projects/file-target.tsx";
import { FileTargetDialog } from "../projects/file-target-dialog.tsx";
import { safeFileName } from "../projects/paths.ts";

interface Props {
  onClose(): void;
}

export function FeedbackDialog({ onClose }: Props) {
  const { workspace } = usePanels();
  const { say, language } = useWords();
  const project = useStore(workspace.state, (state) => state.project);
  const curation = project && curationOf(project.project).id;
  const people = (project?.project.annotators ?? []).filter(({ id }) => id !== curation);
  const others = people.filter(({ id }) => id !== project?.annotator?.id);
  const [chosen, setChosen] = useState<string | null>(null);
  const person = people.find(({ id }) => id === chosen) ?? others[0] ?? people[0] ?? null;
  const name = person ? say("feedback.title", { name: person.name }) : "";
  const { target, formatField } = usePageTarget(safeFileName(name) || "feedback", write, onClose);

  async function write(path: string, overwrite: boolean): Promise<boolean> {
    if (!person) return false;
    return workspace.exchange.writeFeedback({ annotator: person.id, language, path, overwrite });
  }
  return (
    <FileTargetDialog
      title={say("feedback.dialog")}
      target={target}
      writeLabel={say("feedback.write")}
      isIncomplete={person === null}
      onClose={onClose}
    >
      <p className="quiet">{say("feedback.about")}</p>
      <ChoiceField
        label={say("feedback.whose")}
        value={person?.id ?? null}
        options={people.map((one) => ({ id: one.id, name: plainText(one.name) }))}
        onChange={setChosen}
      />
      {formatField}
    </FileTargetDialog>
  );
}
