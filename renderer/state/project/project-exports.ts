// Writes the open project to a file: as an export, or as a copy with what is not yet saved.
import type { ExportFormat, Input } from "../../../shared/api/contract.ts";
import { ApiError } from "../../../shared/errors/errors.ts";
import type { Loss } from "../../../shared/interchange/capabilities.ts";
import type { Id } from "../../../shared/model/id.ts";
import type { WorkProgress } from "../../../shared/model/work.ts";
import { message } from "../../../shared/words/message.ts";
import { createStore, type Store } from "../../lib/store.ts";
import type { WorkspacePorts } from "./attempts.ts";

/** Of which articles and whose annotations; `null`: all. */
interface ExportChoice {
  readonly articles: readonly Id[] | null;
  readonly annotators: readonly Id[] | null;
}

interface ExportOptions extends ExportChoice, Pick<Input<"export.write">, "into" | "report"> {
  readonly path: string;
  readonly format: string;
  readonly overwrite: boolean;
}

/** `failed`: the problem is shown, or a file is there already and `overwrite` was not given. */
type ExportOutcome = "written" | "stopped" | "failed";

export interface ProjectExports {
  exportFormats(): Promise<readonly ExportFormat[]>;
  exportTo(options: ExportOptions): Promise<ExportOutcome>;
  /** What a format could not hold of these articles. Fails as the call does. */
  exportLosses(format: string, choice: ExportChoice): Promise<readonly Loss[]>;
  /** How far the export is that is being written; `null` while none is. */
  readonly exporting: Store<WorkProgress | null>;
  stopExport(): void;
  /** Writes the whole project with what is not saved; true when the file was written. Waits for no saving. */
  saveCopy(path: string, overwrite: boolean): Promise<boolean>;
}

export function createProjectExports(options: Omit<WorkspacePorts, "newId">): ProjectExports {
  const { client, link, state, sessions, attempt } = options;
  const exporting = createStore<WorkProgress | null>(null);
  client.subscribe((event) => {
    if (event.type !== "exporting" || event.project !== state.get().project?.handle) return;
    if (exporting.get()) exporting.set({ done: event.done, of: event.of });
  });
  const copyChoice = ({ articles, annotators }: ExportChoice) => ({
    articles: articles && [...articles],
    annotators: annotators && [...annotators],
  });
  return {
    async exportFormats() {
      return (await client.call("export.formats", {})).formats;
    },
    exporting,
    async exportTo({ articles, annotators, ...asked }) {
      let isStopped = false;
      exporting.set({ done: 0, of: 0 });
      const isDone = await attempt(message("workbench.exporting"), async () => {
        await sessions.allSaved();
        const report = await link
          .call((project) =>
            client.call("export.write", { project, ...asked, ...copyChoice({ articles, annotators }) }),
          )
          .catch((error: unknown) => {
            if (!(error instanceof ApiError) || error.problem !== "export-stopped") throw error;
            isStopped = true;
            return null;
          });
        if (report) state.patch({ report: { kind: "exported", report } });
      }).finally(() => exporting.set(null));
      return isStopped ? "stopped" : isDone ? "written" : "failed";
    },
    async exportLosses(format, choice) {
      await sessions.allSaved();
      const { losses } = await link.call((project) =>
        client.call("export.preview", { project, format, ...copyChoice(choice) }),
      );
      return losses;
    },
    stopExport: () => link.stop((project) => client.call("export.stop", { project })),
    saveCopy(path, overwrite) {
      return attempt(message("saving.copying"), async () => {
        const unsaved = sessions.unsaved();
        const report = await link.call((project) =>
          client.call("export.copy", { project, unsaved, path, overwrite }),
        );
        state.patch({ report: { kind: "copied", report } });
      });
    },
  };
}
