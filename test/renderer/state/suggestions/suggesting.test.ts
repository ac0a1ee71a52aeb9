// When the suggestions of the article on the screen are asked for again by themselves.
import { expect, test } from "vitest";
import { createStore } from "../../../../renderer/lib/store.ts";
import type { Workspace } from "../../../../renderer/state/project/workspace.ts";
import type { ConnectionState, WorkspaceState } from "../../../../renderer/state/project/workspace-state.ts";
import type { Session } from "../../../../renderer/state/session/session.ts";
import {
  type Offered,
  suggestingOf,
  sureOfOffered,
} from "../../../../renderer/state/suggestions/suggesting.ts";
import { defaultPreferences } from "../../../../shared/api/preferences.ts";
import { ApiError } from "../../../../shared/errors/errors.ts";
import { tableOf } from "../../../../shared/model/table.ts";
import { newsAttribution } from "../../../../shared/tagsets/news-attribution.ts";
import { eventually } from "../../../helpers/eventually.ts";

/** A window on an article that a core speaks of only as long as it can read it. */
function window() {
  const core = { canRead: false, asked: 0 };
  const none = tableOf();
  const annotations = {
    entities: none,
    set: { spans: none, attributions: none, exclusions: none, rejections: none },
  };
  const session = {
    article: { id: "article" },
    text: { text: "" },
    tagset: newsAttribution,
    annotations: () => annotations,
    focus: () => ({ span: null, card: null }),
    subscribe: () => () => undefined,
    ghosts: createStore({}),
    suggested: createStore<unknown>({ cards: [], people: [] }),
  } as unknown as Session;
  const state = createStore({
    session,
    settings: defaultPreferences,
    project: { handle: "project" },
    connection: "up" as ConnectionState,
    folderAway: null as string | null,
  } as unknown as WorkspaceState);
  const call = async (name: string): Promise<unknown> => {
    if (name === "suggestions.rejections") return { articles: [] };
    core.asked += 1;
    if (!core.canRead) throw new ApiError("article-damaged");
    return { people: [], cards: [], models: [] };
  };
  const workspace = {
    state,
    client: { call },
    call: (make: (project: string) => unknown) => make("project"),
  } as unknown as Workspace;
  return { core, state, suggesting: suggestingOf(workspace) };
}

test("what failed while the folder was away is asked for again once it is back", async () => {
  const { core, state, suggesting } = window();
  await eventually(() => expect(suggesting.state.get().status).toBe("failed"));
  state.patch({ folderAway: "project" });
  expect(core.asked).toBe(1);
  core.canRead = true;
  state.patch({ folderAway: null });
  await eventually(() => expect(suggesting.state.get().status).toBe("ready"));
  expect(core.asked).toBe(2);
});

test("and once the project is open elsewhere, where its folder is", async () => {
  const { core, state, suggesting } = window();
  await eventually(() => expect(suggesting.state.get().status).toBe("failed"));
  state.patch({ folderAway: "project" });
  core.canRead = true;
  state.patch({ project: { handle: "moved" } as WorkspaceState["project"] });
  await eventually(() => expect(suggesting.state.get().status).toBe("ready"));
});

test("and what failed while the host was away, once that is back", async () => {
  const { core, state, suggesting } = window();
  await eventually(() => expect(suggesting.state.get().status).toBe("failed"));
  state.patch({ connection: "down" });
  core.canRead = true;
  state.patch({ connection: "up" });
  await eventually(() => expect(suggesting.state.get().status).toBe("ready"));
});

test("what is there is not asked for again", async () => {
  const { core, state, suggesting } = window();
  core.canRead = true;
  suggesting.again();
  await eventually(() => expect(suggesting.state.get().status).toBe("ready"));
  const { asked } = core;
  state.patch({ folderAway: "project" });
  state.patch({ folderAway: null });
  expect(core.asked).toBe(asked);
});

test("the lesser of how sure the words are and how sure is who is meant counts", () => {
  const at = { start: 20, end: 22 };
  const offered = (reason: string, antecedent: unknown, confidence: number) =>
    ({
      card: { voice: [at], confidence },
      who: { suggested: { mentions: [{ range: at, reason, antecedent, rival: { start: 9, end: 12 } }] } },
    }) as unknown as Offered;
  const before = { start: 0, end: 5 };
  expect(sureOfOffered(offered("pronoun", before, 0.95))).toBeLessThan(0.8);
  expect(sureOfOffered(offered("pronoun", before, 0.4))).toBe(0.4);
  expect(sureOfOffered(offered("first", null, 0.95))).toBe(0.95);
});
