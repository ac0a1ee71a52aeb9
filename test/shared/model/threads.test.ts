import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { type Remark, remarkKinds } from "../../../shared/model/remark.ts";
import { type SetRemarks, threadsOf, waitsFor } from "../../../shared/model/threads.ts";

const remark = (id: string, at: string, more: Partial<Remark> = {}): Remark => ({
  id,
  thread: "t",
  on: { what: "span", id: "s", quote: "it was over" },
  kind: "remark",
  text: "Why?",
  mentions: [],
  provenance: { annotator: "claimed", at, origin: { by: "human" } },
  ...more,
});

const setOf = (annotatorId: string, ...remarks: Remark[]): SetRemarks => ({
  articleId: "a",
  annotatorId,
  remarks,
});

const few = fc.constantFrom("a", "b", "c");
const someRemark: fc.Arbitrary<Remark> = fc
  .record({
    id: few,
    thread: fc.constantFrom("t", "u"),
    kind: fc.constantFrom(...remarkKinds),
    text: fc.constantFrom("", "Why?", "So."),
    mentions: fc.uniqueArray(few),
    at: fc.constantFrom("2026-01-01", "2026-01-02", "later"),
    after: fc.option(few, { nil: undefined }),
    editedAt: fc.option(fc.constantFrom("2026-01-03", "2026-01-04"), { nil: undefined }),
    on: fc.constantFrom<Remark["on"]>(
      { what: "article" },
      { what: "card", id: "k", quote: "" },
      { what: "conflict", members: ["s", "k"], quote: "over" },
    ),
  })
  .map(({ at, editedAt, after, ...rest }) => ({
    ...rest,
    ...(after ? { after } : {}),
    provenance: { annotator: "a", at, origin: { by: "human" }, ...(editedAt ? { editedAt } : {}) },
  }));
const someSets = fc.array(
  fc.record({ articleId: few, annotatorId: few, remarks: fc.array(someRemark, { maxLength: 5 }) }),
  { maxLength: 6 },
);

describe("threads", () => {
  it("are the same in whatever order the sets come, and when sets come twice", () => {
    fc.assert(
      fc.property(someSets, fc.infiniteStream(fc.nat()), (sets, numbers) => {
        const shuffled = sets
          .map((set) => ({ set, by: numbers.next().value ?? 0 }))
          .sort((a, b) => a.by - b.by)
          .map(({ set }) => set);
        expect(threadsOf(shuffled)).toEqual(threadsOf(sets));
        expect(threadsOf([...sets, ...shuffled])).toEqual(threadsOf(sets));
      }),
    );
  });

  it("hold every remark of every set once, by time", () => {
    fc.assert(
      fc.property(someSets, (sets) => {
        const told = threadsOf(sets).flatMap((thread) =>
          thread.remarks.map(({ by, id }) => `${thread.article} ${thread.id} ${by} ${id}`),
        );
        const held = sets.flatMap(({ articleId, annotatorId, remarks = [] }) =>
          remarks.map(({ thread, id }) => `${articleId} ${thread} ${annotatorId} ${id}`),
        );
        expect(told.sort()).toEqual([...new Set(held)].sort());
        for (const { remarks } of threadsOf(sets)) {
          if (remarks.some(({ after }) => after !== undefined)) continue;
          const times = remarks.map(({ provenance }) => provenance.at);
          expect(times).toEqual([...times].sort());
        }
      }),
    );
  });

  it("go on in the sets of several people, whoever the remarks claim to be from", () => {
    const sets = [
      setOf("anna", remark("r", "2026-01-01"), remark("q", "2026-01-03", { kind: "resolve" })),
      setOf("ben", remark("o", "2026-01-02")),
    ];
    const [thread] = threadsOf(sets);
    expect(thread?.remarks.map(({ by, id }) => `${by} ${id}`)).toEqual(["anna r", "ben o", "anna q"]);
    expect(thread?.isResolved).toBe(true);
  });

  it("are open again after an answer that is later than what resolved them", () => {
    const resolved = setOf("anna", remark("r", "2026-01-01"), remark("q", "2026-01-02", { kind: "resolve" }));
    expect(threadsOf([resolved])[0]?.isResolved).toBe(true);
    for (const kind of ["remark", "reopen"] as const)
      expect(threadsOf([resolved, setOf("ben", remark("o", "2026-01-03", { kind }))])[0]?.isResolved).toBe(
        false,
      );
  });

  it("have what answers after what it answers, whatever the clocks say", () => {
    const ahead = setOf("ben", remark("o", "2027-01-01"));
    const settled = setOf("anna", remark("q", "2026-01-02", { kind: "resolve", after: "o" }));
    const more = setOf("cem", remark("p", "2026-01-03", { after: "q" }), remark("early", "2026-06-01"));
    const order = (...sets: SetRemarks[]) => threadsOf(sets)[0]?.remarks.map(({ id }) => id);
    expect(order(settled, ahead)).toEqual(["o", "q"]);
    expect(order(more, settled, ahead)).toEqual(["early", "o", "q", "p"]);
    expect(threadsOf([settled, ahead])[0]?.isResolved).toBe(true);
  });

  it("show a remark as it was last edited", () => {
    const before = remark("r", "2026-01-01");
    const after: Remark = {
      ...before,
      text: "Who?",
      provenance: { ...before.provenance, editedAt: "2026-01-02" },
    };
    for (const versions of [
      [before, after],
      [after, before],
    ])
      expect(threadsOf(versions.map((one) => setOf("anna", one)))[0]?.remarks).toEqual([
        { ...after, by: "anna" },
      ]);
  });
});

describe("what waits for somebody", () => {
  const waits = (sets: readonly SetRemarks[], theirs: readonly string[] = []) => {
    const [thread] = threadsOf(sets);
    return thread && waitsFor("anna", thread, (id) => theirs.includes(id));
  };
  const asked = setOf("ben", remark("r", "2026-01-01", { mentions: ["anna"] }));

  it("is where they are mentioned, until they answer", () => {
    expect(waits([asked])).toBe("mentioned");
    expect(waits([asked, setOf("anna", remark("q", "2026-01-02"))])).toBeNull();
  });

  it("is what is said of their own marks", () => {
    const said = setOf("ben", remark("r", "2026-01-01"));
    expect([waits([said]), waits([said], ["s"])]).toEqual([null, "on-yours"]);
  });

  it("is where somebody answered them", () => {
    const said = setOf("anna", remark("r", "2026-01-01"));
    expect(waits([said, setOf("ben", remark("q", "2026-01-02"))])).toBe("answered");
  });

  it("is nothing that is resolved", () => {
    expect(waits([asked, setOf("cem", remark("q", "2026-01-02", { kind: "resolve" }))])).toBeNull();
  });
});
