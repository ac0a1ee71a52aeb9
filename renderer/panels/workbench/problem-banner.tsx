// A failure in words, with the one thing that helps where there is one. Stays until it is dismissed.
import type { ApiErrorData } from "../../../shared/errors/errors.ts";
import { explain } from "../../../shared/errors/explain.ts";
import { useStore } from "../../lib/store.ts";
import { Banner } from "../../ui/banner.tsx";
import { Button } from "../../ui/button.tsx";
import { OutsideText } from "../../ui/outside-text.tsx";
import { useWords } from "../../ui/words.tsx";
import { usePanels } from "../app-context.tsx";
import { openForReading, openProject, recoverProject } from "../opening.ts";

interface Props {
  readonly problem: ApiErrorData;
  /** How many more there are to be shown once this one is dismissed. */
  readonly more?: number;
  onDismiss(): void;
}

export function ProblemBanner({ problem, more = 0, onDismiss }: Props) {
  const panels = usePanels();
  const { say, tell, when } = useWords();
  const { copiedAt, article } = problem.detail;
  const isReadOnly = useStore(panels.workspace.state, ({ project }) => project?.readOnly !== null);
  const requestedPath = useStore(panels.asked, (path) => path);
  const recover = recovering();
  const { what, advice } = explain(problem);
  const help = helpFor(problem.problem);
  return (
    <Banner
      tone={toneOf(problem)}
      title={<OutsideText>{tell(what)}</OutsideText>}
      onDismiss={onDismiss}
      buttons={
        <>
          {help === "read" && requestedPath !== null && (
            <Button onPress={() => openForReading(panels, requestedPath)}>
              {say("workbench.open-for-reading")}
            </Button>
          )}
          {help === "retry" && requestedPath !== null && (
            <Button onPress={() => openProject(panels, requestedPath)}>{say("ui.try-again")}</Button>
          )}
          {recover && (
            <Button onPress={recover}>
              {say("saving.recover-from", { time: when(new Date(String(copiedAt)), new Date()) })}
            </Button>
          )}
          {help === "close" && (
            <>
              <Button onPress={() => panels.ui.patch({ dialog: "save-copy" })}>
                {say("saving.save-copy")}
              </Button>
              <Button onPress={() => void panels.workspace.closeWithKept()}>
                {say("saving.close-with-kept")}
              </Button>
            </>
          )}
        </>
      }
    >
      <p>
        <OutsideText>{tell(advice)}</OutsideText>
      </p>
      {more > 0 && <p className="quiet">{say("workbench.more-problems", { count: more })}</p>}
    </Banner>
  );

  /** The way to the copy that is offered, of the project's own files or of one of its articles. */
  function recovering(): (() => void) | null {
    if (typeof copiedAt !== "string") return null;
    if (typeof article === "string")
      return isReadOnly ? null : () => void panels.workspace.recoverArticleFiles(article);
    return requestedPath === null ? null : () => recoverProject(panels, requestedPath);
  }
}

/** What was kept and is in the project now is good news. */
const toneOf = ({ problem, detail }: ApiErrorData): "danger" | "caution" | "good" => {
  if (problem === "changes-kept" && detail.why === "applied") return "good";
  return problem === "changes-waiting" || problem === "file-in-conflict" ? "caution" : "danger";
};

/** What a button can do about it. */
function helpFor(problem: ApiErrorData["problem"]): "read" | "retry" | "close" | null {
  if (problem === "changes-waiting") return "close";
  if (problem === "project-locked" || problem === "folder-not-writable" || problem === "project-newer")
    return "read";
  return problem === "folder-missing" || problem === "project-missing" ? "retry" : null;
}
