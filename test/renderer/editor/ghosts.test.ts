// Ghosts lie in the paragraph that holds their words, in the form of their type, and are no marks to click or to count.
import { expect, test } from "vitest";
import { type Ghost, ghostPieces } from "../../../renderer/editor/ghosts.ts";
import { stretchClasses } from "../../../renderer/editor/mark-styles.ts";
import { type SpanPiece, stretchesOf } from "../../../renderer/editor/stretches.ts";
import { newsAttribution } from "../../../shared/tagsets/news-attribution.ts";

const voice: Ghost = { start: 10, end: 20, type: "speaker", slot: "voice" };
const pieces = (ghost: Ghost, start: number, end: number) =>
  ghostPieces([ghost], newsAttribution, { start, end });

test("a ghost is a piece of each paragraph it reaches, and of no other", () => {
  expect(pieces(voice, 0, 15)).toEqual([
    { id: "ghost-voice", type: 0, start: 10, end: 15, begins: true, ends: false, length: 10, ghost: true },
  ]);
  expect(pieces(voice, 15, 40)).toMatchObject([{ start: 15, end: 20, begins: false, ends: true }]);
  expect([pieces(voice, 20, 40), pieces(voice, 0, 10)]).toEqual([[], []]);
  expect(ghostPieces([voice], newsAttribution, undefined)).toEqual([]);
});

test("a ghost of a type that the tagset does not know is not drawn", () => {
  expect(pieces({ ...voice, type: "mood" }, 0, 40)).toEqual([]);
});

test("a stretch with a ghost says so, and what lies under it keeps its own classes", () => {
  const span = { id: "s", type: 2, start: 5, end: 30, begins: true, ends: true, length: 25 };
  const stretches = stretchesOf(
    { pieces: [span, ...pieces(voice, 0, 40)], excluded: [] },
    (type) => type === 2,
  );
  expect(stretches.map(({ layers }) => layers.map(({ id, ghost }) => [id, ghost ?? false]))).toEqual([
    [["s", false]],
    [
      ["ghost-voice", true],
      ["s", false],
    ],
    [["s", false]],
  ]);
  const [, middle] = stretches.map((stretch) => stretchClasses(stretch).split(" "));
  expect(middle).toEqual(expect.arrayContaining(["ghost", "ghost-t0", "l0-ghost-voice", "s-s", "g-s"]));
});

test("a mark is drawn as strong as ever under a suggestion of its type that reaches beyond it", () => {
  const isClaim = (type: number): boolean => type === 2;
  const claim = { id: "s", type: 2, start: 10, end: 20, begins: true, ends: true, length: 10 };
  const suggested: Ghost = { start: 5, end: 30, type: "claim", slot: "claim" };
  const drawn = (pieces: readonly SpanPiece[]) =>
    stretchesOf({ pieces, excluded: [] }, isClaim).map((stretch) =>
      stretchClasses(stretch)
        .split(" ")
        .filter((name) => /^(g-s|ground|edge)/.test(name))
        .sort(),
    );
  for (const aside of [false, true]) {
    const ghosts = pieces(suggested, 0, 40).map((piece) => ({ ...piece, aside }));
    const [before, over] = drawn([claim, ...ghosts]);
    expect(over).toEqual(drawn([claim])[0]);
    // At rest a suggestion is told by its dashed edge and its hatching alone.
    expect(before).toEqual(
      aside
        ? ["edge-t2", "ground", "ground-aside", "ground-begins"]
        : ["edge-t2", "ground", "ground-begins", "ground-proposed", "ground-t2-1"],
    );
  }
});

test("the line of a suggestion is another one than that of a mark of the same type, in every lane", () => {
  const marked = { id: "s", type: 0, start: 10, end: 20, begins: true, ends: true, length: 10 };
  const classesOf = (pieces: readonly SpanPiece[]) =>
    stretchesOf({ pieces, excluded: [] }, () => false).flatMap((stretch) =>
      stretchClasses(stretch).split(" "),
    );
  const alone = classesOf([marked]);
  const both = classesOf([marked, ...pieces(voice, 0, 40)]);
  expect(alone.filter((name) => /^l\d-(t|broken)\d$/.test(name))).toEqual(["l0-t0"]);
  expect(both.filter((name) => /^l\d-(t|broken)\d$/.test(name)).sort()).toEqual(["l0-broken0", "l1-t0"]);
});
