// What the workspace promises when projects change under it: nothing unsaved is left behind or sent to the wrong place.

import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { createStore } from "../../../../renderer/lib/store.ts";
import { type ConnectionState, createWorkspace } from "../../../../renderer/state/project/workspace.ts";
import type { Outbox, PendingChange, UnsavedWork } from "../../../../renderer/state/session/outbox.ts";
import { opIdsOf } from "../../../../renderer/state/session/recover-unsaved.ts";
import type { Client } from "../../../../shared/api/client.ts";
import type { Event, OpenArticle, OpenProject } from "../../../../shared/api/contract.ts";
import { emptyDesk } from "../../../../shared/api/desk.ts";
import { defaultPreferences } from "../../../../shared/api/preferences.ts";
import { createEntity, tagSelection } from "../../../../shared/commands/index.ts";
import { ApiError, type Problem } from "../../../../shared/errors/errors.ts";
import type { Entity } from "../../../../shared/model/entity.ts";
import { records } from "../../../../shared/model/table.ts";
import { newsAttribution } from "../../../../shared/tagsets/news-attribution.ts";
import { eventually } from "../../../helpers/eventually.ts";
import { annotatorId, articleId, entity, textHash } from "../../../helpers/marked-article.ts";
import { noOutbox } from "../../../helpers/memory-outbox.ts";
import { clock, idSource } from "../../../helpers/sources.ts";
import { runs } from "../../../helpers/tier.ts";

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

interface Asked {
  readonly path: string;
  readonly project: string;
  readonly changes: readonly PendingChange[];
}

/** A core of two projects, `/one` and `/two`, that fails or opens as its script says, and notes what it is asked. */
async function workspaceOver(
  script: {
    failing: Problem | null;
    readOnly: OpenProject["readOnly"];
    onOpening?: () => void;
    onSettings?: () => void;
  },
  outbox: Outbox = noOutbox,
) {
  const asked: string[] = [];
  const listeners: ((event: Event) => void)[] = [];
  let opened = 0;
  let revision = 0;
  const openProject = (path: string): OpenProject => ({
    handle: `handle${++opened}`,
    path,
    project: {
      schemaVersion: 1,
      id: path.slice(1),
      name: path,
      createdAt: "",
      tagset: newsAttribution,
      annotators: [{ id: annotatorId, name: "A" }],
    },
    annotator: { id: annotatorId, name: "A" },
    readOnly: script.readOnly,
    articles: [{ ...article, spans: 0, attributions: 0, state: "new", hasNote: false, markedTo: 0 }],
    recentArticles: [],
    desk: emptyDesk,
    entities: [],
    warnings: [],
    missing: [],
  });
  const openArticle = (): OpenArticle => ({
    article,
    text,
    set: { articleId, annotatorId, textHash, spans: [], attributions: [], exclusions: [] },
    entities: [],
    revision,
    place: null,
    readOnly: null,
    warnings: [],
  });
  const answers: Readonly<Record<string, (input: Asked) => unknown>> = {
    "host.info": () => ({ version: "1", host: "browser", nativeDialogs: false, modelsAllowedIn: "command" }),
    "settings.get": () => ({
      ...defaultPreferences,
      annotatorName: "A",
      theme: "system",
      language: "en",
      recentProjects: [{ id: "one", name: "/one", path: "/one", openedAt: "" }],
    }),
    "project.open": ({ path }) => openProject(path),
    "project.close": () => null,
    "project.history": () => ({ steps: [] }),
    "conflicts.list": () => ({ conflicts: [] }),
    "article.open": openArticle,
    // Of what is handed over, nothing fits.
    "annotations.applyUnsaved": ({ changes }) => ({ applied: 0, unfitting: opIdsOf(changes) }),
    "article.importFile": () => {
      throw new ApiError("file-unreadable");
    },
    "annotations.apply": () => {
      if (script.failing) throw new ApiError(script.failing);
      revision += 1;
      return { revision, savedAt: "now" };
    },
  };
  const client = {
    async call(method: string, input: Asked) {
      if (method === "article.open") script.onOpening?.();
      if (method === "settings.get") script.onSettings?.();
      if (method !== "project.history") asked.push(`${method} ${input.project ?? input.path ?? ""}`.trim());
      return answers[method]?.(input);
    },
    subscribe(listener: (event: Event) => void) {
      listeners.push(listener);
      return () => undefined;
    },
  } as unknown as Client;
  const workspace = await createWorkspace({
    client,
    newId: idSource(),
    now: clock(),
    connection: createStore<ConnectionState>("up"),
    outbox,
  });
  const session = () => {
    const current = workspace.state.get().session;
    if (!current) throw new Error("An article is open.");
    return current;
  };
  return {
    workspace,
    asked,
    session,
    tell: (event: Event) => {
      for (const listener of listeners) listener(event);
    },
    tag: () =>
      session().run(tagSelection, { range: { start: 0, end: 14 }, type: "speaker", snap: true, card: null }),
  };
}

