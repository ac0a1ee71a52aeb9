// What two sides do at the same time, one to a text and the other to what it was corrected to.
import fc from "fast-check";
import { type Annotations, setFromJson, setToJson } from "../../../shared/model/annotation-set.ts";
import { articleTextOf } from "../../../shared/model/article-text.ts";
import { setKinds } from "../../../shared/model/change.ts";
import { records, type Table } from "../../../shared/model/table.ts";
import { carrierBetween } from "../../../shared/revise/carrier.ts";
import { carryRecords } from "../../../shared/revise/carry-records.ts";
import { hashOf } from "../../helpers/bundles.ts";
import { step } from "../../helpers/random-commands.ts";
import { goneOn, twoSides } from "../review/two-sides.ts";

const edits = fc.array(fc.tuple(fc.nat(), fc.nat(8), fc.string({ maxLength: 5 })), { maxLength: 4 });

/** `base` and `theirs` on the text of before, `ours` on the one that was corrected, by the same three hands each time. */
export const meanwhile = fc
  .tuple(twoSides, edits, fc.array(step, { maxLength: 14, size: "max" }))
  .map(([{ text: before, base, theirs }, changes, mine]) => {
    const text = changes.reduce((now, [at, gone, put]) => {
      const from = at % (now.length + 1);
      return `${now.slice(0, from)}${put}${now.slice(from + gone)}`;
    }, before.text);
    const carrier = carrierBetween(before.text, text, "own");
    const carried = carryRecords(setToJson(base.set), carrier, hashOf(text)).set;
    // Both know of the entities of both.
    const entities = theirs.entities;
    const first: Annotations = { set: setFromJson(carried), entities: base.entities };
    const after = articleTextOf(text);
    const ours = goneOn(after, first, mine, "m");
    return { before, text: after, carrier, base, theirs, first, ours, entities };
  });

export type Meanwhile = typeof meanwhile extends fc.Arbitrary<infer T> ? T : never;

/** Every record of a set. */
export const everything = ({ set }: Annotations) =>
  setKinds.flatMap((kind) =>
    [...records(set[kind] as Table<{ readonly id: string }>)].map(({ id }) => ({ kind, id })),
  );
