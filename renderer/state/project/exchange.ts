// Exchanges work with colleagues by file from the window: hands a package over, says what a file of theirs holds, and takes it in, with
// what of it is merged into one's own work as a step of the history.
import type { ExportFormat, Input } from "../../../shared/api/contract.ts";
import type { ReadVersion } from "../../../shared/api/methods/comparisons.ts";
import type { TakeInPreview, TakeInStage } from "../../../shared/api/take-in.ts";
import { ApiError, type ApiErrorData } from "../../../shared/errors/errors.ts";
import type { Loss } from "../../../shared/interchange/capabilities.ts";
import type { Id } from "../../../shared/model/id.ts";
import type { Step, StepNote } from "../../../shared/model/step.ts";
import type { WorkProgress } from "../../../shared/model/work.ts";
import { type Message, message } from "../../../shared/words/message.ts";
import { createStore, type ReadableStore, type Store } from "../../lib/store.ts";
import type { WorkspacePorts } from "./attempts.ts";

export type TakeInFrom = Input<"review.takeIn">["from"];
export type TakeInInput = Pick<
  Input<"review.takeIn">,
  "unverified" | "mend" | "bring" | "places" | "twins" | "own" | "decided" | "foreign" | "unnamed"
>;
type PackageChoice = Omit<Input<"review.package">, "project">;
type FeedbackChoice = Omit<Input<"feedback.write">, "project">;
type FiguresChoice = Omit<Input<"insight.write">, "project">;

/** `failed`: the reason is shown; `refused`: figures cannot be counted or written like this, and nothing was. */
type FiguresOutcome =
  | { readonly is: "written" | "stopped" | "failed" }
  | { readonly is: "refused"; readonly why: Message };

/** What a file holds, or why it cannot be read at all. */
export type TakeInLook = TakeInPreview | { readonly ok: false; readonly error: ApiErrorData };

export interface Exchange {
  /** False when it was not written, with the reason shown. */
  handOver(choice: PackageChoice): Promise<boolean>;
  /** What the curation changed in somebody's work. False when it was not written, with the reason shown. */
  writeFeedback(choice: FeedbackChoice): Promise<boolean>;
  /** A version of an article with this person's marks as they are now. Rejects with an `ApiError`. */
  readVersion(of: Omit<Input<"article.version">, "project">): Promise<ReadVersion>;
  /** What changed between two versions of an article. False when it was not written, with the reason shown. */
  writeComparison(choice: Omit<Input<"article.writeComparison">, "project">): Promise<boolean>;
  /** A chart as a picture. False when it was not written, with the reason shown. */
  writeChart(choice: Omit<Input<"insight.writeChart">, "project">): Promise<boolean>;
  writeFigures(choice: FiguresChoice): Promise<FiguresOutcome>;
  /** What came of bringing in many. False when it was not written, with the reason shown. */
  writeBroughtIn(choice: Omit<Input<"bringIn.report">, "project">): Promise<boolean>;
  /** Writes the report for those who mend Sayso, as it was shown. */
  writeReport(choice: Input<"report.write">): Promise<boolean>;
  /** Shows no problem itself: whoever asks does. */
  look(from: TakeInFrom, choices: TakeInInput): Promise<TakeInLook>;
  /** `sha256`: of what was shown. False, with the reason shown unless it was stopped, when it could not be imported. */
  takeIn(from: TakeInFrom, choices: TakeInInput, sha256: string): Promise<boolean>;
  /** How far the look or the take-in is that runs; `null` while none does. */
  readonly progress: ReadableStore<TakeInProgress | null>;
  /** Ends what runs, if it can still be ended. */
  stop(): void;
}

interface TakeInProgress extends WorkProgress {
  readonly stage: TakeInStage;
}

interface ExchangePorts extends WorkspacePorts {
  note(command: string): StepNote;
  record(step: Step): void;
}

export function createExchange(ports: ExchangePorts): Exchange {
  const { client, link, sessions } = ports;
  const watched = watchTakeIn(ports);
  return {
    ...fileWriters(ports),
    async readVersion(of) {
      await sessions.allSaved();
      return link.call((project) => client.call("article.version", { project, ...of }));
    },
    async look(from, choices) {
      try {
        await sessions.allSaved();
        return await watched.during(() =>
          link.call((project) => client.call("review.takeInPreview", { project, from, ...choices })),
        );
      } catch (error) {
        if (!(error instanceof ApiError)) throw error;
        return { ok: false, error: error.toData() };
      }
    },
    takeIn: (from, choices, sha256) => takeIn(ports, watched, { ...choices, from, sha256 }),
    progress: watched.progress,
    stop: () => link.stop((project) => client.call("review.stopTakeIn", { project })),
  };
}

