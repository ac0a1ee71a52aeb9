import fc from "fast-check";
import { expect, test } from "vitest";
import { createSpanIndex, type SpanIndex } from "../../../renderer/editor/annotation-layer.ts";
import { layoutOf } from "../../../renderer/editor/layout.ts";
import type { Annotations } from "../../../shared/model/annotation-set.ts";
import type { ArticleText } from "../../../shared/model/article-text.ts";
import { applyChange, removed } from "../../../shared/model/change.ts";
import { newsAttribution } from "../../../shared/tagsets/news-attribution.ts";
import { markedArticle } from "../../helpers/marked-article.ts";
import { carriedOut, work } from "../../helpers/random-commands.ts";

const typeIndex = (type: string): number => newsAttribution.spanTypes.findIndex(({ id }) => id === type);
const limits = { paragraph: 24, sectionParagraphs: 3, sectionLength: 60 };
const indexOf = (text: ArticleText, annotations: () => Annotations): SpanIndex =>
  createSpanIndex(layoutOf(text, limits).paragraphs, annotations, typeIndex);

test("a span over two paragraphs has a piece in each, and only its own edges begin and end it", () => {
  const { text, annotations } = markedArticle("He {c:claim|said so.\n\nAnd so} on.");
  const index = indexOf(text, () => annotations);
  const piece = { id: "c", type: 2, length: 16 };
  expect(index.contentOf(0)).toEqual({
    pieces: [{ ...piece, start: 3, end: 11, begins: true, ends: false }],
    excluded: [],
  });
  expect(index.contentOf(1)).toEqual({
    pieces: [{ ...piece, start: 13, end: 19, begins: false, ends: true }],
    excluded: [],
  });
});

test("the spans at an offset come innermost first", () => {
  const { text, annotations } = markedArticle("{c:claim|{s:speaker|{o:source|Fox} host} left} now");
  const index = indexOf(text, () => annotations);
  expect([0, 4, 9].map((offset) => index.spansAt(offset))).toEqual([["o", "s", "c"], ["s", "c"], ["c"]]);
});

test("at the very end of a span, with none beyond it, that span is found", () => {
  const { text, annotations } = markedArticle("{s:speaker|Fox} left");
  const index = indexOf(text, () => annotations);
  expect([3, 4].map((offset) => index.spansAt(offset))).toEqual([["s"], []]);
});

test("a removed span touches its paragraphs and no other", () => {
  const { text, annotations, span } = markedArticle("{a:cue|One}\n\n{b:cue|Two}\n\n{a|Three}");
  let state = annotations;
  const index = indexOf(text, () => state);
  const change = { spans: removed(span("a")) };
  state = applyChange(state, change);
  expect([...index.apply(change)]).toEqual([0, 2]);
  expect([0, 1, 2].map((at) => index.contentOf(at).pieces.length)).toEqual([0, 1, 0]);
});

test("a type that the tagset does not know is not drawn", () => {
  const { text, annotations } = markedArticle("{x:rumour|One}");
  expect(indexOf(text, () => annotations).contentOf(0).pieces).toEqual([]);
});

test("kept up to date change by change, it is the same as made anew, and names every paragraph that changed", () => {
  fc.assert(
    fc.property(work, (sequence) => {
      const { text, start, done } = carriedOut(sequence);
      const { paragraphs } = layoutOf(text, limits);
      let state = start;
      const kept = indexOf(text, () => state);
      const all = (index: SpanIndex): string[] =>
        paragraphs.map((_, at) => {
          const { pieces, excluded } = index.contentOf(at);
          return JSON.stringify([
            pieces.map((piece) => JSON.stringify(piece)).sort(),
            excluded.map((range) => JSON.stringify(range)).sort(),
          ]);
        });
      for (const { change, after } of done) {
        const before = all(kept);
        state = after;
        const touched = kept.apply(change);
        const now = all(kept);
        expect(now).toEqual(all(indexOf(text, () => state)));
        now.forEach((content, at) => {
          if (content !== before[at]) expect(touched.has(at)).toBe(true);
        });
      }
    }),
  );
});
