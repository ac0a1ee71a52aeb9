// One person under several annotators: what is noticed, what is answered, and what is counted.
import fc from "fast-check";
import { describe, expect, it, test } from "vitest";
import type { AnnotationSetJson } from "../../../shared/model/annotation-set.ts";
import type { Annotator } from "../../../shared/model/project.ts";
import type { Span } from "../../../shared/model/span.ts";
import {
  alikeF1,
  copiedShare,
  fewestByHand,
  fewestMoments,
  likePeople,
} from "../../../shared/review/like-people.ts";
import {
  countedAs,
  countedSets,
  oneSetEach,
  type PersonOf,
  personOf,
  type SamePersonAnswer,
  withAnswer,
} from "../../../shared/review/one-person.ts";
import { severalAnnotators } from "../../helpers/several-annotators.ts";
import { runs } from "../../helpers/tier.ts";

const ana = { id: "ana", name: "Ana" };
const ben = { id: "ben", name: "Ben" };

interface Marks {
  readonly annotator: string;
  readonly count: number;
  /** Where the first one stands; each is three behind the one before. */
  readonly from?: number;
  readonly id?: (at: number) => string;
  readonly time?: (at: number) => string;
  readonly origin?: Span["provenance"]["origin"];
  readonly textHash?: string;
}

const minute = (at: number): string => new Date(Date.UTC(2026, 0, 1, 0, at)).toISOString();

function setOf({ annotator, count, from = 0, id, time, origin, textHash = "h" }: Marks): AnnotationSetJson {
  const spans = Array.from({ length: count }, (_, at): Span => {
    const start = from + at * 3;
    const selector = { start, end: start + 2, quote: "aa", prefix: "", suffix: "" };
    return {
      id: id?.(at) ?? `${annotator}${at}`,
      type: "claim",
      segments: [selector],
      provenance: {
        annotator,
        at: time?.(at) ?? `${annotator} ${at}`,
        origin: origin ?? { by: "human" },
      },
    };
  });
  return { articleId: "a", annotatorId: annotator, textHash, spans, attributions: [], exclusions: [] };
}

const asked = (...sets: readonly AnnotationSetJson[]): boolean =>
  likePeople([{ sets }], [ana, ben]).length > 0;

const suggested = { by: "suggested", rule: "r", reason: "" } as const;

describe("two annotators look like one person", () => {
  it("where half of the smaller work has ids of the other, and not where less has", () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 12 }), fc.integer({ min: 0, max: 12 }), (count, shared) => {
        const mine = setOf({ annotator: "ana", count: 12 });
        // On other words, so that nothing else speaks for it.
        const theirs = setOf({
          annotator: "ben",
          count,
          from: 1_000,
          id: (at) => (at < shared ? `ana${at}` : `ben${at}`),
        });
        expect(asked(mine, theirs)).toBe(shared > 0 && Math.min(shared, count) >= count * copiedShare);
      }),
      { numRuns: runs(100) },
    );
  });

  it("where they marked the same at the same moments, unless it came in from another tool then", () => {
    const with_ = (count: number, origin?: Span["provenance"]["origin"]) =>
      ["ana", "ben"].map((annotator) => setOf({ annotator, count, time: minute, ...(origin && { origin }) }));
    expect(asked(...with_(fewestMoments))).toBe(true);
    expect(asked(...with_(fewestMoments - 1))).toBe(false);
    expect(asked(...with_(fewestMoments, suggested))).toBe(true);
    expect(asked(...with_(fewestMoments, { by: "imported", from: "brat" }))).toBe(false);
    // All at one moment: a fixed clock, not a copy.
    expect(asked(...["ana", "ben"].map((annotator) => setOf({ annotator, count: 9, time: () => "t" })))).toBe(
      false,
    );
  });

  it("where they marked nearly the same by hand, and enough of it", () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 60 }), fc.integer({ min: 0, max: 8 }), (count, more) => {
        const [mine, theirs] = [
          setOf({ annotator: "ana", count }),
          setOf({ annotator: "ben", count: count + more }),
        ];
        const f1 = (2 * count) / (2 * count + more);
        expect(asked(mine, theirs)).toBe(count >= fewestByHand && f1 >= alikeF1);
      }),
      { numRuns: runs(100) },
    );
  });

  it("not for accepting the same suggestions", () => {
    const sets = ["ana", "ben"].map((annotator) => setOf({ annotator, count: 50, origin: suggested }));
    expect(asked(...sets)).toBe(false);
  });

  it("not on different texts, nor the curation, nor strangers to the project", () => {
    const copy = { count: 5, id: (at: number) => `s${at}` };
    const [mine, theirs] = [setOf({ annotator: "ana", ...copy }), setOf({ annotator: "ben", ...copy })];
    expect(asked(mine, theirs)).toBe(true);
    expect(asked(mine, { ...theirs, textHash: "other" })).toBe(false);
    expect(asked(mine, { ...theirs, annotatorId: "stranger" })).toBe(false);
    expect(likePeople([{ sets: [mine, theirs] }], [ana, { ...ben, kind: "curation" }])).toEqual([]);
  });

  it("with what speaks for it, over all articles, in the order of the project", () => {
    const shared = (annotator: string, count: number) =>
      setOf({ annotator, count, id: (at) => `s${at}`, time: minute });
    const articles = [
      { sets: [shared("ben", 4), shared("ana", 5)] },
      { sets: [shared("ana", 2), shared("ben", 2)] },
      { sets: [shared("ana", 9)] },
    ];
    expect(likePeople(articles, [ana, ben])).toEqual([
      { people: ["ana", "ben"], articles: 2, spans: [7, 6], same: 6, sameIds: 6, sameMoments: 6 },
    ]);
  });

  it("in none of those who annotated the sample each in their own way", () => {
    const { articles, annotators } = severalAnnotators(["Ana", "Ben", "Cem", "Dana", "Eva"]);
    expect(likePeople(articles, annotators)).toEqual([]);
  });
});

