// What the article view shows, and what others may ask of the view: the two seams between the editor, the state and the
// panels. Offsets are UTF-16 code units of the article's text, ends exclusive; never ProseMirror positions.
import type { Focus } from "../../shared/commands/command.ts";
import type { Annotations } from "../../shared/model/annotation-set.ts";
import type { Article } from "../../shared/model/article.ts";
import type { ArticleText } from "../../shared/model/article-text.ts";
import type { Change } from "../../shared/model/change.ts";
import type { Id } from "../../shared/model/id.ts";
import type { Range } from "../../shared/model/range.ts";
import type { Tagset } from "../../shared/model/tagset.ts";
import type { ReadableStore } from "../lib/store.ts";
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
