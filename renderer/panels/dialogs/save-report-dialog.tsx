// The report that somebody saves for those who mend Sayso: shown whole before it is a file, which they may hand on.
import { useEffect, useState } from "react";
import { ApiError, type ApiErrorData } from "../../../shared/errors/errors.ts";
import { plainText } from "../../ui/outside-text.tsx";
import { ScrollRegion } from "../../ui/scroll-region.tsx";
import { useWords } from "../../ui/words.tsx";
import { usePanels } from "../app-context.tsx";
import { ProblemLine } from "../problem-line.tsx";
import { useFileTarget } from "../projects/file-target.tsx";
import { FileTargetDialog } from "../projects/file-target-dialog.tsx";
import "../../styles/about-sayso.css";

export function SaveReportDialog({ onClose }: { onClose(): void }) {
  const { workspace } = usePanels();
  const { say } = useWords();
  const [text, setText] = useState<string | null>(null);
  const [problem, setProblem] = useState<ApiErrorData | null>(null);
  const target = useFileTarget("sayso-report.txt", write, onClose);
  useEffect(() => {
    let isWanted = true;
    workspace.client.call("report.get", {}).then(
      (report) => isWanted && setText(report.text),
      (error: unknown) => {
        if (!(error instanceof ApiError)) throw error;
        if (isWanted) setProblem(error.toData());
      },
    );
    return () => {
      isWanted = false;
    };
  }, [workspace]);

  async function write(path: string, overwrite: boolean): Promise<boolean> {
    return text !== null && workspace.exchange.writeReport({ text, path, overwrite });
  }
  return (
    <FileTargetDialog
      title={say("program.report-title")}
      target={target}
      writeLabel={say("program.save-report")}
      isIncomplete={text === null}
      onClose={onClose}
    >
      <p className="quiet">{say("program.report-about")}</p>
      {problem && <ProblemLine problem={problem} />}
      {text !== null && (
        <ScrollRegion label={say("program.report-text")} className="details report-text">
          {text.split("\n").map(plainText).join("\n")}
        </ScrollRegion>
      )}
    </FileTargetDialog>
  );
}
