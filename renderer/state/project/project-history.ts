// The history of the open project and the steps over several articles, tied to the articles that are open.
import type { OpenProject } from "../../../shared/api/contract.ts";
import { ApiError } from "../../../shared/errors/errors.ts";
import type { RecordsChange } from "../../../shared/model/change.ts";
import type { Entity } from "../../../shared/model/entity.ts";
import type { Now } from "../../../shared/model/id.ts";
import { type StepPart, setKey } from "../../../shared/model/step.ts";
import { message } from "../../../shared/words/message.ts";
import { createProjectSteps } from "../history/project-steps.ts";
import { createHistoryWalk, type HistoryPorts, type HistoryWalk } from "../history/walk-history.ts";
import type { Session } from "../session/session.ts";
import type { WorkspacePorts } from "./attempts.ts";
import { takeRevisionBack } from "./revising.ts";

/** A step to be done. `revision`: of the set that the change was made on, where it must still be the same. */
export interface StepDraft {
  /** The id of the command or action, by which the history finds its words. */
  readonly command: string;
  readonly parts: readonly (StepPart & { readonly revision?: number })[];
  readonly entities?: RecordsChange<Entity>;
}

interface ProjectHistory {
  readonly history: HistoryWalk;
  /** Does a step; false, with nothing changed and the reason shown, when it cannot be done. */
  applyStep(step: StepDraft): Promise<boolean>;
  /** Takes in what was done before this opening. Without it there is only less to take back. */
  load(project: OpenProject): Promise<void>;
}

interface ProjectHistoryOptions extends WorkspacePorts {
  readonly now: Now;
}

export function createProjectHistory(options: ProjectHistoryOptions): ProjectHistory {
  const { client, newId, now, link, state, sessions, attempt } = options;
  const { takeParts, takeEntities, takeTagset, allSaved } = sessions;
  const steps = createProjectSteps({
    client,
    newId,
    takeParts,
    entities: () => state.get().entities,
    assignments: () => state.get().project?.project.assignments ?? [],
    articleSets: () => state.get().project?.project.articleSets ?? [],
    takeEntities,
    takeTagset,
    allSaved,
    call: link.call,
  });
  const history = createHistoryWalk({
    now,
    ...articlePorts(options),
    async apply(step) {
      const applied = await steps.apply(step);
      if (applied.kind === "applied") history.record(applied.step);
      else if (applied.kind === "failed") state.patch({ problem: applied.error });
      return applied.kind;
    },
  });
  return {
    history,
    applyStep: ({ command, parts, entities }) =>
      attempt(message("history.applying"), async () => {
        const work = {
          parts: parts.map(({ revision: _revision, ...part }) => part),
          ...(entities && { entities }),
        };
        const revisions = new Map(
          parts.flatMap(({ revision, ...part }) =>
            revision === undefined ? [] : [[setKey(part), revision] as const],
          ),
        );
        const applied = await steps.apply({ ...history.note(command), ...work }, revisions);
        if (applied.kind !== "applied") throw new ApiError(applied.error.problem, applied.error.detail);
        history.record(applied.step);
      }),
    async load({ handle, readOnly }) {
      if (readOnly) return;
      try {
        const { steps: before } = await client.call("project.history", { project: handle });
        if (state.get().project?.handle === handle) history.load(before);
      } catch (error) {
        if (!(error instanceof ApiError)) throw error;
      }
    },
  };
}

/** What the walk needs of the articles. */
function articlePorts({
  client,
  newId,
  link,
  state,
  sessions,
  attempt,
}: ProjectHistoryOptions): Pick<HistoryPorts, "session" | "show" | "takeRevisionBack" | "say" | "wentTo"> {
  return {
    session(part) {
      const session = sessions.of(part);
      const isShown = part.whose !== undefined || state.get().session === session;
      return session ? { session, isShown } : null;
    },
    async show({ article, whose }) {
      if (whose) {
        let curatedSession: Session | null = null;
        await attempt(message("workbench.opening-article"), async () => {
          curatedSession = await sessions.openBeside(link.project(), { article, whose });
        });
        return curatedSession;
      }
      const isOpen = await attempt(message("workbench.opening-article"), () =>
        sessions.open(link.project(), article),
      );
      return isOpen ? (sessions.get(article) ?? null) : null;
    },
    async takeRevisionBack(revised, note) {
      const isShown = state.get().session?.article.id === revised.article;
      const reply = await takeRevisionBack({ client, newId, link, sessions, state }, revised, note);
      if (reply === null || reply === "failed") return reply;
      return { step: reply.step, elsewhere: isShown ? null : reply.article.title };
    },
    say: (what) =>
      state.get().session?.say(what === "cannot-undo" ? { kind: what } : { kind: "walked", ...what }),
    wentTo: (report) => state.patch({ report: { kind: "went-to", report } }),
  };
}
