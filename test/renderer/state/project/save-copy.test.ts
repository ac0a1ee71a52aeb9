// Saving a copy and recovering from one, as the workspace asks the core for them.

import { expect, test } from "vitest";
import { createStore } from "../../../../renderer/lib/store.ts";
import { type ConnectionState, createWorkspace } from "../../../../renderer/state/project/workspace.ts";
import type { Client } from "../../../../shared/api/client.ts";
import type { Input, OpenArticle, OpenProject } from "../../../../shared/api/contract.ts";
import { emptyDesk } from "../../../../shared/api/desk.ts";
import { defaultPreferences } from "../../../../shared/api/preferences.ts";
import { tagSelection } from "../../../../shared/commands/index.ts";
import { ApiError } from "../../../../shared/errors/errors.ts";
import { newsAttribution } from "../../../../shared/tagsets/news-attribution.ts";
import { annotatorId, articleId, textHash } from "../../../helpers/marked-article.ts";
import { noOutbox } from "../../../helpers/memory-outbox.ts";
import { clock, idSource } from "../../../helpers/sources.ts";

const text = "Mayor Ana Ruiz said so.";
const article = {
  id: articleId,
  title: "T",
  addedAt: "",
  textHash,
  length: text.length,
  metadata: [],
  original: null,
};
const project: OpenProject = {
  handle: "handle",
  path: "/one",
  project: {
    schemaVersion: 1,
    id: "one",
    name: "One",
    createdAt: "",
    tagset: newsAttribution,
    annotators: [{ id: annotatorId, name: "A" }],
  },
  annotator: { id: annotatorId, name: "A" },
  readOnly: null,
  articles: [{ ...article, spans: 0, attributions: 0, state: "new", hasNote: false, markedTo: 0 }],
  recentArticles: [],
  desk: emptyDesk,
  entities: [],
  warnings: [],
  missing: [],
};

/** A core whose disk takes nothing until it is mended. */
async function workspaceOnFullDisk() {
  let copied: Input<"export.copy"> | null = null;
  let isDamaged = true;
  const opened = (): OpenArticle => ({
    article,
    text,
    set: { articleId, annotatorId, textHash, spans: [], attributions: [], exclusions: [] },
    entities: [],
    revision: 0,
    place: null,
    readOnly: isDamaged ? { why: "damaged", detail: { recoverable: true } } : null,
    warnings: [],
  });
  const answers: Readonly<Record<string, (input: unknown) => unknown>> = {
    "host.info": () => ({ version: "1", host: "browser", nativeDialogs: false, modelsAllowedIn: "command" }),
    "settings.get": () => ({
      ...defaultPreferences,
      annotatorName: "A",
      theme: "system",
      language: "en",
      recentProjects: [],
    }),
    "project.open": () => project,
    "project.recover": () => ({ ...project, handle: "recovered" }),
    "project.close": () => null,
    "project.history": () => ({ steps: [] }),
    "conflicts.list": () => ({ conflicts: [] }),
    "article.open": opened,
    "article.recover": () => {
      isDamaged = false;
      return opened();
    },
    "annotations.keep": () => ({ kept: 1 }),
    "annotations.apply": () => {
      throw new ApiError("disk-full");
    },
    "export.copy": (input) => {
      copied = input as Input<"export.copy">;
      return { paths: [copied.path], bytes: 1, articles: 1, sets: 1, losses: [], leftOut: ["Other"] };
    },
  };
  const client = {
    call: async (method: string, input: unknown) => answers[method]?.(input),
    subscribe: () => () => undefined,
  } as unknown as Client;
  const workspace = await createWorkspace({
    client,
    newId: idSource(),
    now: clock(),
    connection: createStore<ConnectionState>("up"),
    outbox: noOutbox,
  });
  return {
    workspace,
    copied: () => copied,
    mend() {
      isDamaged = false;
    },
  };
}

test("a copy is made while saving fails, and carries what is not saved", async () => {
  const { workspace, copied, mend } = await workspaceOnFullDisk();
  mend();
  await workspace.openProject("/one", "write");
  const { session } = workspace.state.get();
  session?.run(tagSelection, { range: { start: 0, end: 14 }, type: "speaker", snap: true, card: null });
  await expect.poll(() => workspace.hasUnsaved()).toBe(true);
  expect(await workspace.saveCopy("/elsewhere/copy.json", false)).toBe(true);
  expect(copied()).toMatchObject({
    project: "handle",
    path: "/elsewhere/copy.json",
    overwrite: false,
    unsaved: [{ article: articleId, changes: [{ spans: { added: [{ type: "speaker" }] } }] }],
  });
  expect(workspace.state.get().report).toMatchObject({ kind: "copied", report: { leftOut: ["Other"] } });
  expect(workspace.hasUnsaved()).toBe(true);
});

test("a recovered article is opened anew and may be written", async () => {
  const { workspace } = await workspaceOnFullDisk();
  await workspace.openProject("/one", "write");
  expect(workspace.state.get().session?.readOnly).toBe(true);
  await workspace.recoverArticle(articleId);
  expect(workspace.state.get().session?.readOnly).toBe(false);
});

test("a recovered project is the one that is open", async () => {
  const { workspace } = await workspaceOnFullDisk();
  await workspace.recoverProject("/one");
  expect(workspace.state.get().project?.handle).toBe("recovered");
});
