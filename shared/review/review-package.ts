// The form of a review package: annotated JSON of one or more articles, with a hash over all of it, in a wrapper that says who
// handed it over and whether names were taken out. What its content is, `shared/annotated-json/schema.ts`
// says.
import { z } from "zod";
import type { AnnotatedJson } from "../annotated-json/schema.ts";
import type { Assignment } from "../model/assignment.ts";
import type { Id } from "../model/id.ts";
import type { StepNote } from "../model/step.ts";
import { limits } from "../schema/limits.ts";
import * as model from "../schema/model.ts";

export const packageFormat = "sayso-review-package";
/** Raised when a reader of the older form would misread the newer one. In version 1 the hash was of content and history alone. */
export const packageVersion = 2;

/** One action of an annotator that changed a set of the package: what and when, not the values. */
export interface PackagedStep extends StepNote {
  readonly id: Id;
  readonly articles: readonly Id[];
}

export interface PackagedHistory {
  readonly annotator: Id;
  /** Oldest first. */
  readonly steps: readonly PackagedStep[];
}

/** When somebody else's set that is handed on was handed over by them, by their clock. */
export interface HandOverTime {
  readonly article: Id;
  readonly annotator: Id;
  readonly at: string;
}

/** How many records of each machine's journal a set holds: what it has in common with the same set elsewhere is told by it. */
export interface SetPosition {
  readonly article: Id;
  readonly annotator: Id;
  readonly records: Readonly<Record<Id, number>>;
}

/** An assignment with the name of whom it is to, since they may have handed nothing over yet. */
export interface NamedAssignment extends Assignment {
  readonly name: string;
}

export interface ReviewPackage {
  readonly format: typeof packageFormat;
  readonly version: 1 | typeof packageVersion;
  readonly generator: string;
  readonly exportedAt: string;
  /** True when the annotators' names and ids were replaced by letters and ids that mean nothing. */
  readonly blind: boolean;
  /** SHA-256 of everything else in the package as canonical JSON (keys sorted, without white space). */
  readonly sha256: string;
  readonly history: readonly PackagedHistory[];
  /** Absent where all sets are their owners' own, so that `exportedAt` is theirs. */
  readonly handedOver?: readonly HandOverTime[];
  /** Of sets that have journals; absent where none has, and in blind packages. */
  readonly positions?: readonly SetPosition[];
  /** Who is to annotate the articles; absent where nobody was asked to, and in blind packages. */
  readonly assignments?: readonly NamedAssignment[];
  readonly content: AnnotatedJson;
}

/** One action of a packaged history. */
export const packagedStep: z.ZodType<PackagedStep> = z.looseObject({
  id: model.id,
  command: model.key,
  at: model.text,
  undoes: model.id.exactOptional(),
  redoes: model.id.exactOptional(),
  articles: z.array(model.id).max(limits.stepParts),
});

const assignment: z.ZodType<NamedAssignment> = z.looseObject({
  article: model.id,
  annotator: model.id,
  name: model.text.min(1),
  at: model.text,
  by: model.id,
  seed: model.text.exactOptional(),
});

/** The wrapper; `content` is checked as annotated JSON is. */
export const packageWrapper = z.looseObject({
  format: z.literal(packageFormat),
  version: z.union([z.literal(1), z.literal(packageVersion)]),
  generator: model.text,
  exportedAt: model.text,
  blind: z.boolean(),
  sha256: model.sha256,
  history: z
    .array(z.looseObject({ annotator: model.id, steps: z.array(packagedStep).max(limits.annotations) }))
    .max(limits.annotations) as z.ZodType<readonly PackagedHistory[]>,
  handedOver: (
    z.array(z.looseObject({ article: model.id, annotator: model.id, at: model.text })) as z.ZodType<
      readonly HandOverTime[]
    >
  ).exactOptional(),
  positions: (
    z.array(
      z.looseObject({
        article: model.id,
        annotator: model.id,
        records: z.record(model.id, z.number().int().min(0)),
      }),
    ) as z.ZodType<readonly SetPosition[]>
  ).exactOptional(),
  assignments: z.array(assignment).max(limits.annotations).exactOptional() as unknown as z.ZodType<
    readonly NamedAssignment[] | undefined
  >,
  content: z.unknown(),
});
