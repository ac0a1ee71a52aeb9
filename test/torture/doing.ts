// Lets acts be done one after the other, and tells what must be there at every moment of it.
import type { Act, Desk, Plan } from "./act.ts";
import type { Random } from "./random.ts";
import { type Expected, pictureOf, type Truth, toldSteps } from "./truth.ts";

/** What may be there if everything ended now. */
export interface Progress {
  readonly act: string;
  readonly plan: Plan;
  /** What stood before it, or after it once it is over. */
  readonly truth: Truth;
  /** Those of which `expected` has the pictures. */
  readonly states: readonly Truth[];
  readonly expected: Expected;
}

/** Told when an act begins, at each acknowledgement, and when it is over. */
type Hear = (progress: Progress) => void;

/** Whatever stands, with nothing under way. */
export const standing = (truth: Truth): Expected => ({
  stages: [pictureOf(truth)],
  acknowledged: 0,
  isLoose: false,
  mayAdd: [],
  steps: toldSteps(truth),
});

/** Does what an act plans. Resolves with what must be there then; throws what the door threw. */
export async function perform(act: string, plan: Plan, truth: Truth, hear: Hear): Promise<Truth> {
  const states = [truth, ...plan.stages];
  const stages = states.map(pictureOf);
  const { isLoose = false, mayAdd = [] } = plan;
  let acknowledged = 0;
  const tell = (): void => {
    // Of a step that takes an article away, the history need not tell while it is not known to be done.
    const here = new Set(toldSteps(states.at(-1) ?? truth));
    const steps = toldSteps(states[acknowledged] ?? truth).filter((id) => here.has(id));
    hear({ act, plan, truth, states, expected: { stages, acknowledged, isLoose, mayAdd, steps } });
  };
  tell();
  const learned = await plan.run(() => {
    acknowledged = Math.min(acknowledged + 1, stages.length - 1);
    tell();
  });
  const after = learned ?? plan.stages.at(-1) ?? truth;
  hear({ act, plan, truth: after, states: [after], expected: standing(after) });
  return after;
}

/** An act that can be done now, chosen by chance: the next of `acts` that can. */
export function nextPlan(
  acts: readonly Act[],
  desk: Desk,
  random: Random,
): { readonly act: Act; readonly plan: Plan } | null {
  for (let tries = 0; tries < 50; tries += 1) {
    const act = random.pick(acts);
    const plan = act.plan(desk);
    if (plan) return { act, plan };
  }
  return null;
}
