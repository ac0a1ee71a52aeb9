// What can be read of a file that is not right, where it was asked for: rows 36 to 39 of the list of hostile inputs, and more.
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { readAnnotatedJson } from "../../../shared/annotated-json/read.ts";
import { annotatedJsonOf } from "../../../shared/exporters/annotated-json.ts";
import { setFromJson } from "../../../shared/model/annotation-set.ts";
import { violations } from "../../../shared/model/invariants.ts";
import { tableOf } from "../../../shared/model/table.ts";
import { mendAnnotatedJson } from "../../../shared/review/read-package.ts";
import { localeFor } from "../../../shared/words/language.ts";
import { createWords } from "../../../shared/words/say.ts";
import { hashOf, randomBundle, sampleBundle } from "../../helpers/bundles.ts";
import { runs } from "../../helpers/tier.ts";
import { readPackage } from "./packages.ts";

const { tell } = createWords(localeFor("en", []));

interface Raw {
  offsetUnit?: unknown;
  articles: { sets: { spans: Record<string, unknown>[]; attributions: Record<string, unknown>[] }[] }[];
}

/** The sample as a file, changed. */
function file(change: (raw: Raw) => void): unknown {
  const raw = JSON.parse(JSON.stringify(annotatedJsonOf(sampleBundle()))) as Raw;
  change(raw);
  return raw;
}

const spansOf = (raw: Raw) => raw.articles[0]?.sets[0]?.spans ?? [];
const segmentOf = (raw: Raw, at = 0): Record<string, unknown> => {
  const segments = (spansOf(raw)[at]?.segments ?? []) as Record<string, unknown>[];
  return segments[0] ?? {};
};

function mended(change: (raw: Raw) => void) {
  const found = mendAnnotatedJson(file(change), hashOf);
  if (!found) throw new Error("Nothing can be read of it.");
  const say = (list: typeof found.left): string[] => list.map(({ what }) => tell(what));
  return {
    ...found,
    moved: say(found.moved),
    left: say(found.left),
    spans: found.bundle.articles[0]?.sets[0]?.spans ?? [],
  };
}

const whole = sampleBundle();
const count = whole.articles[0]?.sets[0]?.spans.length ?? 0;

