// By what the cards of an article can be told apart: the voice's entity, whom the claim is about, and what tells cards apart everywhere.
import type { Annotations } from "../../../shared/model/annotation-set.ts";
import type { ArticleText } from "../../../shared/model/article-text.ts";
import type { Attribution } from "../../../shared/model/attribution.ts";
import { aboutOf } from "../../../shared/model/card-about.ts";
import { entityBehind } from "../../../shared/model/entity.ts";
import { memoize } from "../../../shared/model/memoize.ts";
import { get } from "../../../shared/model/table.ts";
import type { Tagset } from "../../../shared/model/tagset.ts";
import {
  type CardFacts,
  cardFacets,
  type Facet,
  noValue,
  orNone,
} from "../../../shared/statements/card-facets.ts";
import { message } from "../../../shared/words/message.ts";
import { summaryOf } from "../cards/card-summary.ts";

interface FacetContext {
  readonly annotations: Annotations;
  readonly text: ArticleText;
  readonly tagset: Tagset;
}

/** A facet of the cards of an article. */
export type CardFacet = Facet<Attribution>;

export function facetsOf(context: FacetContext): readonly CardFacet[] {
  const { annotations, text, tagset } = context;
  const factsOf = memoize(
    (card: Attribution): CardFacts => ({
      ...card,
      kind: summaryOf(card, annotations, { text, tagset }).kind,
      lacks: [
        ...(card.claim === null ? (["claim"] as const) : []),
        ...(card.voice.length === 0 ? (["voice"] as const) : []),
        ...(card.cue === null ? (["cue"] as const) : []),
      ],
    }),
  );
  const shared = cardFacets(tagset).map((facet) => ({
    ...facet,
    of: (card: Attribution) => facet.of(factsOf(card)),
  }));
  return [voiceFacet(context), aboutFacet(context), ...shared];
}

/** Whom its claim is about. */
const aboutFacet = ({ annotations: { entities } }: FacetContext): CardFacet => ({
  id: "about",
  name: message("cards.about"),
  values: null,
  nameOf: (id) => entityBehind(entities, id)?.name ?? message("cards.about-nobody"),
  of: (card) => orNone(aboutOf(card, entities).map(({ id }) => id)),
});

function voiceFacet({ annotations: { set, entities } }: FacetContext): CardFacet {
  return {
    id: "voice",
    name: message("cards.voice"),
    values: null,
    nameOf: (id) =>
      id === noValue
        ? message("cards.nobody")
        : (entityBehind(entities, id)?.name ?? message("cards.nobody")),
    of: (card) =>
      orNone([
        ...new Set(
          card.voice.flatMap((span) => {
            const entity = get(set.spans, span)?.entity;
            return (entity === undefined ? undefined : entityBehind(entities, entity)?.id) ?? [];
          }),
        ),
      ]),
  };
}
