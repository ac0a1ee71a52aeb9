// The annotations over the text: which spans lie where, the decorations that show them, and the style sheets that draw
// them. Follows the model, and says when the text must be drawn again.
import type { DecorationSource } from "prosemirror-view";
import { type Annotations, usersOf } from "../../shared/model/annotation-set.ts";
import { type Attribution, spansOf } from "../../shared/model/attribution.ts";
import { cardWords } from "../../shared/model/card-words.ts";
import type { Change, RecordsChange } from "../../shared/model/change.ts";
import type { Exclusion } from "../../shared/model/exclusion.ts";
import type { Id } from "../../shared/model/id.ts";
import type { Range } from "../../shared/model/range.ts";
import { sameValue } from "../../shared/model/same-value.ts";
import { shortened } from "../../shared/model/shortened.ts";
import type { Span } from "../../shared/model/span.ts";
import { get, records } from "../../shared/model/table.ts";
import type { Words } from "../../shared/words/say.ts";
import { typeName } from "../../shared/words/tagset-words.ts";
import { plainText } from "../ui/outside-text.tsx";
import { createAnnotationDecorations } from "./annotation-decorations.ts";
import type { EditorModel, EditorUpdate } from "./editor-model.ts";
import { type FocusMarks, focusMarks, noFocusMarks, spansRedrawn, stepsBack } from "./focus-marks.ts";
import { type Ghost, ghostKey, ghostNames, ghostPieces, ghostStyles } from "./ghosts.ts";
import { type DisplayParagraph, firstSections, type TextLayout } from "./layout.ts";
import { markStyles } from "./mark-styles.ts";
import { paragraphIndexAt, paragraphsOf } from "./positions.ts";
import type { NearChange } from "./section-window.ts";
import {
  type DrawnStretch,
  innermostFirst,
  type Layer,
  type ParagraphContent,
  type SpanPiece,
  stretchesOf,
} from "./stretches.ts";
import { addStyleSheet, hoverStyles } from "./style-sheet.ts";

export interface AnnotationLayer {
  decorations(): DecorationSource;
  /** The spans at an offset, innermost first. */
  spansAt(offset: number): readonly Id[];
  /** See `ArticleEditorHandle`. */
  suggestionAt(offset: number): number | null;
  /** Whether all but the parts of the card in focus step back. */
  stepsBack(): boolean;
  /** Sections came near the window or went away. */
  sectionsMoved(changes: readonly NearChange[]): void;
  /** Shows everything while printing, as paper has no window: all marks, and none that are only suggested or in focus. */
  print(printing: boolean): void;
  /** Brings out the span under the pointer, or none. */
  hover(span: Id | null): void;
  destroy(): void;
}

/** The height of a line in pixels, for guessing what the first screen holds. */
const lineHeight = 30;

interface LayerParts {
  readonly model: EditorModel;
  readonly layout: TextLayout;
  readonly words: Words;
  readonly redraw: () => void;
  readonly ghosts: GhostIndex;
  readonly decorations: ReturnType<typeof createAnnotationDecorations>;
  index: SpanIndex;
  marks: FocusMarks;
  /** On paper stand the marks alone: nothing that is only suggested, and nothing of what is in focus. */
  isPrinting: boolean;
}

