// The lists over the whole project that suggestions give: people who are not in the registry yet, and what may be missed. Asked of the
// core while one of their pages is shown, and again whenever something was saved. One a window.

import type { ArticleRejections, GatheredPeople, MissedInProject } from "../../../shared/api/contract.ts";
import { ApiError, type ApiErrorData } from "../../../shared/errors/errors.ts";
import { memoize } from "../../../shared/model/memoize.ts";
import type { WorkProgress } from "../../../shared/model/work.ts";
import { createStore, type ReadableStore, type Store } from "../../lib/store.ts";
import type { Workspace } from "../project/workspace.ts";
import { followProject } from "../project/workspace-state.ts";
import { afterSaves } from "../window/after-saves.ts";
import { everybody, type PeopleQuery } from "./gathered-lists.ts";

export type GatheredList = "people" | "missed";

export interface GatheringState {
  readonly people: GatheredPeople | null;
  readonly missed: MissedInProject | null;
  /** What this person rejected, in all articles. */
  readonly rejections: readonly ArticleRejections[];
  /** How far it is while articles are read that were not read before; `null` when none are. */
  readonly progress: WorkProgress | null;
  readonly isLooking: boolean;
  /** It was ended before it was done. */
  readonly isStopped: boolean;
  readonly problem: ApiErrorData | null;
}

/** What is looked at in the lists. */
interface GatheringView {
  readonly query: PeopleQuery;
  /** Keys of the rows that are open. */
  readonly person: string | null;
  readonly miss: string | null;
  /** Only what is missed in the article on the screen. */
  readonly onlyHere: boolean;
  /** What was put aside is listed, not what is open. */
  readonly isAside: boolean;
  /** Somebody is being chosen with whom the one who is looked at is the same. */
  readonly isJoining: boolean;
}

interface Gathering {
  readonly state: ReadableStore<GatheringState>;
  readonly view: Store<GatheringView>;
  /** Asks for a list, and keeps it up to date until the way to leave it is taken. */
  follow(list: GatheredList): () => void;
  again(): void;
  stop(): void;
}

const nothing: GatheringState = {
  people: null,
  missed: null,
  rejections: [],
  progress: null,
  isLooking: false,
  isStopped: false,
  problem: null,
};
const firstView: GatheringView = {
  query: everybody,
  person: null,
  miss: null,
  onlyHere: false,
  isAside: false,
  isJoining: false,
};

/** The lists of a window: the same ones every time. */
export const gatheringOf = memoize(createGathering);

interface GatheringParts {
  readonly workspace: Workspace;
  readonly state: Store<GatheringState>;
  /** The list that is kept up to date. */
  list: GatheredList | null;
  /** Of the latest question, so that an overtaken one is forgotten. */
  loadCount: number;
}

function createGathering(workspace: Workspace): Gathering {
  const { client } = workspace;
  const state = createStore<GatheringState>(nothing);
  const view = createStore<GatheringView>(firstView);
  const parts: GatheringParts = { workspace, state, list: null, loadCount: 0 };
  client.subscribe((event) => {
    if (!("project" in event) || event.project !== workspace.state.get().project?.handle) return;
    if (event.type === "suggesting" && state.get().isLooking)
      state.patch({ progress: { done: event.done, of: event.of } });
  });
  followProject(workspace.state, () => {
    parts.loadCount += 1;
    state.set(nothing);
    view.set(firstView);
    void loadList(parts);
  });
  return {
    state,
    view,
    follow(list) {
      parts.list = list;
      void loadList(parts);
      const stop = afterSaves(workspace, () => void loadList(parts));
      return () => {
        stop();
        if (parts.list === list) parts.list = null;
      };
    },
    again: () => void loadList(parts),
    stop: () => workspace.stop((project) => client.call("suggestions.stopList", { project })),
  };
}

async function loadList(parts: GatheringParts): Promise<void> {
  const { workspace, state, list } = parts;
  const { client } = workspace;
  if (list === null || !workspace.state.get().project) return;
  parts.loadCount += 1;
  const loadNumber = parts.loadCount;
  state.patch({ isLooking: true, isStopped: false, problem: null });
  try {
    const [answer, { articles: rejections }] = await workspace.call((project) =>
      Promise.all([
        list === "people"
          ? client.call("suggestions.people", { project }).then((people) => people && { people })
          : client.call("suggestions.missed", { project }).then((missed) => missed && { missed }),
        client.call("suggestions.rejections", { project }),
      ]),
    );
    if (loadNumber !== parts.loadCount) return;
    state.patch({ ...answer, rejections, progress: null, isLooking: false, isStopped: answer === null });
  } catch (error) {
    if (!(error instanceof ApiError)) throw error;
    if (loadNumber === parts.loadCount)
      state.patch({ problem: error.toData(), progress: null, isLooking: false });
  }
}
