// Insight: the figures of a project, counted from its index.
import { z } from "zod";
import type { ApiErrorData } from "../../errors/errors.ts";
import type { Disagreements } from "../../insight/disagreements.ts";
import { type FigureCards, figureParts } from "../../insight/figure-cards.ts";
import { missingFacts } from "../../insight/missing-fact.ts";
import type { InsightReport } from "../../insight/report.ts";
import { duplicatePolicies } from "../../insight/scope.ts";
import type { SideBySide } from "../../insight/side-by-side.ts";
import { type ArticleStrips, stripOrders } from "../../insight/strips.ts";
import { figureFormatIds, type WrittenFigures } from "../../insight/written-figures.ts";
import { isPlainDate } from "../../model/article-about.ts";
import type { Id } from "../../model/id.ts";
import { edgePolicies } from "../../review/edge-policies.ts";
import { limits } from "../../schema/limits.ts";
import { id, key, text } from "../../schema/model.ts";
import { languages } from "../../words/language.ts";
import { method, path, project } from "./method.ts";

const day = z.string().refine(isPlainDate, "is not a day, a month or a year").nullable();

export const insightScope = z.strictObject({
  sets: z.discriminatedUnion("of", [
    z.strictObject({ of: z.literal("either") }),
    z.strictObject({ of: z.literal("curation") }),
    z.strictObject({ of: z.literal("person"), id }),
    z.strictObject({ of: z.literal("people"), ids: z.array(id).max(limits.comparedSets).readonly() }),
  ]),
  set: z.strictObject({ id, name: text }).nullable(),
  filter: z.strictObject({
    words: text,
    publishers: z.array(text).max(limits.articleFacts).readonly(),
    tags: z.array(text).max(limits.articleFacts).readonly(),
    from: day,
    to: day,
  }),
  nested: z.boolean(),
  weights: z.enum(["full", "fractional"]),
  duplicates: z.enum(duplicatePolicies),
});

/** An article that is not counted, since it or a set of it cannot be read. */
export interface DamagedArticle {
  readonly article: Id;
  readonly problem: ApiErrorData;
}

/** `null`: it was ended. */
interface Reported<Report> {
  readonly report: Report | null;
  readonly damaged: readonly DamagedArticle[];
}

/** `null`: it was ended. */
interface Found<Result> {
  readonly found: Result | null;
  readonly damaged: readonly DamagedArticle[];
}

export type MeasuredFigures = Reported<InsightReport>;
export type ComparedScopes = Reported<SideBySide>;
export type FoundFigureCards = Found<FigureCards>;
export type FoundDisagreements = Found<Disagreements>;
export type FoundStrips = Found<ArticleStrips>;

/** What was written, or the message why nothing was. */
type FiguresFile =
  | (Omit<Extract<WrittenFigures, { ok: true }>, "bytes"> & {
      readonly path: string;
      /** How many of them. */
      readonly bytes: number;
    })
  | Extract<WrittenFigures, { ok: false }>;

const query = {
  measures: z.array(key).max(1_000).readonly(),
  by: z.array(key).max(10).readonly(),
  scope: insightScope,
  seed: z.number().int().min(0).max(4_294_967_295),
  mostSources: z.number().int().min(1).max(limits.chartLanes).optional(),
  pairSources: z.number().int().min(2).max(1_000).optional(),
};

/** How the Base64 of a picture of each form begins. */
const beginnings = { svg: "PHN2Zy", png: "iVBORw0KGgo" } as const;

export const insightMethods = {
  /**
   * Figures of these measures by these groupings; none named: every measure that the groupings fit. Tells how far it is (`counting`), the first
   * time in articles that are read. A window has one measurement at a time: the next one ends the one before, whose answer says so.
   * Throws `article-set-missing` for a set of articles that is not there and `article-set-empty` for one that holds none.
   */
  "insight.measure": method<MeasuredFigures>()(z.strictObject({ project, ...query })),
  /**
   * Writes the same figures to a file; sentences in it are of this language, and a report shows up to `cards` of the cards that each figure counts (none
   * unless it is asked for). It is a measurement like any other: one that was ended answers `null`
   * and leaves no file. Where something of an article cannot be read, it throws the first such problem and leaves no file either.
   */
  "insight.write": method<{ readonly file: FiguresFile | null }>()(
    z.strictObject({
      project,
      ...query,
      format: z.enum(figureFormatIds),
      language: z.enum(languages),
      path,
      overwrite: z.boolean(),
      cards: z.number().int().min(0).max(1_000).exactOptional(),
    }),
  ),
  /** Writes a chart that the window has drawn. Throws what an export throws where it cannot be written. */
  "insight.writeChart": method<{ readonly path: string; readonly bytes: number }>()(
    z
      .strictObject({
        project,
        format: z.enum(["svg", "png"]),
        base64: z.base64().max(limits.chartLength),
        path,
        overwrite: z.boolean(),
      })
      .refine(({ format, base64 }) => base64.startsWith(beginnings[format]), "is no picture of this form"),
  ),
  /** The cards that a number of a figure counts, of one measure, of one of its groups. Throws what `insight.measure` throws. */
  "insight.cards": method<FoundFigureCards>()(
    z.strictObject({
      project,
      measure: key,
      by: z.array(key).max(10).readonly(),
      group: z.record(key, text.nullable()),
      part: z.enum(figureParts),
      scope: insightScope,
    }),
  ),
  /** Articles as strips, with where whose words stand in them, from one of an order on; with `lacks` those of which this is not known. Throws what `insight.measure` throws. */
  "insight.strips": method<FoundStrips>()(
    z.strictObject({
      project,
      scope: insightScope,
      order: z.enum(stripOrders),
      lacks: z.enum(missingFacts).exactOptional(),
      from: z.number().int().min(0).max(Number.MAX_SAFE_INTEGER),
      count: z.number().int().min(1).max(limits.listedRows),
    }),
  ),
  /**
   * Two scopes side by side: each measure by both, with the difference and its interval (docs/insight.md). Tells how far it is (`counting`). A
   * window has one such comparison or search for disagreements at a time: the next one ends the one before. Throws what `insight.measure` throws.
   */
  "insight.sides": method<ComparedScopes>()(
    z.strictObject({
      project,
      measures: query.measures,
      by: query.by,
      one: insightScope,
      other: insightScope,
      seed: query.seed,
    }),
  ),
  /**
   * The open disagreements between annotators of whose sets a figure is counted, by how far each moves it (docs/insight.md). Tells how far it is
   * (`counting`). A window has one such search at a time: the next one ends the one before. Throws what `insight.measure` throws.
   */
  "insight.disagreements": method<FoundDisagreements>()(
    z.strictObject({
      project,
      measure: key,
      by: z.array(key).max(10).readonly(),
      group: z.record(key, text.nullable()),
      scope: insightScope,
      policies: z.array(z.enum(edgePolicies.map((policy) => policy.id))),
    }),
  ),
  /** Ends the measurement that runs, if one does; what was read for it stays. */
  "insight.stop": method<null>()(z.strictObject({ project })),
} as const;
