// What the session promises: every action can be taken back and done again, what is sent is what is shown, and own work
// survives somebody else's.

import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { createHistoryWalk } from "../../../../renderer/state/history/walk-history.ts";
import { createSession, type Session } from "../../../../renderer/state/session/session.ts";
import type { Client } from "../../../../shared/api/client.ts";
import type { OpenArticle, OpenProject } from "../../../../shared/api/contract.ts";
import { emptyDesk } from "../../../../shared/api/desk.ts";
import {
  createAttribution,
  createEntity,
  deleteSpan,
  tagSelection,
  updateEntity,
} from "../../../../shared/commands/index.ts";
import { ApiError } from "../../../../shared/errors/errors.ts";
import { type Annotations, emptySet, setToJson } from "../../../../shared/model/annotation-set.ts";
import { applyChange, type Change, misfits, updated } from "../../../../shared/model/change.ts";
import type { Entity } from "../../../../shared/model/entity.ts";
import { records, tableOf } from "../../../../shared/model/table.ts";
import { newsAttribution } from "../../../../shared/tagsets/news-attribution.ts";
import { annotatorId, articleId, textHash } from "../../../helpers/marked-article.ts";
import { clock, idSource } from "../../../helpers/sources.ts";
import { runs } from "../../../helpers/tier.ts";

const text = "“We will rebuild the bridge,” Mayor Ana Ruiz told the Courier. She said it would open in May.";

const project: OpenProject = {
  handle: "handle",
  path: "p",
  project: {
    schemaVersion: 1,
    id: "project",
    name: "P",
    createdAt: "",
    tagset: newsAttribution,
    annotators: [{ id: annotatorId, name: "A" }],
  },
  annotator: { id: annotatorId, name: "A" },
  readOnly: null,
  articles: [],
  recentArticles: [],
  desk: emptyDesk,
  entities: [],
  warnings: [],
  missing: [],
};

const opened = (annotations: Annotations, revision: number): OpenArticle => ({
  article: {
    id: articleId,
    title: "T",
    addedAt: "",
    textHash,
    length: text.length,
    metadata: [],
    original: null,
  },
  text,
  set: setToJson(annotations.set),
  entities: [...records(annotations.entities)],
  revision,
  place: null,
  readOnly: null,
  warnings: [],
});

/** A core in memory: applies what it is sent, and counts. `interfere` lets somebody else change the set first. */
function core() {
  let state: Annotations = { set: emptySet({ articleId, annotatorId, textHash }), entities: tableOf() };
  let revision = 0;
  const client = {
    async call(method: string, input: { revision: number; change: Change }) {
      if (method === "article.open") return opened(state, revision);
      if (input.revision !== revision) throw new ApiError("revision-conflict", { revision });
      if (misfits(state, input.change).length > 0) throw new ApiError("change-misfit");
      // Through JSON, as over any transport.
      state = applyChange(state, JSON.parse(JSON.stringify(input.change)) as Change);
      revision += 1;
      return { revision, savedAt: "now" };
    },
    subscribe: () => () => undefined,
  } as unknown as Client;
  return {
    client,
    written: (): string => written(state),
    interfere(change: (annotations: Annotations) => Change): void {
      state = applyChange(state, change(state));
      revision += 1;
    },
  };
}

const written = ({ set, entities }: Annotations): string =>
  JSON.stringify([setToJson(set), [...records(entities)].sort((a, b) => (a.id < b.id ? -1 : 1))]);

