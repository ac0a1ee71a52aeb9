// Models of an article that is only read: its marks are shown, nothing is in focus, nothing is proposed.
import type { Focus } from "../../shared/commands/command.ts";
import { type AnnotationSetJson, emptySet, setFromJson } from "../../shared/model/annotation-set.ts";
import type { Article } from "../../shared/model/article.ts";
import { articleTextOf } from "../../shared/model/article-text.ts";
import type { Entity } from "../../shared/model/entity.ts";
import type { Table } from "../../shared/model/table.ts";
import type { Tagset } from "../../shared/model/tagset.ts";
import { createStore, type ReadableStore } from "../lib/store.ts";
import type { EditorModel } from "./editor-model.ts";
import type { Ghosts } from "./ghosts.ts";

interface ReadText {
  readonly article: Article;
  readonly text: string;
  /** `null`: nothing was marked in it. */
  readonly set: AnnotationSetJson | null;
}

const noFocus: Focus = { span: null, card: null };

const forReading = {
  readOnly: true,
  ghosts: createStore<Ghosts>({ suggested: [], proposed: [] }),
  focus: () => noFocus,
} as const;

/** The model of a text as it was read: nothing changes but the names of entities. */
export function readingModel(
  { article, text, set }: ReadText,
  tagset: Tagset,
  registry: ReadableStore<{ readonly entities: Table<Entity> }>,
): EditorModel {
  const { id: articleId, textHash } = article;
  const readSet = set ? setFromJson(set) : emptySet({ articleId, annotatorId: "", textHash });
  const entitiesNow = (): Table<Entity> => registry.get().entities;
  let annotations = { set: readSet, entities: entitiesNow() };
  return {
    ...forReading,
    article,
    text: articleTextOf(text),
    tagset,
    annotations() {
      if (annotations.entities !== entitiesNow()) annotations = { set: readSet, entities: entitiesNow() };
      return annotations;
    },
    subscribe(listener) {
      let seen = entitiesNow();
      return registry.subscribe(() => {
        if (seen === entitiesNow()) return;
        seen = entitiesNow();
        listener({ change: null, replaced: true });
      });
    },
  };
}

/** The model of an article that is written in at the same time: it follows every change of its marks. */
export function followingModel({ article, text, tagset, annotations, subscribe }: EditorModel): EditorModel {
  return {
    ...forReading,
    ...{ article, text, tagset, annotations },
    subscribe: (listener) =>
      subscribe((update) => {
        // Where only the focus has moved, nothing is to be drawn here.
        if (update.change !== null || update.replaced) listener(update);
      }),
  };
}
