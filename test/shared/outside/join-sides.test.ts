// What waits for its place, where two sides of a set are brought together: nothing that waits on one side is lost, and what one side
// has put back waits no longer.
import { expect, test } from "vitest";
import { type AnnotationSetJson, setFromJson, setToJson } from "../../../shared/model/annotation-set.ts";
import { added, applyChange, type Change, removed, updated } from "../../../shared/model/change.ts";
import { violations } from "../../../shared/model/invariants.ts";
import type { Orphan } from "../../../shared/model/orphan.ts";
import { tableOf } from "../../../shared/model/table.ts";
import { foldChange } from "../../../shared/outside/fold-change.ts";
import { joinSets } from "../../../shared/outside/join-sides.ts";
import { invariantsFor, markedArticle, textHash } from "../../helpers/marked-article.ts";

const { annotations, text } = markedArticle("{o:speaker|Orban} said {c:claim|it was over}.");
const { set, entities } = annotations;
const [speaker, claim] = setToJson(set).spans;
if (!speaker || !claim) throw new Error("The marks are not there.");

const waiting = (record: typeof speaker): Orphan => ({
  id: record.id,
  was: { kind: "span", record },
  textHash,
  why: "gone",
  uses: [],
  near: 0,
  proposals: [],
});

/** The set in which these wait, and the other spans stand. */
const without = (...gone: readonly (typeof speaker)[]): AnnotationSetJson => ({
  ...setToJson(set),
  spans: setToJson(set).spans.filter((span) => !gone.includes(span)),
  ...(gone.length > 0 && { orphans: gone.map(waiting) }),
});

test("what waits on either side of a conflict's marks waits in both as one", () => {
  const bare = { ...setToJson(set), spans: [] };
  const joined = joinSets({ ...bare, orphans: [waiting(speaker)] }, { ...bare, orphans: [waiting(claim)] });
  expect(joined.set.orphans).toEqual([waiting(speaker), waiting(claim)]);
});

test("what one side of a conflict's marks has put back waits no longer", () => {
  const { set: joined } = joinSets(without(speaker), without(claim));
  expect(setToJson(setFromJson(joined))).toEqual(setToJson(set));
});

test("what was put back on one machine and put aside on another is in its place, whichever came first", () => {
  const start = { set: setFromJson(without(speaker)), entities };
  const back: Change = { spans: added(speaker), orphans: removed(waiting(speaker)) };
  const aside: Change = { orphans: updated(waiting(speaker), { ...waiting(speaker), aside: true }) };
  for (const [first, second] of [
    [back, aside],
    [aside, back],
  ] as const) {
    const folded = foldChange(applyChange(start, first), second);
    expect(setToJson(folded.annotations.set)).toEqual(setToJson(set));
    expect(folded.conflicts).toEqual([]);
    const state = { set: folded.annotations.set, entities: tableOf<never>() };
    expect(violations(state, invariantsFor(text)).filter(({ severity }) => severity === "error")).toEqual([]);
  }
});
