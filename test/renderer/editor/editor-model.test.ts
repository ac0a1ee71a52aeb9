// An article that is only read: its marks are there, nothing is in focus, and it follows what it shows and nothing else.
import { expect, test } from "vitest";
import {
  type EditorModel,
  type EditorUpdate,
  followingModel,
  readingModel,
} from "../../../renderer/editor/editor-model.ts";
import { createStore } from "../../../renderer/lib/store.ts";
import { setToJson } from "../../../shared/model/annotation-set.ts";
import type { Entity } from "../../../shared/model/entity.ts";
import { has, tableOf } from "../../../shared/model/table.ts";
import { newsAttribution } from "../../../shared/tagsets/news-attribution.ts";
import { articleId, entity, markedArticle, textHash } from "../../helpers/marked-article.ts";

const { text, set, annotations } = markedArticle("{o:speaker|Ruiz} {s:cue|said} {c:claim|it was over}.");
const article = {
  id: articleId,
  title: "Over",
  length: text.text.length,
  textHash,
} as EditorModel["article"];
const noFocus = { span: null, card: null };

test("a text that was read shows its marks, and the names of entities as they are now", () => {
  const registry = createStore({ entities: tableOf<Entity>(), others: 0 });
  const model = readingModel({ article, text: text.text, set: setToJson(set) }, newsAttribution, registry);
  expect(["o", "s", "c"].every((id) => has(model.annotations().set.spans, id))).toBe(true);
  expect([model.readOnly, model.focus(), model.ghosts.get()]).toEqual([
    true,
    noFocus,
    { suggested: [], proposed: [] },
  ]);
  registry.patch({ entities: tableOf([entity("early", "Known before it is shown")]) });
  expect(has(model.annotations().entities, "early")).toBe(true);
  const updates: EditorUpdate[] = [];
  const stop = model.subscribe((update) => updates.push(update));
  let told = 0;
  const stopOther = model.subscribe(() => {
    told += 1;
  });
  registry.patch({ others: 1 });
  expect(updates).toEqual([]);
  registry.patch({ entities: tableOf([entity("ruiz", "Ana Ruiz")]) });
  expect(updates).toEqual([{ change: null, replaced: true }]);
  expect(has(model.annotations().entities, "ruiz")).toBe(true);
  stop();
  stopOther();
  registry.patch({ entities: tableOf<Entity>() });
  expect([updates.length, told]).toEqual([1, 1]);
});

test("a text in which nothing was marked is shown without marks", () => {
  const registry = createStore({ entities: tableOf<Entity>() });
  const model = readingModel({ article, text: text.text, set: null }, newsAttribution, registry);
  expect(model.annotations().set.spans.size).toBe(0);
});

test("an article that is written in at the same time is followed in its marks and not in its focus", () => {
  let tell: (update: EditorUpdate) => void = () => undefined;
  const written: EditorModel = {
    ...{ article, text, tagset: newsAttribution, readOnly: false },
    ghosts: createStore<ReturnType<EditorModel["ghosts"]["get"]>>({ suggested: [], proposed: [] }),
    annotations: () => annotations,
    focus: () => ({ span: "c", card: null }),
    subscribe(listener) {
      tell = listener;
      return () => undefined;
    },
  };
  const model = followingModel(written);
  const updates: EditorUpdate[] = [];
  model.subscribe((update) => updates.push(update));
  tell({ change: null, replaced: false });
  tell({ change: {}, replaced: false });
  tell({ change: null, replaced: true });
  expect(updates).toEqual([
    { change: {}, replaced: false },
    { change: null, replaced: true },
  ]);
  expect([model.readOnly, model.focus(), model.annotations()]).toEqual([true, noFocus, annotations]);
});