/** A session with the history of a window that shows nothing else. */
function sessionOver(client: Client, newId = idSource()) {
  const history = createHistoryWalk({
    now: clock(),
    session: () => ({ session, isShown: true }),
    show: async () => session,
    apply: async () => "failed",
    takeRevisionBack: async () => "failed",
    say: (what) => session.say(what === "cannot-undo" ? { kind: what } : { kind: "walked", ...what }),
    wentTo: () => undefined,
  });
  const first: Annotations = { set: emptySet({ articleId, annotatorId, textHash }), entities: tableOf() };
  const dropped: Change[] = [];
  const session = createSession({
    client,
    project,
    opened: opened(first, 0),
    entities: first.entities,
    newId,
    now: clock(),
    keeper: { hold: () => undefined, leave: () => undefined },
    ready: () => null,
    note: history.note,
    onStep: history.record,
    onStepReplaced: history.replaced,
    onDropped: (changes) => dropped.push(...changes),
    onEntities: () => undefined,
    onRegistry: () => undefined,
    handle: () => project.handle,
    annotator: () => annotatorId,
    askName: () => undefined,
    isLocked: () => false,
    reopen: async () => undefined,
  });
  return {
    ...session,
    dropped,
    undo: () => void history.undo(),
    redo: () => void history.redo(),
    history: () => history.state.get().history,
  };
}

const at = (words: string) => ({ start: text.indexOf(words), end: text.indexOf(words) + words.length });

const tag = (session: Session, words: string, type: string) =>
  session.run(tagSelection, { range: at(words), type, snap: true, card: session.focus().card });

