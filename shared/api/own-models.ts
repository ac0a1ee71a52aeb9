// The models that a person has set up on this machine, as a window learns of them.

import type { ApiErrorData } from "../errors/errors.ts";
import type { SuggestionFigures } from "../suggestions/measure-against.ts";
import type { ModelReport } from "../suggestions/model-answer.ts";
import type { OwnModel } from "../suggestions/own-model.ts";
import type { ArticleSuggestions } from "../suggestions/suggest-cards.ts";

export interface KnownModel extends OwnModel {
  /** Asked about every article that is opened. */
  readonly on: boolean;
  /** The person has seen what is started or asked, and allowed exactly that. */
  readonly allowed: boolean;
}

/** How asking one went. */
export interface ModelRun {
  readonly model: string;
  /** `null` when there is no answer that can be used; `problem` says why. */
  readonly report: ModelReport | null;
  readonly problem: ApiErrorData | null;
}

/** What the rules suggest, with the names of the models that can be asked about the same article. */
export interface SuggestionsByRules extends ArticleSuggestions {
  readonly models: readonly string[];
}

/** What the rules and the models suggest together. */
export interface SuggestionsByAll extends ArticleSuggestions {
  readonly runs: readonly ModelRun[];
}

export interface MeasuredTogether extends SuggestionFigures {
  /** Of the models alone; those that failed are not in the figures. */
  readonly runs: readonly ModelRun[];
}