/** `redraw` is called when `decorations` has become another one; never before this function has returned. */
export function createAnnotationLayer(
  model: EditorModel,
  layout: TextLayout,
  words: Words,
  redraw: () => void,
): AnnotationLayer {
  const { tagset } = model;
  const isGround = (type: number): boolean => tagset.spanTypes[type]?.form === "ground";
  const parts: LayerParts = {
    model,
    layout,
    words,
    redraw,
    ghosts: createGhostIndex(layout.paragraphs),
    decorations: createAnnotationDecorations({
      ...layout,
      stretchesOf: (paragraph) => stretchesOf(contentOf(parts, paragraph), isGround),
      describe: stretchDescriber(model, words),
      focusMarks: () => parts.marks,
      ghostNames: ghostNames(model.tagset, words),
    }),
    index: spanIndexOf(model, layout),
    marks: noFocusMarks,
    isPrinting: false,
  };
  const { decorations } = parts;
  // The window's observer tells only after the first frame; what that frame can show at most is known before, without
  // asking the browser for a layout.
  const screen = firstSections(layout, window.innerHeight / lineHeight);
  decorations.show(screen.map((section) => ({ section, near: true })));
  const sheets = {
    marks: addStyleSheet(document),
    hover: addStyleSheet(document),
  };
  sheets.marks.replace(`${markStyles(tagset)}\n${ghostStyles(tagset)}`);
  takeFocus(parts);
  takeGhosts(parts);
  const stops = followModel(parts);
  return {
    decorations: decorations.current,
    spansAt: (offset) => parts.index.spansAt(offset),
    suggestionAt: (offset) => suggestionAt(parts, offset),
    stepsBack: () => stepsBack(parts.marks),
    sectionsMoved(changes) {
      if (decorations.show(changes)) redraw();
    },
    print(printing) {
      parts.isPrinting = printing;
      decorations.touch([...takeFocus(parts), ...takeGhosts(parts)]);
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

function spanIndexOf({ tagset, annotations }: EditorModel, { paragraphs }: TextLayout): SpanIndex {
  const types = new Map(tagset.spanTypes.map(({ id }, index) => [id, index]));
  return createSpanIndex(paragraphs, annotations, (type) => types.get(type) ?? -1);
}

function contentOf({ model, layout, ghosts, index }: LayerParts, paragraph: number): ParagraphContent {
  const content = index.contentOf(paragraph);
  const addedPieces = ghostPieces(ghosts.in(paragraph), model.tagset, layout.paragraphs[paragraph]);
  return addedPieces.length === 0 ? content : { ...content, pieces: [...content.pieces, ...addedPieces] };
}

function suggestionAt({ layout, ghosts }: LayerParts, offset: number): number | null {
  const [innermost] = ghosts
    .in(paragraphIndexAt(layout.paragraphs, offset))
    .filter(({ start, end, aside }) => aside && start <= offset && offset < end)
    .sort((a, b) => a.end - a.start - (b.end - b.start));
  return innermost?.suggestion ?? null;
}

/** Takes the focus as it is; returns the paragraphs that are drawn differently for it. */
function takeFocus(parts: LayerParts): number[] {
  const { model, layout, words } = parts;
  const previousMarks = parts.marks;
  parts.marks = parts.isPrinting
    ? noFocusMarks
    : focusMarks(model.focus(), model.annotations(), model.tagset, words);
  const { spans } = model.annotations().set;
  return spansRedrawn(previousMarks, parts.marks).flatMap((id) =>
    (get(spans, id)?.segments ?? []).flatMap((range) => paragraphNumbers(layout.paragraphs, range)),
  );
}

/** Takes the ghosts as they are; returns the paragraphs that are drawn differently for them. */
function takeGhosts({ model, ghosts, isPrinting }: LayerParts): readonly number[] {
  if (isPrinting) return ghosts.set([]);
  const { suggested, proposed } = model.ghosts.get();
  return ghosts.set([...suggested, ...proposed]);
}

/** Returns how to end that. */
function followModel(parts: LayerParts): readonly (() => void)[] {
  const { model, decorations, redraw } = parts;
  return [
    model.subscribe((update) => follow(parts, update)),
    model.ghosts.subscribe(() => {
      if (decorations.touch(takeGhosts(parts))) redraw();
    }),
  ];
}

function follow(parts: LayerParts, { change, replaced }: EditorUpdate): void {
  const { model, layout, decorations, redraw } = parts;
  const dimmed = stepsBack(parts.marks);
  const refocused = takeFocus(parts);
  if (replaced) {
    parts.index = spanIndexOf(model, layout);
    decorations.reset();
    redraw();
    return;
  }
  const changed = change ? parts.index.apply(change) : [];
  if (change && isEntityRenamed(change)) {
    // Any card may name it.
    decorations.reset();
    redraw();
    return;
  }
  const retold = change ? paragraphsRetold(parts, change) : [];
  if (decorations.touch([...changed, ...refocused, ...retold]) || dimmed !== stepsBack(parts.marks)) redraw();
}

const isEntityRenamed = ({ entities }: Change): boolean =>
  entities?.updated.some(({ from, to }) => from.name !== to.name || from.mergedInto !== to.mergedInto) ??
  false;

/** The paragraphs of marks whose card reads otherwise after a change: what is said of them names it. */
function paragraphsRetold({ model, layout }: LayerParts, { attributions, spans }: Change): number[] {
  const { set } = model.annotations();
  const cards = [
    ...(attributions?.added ?? []),
    ...(attributions?.removed ?? []),
    ...(attributions?.updated ?? []).flatMap(({ from, to }) => (isReadAlike(from, to) ? [] : [from, to])),
    ...(spans?.updated ?? []).flatMap(({ to }) => usersOf(set, to.id)),
  ];
  return [...new Set(cards.flatMap(spansOf))].flatMap((id) =>
    (get(set.spans, id)?.segments ?? []).flatMap((range) => paragraphNumbers(layout.paragraphs, range)),
  );
}

/** Whether two states of a card tie the same marks: its values, flags and note are not told with them. */
const isReadAlike = (a: Attribution, b: Attribution): boolean =>
  (["voice", "cue", "claim", "via"] as const).every((slot) => sameValue(a[slot], b[slot]));

function paragraphNumbers(paragraphs: readonly DisplayParagraph[], range: Range): number[] {
  const reached = paragraphsOf(paragraphs, range);
  return reached
    ? Array.from({ length: reached.last - reached.first + 1 }, (_, at) => reached.first + at)
    : [];
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
  return {
    in: (paragraph) => places.get(paragraph) ?? none,
    set(ghosts) {
      const previousKeys = keys;
      keys = new Map(ghosts.map((ghost) => [ghostKey(ghost), ghost]));
      places = new Map();
      for (const ghost of keys.values())
        for (const at of paragraphNumbers(paragraphs, ghost))
          places.set(at, [...(places.get(at) ?? []), ghost]);
      const changed = [
        ...[...keys].filter(([key]) => !previousKeys.has(key)),
        ...[...previousKeys].filter(([key]) => !keys.has(key)),
      ];
      return [...new Set(changed.flatMap(([, ghost]) => paragraphNumbers(paragraphs, ghost)))];
    },
  };
}

// Describes a stretch of the article to a screen reader: the types that lie on it, the innermost first, which of them are only
// suggested, and the card of the innermost mark.

/** Code units of a card that are told with a mark. */
const longestCard = 120;

/** The same combination of types is put into words once. */
export function stretchDescriber(
  { tagset: { spanTypes }, annotations }: Pick<EditorModel, "tagset" | "annotations">,
  { say, tell }: Words,
): (stretch: Pick<DrawnStretch, "layers" | "excluded">) => string {
  const descriptions = new Map<string, string>();
  const nameOf = ({ type, ghost }: Layer): string => {
    const spanType = spanTypes[type];
    const name = spanType ? tell(typeName(spanType)) : "";
    return ghost ? say("article.suggested", { type: name }) : name;
  };
  const describeTypes = ({ layers, excluded }: Pick<DrawnStretch, "layers" | "excluded">): string =>
    [...layers.map(nameOf), ...(excluded ? [say("article.excluded")] : [])].reduceRight(
      (outer, inner) => (outer === "" ? inner : say("article.within", { inner, outer })),
      "",
    );
  return (stretch) => {
    const { layers, excluded } = stretch;
    const key = `${layers.map(({ type, ghost }) => `${type}${ghost ? "?" : ""}`).join()} ${excluded}`;
    const types = descriptions.get(key) ?? describeTypes(stretch);
    descriptions.set(key, types);
    const mark = layers.find(({ ghost }) => !ghost);
    if (!mark) return types;
    const card = cardOf(mark.id, annotations());
    return card === null ? say("article.in-no-card", { types }) : say("article.of-card", { types, card });
  };
}

/** The card of a mark in a few words, the first of several; `null` where it is in none. */
function cardOf(span: Id, annotations: Annotations): string | null {
  const [card] = usersOf(annotations.set, span);
  return card ? plainText(shortened(cardWords(card, annotations), longestCard)) : null;
}

// Knows which spans and exclusions lie in which paragraph, and keeps that up to date change by change, so that nothing
// ever has to look at all spans again.

export interface SpanIndex {
  contentOf(paragraph: number): ParagraphContent;
  /** The spans at an offset, innermost first; at a place that none covers, those that end there. */
  spansAt(offset: number): Id[];
  /** Takes a change in; returns the paragraphs whose content is another one now. */
  apply(change: Change): ReadonlySet<number>;
}

/** `annotations` is asked whenever records are needed: it must already be in the state after the change applied last. */
export function createSpanIndex(
  paragraphs: readonly DisplayParagraph[],
  annotations: () => Annotations,
  typeIndex: (type: string) => number,
): SpanIndex {
  const spans = createPlaces<Span>(paragraphs, ({ segments }) => segments);
  const exclusions = createPlaces<Exclusion>(paragraphs, ({ segment }) => [segment]);
  for (const span of records(annotations().set.spans)) spans.add(span);
  for (const exclusion of records(annotations().set.exclusions)) exclusions.add(exclusion);

  const piecesOf = (paragraph: number): SpanPiece[] => {
    const range = paragraphs[paragraph];
    const { set } = annotations();
    if (!range) return [];
    return spans.in(paragraph).flatMap((id) => {
      const span = get(set.spans, id);
      return span ? pieces(span, typeIndex(span.type), range) : [];
    });
  };

  return {
    contentOf(paragraph) {
      const range = paragraphs[paragraph];
      const { set } = annotations();
      const excluded = exclusions.in(paragraph).flatMap((id) => {
        const exclusion = get(set.exclusions, id);
        return range && exclusion ? [within(exclusion.segment, range)] : [];
      });
      return { pieces: piecesOf(paragraph), excluded };
    },
    spansAt(offset) {
      const paragraphPieces = piecesOf(paragraphIndexAt(paragraphs, offset)).sort(innermostFirst);
      const over = paragraphPieces.filter(({ start, end }) => start <= offset && offset < end);
      const piecesAtOffset = over.length > 0 ? over : paragraphPieces.filter(({ end }) => end === offset);
      return [...new Set(piecesAtOffset.map(({ id }) => id))];
    },
    apply(change) {
      const touched = new Set<number>();
      spans.apply(change.spans, touched);
      exclusions.apply(change.exclusions, touched);
      return touched;
    },
  };
}

/** Which records lie in which paragraph, by their ids. */
function createPlaces<T extends { readonly id: Id }>(
  paragraphs: readonly DisplayParagraph[],
  rangesOf: (record: T) => readonly Range[],
) {
  const idsByParagraph: (Id[] | undefined)[] = [];
  const eachParagraph = (record: T, visit: (paragraph: number) => void): void => {
    for (const range of rangesOf(record)) {
      const reached = paragraphsOf(paragraphs, range);
      if (reached) for (let at = reached.first; at <= reached.last; at += 1) visit(at);
    }
  };
  const add = (record: T): void =>
    eachParagraph(record, (at) => {
      const ids = idsByParagraph[at];
      if (!ids) idsByParagraph[at] = [record.id];
      else if (!ids.includes(record.id)) ids.push(record.id);
    });
  const drop = (record: T): void =>
    eachParagraph(record, (at) => {
      idsByParagraph[at] = idsByParagraph[at]?.filter((other) => other !== record.id);
    });
  return {
    add,
    in: (paragraph: number): readonly Id[] => idsByParagraph[paragraph] ?? [],
    /** Adds the paragraphs to `touched` whose records are others now. */
    apply(change: RecordsChange<T> | undefined, touched: Set<number>): void {
      if (!change) return;
      for (const record of [...change.removed, ...change.updated.map(({ from }) => from)]) {
        drop(record);
        eachParagraph(record, (at) => touched.add(at));
      }
      for (const record of [...change.added, ...change.updated.map(({ to }) => to)]) {
        add(record);
        eachParagraph(record, (at) => touched.add(at));
      }
    },
  };
}

function within(range: Range, paragraph: Range): Range {
  return { start: Math.max(range.start, paragraph.start), end: Math.min(range.end, paragraph.end) };
}

/** A type that the tagset does not know (index -1) is not drawn. */
function pieces({ id, segments }: Span, type: number, paragraph: Range): SpanPiece[] {
  if (type < 0) return [];
  return segments.flatMap((segment) => {
    const { start, end } = within(segment, paragraph);
    if (start >= end) return [];
    return {
      id,
      type,
      start,
      end,
      begins: segment.start === start,
      ends: segment.end === end,
      length: segment.end - segment.start,
    };
  });
}
