// Agreement: how alike people annotated, and who of them looks like one person.
import { z } from "zod";
import type { LikePair } from "../../review/like-people.ts";
import { agreementChoice, type MeasuredAgreement } from "../agreement.ts";
import { method, project } from "./method.ts";

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