const ids = ["a", "b", "c", "d", "e"];
const annotators: readonly Annotator[] = ids.map((id) => ({ id, name: id.toUpperCase() }));
const pair = fc
  .tuple(fc.constantFrom(...ids), fc.constantFrom(...ids))
  .filter(([one, other]) => one !== other) as fc.Arbitrary<[string, string]>;
const answers = fc.array(
  fc.tuple(pair, fc.constantFrom<SamePersonAnswer>("same", "different", null), fc.constantFrom(null, ...ids)),
  { maxLength: 12 },
);
const answered = (
  all: readonly [[string, string], SamePersonAnswer, string | null][],
  from: readonly Annotator[] = annotators,
) => all.reduce((known, [people, answer, first]) => withAnswer(known, people, answer, first), from);
/** As earlier versions, other machines and a merge of folders leave them: in chains, in circles, to somebody who is gone. */
const started: fc.Arbitrary<readonly Annotator[]> = fc
  .array(fc.option(fc.constantFrom(...ids, "gone"), { nil: undefined }), {
    minLength: ids.length,
    maxLength: ids.length,
  })
  .map((links) =>
    annotators.map((one, at) => {
      const sameAs = links[at];
      return sameAs === undefined || sameAs === one.id ? one : { ...one, sameAs };
    }),
  );

