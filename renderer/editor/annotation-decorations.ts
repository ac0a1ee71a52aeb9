// Feeds ProseMirror the annotations as decorations, one paragraph at a time and only for sections near the window. A
// change costs the paragraphs it touches: every other section answers with the same object as before and is skipped.
import type { Node } from "prosemirror-model";
import { Decoration, DecorationSet, type DecorationSource } from "prosemirror-view";
import { type FocusMarks, focusAttributes, isWiderThan } from "./focus-marks.ts";
import type { DisplayParagraph } from "./layout.ts";
import { stretchClasses } from "./mark-classes.ts";
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
    const start = paragraphs[index]?.start ?? 0;
    const decorations = stretchesOf(index).map((stretch) => decorationOf(stretch, start, options));
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
function decorationOf(
  stretch: DrawnStretch,
  paragraphStart: number,
  { describe, focusMarks }: DecorationOptions,
): Decoration {
  const { start, end, layers } = stretch;
  const ids = layers.flatMap(({ id, ghost }) => (ghost ? [] : [id]));
  const isProposed = layers.some(({ ghost, suggestion }) => ghost && suggestion === undefined);
  const suggestion = layers.find((layer) => layer.suggestion !== undefined)?.suggestion;
  const { classes, label } = focusAttributes(stretch, focusMarks());
  const isLabelWide = label !== null && isWiderThan(label, end - start);
  return Decoration.inline(start - paragraphStart, end - paragraphStart, {
    nodeName: layers.length > 0 ? "mark" : "span",
    // HTML takes a name in letters of any case. ProseMirror exchanges the names in `class` one by one, and sets any other
    // attribute at once.
    CLASS: [stretchClasses(stretch), ...classes, ...(isLabelWide ? ["label-wide"] : [])].join(" "),
    ...(label === null ? {} : { "data-label": label }),
    ...(ids.length > 0 ? { "data-spans": ids.join(" ") } : {}),
    ...(isProposed ? { "data-proposed": "" } : {}),
    ...(suggestion === undefined ? {} : { "data-suggestion": String(suggestion) }),
    "aria-description": describe(stretch),
  });
}
