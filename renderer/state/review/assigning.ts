// The assignments of the open project, and everybody's progress. One a window.
import type { Publication, SetProgress } from "../../../shared/api/contract.ts";
import { progressOfProject } from "../../../shared/api/project-progress.ts";
import { ApiError, type ApiErrorData } from "../../../shared/errors/errors.ts";
import type { Pair } from "../../../shared/model/assignment.ts";
import { isPerson } from "../../../shared/model/curation.ts";
import type { Id } from "../../../shared/model/id.ts";
import { memoize } from "../../../shared/model/memoize.ts";
import { isTurnOf, type ProjectProgress } from "../../../shared/review/assignments.ts";
import { personOf } from "../../../shared/review/one-person.ts";
import { createStore, type ReadableStore } from "../../lib/store.ts";
import type { Workspace } from "../project/workspace.ts";
import type { WorkspaceState } from "../project/workspace-state.ts";

/** What one action assigned and released. */
interface Assigned {
  readonly assign: readonly Pair[];
  readonly release: readonly Pair[];
}

interface AssigningState {
  readonly sets: readonly SetProgress[];
  readonly publications: readonly Publication[];
  /** Whether the core has been asked. */
  readonly done: boolean;
  /** What went wrong last; `null` when all went well. */
  readonly problem: ApiErrorData | null;
}

interface Assigning {
  readonly state: ReadableStore<AssigningState>;
  /** Asks the core how far everybody is. Resolves when that is done, or when it could not be. */
  refresh(): Promise<void>;
  /** As a step of the history. `seed`: of the draw that it came out of; `null` for what somebody chose. True when it was done. */
  change(what: Assigned, seed: string | null): Promise<boolean>;
  addPerson(name: string): Promise<boolean>;
}

/** The assigning of a window: the same one every time. */
export const assigningOf = memoize(createAssigning);

const nothing: AssigningState = { sets: [], publications: [], done: false, problem: null };

function createAssigning(workspace: Workspace): Assigning {
  const state = createStore<AssigningState>(nothing);
  let handle: Id | null = null;

  /** False, with the reason shown, when the core refuses. */
  async function attempt(action: () => Promise<void>): Promise<boolean> {
    try {
      await action();
      state.patch({ problem: null });
      return true;
    } catch (error) {
      if (!(error instanceof ApiError)) throw error;
      state.patch({ problem: error.toData() });
      return false;
    }
  }

  const { client } = workspace;

  async function refresh(): Promise<void> {
    const handleBefore = handle;
    if (handleBefore === null) return;
    await attempt(async () => {
      const { sets, publications } = await workspace.call((project) =>
        client.call("project.progress", { project }),
      );
      if (handleBefore === handle) state.patch({ sets, publications });
    });
    if (handleBefore === handle) state.patch({ done: true });
  }

  const follow = (): void => {
    const nextHandle = workspace.state.get().project?.handle ?? null;
    if (nextHandle === handle) return;
    handle = nextHandle;
    state.set(nothing);
  };
  workspace.state.subscribe(follow);
  workspace.client.subscribe((event) => {
    const isOurs = (event.type === "sets" || event.type === "articles") && event.project === handle;
    // Until it was asked for once, nothing shows it.
    if (isOurs && state.get().done) void refresh();
  });
  follow();

  return {
    state,
    refresh,
    change: ({ assign, release }, seed) =>
      attempt(async () => {
        workspace.state.get().session?.dismissNotice();
        const command = seed !== null ? "draw" : assign.length > 0 ? "assign" : "release";
        const opId = workspace.newId();
        const step = workspace.history.note(command);
        const input = { opId, step, assign: [...assign], release: [...release], seed };
        const done = await workspace.call((project) => client.call("project.assign", { project, ...input }));
        if (done.step) workspace.history.record(done.step);
      }),
    addPerson: (name) =>
      attempt(async () => {
        await workspace.call((project) => client.call("project.addPerson", { project, name }));
      }),
  };
}

/** The article after the one on the screen, going round, that several people have annotated and nobody has called curated; `null`: none. */
export async function nextToDecide(workspace: Workspace): Promise<Id | null> {
  const assigning = assigningOf(workspace);
  await assigning.refresh();
  const { articles, session, project } = workspace.state.get();
  const person = personOf(project?.project.annotators ?? []);
  const [people, curated] = [new Map<Id, Set<Id>>(), new Set<Id>()];
  for (const { article, annotator, summary } of assigning.state.get().sets) {
    if (isPerson(annotator)) {
      if (summary.spans + summary.attributions > 0)
        people.set(article, (people.get(article) ?? new Set()).add(person(annotator.id)));
    } else if (annotator.role === "curation" && summary.state === "done") curated.add(article);
  }
  const at = articles.findIndex(({ id }) => id === session?.article.id);
  const others = [...articles.slice(at + 1), ...articles.slice(0, Math.max(0, at))];
  return others.find(({ id }) => (people.get(id)?.size ?? 0) > 1 && !curated.has(id))?.id ?? null;
}

/** How far everybody is, with what is assigned now. */
export const progressIn = (
  { project, articles }: Pick<WorkspaceState, "project" | "articles">,
  sets: readonly SetProgress[],
): ProjectProgress => progressOfProject(project?.project ?? { annotators: [] }, articles, sets);

/** Whether an article is this person's turn; all are where nothing is assigned to them. */
export function isMyTurn({ project }: Pick<WorkspaceState, "project">): (article: Id) => boolean {
  const me = project?.annotator?.id;
  return me === undefined ? () => true : isTurnOf(me, project?.project.assignments ?? []);
}
