// A failure in words, with the one thing that helps where there is one. Stays until it is dismissed.
import type { ApiErrorData } from "../../../shared/api/errors.ts";
import { explain } from "../../../shared/problems/explain.ts";
import { useStore } from "../../state/store.ts";
import { Banner } from "../../ui/banner.tsx";
import { Button } from "../../ui/button.tsx";
import { OutsideText } from "../../ui/outside-text.tsx";
import { useWords } from "../../ui/words.tsx";
import { usePanels } from "../app-context.tsx";
import { openForReading, openProject, recoverProject } from "../opening.ts";

export function ProblemBanner({ problem }: { readonly problem: ApiErrorData }) {
  const panels = usePanels();
  const { say, tell, when } = useWords();
  const { copiedAt } = problem.detail;
  const asked = useStore(panels.asked, (path) => path);
  const { what, advice } = explain(problem);
  const help = helpFor(problem.problem);
  return (
    <Banner
      tone="danger"
      title={<OutsideText>{tell(what)}</OutsideText>}
      onDismiss={() => panels.workspace.dismiss()}
      buttons={
        <>
          {help === "read" && asked !== null && (
            <Button onPress={() => openForReading(panels, asked)}>{say("workbench.open-for-reading")}</Button>
          )}
          {help === "retry" && asked !== null && (
            <Button onPress={() => openProject(panels, asked)}>{say("ui.try-again")}</Button>
          )}
          {typeof copiedAt === "string" && asked !== null && (
            <Button onPress={() => recoverProject(panels, asked)}>
              {say("saving.recover-from", { time: when(new Date(copiedAt), new Date()) })}
            </Button>
          )}
          {help === "name" && (
            <Button onPress={() => panels.ui.patch({ dialog: "name" })}>{say("workbench.enter-name")}</Button>
          )}
        </>
      }
    >
      <p>
        <OutsideText>{tell(advice)}</OutsideText>
      </p>
    </Banner>
  );
}

/** What a button can do about it. */
function helpFor(problem: ApiErrorData["problem"]): "read" | "retry" | "name" | null {
  if (problem === "project-locked" || problem === "folder-not-writable" || problem === "project-newer")
    return "read";
  if (problem === "identity-missing") return "name";
  return problem === "folder-missing" || problem === "project-missing" ? "retry" : null;
}
