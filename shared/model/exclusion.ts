// A stretch of the article left out of the analysis, e.g. boilerplate.
import type { Id } from "./id.ts";
import type { Selector } from "./selector.ts";

export interface Exclusion {
  readonly id: Id;
  readonly segment: Selector;
  readonly reason: string;
}
