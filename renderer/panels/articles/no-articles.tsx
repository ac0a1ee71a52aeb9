// The place of articles where none has been imported: it shows the way to import one.
import { FilePlus } from "lucide-react";
import type { OpenProject } from "../../../shared/api/contract.ts";
import { Button } from "../../ui/button.tsx";
import { useWords } from "../../ui/words.tsx";
import { usePanels } from "../app-context.tsx";

interface Props {
  readonly project: OpenProject;
}

export function NoArticles({ project }: Props) {
  const { ui } = usePanels();
  const { say } = useWords();
  return (
    <div className="empty-state">
      <FilePlus size={28} aria-hidden className="quiet" />
      <h2 className="empty-title">{say("workbench.no-article-yet")}</h2>
      <p className="empty-words">
        {say(project.readOnly ? "workbench.no-article-read-only" : "workbench.no-article-about")}
      </p>
      {!project.readOnly && (
        <Button look="primary" onPress={() => ui.patch({ dialog: "bring-in" })}>
          {say("articles.bring-in-one")}
        </Button>
      )}
    </div>
  );
}
