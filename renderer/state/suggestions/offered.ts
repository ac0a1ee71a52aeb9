// A suggestion as the window offers it.
import type { Id } from "../../../shared/model/id.ts";
import type { ProposedCard } from "../../../shared/suggestions/proposed-card.ts";
import type { MeantEntity } from "../../../shared/suggestions/resolve-entities.ts";

/** A card that is offered; `at` is its place in the list of all that are proposed for the article. */
export interface Offered {
  readonly card: ProposedCard;
  readonly at: number;
  readonly key: string;
  /** Names of models that propose the same; `null`: the rules. */
  readonly also: readonly (string | null)[];
  /** The card whose claim it lies within, where that is no suggestion any more. */
  readonly holder: Id | null;
  /** Whom the voice means. */
  readonly who: MeantEntity | null;
  /** Whom each of the card's sources means, in their order. */
  readonly via: readonly (MeantEntity | null)[];
}
