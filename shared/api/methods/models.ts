// Models of the person's own, set up on this machine alone: which there are, what they may do, and whether they answer.
import { z } from "zod";
import { modelName, ownModel } from "../../suggestions/own-models.ts";
import type { KnownModel, ModelRun } from "../own-models.ts";
import { method, none } from "./method.ts";

interface KnownModels {
  readonly models: readonly KnownModel[];
}

export const modelsMethods = {
  "models.list": method<KnownModels>()(none),
  /** `replaces`: the name of the one that is changed; `null`: it is a new one. What it starts or asks is not allowed by that. */
  "models.put": method<KnownModels>()(z.strictObject({ model: ownModel, replaces: modelName.nullable() })),
  "models.remove": method<KnownModels>()(z.strictObject({ name: modelName })),
  /**
   * Has it asked about every article, or no longer. The first time that needs the person's word, which no page can give: see
   * `HostInfo.modelsAllowedIn`. Answers once they have; `model-not-allowed` when they do not, or are not asked here.
   */
  "models.turn": method<KnownModels>()(z.strictObject({ name: modelName, on: z.boolean() })),
  /** Asks one that is allowed about a few words of ours. The next try ends it; its answer is `null` then. */
  "models.try": method<ModelRun | null>()(z.strictObject({ name: modelName })),
  /** Ends a try. */
  "models.stopTrying": method<null>()(none),
} as const;
