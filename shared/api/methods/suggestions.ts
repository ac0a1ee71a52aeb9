// Suggestions: what the rules and models of the person's own propose, and what of it was rejected.
import { z } from "zod";
import { id } from "../../schema/model.ts";
import type { MeasuredTogether, SuggestionsByAll, SuggestionsByRules } from "../own-models.ts";
import type { ArticleRejections, GatheredPeople, MissedInProject } from "../replies.ts";
import { method, project } from "./method.ts";

export const suggestionsMethods = {
  /**
   * What the rules propose for an article. A window asks for one article at a time: the next one ends the one before, whose answer
   * is `null`.
   */
  "suggestions.find": method<SuggestionsByRules | null>()(z.strictObject({ project, article: id })),
  /** The same with what the models that are on propose. The next call of either ends it; its answer is `null` then. */
  "suggestions.together": method<SuggestionsByAll | null>()(z.strictObject({ project, article: id })),
  /** Ends the asking of models. */
  "suggestions.stop": method<null>()(z.strictObject({ project })),
  /**
   * How near suggestions that are at least so sure come to what this person made of an article, or of all (`null`). Tells how far it is
   * (`suggesting`). The next measurement ends it; its answer is `null` then.
   */
  "suggestions.measure": method<MeasuredTogether | null>()(
    z.strictObject({ project, article: id.nullable(), atLeast: z.number().min(0).max(1) }),
  ),
  /**
   * Who speaks in all articles and is not in the registry yet, or is and has marked mentions that are not linked. Tells how far it is
   * (`suggesting`). A window asks for one such list at a time: the next one ends the one before, whose answer is `null`.
   */
  "suggestions.people": method<GatheredPeople | null>()(z.strictObject({ project })),
  /** Quotations and words of saying without a card, in the articles in which this person made any. As `suggestions.people`. */
  "suggestions.missed": method<MissedInProject | null>()(z.strictObject({ project })),
  /** Ends the list that this window asked for. */
  "suggestions.stopList": method<null>()(z.strictObject({ project })),
  /** What this person rejected in the articles of the project in which they rejected anything. */
  "suggestions.rejections": method<{ readonly articles: readonly ArticleRejections[] }>()(
    z.strictObject({ project }),
  ),
} as const;
