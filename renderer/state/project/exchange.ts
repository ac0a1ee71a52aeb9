// Exchanges work with colleagues by file from the window: hands a package over, says what a file of theirs holds, and takes it in, with
// what of it is merged into one's own work as a step of the history.
import type { Input } from "../../../shared/api/contract.ts";
import type { ReadVersion } from "../../../shared/api/methods/comparisons.ts";
import type { TakeInPreview, TakeInStage } from "../../../shared/api/take-in.ts";
import { ApiError, type ApiErrorData } from "../../../shared/errors/errors.ts";
import type { Step, StepNote } from "../../../shared/model/step.ts";
import type { WorkProgress } from "../../../shared/model/work.ts";
import { type Message, message } from "../../../shared/words/message.ts";
import { createStore, type ReadableStore } from "../../lib/store.ts";
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
  "handOver" | "writeFeedback" | "writeComparison" | "writeChart" | "writeFigures" | "writeBroughtIn"
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
  };
}
