// The two seams between the editor, the state and the panels: everything that the article view shows, and everything that others may ask
// of it. Offsets are UTF-16 code units of the article's text, ends exclusive; never ProseMirror positions.
import type { Focus } from "../../shared/commands/command.ts";
import {
  type AnnotationSetJson,
  type Annotations,
  emptySet,
  setFromJson,
} from "../../shared/model/annotation-set.ts";
import type { Article } from "../../shared/model/article.ts";
import { type ArticleText, textOfArticle } from "../../shared/model/article-text.ts";
import type { Change } from "../../shared/model/change.ts";
import type { Entity } from "../../shared/model/entity.ts";
import type { Id } from "../../shared/model/id.ts";
import type { Range } from "../../shared/model/range.ts";
import type { Table } from "../../shared/model/table.ts";
import type { Tagset } from "../../shared/model/tagset.ts";
import { createStore, type ReadableStore } from "../lib/store.ts";
import type { Ghosts } from "./ghosts.ts";

/** `change` is `null` when only the focus moved. `replaced`: everything may be another, the change tells nothing. */
export interface EditorUpdate {
  readonly change: Change | null;
  readonly replaced: boolean;
}

/** The article and its annotations as the editor reads them. The editor never changes them. */
export interface EditorModel {
  readonly article: Article;
  readonly text: ArticleText;
  readonly tagset: Tagset;
  /** Nothing can be changed, so nothing offers to. */
  readonly readOnly: boolean;
  /** Marks that are only proposed, as they are to be shown now. */
  readonly ghosts: ReadableStore<Ghosts>;
  annotations(): Annotations;
  focus(): Focus;
  /** Calls the listener after every change and every move of the focus; returns how to stop. */
  subscribe(listener: (update: EditorUpdate) => void): () => void;
}

/** How far to scroll to a range: just so far that it is in view, or until it is in the middle, or the first line. */
export type RevealHow = "nearest" | "center" | "start";

/** A short text that is shown at an offset: letters to type. */
export interface OffsetLabel {
  readonly offset: number;
  readonly letters: string;
}

/** What the rest of the application may ask of the article view. */
export interface ArticleEditorHandle {
  /** The selected stretch, or `null` when there is only a caret. */
  selection(): Range | null;
  /** The caret's offset (the moving end of a selection), or `null` before the article ever had the focus. */
  caret(): number | null;
  select(range: Range): void;
  /** Scrolls a range into view: just so far where nothing else is asked. */
  reveal(range: Range, how?: RevealHow): void;
  /** Whether any of a range is in view; of an empty one, its line. */
  isInView(range: Range): boolean;
  /** Moves the keyboard focus into the article. */
  focus(): void;
  /** The offset of the first line in view: what keeps the reading place. */
  firstVisibleOffset(): number;
  /** The spans at an offset, innermost first. */
  spansAt(offset: number): readonly Id[];
  /** The innermost suggestion with words at an offset, by its place in the list of all; not the one that is looked at. */
  suggestionAt(offset: number): number | null;
  /** The viewport rectangle of a range, or `null` where the browser has not laid it out. */
  rectOf(range: Range): DOMRect | null;
  /** The text of the paragraphs that reach between two heights of the viewport, in pixels. */
  rangeBetween(top: number, bottom: number): Range;
  /** Lights these ranges up as `::highlight(name)`, and no others, until the text is drawn anew. */
  highlight(name: string, ranges: readonly Range[]): void;
  /** Shows these texts at offsets over the text, and no others. They are only to be seen. */
  showLabels(labels: readonly OffsetLabel[]): void;
  /** Calls the listener whenever the text was drawn anew, wholly or in part; returns how to stop. */
  onDrawn(listener: () => void): () => void;
  /** The element that scrolls the article, or `null` before it is shown. */
  scroller(): HTMLElement | null;
}

// Models of an article that is only read: its marks are shown, nothing is in focus, nothing is proposed.

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
    text: textOfArticle(article, text, tagset),
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
