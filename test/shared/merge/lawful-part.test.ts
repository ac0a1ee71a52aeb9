// A version from outside that breaks laws: what of it holds is taken, and what does not is told, record by record.
import { describe, expect, it } from "vitest";
import { lawfulPart } from "../../../shared/merge/lawful-part.ts";
import { applyChange, removed, updated } from "../../../shared/model/change.ts";
import { get } from "../../../shared/model/table.ts";
import { markedArticle } from "../../helpers/marked-article.ts";

describe("the part of a version that holds to the laws", () => {
  const {
    annotations: from,
    invariants,
    span,
  } = markedArticle("{o:speaker|Orban} {s:cue|said} {c:claim|it was over}, {w:cue|according to him}.", {
    cards: { k: { voice: ["o"], cue: "s", claim: "c" } },
  });
  const more = {
    ...span("w"),
    provenance: { ...span("w").provenance, editedAt: "2026-02-02T00:00:00.000Z" },
  };
  const left = (theirs: typeof from) =>
    lawfulPart(theirs, from, invariants).left.map(({ kind, id, why }) => `${kind} ${id} ${why}`);

  it("is all of one that breaks none", () => {
    const theirs = applyChange(from, { spans: updated(span("w"), more) });
    expect(lawfulPart(theirs, from, invariants)).toEqual({ annotations: theirs, left: [] });
  });

  it("is without a mark that a card has for its cue and that is none any more, which is told, and with the rest", () => {
    const claim = { ...span("s"), type: "claim" };
    const spans = {
      added: [],
      removed: [],
      updated: [
        { from: span("s"), to: claim },
        { from: span("w"), to: more },
      ],
    };
    const theirs = applyChange(from, { spans });
    const { annotations } = lawfulPart(theirs, from, invariants);
    expect(get(annotations.set.spans, "s")).toEqual(span("s"));
    expect(get(annotations.set.spans, "w")).toEqual(more);
    expect(left(theirs)).toEqual(["spans s breaks"]);
  });

  it("has a mark that is gone and that a card still points to, which is told", () => {
    const theirs = applyChange(from, { spans: { ...removed(span("s"), span("w")) } });
    const { annotations } = lawfulPart(theirs, from, invariants);
    expect(get(annotations.set.spans, "s")).toEqual(span("s"));
    expect(get(annotations.set.spans, "w")).toBeUndefined();
    expect(left(theirs)).toEqual(["spans s breaks"]);
  });
});
