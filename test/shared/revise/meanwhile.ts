// What two sides do at the same time, one to a text and the other to what it was corrected to.
import fc from "fast-check";
import { type Annotations, setFromJson, setToJson } from "../../../shared/model/annotation-set.ts";
import { articleTextOf } from "../../../shared/model/article-text.ts";
import { setKinds } from "../../../shared/model/record-kinds.ts";
import { records, type Table } from "../../../shared/model/table.ts";
import { carrierBetween } from "../../../shared/revise/carrier.ts";
import { carryRecords } from "../../../shared/revise/carry-records.ts";
import { hashOf } from "../../helpers/bundles.ts";
import { type Step, step } from "../../helpers/random-commands.ts";
import { goneOn, type TwoSides, twoSides } from "../review/two-sides.ts";

const edit = fc.tuple(fc.nat(), fc.nat(8), fc.string({ maxLength: 5 }));
type Edit = typeof edit extends fc.Arbitrary<infer T> ? T : never;

/**
 * `base` and `theirs` on the text of before, `ours` on the one that these edits made of it. `mine`: what was done on that; `null`: the
 * same as on the other side.
 */
export function meanwhileOf(
  { text: before, base, theirs, work }: TwoSides,
  edits: readonly Edit[],
  mine: readonly Step[] | null,
) {
  const text = edits.reduce((now, [at, gone, put]) => {
    const from = at % (now.length + 1);
    return `${now.slice(0, from)}${put}${now.slice(from + gone)}`;
  }, before.text);
  const carrier = carrierBetween(before.text, text, "own");
  const carried = carryRecords(setToJson(base.set), carrier, hashOf(text)).set;
  // Both know of the entities of both.
  const entities = theirs.entities;
  const first: Annotations = { set: setFromJson(carried), entities: base.entities };
  const after = articleTextOf(text);
  const ours = goneOn(after, first, mine ?? work.other, "m");
  return { before, text: after, carrier, base, theirs, first, ours, entities };
}

export type Meanwhile = ReturnType<typeof meanwhileOf>;

const steps = fc.array(step, { maxLength: 14, size: "max" });

export const meanwhile: fc.Arbitrary<Meanwhile> = fc
  .tuple(twoSides, fc.array(edit, { maxLength: 4 }), fc.option(steps, { freq: 4 }))
  .map((parts) => meanwhileOf(...parts));

/** Every record of a set. */
export const everything = ({ set }: Annotations) =>
  setKinds.flatMap((kind) =>
    [...records(set[kind] as Table<{ readonly id: string }>)].map(({ id }) => ({ kind, id })),
  );