describe("the session", () => {
  test("undoes back to nothing and redoes to everything, byte for byte, whatever was done", async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.tuple(fc.nat(text.length), fc.nat(20), fc.nat(5)), { maxLength: 25 }),
        async (steps) => {
          const { client, written: onDisk } = core();
          const session = sessionOver(client);
          const nothing = written(session.annotations());
          const types = ["speaker", "cue", "claim", "source"];
          for (const [start, length, what] of steps) {
            const { span, card } = session.focus();
            const range = { start, end: Math.min(text.length, start + length) };
            if (what < 4) session.run(tagSelection, { range, type: types[what] ?? "", snap: true, card });
            else if (span !== null && what === 4) session.run(createAttribution, { span });
            else if (span !== null) session.run(start % 2 === 0 ? deleteSpan : createEntity, { span });
          }
          const everything = written(session.annotations());
          while (session.history().done.length > 0) session.undo();
          expect(written(session.annotations())).toBe(nothing);
          while (session.history().undone.length > 0) session.redo();
          expect(written(session.annotations())).toBe(everything);
          await session.queue.drained();
          expect(onDisk()).toBe(everything);
        },
      ),
      { numRuns: runs(60) },
    );
  });

  test("applies and shows an action in the same tick, before anything is saved", () => {
    const session = sessionOver({
      call: () => new Promise(() => undefined),
      subscribe: () => () => undefined,
    } as Client);
    tag(session, "Mayor Ana Ruiz", "speaker");
    expect(session.state.get().spanOrder).toHaveLength(1);
    expect(session.queue.status.get()).toEqual({ kind: "saving", waiting: 1 });
  });

  test("puts its unsaved work on top of what another window saved meanwhile", async () => {
    const { client, written: onDisk } = core();
    const other = sessionOver(client, () => "other");
    const outcome = tag(other, "Courier", "source");
    await other.queue.drained();
    const session = sessionOver(client);
    tag(session, "Mayor Ana Ruiz", "speaker");
    await session.queue.drained();
    expect("change" in outcome).toBe(true);
    expect(session.state.get().spanOrder).toHaveLength(2);
    expect(session.state.get().notice).toBeNull();
    expect(onDisk()).toBe(written(session.annotations()));
  });

  test("says what of its unsaved work no longer fits, and keeps the rest", async () => {
    const { client, interfere, written: onDisk } = core();
    const session = sessionOver(client);
    tag(session, "Mayor Ana Ruiz", "speaker");
    await session.queue.drained();
    const mine = session.focus().span ?? "";
    interfere(({ set }) => ({
      spans: { added: [], updated: [], removed: [...records(set.spans)] },
    }));
    session.run(createEntity, { span: mine });
    tag(session, "told", "cue");
    await session.queue.drained();
    expect(session.dropped).toHaveLength(1);
    expect(session.state.get().spanOrder).toHaveLength(1);
    expect(onDisk()).toBe(written(session.annotations()));
  });

  test("says which change of an entity is overtaken by another window's, unless that did the same", async () => {
    const { client, interfere, written: onDisk } = core();
    const session = sessionOver(client);
    tag(session, "Mayor Ana Ruiz", "speaker");
    const span = session.focus().span ?? "";
    session.run(createEntity, { span });
    await session.queue.drained();
    const edited = (entity: Entity, values: Partial<Entity>): Change => ({
      entities: updated(entity, { ...entity, ...values }),
    });
    const first = (annotations: Annotations): Entity => {
      const [entity] = records(annotations.entities);
      if (!entity) throw new Error("The registry has an entity.");
      return entity;
    };
    const { id } = first(session.annotations());
    interfere((annotations) => edited(first(annotations), { name: "Ruiz" }));
    session.run(updateEntity, { entity: id, name: "Ana R." });
    await session.queue.drained();
    const ofEntity = { entities: expect.objectContaining({ updated: [expect.anything()] }) };
    expect(session.dropped).toEqual([expect.objectContaining(ofEntity)]);
    expect(first(session.annotations()).name).toBe("Ruiz");
    interfere((annotations) => edited(first(annotations), { type: "group" }));
    session.run(updateEntity, { entity: id, type: "group" });
    await session.queue.drained();
    expect(session.dropped).toHaveLength(1);
    expect(onDisk()).toBe(written(session.annotations()));
  });

  test("gives up a step that somebody else has overtaken, and goes on to the one before it", async () => {
    const { client, interfere } = core();
    const session = sessionOver(client);
    tag(session, "Courier", "source");
    tag(session, "Mayor Ana Ruiz", "speaker");
    await session.queue.drained();
    interfere(({ set }) => {
      const mayor = [...records(set.spans)].filter(({ type }) => type === "speaker");
      return { spans: { added: [], updated: [], removed: mayor } };
    });
    session.queue.noticeRevision(3);
    await new Promise((done) => setTimeout(done, 5));
    session.undo();
    expect(session.state.get().notice).toEqual({ kind: "cannot-undo" });
    expect(session.state.get().spanOrder).toHaveLength(1);
    session.undo();
    expect(session.state.get().spanOrder).toHaveLength(0);
  });

  test("takes back the mark of an entity that another article has changed since, and leaves the entity", async () => {
    const { client } = core();
    const session = sessionOver(client);
    tag(session, "Mayor Ana Ruiz", "speaker");
    session.run(createEntity, { span: session.focus().span ?? "" });
    await session.queue.drained();
    const [entity] = records(session.annotations().entities);
    if (!entity) throw new Error("There is an entity.");
    session.takeEntities(tableOf([{ ...entity, aliases: ["the mayor"] }]));
    session.undo();
    const mayor = [...records(session.annotations().set.spans)];
    expect(mayor.map((span) => span.entity)).toEqual([undefined]);
    expect([...records(session.annotations().entities)]).toEqual([{ ...entity, aliases: ["the mayor"] }]);
    session.redo();
    expect([...records(session.annotations().set.spans)].map((span) => span.entity)).toEqual([entity.id]);
  });

  test("does not undo what somebody else has changed since, and changes nothing", async () => {
    const { client, interfere } = core();
    const session = sessionOver(client);
    tag(session, "Mayor Ana Ruiz", "speaker");
    await session.queue.drained();
    interfere(({ set }) => ({ spans: { added: [], updated: [], removed: [...records(set.spans)] } }));
    session.queue.noticeRevision(2);
    await new Promise((done) => setTimeout(done, 5));
    session.undo();
    expect(session.state.get().notice).toEqual({ kind: "cannot-undo" });
  });
});
