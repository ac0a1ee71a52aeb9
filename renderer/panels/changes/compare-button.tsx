// Opens an article, and shows what another one of the project changed that may be a new version of it.
import type { Id } from "../../../shared/model/id.ts";
import { comparingVersionsOf } from "../../state/review/comparing-versions.ts";
import { showPage } from "../../state/window/ui-state.ts";
import { Button } from "../../ui/button.tsx";
import { useWords } from "../../ui/words.tsx";
import { usePanels } from "../app-context.tsx";

export function CompareButton({ old, present }: { readonly old: Id; readonly present: Id }) {
  const { workspace, ui } = usePanels();
  const { say } = useWords();
  async function compare(): Promise<void> {
    ui.patch({ dialog: null });
    await workspace.openArticle(old);
    const article = workspace.state.get().session?.article;
    if (article?.id !== old) return;
    showPage(ui, "changes");
    const versionAfter = { kind: "article", article: present } as const;
    await comparingVersionsOf(workspace).compare(article, { kind: "present" }, versionAfter);
  }
  return <Button onPress={() => void compare()}>{say("changes.title")}</Button>;
}
