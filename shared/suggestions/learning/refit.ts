// Fits how sure suggestions are to what one person made of them: logistic regression over the log odds that the rules give, with a weight for
// each rule and for each cue, held to the rules' own by a penalty (ridge regression; Hoerl and Kennard 1970), since one project tells little
// about rare ones.
import { type FittedWeights, plainWeights } from "./learned.ts";

/** A suggestion, and whether the person has a card for it. */
interface JudgedSuggestion {
  /** From 0 to 1. */
  readonly confidence: number;
  readonly rule: string;
  readonly cue: string;
  readonly right: boolean;
}

/** How much leaving a weight by one costs, in suggestions. */
const penalty = 6;
const rounds = 150;
const step = 0.8;
/** Fewer judgements than these say nothing of the weights; fewer for one cue, nothing of that. */
const fewest = { suggestions: 30, ofCue: 3 };
const least = 0.05;

const logOdds = (confidence: number): number => {
  const held = Math.min(0.995, Math.max(0.005, confidence));
  return Math.log(held / (1 - held));
};

const chance = (odds: number): number => 1 / (1 + Math.exp(-odds));

/** From 0 to 1. */
export const refitted = (
  { confidence, rule, cue }: Omit<JudgedSuggestion, "right">,
  { slope, bias, rules, cues }: FittedWeights,
): number =>
  chance(
    slope * logOdds(confidence) +
      bias +
      (Object.hasOwn(rules, rule) ? (rules[rule] ?? 0) : 0) +
      (Object.hasOwn(cues, cue) ? (cues[cue] ?? 0) : 0),
  );

/** The same for the same judgements in the same order; the rules' own where there are too few. */
export function fitWeights(judged: readonly JudgedSuggestion[]): FittedWeights {
  if (judged.length < fewest.suggestions) return plainWeights;
  const ofCue = new Map<string, number>();
  for (const { cue } of judged) ofCue.set(cue, (ofCue.get(cue) ?? 0) + 1);
  const samples = judged.map(({ confidence, rule, cue, right }) => ({
    right,
    terms: [
      ["slope", logOdds(confidence)],
      ["bias", 1],
      [`rule ${rule}`, 1],
      ...((ofCue.get(cue) ?? 0) >= fewest.ofCue ? [[`cue ${cue}`, 1] as const] : []),
    ] as readonly (readonly [name: string, times: number])[],
  }));
  const fitted = new Map<string, number>([["slope", 1]]);
  for (let round = 0; round < rounds; round += 1) descend(samples, fitted);
  const of = (kind: string): Record<string, number> =>
    Object.fromEntries(
      [...fitted]
        .flatMap(([name, value]) =>
          name.startsWith(`${kind} `) && Math.abs(value) >= least
            ? [[name.slice(kind.length + 1), rounded(value)] as const]
            : [],
        )
        .toSorted(([a], [b]) => (a < b ? -1 : 1)),
    );
  return {
    slope: rounded(fitted.get("slope") ?? 1),
    bias: rounded(fitted.get("bias") ?? 0),
    rules: of("rule"),
    cues: of("cue"),
  };
}

const rounded = (value: number): number => Math.round(value * 1_000) / 1_000;

interface Sample {
  readonly right: boolean;
  readonly terms: readonly (readonly [name: string, times: number])[];
}

/** One step of each weight down its own slope, as long as its own curve allows. */
function descend(samples: readonly Sample[], fitted: Map<string, number>): void {
  const slopes = new Map<string, { slope: number; curve: number }>();
  for (const { terms, right } of samples) {
    const p = chance(terms.reduce((sum, [name, times]) => sum + times * (fitted.get(name) ?? 0), 0));
    for (const [name, times] of terms) {
      const before = slopes.get(name) ?? { slope: 0, curve: 0 };
      slopes.set(name, {
        slope: before.slope + times * ((right ? 1 : 0) - p),
        curve: before.curve + times * times * p * (1 - p),
      });
    }
  }
  for (const [name, { slope, curve }] of slopes) {
    const value = fitted.get(name) ?? 0;
    const pull = penalty * (value - (name === "slope" ? 1 : 0));
    fitted.set(name, value + (step * (slope - pull)) / (4 * (curve + penalty)));
  }
}
