// The annotations over the text: which spans lie where, the decorations that show them, and the style sheets that draw
// them. Follows the model, and says when the text must be drawn again.
import type { DecorationSource } from "prosemirror-view";
import type { Id } from "../../shared/model/id.ts";
import type { Range } from "../../shared/model/range.ts";
import { get } from "../../shared/model/table.ts";
import type { Words } from "../../shared/words/say.ts";
import { createAnnotationDecorations } from "./annotation-decorations.ts";
import { stretchDescriber } from "./describe-stretch.ts";
import type { EditorModel, EditorUpdate } from "./editor-model.ts";
import { focusMarks, noFocusMarks, spansRedrawn, stepsBack } from "./focus-marks.ts";
import { type Ghost, ghostKey, ghostPieces, ghostStyles } from "./ghosts.ts";
import { hoverStyles } from "./hover-styles.ts";
import { type DisplayParagraph, firstSections, type Layout } from "./layout.ts";
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
  /** Whether all but the parts of the card in focus step back. */
  stepsBack(): boolean;
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
  const ghosts = createGhostIndex(layout.paragraphs);
  const contentOf = (paragraph: number): ParagraphContent => {
    const content = index.contentOf(paragraph);
    const addedPieces = ghostPieces(ghosts.in(paragraph), tagset, layout.paragraphs[paragraph]);
    return addedPieces.length === 0 ? content : { ...content, pieces: [...content.pieces, ...addedPieces] };
  };
  let marks = noFocusMarks;
  const decorations = createAnnotationDecorations({
    ...layout,
    stretchesOf: (paragraph) => stretchesOf(contentOf(paragraph), isGround),
    describe: stretchDescriber(tagset, words),
    focusMarks: () => marks,
  });
  // The window's observer tells only after the first frame; what that frame can show at most is known before, without
  // asking the browser for a layout.
  const screen = firstSections(layout, window.innerHeight / lineHeight);
  decorations.show(screen.map((section) => ({ section, near: true })));

  const sheets = {
    marks: addStyleSheet(document),
    hover: addStyleSheet(document),
  };
  sheets.marks.replace(`${markStyles(tagset)}\n${ghostStyles(tagset, words)}`);

  const paragraphsUnder = (ranges: readonly Range[]): number[] =>
    ranges.flatMap((range) => {
      const reached = paragraphsOf(layout.paragraphs, range);
      return reached
        ? Array.from({ length: reached.last - reached.first + 1 }, (_, at) => reached.first + at)
        : [];
    });
  /** Takes the focus as it is; returns the paragraphs that are drawn differently for it. */
  const takeFocus = (): number[] => {
    const previousMarks = marks;
    marks = focusMarks(model.focus(), model.annotations(), tagset, words);
    const { spans } = model.annotations().set;
    return spansRedrawn(previousMarks, marks).flatMap((id) =>
      paragraphsUnder(get(spans, id)?.segments ?? []),
    );
  };
  takeFocus();

  const follow = ({ change, replaced }: EditorUpdate): void => {
    const dimmed = stepsBack(marks);
    const refocused = takeFocus();
    if (replaced) {
      index = newIndex();
      decorations.reset();
      redraw();
      return;
    }
    const changed = change ? index.apply(change) : [];
    if (decorations.touch([...changed, ...refocused]) || dimmed !== stepsBack(marks)) redraw();
  };
  const followGhosts = (): void => {
    const touched = ghosts.set([...model.suggested.get(), ...model.proposals.ghosts.get()]);
    if (decorations.touch(touched)) redraw();
  };
  ghosts.set([...model.suggested.get(), ...model.proposals.ghosts.get()]);
  const stops = [
    model.subscribe(follow),
    model.proposals.ghosts.subscribe(followGhosts),
    model.suggested.subscribe(followGhosts),
  ];

  return {
    decorations: decorations.current,
    spansAt: (offset) => index.spansAt(offset),
    stepsBack: () => stepsBack(marks),
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

/** Which ghosts lie in which paragraph, and which paragraphs are others after the ghosts have changed. */
interface GhostIndex {
  in(paragraph: number): readonly Ghost[];
  /** Shows these and no others. Answers with the paragraphs in which that makes a difference. */
  set(ghosts: readonly Ghost[]): readonly number[];
}

const none: readonly Ghost[] = [];

function createGhostIndex(paragraphs: readonly DisplayParagraph[]): GhostIndex {
  let keys = new Map<string, Ghost>();
  let places = new Map<number, Ghost[]>();
  const reachedBy = (ghost: Ghost): number[] => {
    const reached = paragraphsOf(paragraphs, ghost);
    return reached
      ? Array.from({ length: reached.last - reached.first + 1 }, (_, at) => reached.first + at)
      : [];
  };
  return {
    in: (paragraph) => places.get(paragraph) ?? none,
    set(ghosts) {
      const previousKeys = keys;
      keys = new Map(ghosts.map((ghost) => [ghostKey(ghost), ghost]));
      places = new Map();
      for (const ghost of keys.values())
        for (const at of reachedBy(ghost)) places.set(at, [...(places.get(at) ?? []), ghost]);
      const changed = [
        ...[...keys].filter(([key]) => !previousKeys.has(key)),
        ...[...previousKeys].filter(([key]) => !keys.has(key)),
      ];
      return [...new Set(changed.flatMap(([, ghost]) => reachedBy(ghost)))];
    },
  };
}