describe("the workspace", () => {
  test("shows what is told of a project before the answer comes that opens it, and how much there is once", async () => {
    const { workspace, tell } = await workspaceOver({ failing: null, readOnly: null });
    const told = (count: number): void =>
      tell({ type: "outside", project: "handle1", news: [{ what: "copies", count }, { what: "project" }] });
    told(2);
    tell({ type: "outside", project: "handle2", news: [{ what: "tagset" }] });
    await workspace.openProject("/one", "write");
    expect(workspace.state.get().news).toEqual([{ what: "copies", count: 2 }, { what: "project" }]);
    told(3);
    expect(workspace.state.get().news).toEqual([{ what: "project" }, { what: "copies", count: 3 }]);
    await workspace.openProject("/two", "write");
    expect(workspace.state.get().news).toEqual([{ what: "tagset" }]);
  });

  test("finds where a link leads, and says why where the settings cannot be read", async () => {
    const script: Parameters<typeof workspaceOver>[0] = { failing: null, readOnly: null };
    const { workspace } = await workspaceOver(script);
    script.onSettings = () => {
      throw new ApiError("host-unreachable");
    };
    const found: string[] = [];
    const target = { project: "one", article: null, mark: null };
    const follow = () => workspace.openLinked(target, (path) => void found.push(path));
    expect(await follow()).toBe(false);
    expect(workspace.state.get()).toMatchObject({ project: null, problem: { problem: "host-unreachable" } });
    script.onSettings = () => undefined;
    expect(await follow()).toBe(true);
    expect(await workspace.openLinked({ ...target, project: "two" }, (path) => void found.push(path))).toBe(
      false,
    );
    expect(workspace.state.get().problem).toMatchObject({ problem: "link-elsewhere" });
    expect(found).toEqual(["/one"]);
  });

  test("takes in what another window saves while the article is being opened", async () => {
    const script: Parameters<typeof workspaceOver>[0] = { failing: null, readOnly: null };
    const { workspace, asked, tell, session } = await workspaceOver(script);
    script.onOpening = () => {
      script.onOpening = () => undefined;
      tell({ type: "set", project: "handle1", article: articleId, revision: 1 });
    };
    await workspace.openProject("/one", "write");
    await eventually(() => expect(asked.filter((call) => call.startsWith("article.open"))).toHaveLength(2));
    expect(session().queue.status.get().kind).toBe("saved");
  });

  test("saves all of a project before it opens another, and gives the first one up", async () => {
    const { workspace, asked, tag } = await workspaceOver({ failing: null, readOnly: null });
    await workspace.openProject("/one", "write");
    tag();
    await workspace.openProject("/two", "write");
    expect(asked.filter((call) => /^(?:annotations|project)/u.test(call))).toEqual([
      "project.open /one",
      "annotations.apply handle1",
      "project.open /two",
      "project.close handle1",
    ]);
    expect(workspace.state.get().project?.path).toBe("/two");
  });

  test("stays in a project whose work cannot be saved, and says why", async () => {
    const { workspace, asked, tag } = await workspaceOver({ failing: "disk-full", readOnly: null });
    await workspace.openProject("/one", "write");
    tag();
    await workspace.openProject("/two", "write");
    await workspace.closeProject();
    expect(workspace.state.get()).toMatchObject({
      project: { path: "/one" },
      // Kept on this computer, so that it may be left all the same.
      problem: { problem: "changes-waiting", detail: { count: 1 } },
    });
    expect(workspace.hasUnsaved()).toBe(true);
    expect(asked).not.toContain("project.open /two");
    expect(asked).not.toContain("project.close handle1");
    await workspace.closeWithKept();
    expect(workspace.state.get()).toMatchObject({ project: null, problem: null });
    expect(asked.at(-1)).toBe("project.close handle1");
  });

  test("takes back what it said of a disk once that takes everything", async () => {
    const script: Parameters<typeof workspaceOver>[0] = { failing: "disk-full", readOnly: null };
    const { workspace, tag, session } = await workspaceOver(script);
    await workspace.openProject("/one", "write");
    tag();
    await workspace.closeProject();
    expect(workspace.state.get().problem).not.toBeNull();
    script.failing = null;
    session().queue.retry();
    await eventually(() => expect(workspace.state.get().problem).toBeNull());
    expect(workspace.state.get().project).not.toBeNull();
  });

  test("goes on saying what failed for another reason, once all is saved", async () => {
    const script: Parameters<typeof workspaceOver>[0] = { failing: "disk-full", readOnly: null };
    const { workspace, tag, session } = await workspaceOver(script);
    await workspace.openProject("/one", "write");
    tag();
    await workspace.importFile("/letter.doc");
    script.failing = null;
    session().queue.retry();
    await session().queue.drained();
    // Whoever else waited for that has heard of it by then.
    await new Promise(setImmediate);
    expect(workspace.state.get().problem).toMatchObject({ problem: "file-unreadable" });
  });

  test("shows what was not seen yet also after another window took the article away, or the project", async () => {
    const script: Parameters<typeof workspaceOver>[0] = { failing: null, readOnly: null };
    const { workspace, tell } = await workspaceOver(script);
    await workspace.openProject("/one", "write");
    const project = workspace.state.get().project?.handle ?? "";
    tell({ type: "migrated", root: "/one", copy: "/older-forms/one" });
    await workspace.importFile("/letter.doc");
    tell({ type: "articles", project, articles: [] });
    await eventually(() => expect(workspace.state.get().session).toBeNull());
    script.readOnly = { why: "locked", detail: { holder: "Kim" } };
    tell({ type: "taken-over", project, by: { holder: "Kim" } });
    await eventually(() => expect(workspace.state.get().project?.handle).toBe("handle2"));
    expect(workspace.state.get()).toMatchObject({
      problem: { problem: "file-unreadable" },
      migrated: { copy: "/older-forms/one" },
    });
  });

  test("knows that the project's folder is away until it is back, and then sends what waits", async () => {
    const script: Parameters<typeof workspaceOver>[0] = { failing: "storage-failed", readOnly: null };
    const { workspace, tell, tag, session } = await workspaceOver(script);
    tell({ type: "folder", project: "handle1", isAway: true });
    await workspace.openProject("/one", "write");
    expect(workspace.state.get().folderAway).toBe("handle1");
    tag();
    await eventually(() => expect(session().queue.status.get().kind).toBe("unsaved"));
    script.failing = null;
    tell({ type: "folder", project: "handle1", isAway: false });
    expect(workspace.state.get().folderAway).toBeNull();
    await session().queue.drained();
  });

  test("opens the project once more when more was told than is kept for a window that was away", async () => {
    const { workspace, tell, asked, session } = await workspaceOver({ failing: null, readOnly: null });
    await workspace.openProject("/one", "write");
    const before = session();
    asked.length = 0;
    tell({ type: "missed" });
    await eventually(() => expect(asked).toContain("conflicts.list handle2"));
    await eventually(() => expect(asked).toContain("article.open handle2"));
    // How the project is shared is asked for beside that, of every project that is opened.
    const others = asked.filter((call) => !call.startsWith("team.get"));
    expect(others.slice(0, 3)).toEqual(["settings.get", "project.open /one", "project.close handle1"]);
    expect(session()).toBe(before);
  });

  test("tells nobody of a list of articles in which nothing is another", async () => {
    const { workspace, tell } = await workspaceOver({ failing: null, readOnly: null });
    await workspace.openProject("/one", "write");
    let changes = 0;
    workspace.state.subscribe(() => {
      changes += 1;
    });
    const { articles } = workspace.state.get();
    tell({ type: "articles", project: "handle1", articles: structuredClone([...articles]) });
    expect(changes).toBe(0);
    tell({ type: "articles", project: "handle1", articles: articles.map((one) => ({ ...one, spans: 1 })) });
    expect(changes).toBe(1);
  });

  test("keeps the news that came since those that were seen", async () => {
    const { workspace, tell } = await workspaceOver({ failing: null, readOnly: null });
    await workspace.openProject("/one", "write");
    tell({ type: "outside", project: "handle1", news: [{ what: "project" }] });
    const seen = workspace.state.get().news;
    tell({ type: "outside", project: "handle1", news: [{ what: "tagset" }] });
    workspace.dismissNews(seen);
    expect(workspace.state.get().news).toEqual([{ what: "tagset" }]);
  });

  test("stays where something is done in one set while another is saved, and cannot be saved", async () => {
    const script: Parameters<typeof workspaceOver>[0] = { failing: null, readOnly: null };
    const { workspace, tag } = await workspaceOver(script);
    await workspace.openProject("/one", "write");
    const curated = await workspace.openCurated(articleId);
    if (!curated) throw new Error("The curated set can be opened.");
    const range = { start: 0, end: 14 };
    curated.run(tagSelection, { range, type: "speaker", snap: true, card: null });
    const stop = curated.queue.status.subscribe(() => {
      stop();
      script.failing = "disk-full";
      tag();
    });
    await workspace.openProject("/two", "write");
    expect(workspace.state.get()).toMatchObject({
      project: { path: "/one" },
      problem: { problem: "disk-full" },
    });
    expect(workspace.hasUnsaved()).toBe(true);
  });

  test("shows all that an earlier window left and does not fit, and lets it go only once it was seen", async () => {
    const waiting = fc.uniqueArray(fc.uuid(), { minLength: 1, maxLength: 3 });
    const left = fc.array(fc.record({ isCurated: fc.boolean(), waiting }), { maxLength: 4 });
    await fc.assert(
      fc.asyncProperty(left, fc.array(fc.nat(2), { maxLength: 3 }), async (parts, then) => {
        const kept = new Set(parts.flatMap((one) => one.waiting));
        const behind = (isCurated: boolean): UnsavedWork[] =>
          parts
            .filter((one) => one.isCurated === isCurated)
            .map((one) => ({
              article: articleId,
              waiting: one.waiting.map((opId) => ({ opId, change: {} })),
            }));
        const outbox: Outbox = {
          ...noOutbox,
          takeOver: async (_, whose) => behind(whose !== annotatorId),
          forget: (opIds) => opIds.forEach((opId) => void kept.delete(opId)),
        };
        const { workspace, tag, session, tell } = await workspaceOver(
          { failing: null, readOnly: null },
          outbox,
        );
        await workspace.openProject("/one", "write");
        for (const what of then)
          if (what === 0) tag();
          else if (what === 1) session().say({ kind: "no-gap" });
          else tell({ type: "set", project: "handle1", article: articleId, revision: 7 } as Event);
        await workspace.closeProject();
        const all = parts.reduce((sum, one) => sum + one.waiting.length, 0);
        const shown = workspace.state.get().dropped.reduce((sum, { changes }) => sum + changes.length, 0);
        expect(shown).toBe(all);
        expect(kept).toEqual(new Set(parts.flatMap((one) => one.waiting)));
        workspace.dismissDropped();
        expect([kept.size, workspace.state.get().dropped]).toEqual([0, []]);
      }),
      { numRuns: runs(40) },
    );
  });

  test("opens the project again under a window that slept, and saves there", async () => {
    const script: Parameters<typeof workspaceOver>[0] = { failing: "project-not-open", readOnly: null };
    const { workspace, asked, tag, session } = await workspaceOver(script);
    await workspace.openProject("/one", "write");
    tag();
    script.failing = null;
    await session().queue.drained();
    expect(asked.filter((call) => /^(?:annotations|project)/u.test(call))).toEqual([
      "project.open /one",
      "annotations.apply handle1",
      "project.open /one",
      "annotations.apply handle2",
    ]);
  });

  test("says who has a project that was taken while the window slept, and goes on once it is free", async () => {
    const script: Parameters<typeof workspaceOver>[0] = { failing: "project-not-open", readOnly: null };
    const { workspace, tag, session } = await workspaceOver(script);
    await workspace.openProject("/one", "write");
    script.readOnly = { why: "locked", detail: { holder: "Kim" } };
    tag();
    await new Promise((done) => setTimeout(done, 10));
    expect(session().queue.status.get()).toMatchObject({
      kind: "unsaved",
      error: { problem: "project-locked", detail: { holder: "Kim" } },
    });
    script.readOnly = null;
    script.failing = null;
    session().queue.retry();
    await session().queue.drained();
    expect(workspace.hasUnsaved()).toBe(false);
  });

  test("keeps its own unsaved entities when another window changes the registry", async () => {
    const { workspace, tell, tag, session } = await workspaceOver({ failing: "disk-full", readOnly: null });
    await workspace.openProject("/one", "write");
    tag();
    session().run(createEntity, { span: session().focus().span ?? "" });
    const other = entity("other", "Somebody Else");
    tell({ type: "entities", project: workspace.state.get().project?.handle ?? "", entities: [other] });
    const names = (entities: Iterable<Entity>): string[] => Array.from(entities, ({ name }) => name).sort();
    expect(names(records(session().annotations().entities))).toEqual(["Mayor Ana Ruiz", "Somebody Else"]);
    expect(names(records(workspace.state.get().entities))).toEqual(["Mayor Ana Ruiz", "Somebody Else"]);
  });
});
