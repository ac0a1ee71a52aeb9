// A failure in words, with the one thing that helps where there is one. Stays until it is dismissed.
import type { ApiErrorData } from "../../../shared/api/errors.ts";
import { explain } from "../../../shared/problems/explain.ts";
import { useStore } from "../../state/store.ts";
import { Banner } from "../../ui/banner.tsx";
import { Button } from "../../ui/button.tsx";
import { OutsideText } from "../../ui/outside-text.tsx";
import { usePanels } from "../app-context.tsx";
import { openForReading, openProject } from "../opening.ts";

export function ProblemBanner({ problem }: { readonly problem: ApiErrorData }) {
  const panels = usePanels();
  const asked = useStore(panels.asked, (path) => path);
  const { what, advice } = explain(problem);
  const help = helpFor(problem.problem);
  return (
    <Banner
      tone="danger"
      title={<OutsideText>{what}</OutsideText>}
      onDismiss={() => panels.workspace.dismiss()}
      buttons={
        <>
          {help === "read" && asked !== null && (
            <Button onPress={() => openForReading(panels, asked)}>Open for reading</Button>
          )}
          {help === "retry" && asked !== null && (
            <Button onPress={() => openProject(panels, asked)}>Try again</Button>
          )}
          {help === "name" && (
            <Button onPress={() => panels.ui.patch({ dialog: "name" })}>Enter your name</Button>
          )}
        </>
      }
    >
      <p>
        <OutsideText>{advice}</OutsideText>
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