describe("what was answered", () => {
  test("one person counts as one, and always as the same one", () => {
    fc.assert(
      fc.property(started, answers, pair, (from, before, [one, other]) => {
        const after = withAnswer(answered(before, from), [one, other], "same", null);
        const person = personOf(after);
        expect(person(one)).toBe(person(other));
        for (const id of ids) expect(person(person(id))).toBe(person(id));
        expect([...countedAs(after)].flatMap(([, others]) => others).length).toBe(
          ids.length - new Set(ids.map(person)).size,
        );
      }),
      { numRuns: runs(200) },
    );
  });

  test("each answer holds for the two, and changes who is grouped with whom for nobody else", () => {
    fc.assert(
      fc.property(
        started,
        answers,
        pair,
        fc.constantFrom<SamePersonAnswer>("same", "different", null),
        (from, said, [one, other], answer) => {
          const before = answered(said, from);
          const after = withAnswer(before, [one, other], answer, null);
          const [was, is] = [personOf(before), personOf(after)];
          expect(is(one) === is(other)).toBe(answer === "same");
          const isTogether = (person: PersonOf, a: string, b: string): boolean => person(a) === person(b);
          const both = [one, other].map(was);
          for (const a of ids)
            for (const b of ids) {
              // Of those who become one, or of whom one leaves, who that is with is the answer itself.
              const isMoved =
                answer === "same"
                  ? both.includes(was(a)) && both.includes(was(b))
                  : [one, other].some((id) => is(id) !== was(id) && (a === id || b === id));
              if (!isMoved) expect(isTogether(is, a, b)).toBe(isTogether(was, a, b));
            }
          if (answer !== "same" && was(one) === was(other)) {
            const leaving = ids.filter((id) => was(id) === was(one) && is(id) !== was(id));
            expect(leaving).toHaveLength(1);
            expect([one, other]).toContain(leaving[0]);
          }
        },
      ),
      { numRuns: runs(400) },
    );
  });

  test("whoever is counted as another through a third is separated all the same", () => {
    const chain = withAnswer(withAnswer(annotators, ["a", "b"], "same", "b"), ["b", "c"], "same", "c");
    expect(ids.map(personOf(chain))).toEqual(["c", "c", "c", "d", "e"]);
    expect(ids.map(personOf(withAnswer(chain, ["c", "a"], null, null)))).toEqual(["a", "c", "c", "d", "e"]);
    expect(ids.map(personOf(withAnswer(chain, ["c", "b"], null, null)))).toEqual(["c", "b", "c", "d", "e"]);
    expect(withAnswer(withAnswer(chain, ["c", "a"], null, null), ["c", "b"], null, null)).toEqual(annotators);
  });

  test("an answer to a question never asked before can be taken back, and is gone then", () => {
    fc.assert(
      fc.property(pair, fc.constantFrom<SamePersonAnswer>("same", "different"), (people, answer) => {
        const after = withAnswer(annotators, people, answer, null);
        expect(after).not.toEqual(annotators);
        expect(withAnswer(after, [people[1], people[0]], null, null)).toEqual(annotators);
      }),
      { numRuns: runs(40) },
    );
  });

  test("nobody is asked about again, whatever the answer", () => {
    const copy = { count: 5, id: (at: number) => `s${at}` };
    const sets = ["a", "b"].map((annotator) => setOf({ annotator, ...copy }));
    for (const answer of ["same", "different"] as const)
      expect(likePeople([{ sets }], withAnswer(annotators, ["b", "a"], answer, null))).toEqual([]);
    expect(likePeople([{ sets }], annotators)).toHaveLength(1);
  });

  test("who is counted as another is asked about as that person, once, by what speaks most for it", () => {
    const byOther = withAnswer(annotators, ["a", "b"], "same", null);
    const copies = (own: number, other: number): AnnotationSetJson[] => [
      setOf({ annotator: "c", count: 9, id: (at) => `s${at}` }),
      setOf({ annotator: "a", count: 4, from: 100, id: (at) => `${at < own ? "s" : "a"}${at}` }),
      setOf({ annotator: "b", count: 5, from: 200, id: (at) => `${at < other ? "s" : "b"}${at}` }),
    ];
    const found = (own: number, other: number, known = byOther) =>
      likePeople([{ sets: copies(own, other) }], known).map(({ people, spans, sameIds }) => ({
        ...{ people, spans, sameIds },
      }));
    expect(found(3, 5)).toEqual([{ people: ["a", "c"], spans: [5, 9], sameIds: 5 }]);
    expect(found(4, 3)).toEqual([{ people: ["a", "c"], spans: [4, 9], sameIds: 4 }]);
    // “c” stands before whoever is counted, whichever annotator it is by.
    const counted = withAnswer(annotators, ["b", "d"], "same", "d");
    expect(found(0, 5, counted)).toEqual([{ people: ["c", "d"], spans: [9, 5], sameIds: 5 }]);
    const different = withAnswer(byOther, ["a", "c"], "different", null);
    expect(found(3, 5, different)).toEqual([]);
    expect(found(3, 5, withAnswer(different, ["c", "b"], null, null))).toHaveLength(1);
  });

  test("whose own project it is counts", () => {
    expect(personOf(withAnswer(annotators, ["a", "b"], "same", "b"))("a")).toBe("b");
    expect(personOf(withAnswer(annotators, ["b", "a"], "same", null))("b")).toBe("a");
  });

  test("answers of two machines in opposite directions, or of somebody who is gone, do no harm", () => {
    const both = annotators.map((one) =>
      one.id === "a" ? { ...one, sameAs: "b" } : one.id === "b" ? { ...one, sameAs: "a" } : one,
    );
    expect(ids.map(personOf(both))).toEqual(["a", "a", "c", "d", "e"]);
    const gone = annotators.map((one) => (one.id === "a" ? { ...one, sameAs: "z" } : one));
    expect(ids.map(personOf(gone))).toEqual(ids);
  });
});

test("each person has one set: their own where there is work in it, else one with work, and what does not count is told", () => {
  fc.assert(
    fc.property(
      answers,
      fc.uniqueArray(fc.constantFrom(...ids)),
      fc.func(fc.boolean()),
      (before, present, isEmpty) => {
        const person = personOf(answered(before));
        const sets = present.map((annotator) => ({
          set: setOf({ annotator, count: isEmpty(annotator) ? 0 : 2 }),
          whose: annotator,
        }));
        const each = oneSetEach(sets, person);
        expect(each.map(({ set }) => set.annotatorId).sort()).toEqual(
          [...new Set(present.map(person))].sort(),
        );
        const { passedOver } = countedSets(sets, person);
        for (const { set, whose } of each) {
          expect(person(whose)).toBe(set.annotatorId);
          const others = sets.filter((one) => person(one.whose) === set.annotatorId && one.whose !== whose);
          const working = others.filter((one) => one.set.spans.length > 0);
          const themselves = sets.find((one) => one.whose === set.annotatorId);
          if (set.spans.length === 0) expect(working).toEqual([]);
          if (themselves && (themselves.set.spans.length > 0 || set.spans.length === 0))
            expect(whose).toBe(set.annotatorId);
          expect(passedOver.filter((one) => person(one.whose) === set.annotatorId)).toEqual(working);
        }
      },
    ),
    { numRuns: runs(200) },
  );
});
