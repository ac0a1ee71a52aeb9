// Agreement: how alike people annotated, and who of them looks like one person.
import { z } from "zod";
import { defaultOptions } from "../../agreement/measure.ts";
import type { Id } from "../../model/id.ts";
import type { Annotator } from "../../model/project.ts";
import type { AgreementReport } from "../../review/agreement/report.ts";
import { edgePolicies } from "../../review/edge-policies.ts";
import type { LikePair } from "../../review/like-people.ts";
import { limits } from "../../schema/limits.ts";
import { id, text } from "../../schema/model.ts";
import { method, project } from "./method.ts";

/** What is to be measured; `null`: all there is. */
const agreementChoice = {
  /** Those who annotate, without the curation; where no article has a set of each, the two with most articles in common. */
  annotators: z
    .array(id)
    .max(limits.comparedSets)
    .refine((ids) => new Set(ids).size === ids.length, "names an annotator twice")
    .nullable(),
  articles: z.array(id).max(limits.annotations).nullable(),
  types: z.array(text).nullable(),
  questions: z.array(text).nullable(),
  policies: z.array(z.enum(edgePolicies.map((policy) => policy.id))),
  /** Those that suit each question. */
  measures: z.array(text).nullable(),
  /** Whether gamma is among those, whose chance is sampled. */
  gamma: z.boolean().default(false),
  seed: z.number().int().min(0).max(4_294_967_295).default(defaultOptions.seed),
  samples: z.number().int().min(1).max(1_000).default(defaultOptions.samples),
};

/** Somebody who could be measured, with the articles they have a set of. */
export interface MeasurablePerson {
  readonly annotator: Annotator & { readonly role: "own" | "colleague" | "curation" };
  readonly articles: readonly Id[];
}

/** `report` null: it was ended. */
export interface MeasuredAgreement {
  readonly people: readonly MeasurablePerson[];
  readonly report: AgreementReport | null;
  /** Who looks like one person in the articles asked for, as long as nobody answered that. */
  readonly alike: readonly LikePair[];
  /** Articles asked for of which not everybody chosen has a set. */
  readonly leftOut: readonly Id[];
  /** Articles of which a set that was asked for cannot be read. */
  readonly damaged: readonly Id[];
}

export const agreementMethods = {
  /**
   * How alike these annotators annotated these articles, with the disagreements behind each number. Tells how far it is
   * (`measuring`). A window has one measurement at a time: the next one ends the one before, whose answer says so.
   */
  "agreement.run": method<MeasuredAgreement>()(z.strictObject({ project, ...agreementChoice })),
  /** Ends the measurement that runs, if one does. */
  "agreement.stop": method<null>()(z.strictObject({ project })),
  /** Who of the project looks like one person, as long as nobody answered that. */
  "review.likePeople": method<{ readonly alike: readonly LikePair[] }>()(z.strictObject({ project })),
} as const;