type WatchedTakeIn = ReturnType<typeof watchTakeIn>;

/** How far the looks and take-ins are that wait for an answer. */
function watchTakeIn({ client, state }: ExchangePorts) {
  const progress = createStore<TakeInProgress | null>(null);
  let running = 0;
  client.subscribe((event) => {
    if (event.type !== "taking-in" || event.project !== state.get().project?.handle || running === 0) return;
    progress.set({ stage: event.stage, done: event.done, of: event.of });
  });
  return {
    progress,
    async during<T>(ask: () => Promise<T>): Promise<T> {
      running += 1;
      progress.set(null);
      try {
        return await ask();
      } finally {
        running -= 1;
        if (running === 0) progress.set(null);
      }
    },
  };
}

async function takeIn(
  { client, newId, link, state, sessions, note, record, attempt }: ExchangePorts,
  watched: WatchedTakeIn,
  what: TakeInInput & Pick<Input<"review.takeIn">, "from" | "sha256">,
): Promise<boolean> {
  let isStopped = false;
  const isIn = await attempt(message("handover.taking-in"), async () => {
    await sessions.allSaved();
    const input = { ...what, opId: newId(), step: note("take-in") };
    const report = await watched
      .during(() => link.call((project) => client.call("review.takeIn", { project, ...input })))
      .catch((error: unknown) => {
        if (!(error instanceof ApiError) || error.problem !== "take-in-stopped") throw error;
        isStopped = true;
        return null;
      });
    if (!report) return;
    if (report.step) {
      record(report.step);
      sessions.takeParts(report.step.parts, report.revisions);
    }
    // Where no article was there to be shown, as in a project that starts from the file, its first one is.
    const article = report.missing.find(({ isBrought }) => isBrought);
    if (article && state.get().session === null) await sessions.open(link.project(), article.id);
    state.patch({ report: { kind: "taken-in", report } });
  });
  return isIn && !isStopped;
}

function fileWriters({
  client,
  link,
  state,
  sessions,
  attempt,
}: ExchangePorts): Pick<
  Exchange,
  | "handOver"
  | "writeFeedback"
  | "writeComparison"
  | "writeChart"
  | "writeFigures"
  | "writeBroughtIn"
  | "writeReport"
> {
  return {
    handOver: (choice) =>
      attempt(message("handover.handing-over"), async () => {
        await sessions.allSaved();
        const report = await link.call((project) => client.call("review.package", { project, ...choice }));
        state.patch({ report: { kind: "exported", report } });
      }),
    writeFeedback: (choice) =>
      attempt(message("feedback.writing"), async () => {
        await sessions.allSaved();
        const report = await link.call((project) => client.call("feedback.write", { project, ...choice }));
        state.patch({ report: { kind: "exported", report, page: "feedback" } });
      }),
    writeComparison: (choice) =>
      attempt(message("changes.writing"), async () => {
        await sessions.allSaved();
        const report = await link.call((project) =>
          client.call("article.writeComparison", { project, ...choice }),
        );
        state.patch({ report: { kind: "exported", report, page: "comparison" } });
      }),
    writeChart: (choice) =>
      attempt(message("figures.saving-chart"), async () => {
        const { path, bytes } = await link.call((project) =>
          client.call("insight.writeChart", { project, ...choice }),
        );
        const report = { paths: [path], bytes, articles: 0, sets: 0, losses: [] };
        state.patch({ report: { kind: "exported", report, page: "chart" } });
      }),
    async writeFigures(choice) {
      let outcome: FiguresOutcome = { is: "failed" };
      await attempt(message("figures.writing"), async () => {
        await sessions.allSaved();
        const { file } = await link.call((project) => client.call("insight.write", { project, ...choice }));
        if (file?.ok) {
          const { path, bytes, articles } = file;
          const report = { paths: [path], bytes, articles, sets: 0, losses: [] };
          state.patch({ report: { kind: "exported", report, page: "figures" } });
        }
        outcome =
          file === null
            ? { is: "stopped" }
            : file.ok
              ? { is: "written" }
              : { is: "refused", why: file.problem };
      });
      return outcome;
    },
    writeBroughtIn: (choice) =>
      attempt(message("importing.writing"), async () => {
        await link.call((project) => client.call("bringIn.report", { project, ...choice }));
      }),
    writeReport: (choice) =>
      attempt(message("program.saving-report"), async () => {
        const { path, bytes } = await client.call("report.write", choice);
        const report = { paths: [path], bytes, articles: 0, sets: 0, losses: [] };
        state.patch({ report: { kind: "exported", report, page: "report" } });
      }),
  };
}

// Writes the open project to a file: as an export, or as a copy with what is not yet saved.

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
