// Versions of the open project from the window: keeps one, lists them, says what going back would do, and goes back as a step of
// the history.

import type { OpenProject } from "../../../shared/api/contract.ts";
import type {
  RestorePreview,
  RestoreScope,
  VersionRef,
  Versions,
  VersionText,
} from "../../../shared/api/versions.ts";
import type { Id } from "../../../shared/model/id.ts";
import type { Step, StepNote } from "../../../shared/model/step.ts";
import { type Message, message } from "../../../shared/words/message.ts";
import type { WorkspacePorts } from "./attempts.ts";

/** What failed is shown by the window; then the answer is `null` or false. */
export interface ProjectVersions {
  list(): Promise<Versions | null>;
  keep(name: string): Promise<"kept" | "stopped" | "failed">;
  /** Ends the keeping that is going on: nothing of it stays. */
  stopKeeping(): void;
  forget(version: Id): Promise<boolean>;
  /** An article as a version has it that was kept. Rejects with an `ApiError`. */
  textOf(version: Id, article: Id): Promise<VersionText>;
  preview(version: VersionRef, scope: RestoreScope): Promise<RestorePreview | null>;
  /** `named`: what the version is called, for the report. */
  restore(version: VersionRef, scope: RestoreScope, named: string): Promise<boolean>;
}

interface VersionPorts extends WorkspacePorts {
  note(command: string): StepNote;
  record(step: Step): void;
}

const refOf = ({ kind, id }: VersionRef): VersionRef => ({ kind, id });

export function createProjectVersions(ports: VersionPorts): ProjectVersions {
  const { client, link, sessions, state, attempt } = ports;

  async function answerOf<T>(busy: Message, ask: (project: Id) => Promise<T>): Promise<T | null> {
    let answer: T | null = null;
    await attempt(busy, async () => {
      await sessions.allSaved();
      answer = await link.call(ask);
    });
    return answer;
  }

  /** Shows in every article that is open what the step made of it. */
  async function takeStep(step: Step, revisions: Readonly<Record<string, number>>): Promise<void> {
    ports.record(step);
    if (step.tagset) return sessions.takeTagset(step.tagset.to);
    sessions.takeParts(step.parts, revisions);
  }

  return {
    list: () => answerOf(message("versions.listing"), (project) => client.call("versions.list", { project })),
    async keep(name) {
      const answer = await answerOf(message("versions.keeping"), (project) =>
        client.call("versions.keep", { project, name }),
      );
      if (answer === null) return "failed";
      return answer.id === null ? "stopped" : "kept";
    },
    stopKeeping: () => link.stop((project) => client.call("versions.stop", { project })),
    forget: (version) =>
      attempt(message("versions.forgetting"), async () => {
        await link.call((project) => client.call("versions.forget", { project, version }));
      }),
    textOf: (version, article) =>
      link.call((project) => client.call("versions.read", { project, version, article })),
    preview: (version, scope) =>
      answerOf(message("versions.looking"), (project) =>
        client.call("versions.preview", { project, version: refOf(version), ...scope }),
      ),
    restore: (version, scope, named) =>
      attempt(message("versions.restoring"), async () => {
        await sessions.allSaved();
        const input = {
          version: refOf(version),
          ...scope,
          opId: ports.newId(),
          step: ports.note("restore-version"),
        };
        const restored = await link.call((project) => client.call("versions.restore", { project, ...input }));
        if (restored.step) await takeStep(restored.step, restored.revisions);
        state.patch({ report: { kind: "restored", report: restored, named } });
      }),
  };
}

// Restores damaged files from backup and clears the warnings raised on open.

export interface Recovery {
  /** Puts good copies in the place of a project's own damaged files, and opens it. */
  recoverProject(path: string): Promise<void>;
  /** Writes what is shown of a damaged set to the project, and opens the article anew. */
  recoverArticle(article: Id): Promise<void>;
  /** Puts the last good state of an article in the place of its damaged files, and shows it. */
  recoverArticleFiles(article: Id): Promise<void>;
  /** Brings back from copies what the project held before and does not hold now. */
  bringBack(): Promise<void>;
  /** What it does not hold is not missed any more. */
  leaveMissing(): Promise<void>;
  /** The first thing that was said of the project when it was opened is seen. */
  dismissWarning(): void;
}

interface RecoveryPorts extends Omit<WorkspacePorts, "newId"> {
  enter(open: () => Promise<OpenProject>, path: string): Promise<void>;
}

export function createRecovery({ client, link, state, sessions, attempt, enter }: RecoveryPorts): Recovery {
  const busy = message("saving.recovering");
  const show = (article: Id): Promise<void> => {
    const { warnings } = state.get();
    state.patch({ warnings: warnings.filter(({ detail }) => detail.article !== article) });
    sessions.forget(article);
    return sessions.open(link.project(), article);
  };
  return {
    async recoverProject(path) {
      await attempt(busy, () => enter(() => client.call("project.recover", { path }), path));
    },
    async recoverArticle(article) {
      await attempt(busy, async () => {
        await link.call((project) => client.call("article.recover", { project, article }));
        await show(article);
      });
    },
    async recoverArticleFiles(article) {
      await attempt(busy, async () => {
        await link.call((project) => client.call("article.recoverFiles", { project, article }));
        await show(article);
      });
    },
    async bringBack() {
      await attempt(busy, async () => {
        await link.call((project) => client.call("project.bringBack", { project }));
        sessions.refresh();
      });
    },
    async leaveMissing() {
      await attempt(busy, async () => {
        await link.call((project) => client.call("project.leaveMissing", { project }));
      });
    },
    dismissWarning: () => state.patch({ warnings: state.get().warnings.slice(1) }),
  };
}
