// Articles as strips in a window: the order in which they stand, and those that were loaded. They are loaded as they come into view, and again
// when something else is to be counted. One a window.
import { ApiError, type ApiErrorData } from "../../../shared/errors/errors.ts";
import type { ArticleStrip, ArticleStrips, StripOrder } from "../../../shared/insight/strips.ts";
import { memoize } from "../../../shared/model/memoize.ts";
import { sameValue } from "../../../shared/model/same-value.ts";
import type { Message } from "../../../shared/words/message.ts";
import { createStore, type ReadableStore, type Store } from "../../lib/store.ts";
import type { Workspace } from "../project/workspace.ts";
import { followProject } from "../project/workspace-state.ts";
import { followWork, insightOf } from "./insight.ts";

export interface StripsState {
  readonly order: StripOrder;
  /** What is known of all of them; `null` before the first were loaded. */
  readonly known: Pick<ArticleStrips & { readonly ok: true }, "total" | "leftOut" | "voices"> | null;
  /** Those that were loaded, by their place. */
  readonly strips: ReadonlyMap<number, ArticleStrip>;
  readonly problem: ApiErrorData | null;
  readonly refusal: Message | null;
  /** What was gone to last: the place of a strip, and the index of a segment there, or -1 for its article; `null`: nothing. */
  readonly at: { readonly strip: number; readonly segment: number } | null;
}

interface Strips {
  readonly state: ReadableStore<StripsState>;
  /** Loads now, and again whenever something else is to be counted, until what is returned is called. */
  follow(): () => void;
  /** Loads strips that are not there yet. */
  load(from: number, to: number): void;
  setOrder(order: StripOrder): void;
  lookAt(strip: number, segment: number): void;
}

/** The strips of a window: the same every time. */
export const stripsOf = memoize(createStrips);

/** Strips that are loaded at once. */
const pageSize = 100;

const nothing: StripsState = {
  ...{ order: "date", known: null, strips: new Map(), problem: null, refusal: null },
  at: null,
};

interface Parts {
  readonly workspace: Workspace;
  readonly state: Store<StripsState>;
  followers: number;
  /** Of the latest question, so that an overtaken one is forgotten. */
  version: number;
  /** The question to which the strips that are there are answers. */
  shownVersion: number;
  /** Pages that were asked for. */
  pages: Set<number>;
  /** The strips in view, as far as is known. */
  inView: { readonly from: number; readonly to: number };
}

function createStrips(workspace: Workspace): Strips {
  const state = createStore(nothing);
  const parts: Parts = {
    workspace,
    state,
    followers: 0,
    version: 0,
    shownVersion: 0,
    pages: new Set(),
    inView: { from: 0, to: 1 },
  };
  const again = (): void => {
    parts.version += 1;
    parts.pages = new Set();
    if (parts.followers > 0) loadPages(parts, parts.inView);
  };
  followProject(workspace.state, () => {
    state.set(nothing);
    again();
  });
  followWork(workspace, { onChange: again, onProgress: () => undefined });
  const insight = insightOf(workspace).state;
  let { scope } = insight.get();
  insight.subscribe(() => {
    const before = scope;
    ({ scope } = insight.get());
    if (sameValue(scope, before)) return;
    // What another scope has is not shown until this one is counted: names may just have been hidden.
    state.patch({ known: null, strips: new Map(), at: null });
    again();
  });
  return {
    state,
    follow() {
      parts.followers += 1;
      again();
      return () => {
        parts.followers -= 1;
      };
    },
    load(from, to) {
      const total = state.get().known?.total ?? 0;
      parts.inView = { from: Math.min(from, total), to: Math.min(to, total) };
      loadPages(parts, parts.inView);
    },
    setOrder(order) {
      state.patch({ order, at: null });
      parts.inView = { from: 0, to: 1 };
      again();
    },
    lookAt: (strip, segment) => state.patch({ at: { strip, segment } }),
  };
}

/** Loads what was not asked for since the latest change. */
function loadPages(parts: Parts, { from, to }: Parts["inView"]): void {
  for (let page = Math.floor(from / pageSize); page * pageSize < Math.max(to, 1); page += 1)
    if (!parts.pages.has(page)) void loadPage(parts, page);
}

async function loadPage(parts: Parts, page: number): Promise<void> {
  const { workspace, state, version, pages } = parts;
  if (!workspace.state.get().project) return;
  pages.add(page);
  const { scope } = insightOf(workspace).state.get();
  const { order } = state.get();
  try {
    const { found } = await workspace.call((project) =>
      workspace.client.call("insight.strips", {
        ...{ project, scope, order, from: page * pageSize, count: pageSize },
      }),
    );
    if (version !== parts.version || !found) return;
    if (!found.ok) {
      state.patch({ known: null, strips: new Map(), refusal: found.problem, problem: null });
      return;
    }
    const { total, leftOut, voices, from, strips } = found;
    const loaded = strips.map((strip, offset) => [from + offset, strip] as const);
    // Whichever page is answered first takes the place of those from before a change.
    const kept = parts.shownVersion === version ? state.get().strips : [];
    parts.shownVersion = version;
    state.patch({
      ...{ known: { total, leftOut, voices }, refusal: null, problem: null },
      strips: new Map([...kept, ...loaded]),
    });
  } catch (error) {
    if (!(error instanceof ApiError)) throw error;
    pages.delete(page);
    if (version === parts.version) state.patch({ problem: error.toData() });
  }
}
