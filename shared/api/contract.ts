// The one list of what the interface can ask of the core. It is at once the types, the allow-list and the check of every
// input: a method that is not here does not exist, and an input that does not fit is refused before a handler sees it.
import type { z } from "zod";
import { agreementMethods } from "./methods/agreement.ts";
import { annotationsMethods } from "./methods/annotations.ts";
import { articlesMethods } from "./methods/articles.ts";
import { comparisonsMethods } from "./methods/comparisons.ts";
import { deskMethods } from "./methods/desk.ts";
import { exportsMethods } from "./methods/exports.ts";
import { hostMethods } from "./methods/host.ts";
import { modelsMethods } from "./methods/models.ts";
import { projectsMethods } from "./methods/projects.ts";
import { reviewMethods } from "./methods/review.ts";
import { revisionsMethods } from "./methods/revisions.ts";
import { suggestionsMethods } from "./methods/suggestions.ts";
import { trashMethods } from "./methods/trash.ts";
import { versionsMethods } from "./methods/versions.ts";

export type { Event } from "./events.ts";
export type * from "./replies.ts";

export const contract = {
  ...hostMethods,
  ...modelsMethods,
  ...projectsMethods,
  ...deskMethods,
  ...articlesMethods,
  ...revisionsMethods,
  ...comparisonsMethods,
  ...trashMethods,
  ...versionsMethods,
  ...annotationsMethods,
  ...reviewMethods,
  ...agreementMethods,
  ...suggestionsMethods,
  ...exportsMethods,
} as const;

type Contract = typeof contract;
export type Method = keyof Contract;
export type Input<M extends Method> = z.input<Contract[M]["input"]>;
export type ParsedInput<M extends Method> = z.output<Contract[M]["input"]>;
export type Result<M extends Method> =
  | NonNullable<Contract[M]["result"]>
  | Extract<Contract[M]["result"], null>;
