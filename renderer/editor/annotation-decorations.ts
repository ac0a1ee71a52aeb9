// Feeds ProseMirror the annotations as decorations, one paragraph at a time and only for sections near the window. A
// change costs the paragraphs it touches: every other section answers with the same object as before and is skipped.
import type { Node } from "prosemirror-model";
import { Decoration, DecorationSet, type DecorationSource } from "prosemirror-view";
import type { Id } from "../../shared/model/id.ts";
import { type FocusMarks, focusAttributes, labelShifts } from "./focus-marks.ts";
import type { DisplayParagraph } from "./layout.ts";
import { stretchClasses } from "./mark-styles.ts";
import { lastReached } from "./positions.ts";
import type { DrawnStretch } from "./stretches.ts";

/** ProseMirror also asks for these two, which its published types leave out. */
interface Source extends DecorationSource {
  locals(node: Node): readonly Decoration[];
  eq(other: DecorationSource): boolean;
}

function source(
  locals: readonly Decoration[],
  forChild: (offset: number, child: Node) => DecorationSource,
): Source {
  const self: Source = {
    locals: () => locals,
    forChild,
    eq: (other) => other === self,
    // The document never changes, so there is nothing to map.
    map: () => self,
    forEachSet: () => undefined,
  };
  return self;
}

const nothing: DecorationSource = DecorationSet.empty;

interface AnnotationDecorations {
  /** What the view shows: the same object until something changed. */
  current(): DecorationSource;
  /** Shows or hides the annotations of sections. Returns whether that changed anything. */
  show(sections: readonly { readonly section: number; readonly near: boolean }[]): boolean;
  /** Shows all sections, whatever is near, until called with `false`. */
  showAll(all: boolean): void;
  /** The content of these paragraphs is another one now. Returns whether any of them is shown. */
  touch(paragraphs: Iterable<number>): boolean;
  /** Everything may be another. */
  reset(): void;
}

interface DecorationOptions {
  readonly paragraphs: readonly DisplayParagraph[];
  readonly sectionStarts: readonly number[];
  readonly stretchesOf: (paragraph: number) => readonly DrawnStretch[];
  /** Says what lies on a stretch, for those who hear the article rather than see it. */
  readonly describe: (stretch: DrawnStretch) => string;
  /** How the focus draws spans now. */
  readonly focusMarks: () => FocusMarks;
  /** What ghosts are called, by their ids. */
  readonly ghostNames: ReadonlyMap<Id, string>;
}

export function createAnnotationDecorations(options: DecorationOptions): AnnotationDecorations {
  const { paragraphs, sectionStarts, stretchesOf } = options;
  const near = new Set<number>();
  let areAllShown = false;
  let sets: (DecorationSource | undefined)[] = [];
  let sections: (DecorationSource | undefined)[] = [];
  const isShown = (section: number): boolean => areAllShown || near.has(section);

  const paragraphSource = (index: number): DecorationSource => {
    const cachedSource = sets[index];
    if (cachedSource) return cachedSource;
    const decorations = decorationsOf(stretchesOf(index), paragraphs[index]?.start ?? 0, options);
    const newSource = decorations.length === 0 ? nothing : source(decorations, () => nothing);
    sets[index] = newSource;
    return newSource;
  };
  const sectionSource = (index: number): DecorationSource => {
    if (!isShown(index)) return nothing;
    const cachedSource = sections[index];
    if (cachedSource) return cachedSource;
    const newSource = source([], (_offset, paragraph) => paragraphSource(paragraph.attrs.index));
    sections[index] = newSource;
    return newSource;
  };
  const rootSource = (): DecorationSource =>
    source([], (_offset, section) => sectionSource(section.attrs.index));
  let root = rootSource();

  return {
    current: () => root,
    show(changes) {
      let changed = false;
      for (const { section, near: isNear } of changes) {
        if (near.has(section) === isNear) continue;
        if (isNear) near.add(section);
        else near.delete(section);
        changed ||= !areAllShown;
      }
      if (changed) root = rootSource();
      return changed;
    },
    showAll(next) {
      areAllShown = next;
      root = rootSource();
    },
    touch(touched) {
      let changed = false;
      for (const index of touched) {
        const section = lastReached(sectionStarts, (first) => first <= index);
        sets[index] = undefined;
        sections[section] = undefined;
        changed ||= isShown(section);
      }
      if (changed) root = rootSource();
      return changed;
    },
    reset() {
      sets = [];
      sections = [];
      root = rootSource();
    },
  };
}

/** Decorations never overlap, because ProseMirror would merge the attributes of those that do. */
function decorationsOf(
  stretches: readonly DrawnStretch[],
  paragraphStart: number,
  { describe, focusMarks, ghostNames }: DecorationOptions,
): readonly Decoration[] {
  const marks = focusMarks();
  const drawn = stretches.map((stretch) => ({ stretch, ...focusAttributes(stretch, marks, ghostNames) }));
  const labelled = drawn.flatMap(({ stretch, label }) =>
    label === null
      ? []
      : [{ stretch, start: stretch.start, end: endOfWords(stretch, stretches), text: label }],
  );
  const shifts = labelShifts(labelled);
  const shiftOf = new Map(labelled.map(({ stretch }, at) => [stretch, shifts[at] ?? 0]));
  return drawn.map(({ stretch, classes, label }) =>
    decorationOf(stretch, paragraphStart, {
      classes,
      label,
      shift: shiftOf.get(stretch) ?? 0,
      description: describe(stretch),
    }),
  );
}

/** Where the longest of what begins with a stretch ends. */
function endOfWords({ layers, end }: DrawnStretch, stretches: readonly DrawnStretch[]): number {
  const beginning = new Set(layers.flatMap(({ id, first }) => (first ? [id] : [])));
  return stretches.findLast((one) => one.layers.some(({ id }) => beginning.has(id)))?.end ?? end;
}

interface DrawnAs {
  readonly classes: readonly string[];
  readonly label: string | null;
  /** Of the label, in pixels. */
  readonly shift: number;
  readonly description: string;
}

function decorationOf(
  { start, end, layers, excluded }: DrawnStretch,
  paragraphStart: number,
  { classes, label, shift, description }: DrawnAs,
): Decoration {
  const ids = layers.flatMap(({ id, ghost }) => (ghost ? [] : [id]));
  const isProposed = layers.some(({ ghost, suggestion }) => ghost && suggestion === undefined);
  const suggestion = layers.find((layer) => layer.suggestion !== undefined)?.suggestion;
  return Decoration.inline(start - paragraphStart, end - paragraphStart, {
    nodeName: layers.length > 0 ? "mark" : "span",
    // HTML takes a name in letters of any case. ProseMirror exchanges the names in `class` one by one, and sets any other
    // attribute at once.
    CLASS: [stretchClasses({ start, end, layers, excluded }), ...classes].join(" "),
    ...(label === null ? {} : { "data-label": label }),
    ...(shift === 0 ? {} : { style: `--label-shift: ${shift}px` }),
    ...(ids.length > 0 ? { "data-spans": ids.join(" ") } : {}),
    ...(isProposed ? { "data-proposed": "" } : {}),
    ...(suggestion === undefined ? {} : { "data-suggestion": String(suggestion) }),
    "aria-description": description,
  });
}
