// The annotations over the text: which spans lie where, the decorations that show them, and the style sheets that draw
// them. Follows the model, and says when the text must be drawn again.
import type { DecorationSource } from "prosemirror-view";
import type { Id } from "../../shared/model/id.ts";
import type { Words } from "../../shared/words/say.ts";
import { createAnnotationDecorations } from "./annotation-decorations.ts";
import { stretchDescriber } from "./describe-stretch.ts";
import type { EditorModel, EditorUpdate } from "./editor-model.ts";
import { focusStyles, hoverStyles } from "./focus-styles.ts";
import { type Ghost, ghostPieces, ghostStyles } from "./ghosts.ts";
import { firstSections, type Layout } from "./layout.ts";
import { markStyles } from "./mark-styles.ts";
import { paragraphsOf } from "./positions.ts";
import type { NearChange } from "./section-window.ts";
import { createSpanIndex, type SpanIndex } from "./span-index.ts";
import { type ParagraphContent, stretchesOf } from "./stretches.ts";
import { addStyleSheet } from "./style-sheet.ts";

export interface AnnotationLayer {
  decorations(): DecorationSource;
  /** The spans at an offset, innermost first. */
  spansAt(offset: number): readonly Id[];
  /** Sections came near the window or went away. */
  sectionsMoved(changes: readonly NearChange[]): void;
  /** Shows everything while printing: paper has no window. */
  print(printing: boolean): void;
  /** Brings out the span under the pointer, or none. */
  hover(span: Id | null): void;
  destroy(): void;
}

/** The height of a line in pixels, for guessing what the first screen holds. */
const lineHeight = 30;

/** `redraw` is called when `decorations` has become another one; never before this function has returned. */
export function createAnnotationLayer(
  model: EditorModel,
  layout: Layout,
  words: Words,
  redraw: () => void,
): AnnotationLayer {
  const { tagset } = model;
  const types = new Map(tagset.spanTypes.map(({ id }, index) => [id, index]));
  const newIndex = (): SpanIndex =>
    createSpanIndex(layout.paragraphs, model.annotations, (type) => types.get(type) ?? -1);
  let index = newIndex();
  const isGround = (type: number): boolean => tagset.spanTypes[type]?.form === "ground";
  let ghosts: readonly Ghost[] = [];
  const contentOf = (paragraph: number): ParagraphContent => {
    const content = index.contentOf(paragraph);
    const shown = ghostPieces(ghosts, tagset, layout.paragraphs[paragraph]);
    return shown.length === 0 ? content : { ...content, pieces: [...content.pieces, ...shown] };
  };
  const decorations = createAnnotationDecorations({
    ...layout,
    stretchesOf: (paragraph) => stretchesOf(contentOf(paragraph), isGround),
    describe: stretchDescriber(tagset, words),
  });
  // The window's observer tells only after the first frame; what that frame can show at most is known before, without
  // asking the browser for a layout.
  const screen = firstSections(layout, window.innerHeight / lineHeight);
  decorations.show(screen.map((section) => ({ section, near: true })));

  const sheets = {
    marks: addStyleSheet(document),
    focus: addStyleSheet(document),
    hover: addStyleSheet(document),
  };
  const drawFocus = (): void =>
    sheets.focus.replace(focusStyles(model.focus(), model.annotations(), tagset, words));
  sheets.marks.replace(`${markStyles(tagset)}\n${ghostStyles(tagset, words)}`);
  drawFocus();

  const follow = ({ change, replaced }: EditorUpdate): void => {
    if (replaced) {
      index = newIndex();
      decorations.reset();
      redraw();
    } else if (change && decorations.touch(index.apply(change))) redraw();
    drawFocus();
  };
  const followGhosts = (): void => {
    const before = ghosts;
    ghosts = model.proposals.ghosts.get();
    const touched = [...before, ...ghosts].flatMap((ghost) => {
      const reached = paragraphsOf(layout.paragraphs, ghost);
      return reached
        ? Array.from({ length: reached.last - reached.first + 1 }, (_, at) => reached.first + at)
        : [];
    });
    if (decorations.touch(touched)) redraw();
  };
  const stops = [model.subscribe(follow), model.proposals.ghosts.subscribe(followGhosts)];

  return {
    decorations: decorations.current,
    spansAt: (offset) => index.spansAt(offset),
    sectionsMoved(changes) {
      if (decorations.show(changes)) redraw();
    },
    print(printing) {
      decorations.showAll(printing);
      redraw();
    },
    hover: (span) => sheets.hover.replace(hoverStyles(span, model.annotations(), tagset)),
    destroy() {
      for (const stop of stops) stop();
      for (const sheet of Object.values(sheets)) sheet.remove();
    },
  };
}
