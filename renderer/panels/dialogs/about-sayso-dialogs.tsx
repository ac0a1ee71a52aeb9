// The dialogs about Sayso itself: its version, its licence, and the works of others that are built into it, each with its licence, all of
// which lies in the program; and the report that somebody saves for those who mend Sayso, shown whole before it is a file, which they may
// hand on.
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
import type { BundledWork } from "../../../shared/api/contract.ts";
import { useStore } from "../../lib/store.ts";
import { ModalDialog } from "../../ui/modal-dialog.tsx";

export function AboutSaysoDialog({ onClose }: { onClose(): void }) {
  const { workspace } = usePanels();
  const { say } = useWords();
  const { version, host } = useStore(workspace.state, (state) => state.host);
  const works = useWorks();
  return (
    <ModalDialog title={say("menu.about-sayso")} wide onClose={onClose}>
      <p>
        {say("welcome.version", { version })}. {say("program.licence")}
      </p>
      {host === "electron" && <p className="quiet">{say("program.electron")}</p>}
      <section className="works" aria-labelledby="works-title">
        <h3 id="works-title">{say("program.works")}</h3>
        {works === "none" && <p className="quiet">{say("program.no-works")}</p>}
        {typeof works === "object" && <Works works={works} />}
      </section>
    </ModalDialog>
  );
}

/** `reading` until they are there; `none` where the program was not built. */
function useWorks(): readonly BundledWork[] | "reading" | "none" {
  const { client } = usePanels().workspace;
  const [works, setWorks] = useState<readonly BundledWork[] | "reading" | "none">("reading");
  useEffect(() => {
    let isWanted = true;
    client.call("host.works", {}).then(
      (answer) => isWanted && setWorks(answer.works),
      (error: unknown) => {
        if (!(error instanceof ApiError)) throw error;
        if (isWanted) setWorks("none");
      },
    );
    return () => {
      isWanted = false;
    };
  }, [client]);
  return works;
}

function Works({ works }: { readonly works: readonly BundledWork[] }) {
  const { say } = useWords();
  return (
    <>
      <p className="quiet">{say("program.works-about", { count: works.length })}</p>
      {works.map(({ name, version, licence, text }) => (
        <details key={`${name} ${version}`}>
          <summary>
            {name} {version} <span className="quiet">{licence}</span>
          </summary>
          <p className="licence-text small">{text === "" ? say("program.covered-by") : text}</p>
        </details>
      ))}
    </>
  );
}

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