describe("a file that is not right", () => {
  it("is left as it is where it is right", () => {
    const { bundle, moved, left } = mended(() => undefined);
    expect([moved, left]).toEqual([[], []]);
    expect(bundle.articles.map(({ sets }) => sets)).toEqual(whole.articles.map(({ sets }) => sets));
  });

  for (const offset of [-1, 1.5, "5", null, 2 ** 53, 99_999_999])
    it(`with the offset ${offset} has its words found, or the mark left out (row 36)`, () => {
      const { spans, moved, left } = mended((raw) => {
        segmentOf(raw).start = offset;
      });
      expect(moved.length + left.length).toBe(1);
      expect(spans.length + left.length).toBe(count);
    });

  it("with an inverted stretch has its words found, and says so (row 37)", () => {
    const { spans, moved } = mended((raw) => {
      const segment = segmentOf(raw, 2);
      [segment.start, segment.end] = [segment.end, segment.start];
    });
    expect(moved).toHaveLength(1);
    expect(spans).toHaveLength(count);
  });

  it("that counts in code points is counted anew, said or not (row 38)", () => {
    fc.assert(
      fc.property(randomBundle, fc.boolean(), (bundle, isSaid) => {
        const raw = JSON.parse(JSON.stringify(annotatedJsonOf(bundle)));
        for (const { sets } of raw.articles)
          for (const { spans, exclusions } of sets)
            for (const segment of [
              ...spans.flatMap(({ segments }: { segments: object[] }) => segments),
              ...exclusions.map(({ segment }: { segment: object }) => segment),
            ])
              Object.assign(segment, segment.codePoints);
        raw.offsetUnit = isSaid ? "code-points" : undefined;
        const found = mendAnnotatedJson(raw, hashOf);
        if (isSaid) expect(found?.bundle.articles[0]?.sets).toEqual(bundle.articles[0]?.sets);
        for (const { sets, text } of found?.bundle.articles ?? [])
          for (const { spans } of sets)
            for (const { segments } of spans)
              for (const { start, end, quote } of segments) expect(text.slice(start, end)).toBe(quote);
      }),
      { numRuns: runs(40) },
    );
  });

  it("with words that are not where it says has them found, or the mark left out and cards without it (row 39)", () => {
    const moved = mended((raw) => {
      const segment = segmentOf(raw, 2);
      segment.start = Number(segment.start) + 1;
      segment.end = Number(segment.end) + 1;
    });
    expect([moved.moved.length, moved.spans.length]).toEqual([1, count]);
    const lost = mended((raw) => {
      segmentOf(raw, 2).quote = "words that nobody wrote";
    });
    expect(lost.left).toEqual(["Its words are not in the text: “words that nobody wrote”."]);
    expect(lost.spans).toHaveLength(count - 1);
    const ids = new Set(lost.spans.map(({ id }) => id));
    for (const { voice } of lost.bundle.articles[0]?.sets[0]?.attributions ?? [])
      expect(voice.every((id) => ids.has(id))).toBe(true);
  });

  it("keeps the first of an id and names the others (row 34)", () => {
    const { spans, left } = mended((raw) => {
      const [first, second] = spansOf(raw);
      if (first && second) second.id = first.id;
    });
    expect([spans.length, left.length]).toEqual([count - 1, 1]);
  });

  it("keeps types that its tagset does not have (row 44)", () => {
    const { spans, left } = mended((raw) => {
      for (const span of spansOf(raw).slice(0, 1)) span.type = "hasOwnProperty";
    });
    expect([spans[0]?.type, spans.length, left]).toEqual(["hasOwnProperty", count, []]);
  });

  it("takes circles of cards apart, and ends (row 43)", () => {
    const { bundle } = mended((raw) => {
      for (const card of raw.articles[0]?.sets[0]?.attributions ?? []) card.within = card.id;
    });
    expect(bundle.articles[0]?.sets[0]?.attributions).toEqual([]);
  });

  it("keeps how far somebody is where a card of theirs is left out", () => {
    const { bundle, left } = mended((raw) => {
      for (const set of raw.articles[0]?.sets ?? [])
        Object.assign(set, {
          progress: { id: whole.articles[0]?.article.id, state: "done", note: "Read twice." },
        });
      for (const card of raw.articles[0]?.sets[0]?.attributions.slice(0, 1) ?? []) card.within = card.id;
    });
    expect(left).toHaveLength(1);
    expect(bundle.articles[0]?.sets[0]?.progress).toMatchObject({ state: "done", note: "Read twice." });
  });

  it("gives what a strict reader accepts, whatever was done to it", () => {
    const wild = fc.oneof(fc.constant(null), fc.integer(), fc.string(), fc.constant({}), fc.constant([]));
    fc.assert(
      fc.property(fc.array(fc.tuple(fc.nat(), wild), { maxLength: 6 }), (edits) => {
        const raw = file(() => undefined) as Raw;
        for (const [at, value] of edits) spoil(raw, at, value);
        const found = mendAnnotatedJson(raw, hashOf);
        if (!found) return;
        const entities = tableOf(found.bundle.entities);
        for (const { article, text, sets } of found.bundle.articles)
          for (const set of sets) {
            const context = { text, articleId: article.id, tagset: found.bundle.tagset };
            const wrong = violations({ set: setFromJson(set), entities }, context).filter(
              ({ severity, kind, code }) =>
                severity === "error" && kind !== "entities" && !/^(type|slot|via|field|flag)-/u.test(code),
            );
            expect(wrong).toEqual([]);
          }
      }),
      { numRuns: runs(50) },
    );
  });

  it("is refused with what could be read of it, and read when that is wanted", () => {
    const text = JSON.stringify(
      file((raw) => {
        segmentOf(raw, 2).quote = "words that nobody wrote";
      }),
    );
    expect(readAnnotatedJson(JSON.parse(text), hashOf).ok).toBe(false);
    expect(readPackage(text, hashOf)).toMatchObject({ ok: false, mendable: { moved: 0, left: 1 } });
    const read = readPackage(text, hashOf, { mend: true });
    expect(read.ok && read.mended?.left.length).toBe(1);
    expect(readPackage("{", hashOf, { mend: true }).ok).toBe(false);
    expect(readPackage("{}", hashOf, { mend: true }).ok).toBe(false);
  });
});

/** Puts a value in one of all the places of the sets. */
function spoil(raw: Raw, at: number, value: unknown): void {
  const places: [Record<string, unknown>, string][] = [];
  const walk = (of: unknown): void => {
    if (typeof of !== "object" || of === null) return;
    for (const [key, inner] of Object.entries(of)) {
      places.push([of as Record<string, unknown>, key]);
      walk(inner);
    }
  };
  walk(raw.articles.map(({ sets }) => sets));
  const [of, key] = places[at % places.length] ?? [];
  if (of && key !== undefined) of[key] = value;
}
