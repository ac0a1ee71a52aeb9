import type { DecorationSource } from "prosemirror-view";
import { expect, test } from "vitest";
import { createAnnotationDecorations } from "../../../renderer/editor/annotation-decorations.ts";
import { articleDocument } from "../../../renderer/editor/article-document.ts";
import { noFocusMarks } from "../../../renderer/editor/focus-marks.ts";
import { layoutOf } from "../../../renderer/editor/layout.ts";
import type { DrawnStretch } from "../../../renderer/editor/stretches.ts";
import { articleTextOf } from "../../../shared/model/article-text.ts";

const text = "One said\nTwo said\nThree said\nFour said";
const layout = layoutOf(articleTextOf(text), { paragraph: 100, sectionParagraphs: 2, sectionLength: 1_000 });
const doc = articleDocument(text, layout, []);

function decorated() {
  const built: number[] = [];
  const decorations = createAnnotationDecorations({
    ...layout,
    describe: () => "Speaker",
    focusMarks: () => noFocusMarks,
    ghostNames: new Map(),
    stretchesOf(paragraph): DrawnStretch[] {
      built.push(paragraph);
      const start = layout.paragraphs[paragraph]?.start ?? 0;
      const layer = { id: "s", type: 1, lane: 0, first: true, last: true };
      return [{ start, end: start + 3, excluded: false, layers: [layer] }];
    },
  });
  const section = (index: number): DecorationSource => decorations.current().forChild(0, doc.child(index));
  const paragraph = (at: number, within: number): DecorationSource =>
    section(at).forChild(0, doc.child(at).child(within));
  return { built, decorations, section, paragraph };
}

test("nothing is built for sections that are not near", () => {
  const { built, paragraph } = decorated();
  paragraph(0, 0);
  paragraph(1, 1);
  expect(built).toEqual([]);
});

test("a paragraph of a near section is built once, with offsets of its own", () => {
  const { built, decorations, paragraph } = decorated();
  expect(decorations.show([{ section: 1, near: true }])).toBe(true);
  const first = paragraph(1, 0);
  expect(paragraph(1, 0)).toBe(first);
  expect(built).toEqual([2]);
  const found = Reflect.get(first, "locals").call(first, doc.child(1).child(0));
  expect(found.map(({ from, to }: { from: number; to: number }) => ({ from, to }))).toEqual([
    { from: 0, to: 3 },
  ]);
});

test("a change gives its own section and paragraph a new object and leaves all others the same", () => {
  const { built, decorations, section, paragraph } = decorated();
  decorations.show([
    { section: 0, near: true },
    { section: 1, near: true },
  ]);
  const sources = () => ({
    root: decorations.current(),
    sections: [section(0), section(1)],
    paragraphs: [paragraph(0, 0), paragraph(0, 1), paragraph(1, 0)],
  });
  const before = sources();
  expect(decorations.touch([1])).toBe(true);
  const after = sources();
  expect(after.root).not.toBe(before.root);
  expect(after.sections[0]).not.toBe(before.sections[0]);
  expect(after.sections[1]).toBe(before.sections[1]);
  expect(after.paragraphs.map((one, at) => one === before.paragraphs[at])).toEqual([true, false, true]);
  expect(built).toEqual([0, 1, 2, 1]);
});

test("a change far from the window redraws nothing, and is there when its section comes near", () => {
  const { built, decorations, paragraph } = decorated();
  const root = decorations.current();
  expect(decorations.touch([3])).toBe(false);
  expect(decorations.current()).toBe(root);
  decorations.show([{ section: 1, near: true }]);
  paragraph(1, 1);
  expect(built).toEqual([3]);
});

test("the same news of the window again changes nothing", () => {
  const { decorations } = decorated();
  decorations.show([{ section: 0, near: true }]);
  const root = decorations.current();
  expect(decorations.show([{ section: 0, near: true }])).toBe(false);
  expect(decorations.current()).toBe(root);
});

test("for printing, all sections are shown, and afterwards only the near ones", () => {
  const { built, decorations, paragraph } = decorated();
  decorations.showAll(true);
  paragraph(0, 0);
  paragraph(1, 1);
  expect(built).toEqual([0, 3]);
  decorations.showAll(false);
  paragraph(0, 1);
  expect(built).toEqual([0, 3]);
});
