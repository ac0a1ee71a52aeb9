// Random work of two people, or of one on two machines, who began with the same set.
import fc from "fast-check";
import { type Annotations, emptySet } from "../../../shared/model/annotation-set.ts";
import type { ArticleText } from "../../../shared/model/article-text.ts";
import { applyChange } from "../../../shared/model/change.ts";
import { deepFreeze } from "../../../shared/model/freeze.ts";
import { tableOf } from "../../../shared/model/table.ts";
import { callers, chooseBy } from "../../helpers/command-callers.ts";
import { annotatorId, articleId, contextFor, invariantsFor, textHash } from "../../helpers/marked-article.ts";
import { carriedOut, type Step, step, type Work, work } from "../../helpers/random-commands.ts";
import { clock, idSource } from "../../helpers/sources.ts";

export interface TwoSides {
  readonly text: ArticleText;
  readonly base: Annotations;
  readonly ours: Annotations;
  readonly theirs: Annotations;
  /** What was done on each side since. */
  readonly work: { readonly mine: readonly Step[]; readonly other: readonly Step[] };
}

const steps = fc.array(step, { maxLength: 14, size: "max" });
const prepared: fc.Arbitrary<Work> = work.map((plain) => ({
  ...plain,
  prepared: true,
  steps: plain.steps.slice(0, 20),
}));

/** `mine` and `other` are done on what the prepared work left. */
export function twoSidesOf(prepared: Work, mine: readonly Step[], other: readonly Step[]): TwoSides {
  const { text, start, done } = carriedOut(prepared);
  const base = done.at(-1)?.after ?? start;
  return {
    text,
    base,
    ours: goneOn(text, base, mine, "m"),
    theirs: goneOn(text, base, other, "t"),
    work: { mine, other },
  };
}

export const twoSides: fc.Arbitrary<TwoSides> = fc
  .tuple(prepared, steps, steps)
  .map((parts) => twoSidesOf(...parts));

export const lawsOf = ({ text }: TwoSides) => invariantsFor(text);

export const nothing: Annotations = {
  set: emptySet({ articleId, annotatorId, textHash }),
  entities: tableOf(),
};

const names = Object.keys(callers).sort();

/** A call of a command on one of the sides, by its id. */
export function stepOf(command: string, numbers: readonly number[]): Step {
  const number = names.indexOf(command);
  if (number < 0) throw new RangeError(`There is no command ${command}.`);
  return { command: number, numbers };
}

export function goneOn(
  text: ArticleText,
  from: Annotations,
  work: readonly Step[],
  prefix: string,
): Annotations {
  const sources = { newId: idSource(prefix), now: clock() };
  let annotations = from;
  for (const { command, numbers } of work) {
    const caller = callers[names[command % names.length] ?? ""];
    const context = { ...contextFor(text, annotations), ...sources };
    const outcome = caller?.(context, chooseBy(numbers));
    if (outcome && !("refusal" in outcome))
      annotations = deepFreeze(applyChange(annotations, outcome.change));
  }
  return annotations;
}
