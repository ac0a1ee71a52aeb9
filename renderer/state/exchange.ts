// Exchanging work with colleagues by file from the window: hands a package over, says what a file of theirs holds, and takes it
// in, with what of it is merged into one's own work as a step of the history.
import type { Client } from "../../shared/api/client.ts";
import type { Input } from "../../shared/api/contract.ts";
import { ApiError, type ApiErrorData } from "../../shared/api/errors.ts";
import type { TakeInPreview } from "../../shared/api/take-in.ts";
import type { NewId } from "../../shared/model/id.ts";
import type { Step, StepNote } from "../../shared/model/step.ts";
import { type Message, message } from "../../shared/words/message.ts";
import type { OpenSessions } from "./open-sessions.ts";
import type { ProjectLink } from "./project-link.ts";
import type { Store } from "./store.ts";
import type { WorkspaceState } from "./workspace-state.ts";

export type TakeInFrom = Input<"review.takeIn">["from"];
export type TakeInChoices = Pick<
  Input<"review.takeIn">,
  "unverified" | "mend" | "bring" | "places" | "decided"
>;
export type PackageChoice = Omit<Input<"review.package">, "project">;
export type FeedbackChoice = Omit<Input<"feedback.write">, "project">;

/** What a file holds, or why it cannot be read at all. */
export type Looked = TakeInPreview | { readonly ok: false; readonly error: ApiErrorData };

export interface Exchange {
  /** False when it was not written, with the reason shown. */
  handOver(choice: PackageChoice): Promise<boolean>;
  /** What the curation changed in somebody's work. False when it was not written, with the reason shown. */
  writeFeedback(choice: FeedbackChoice): Promise<boolean>;
  /** Shows no problem itself: whoever asks does. */
  look(from: TakeInFrom, choices: TakeInChoices): Promise<Looked>;
  /** `sha256`: of what was shown. False, with the reason shown, when it could not be taken in. */
  takeIn(from: TakeInFrom, choices: TakeInChoices, sha256: string): Promise<boolean>;
}

export interface ExchangePorts {
  readonly client: Client;
  readonly newId: NewId;
  readonly link: ProjectLink;
  readonly state: Store<WorkspaceState>;
  readonly sessions: OpenSessions;
  note(command: string): StepNote;
  record(step: Step): void;
  /** Runs an action with a progress line; a failure is shown. */
  attempt(busy: Message, action: () => Promise<void>): Promise<boolean>;
}

export function createExchange(ports: ExchangePorts): Exchange {
  const { client, link, state, sessions, attempt } = ports;
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
        state.patch({ report: { kind: "exported", report } });
      }),
    async look(from, choices) {
      try {
        await sessions.allSaved();
        return await link.call((project) =>
          client.call("review.takeInPreview", { project, from, ...choices }),
        );
      } catch (error) {
        if (!(error instanceof ApiError)) throw error;
        return { ok: false, error: error.toData() };
      }
    },
    takeIn: (from, choices, sha256) =>
      attempt(message("handover.taking-in"), async () => {
        await sessions.allSaved();
        const opId = ports.newId();
        const step = ports.note("take-in");
        const report = await link.call((project) =>
          client.call("review.takeIn", { project, from, ...choices, sha256, opId, step }),
        );
        if (report.step) {
          ports.record(report.step);
          for (const { article, change } of report.step.parts)
            sessions.get(article)?.takePart(change, report.revisions[article] ?? 0);
        }
        state.patch({ report: { kind: "taken-in", report } });
      }),
  };
}
