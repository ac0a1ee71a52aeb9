// The cards that a query asks for, in its order, and how many there would be for every value that it could ask for.

import type { Annotations } from "../../../shared/model/annotation-set.ts";
import type { ArticleText } from "../../../shared/model/article-text.ts";
import type { Attribution } from "../../../shared/model/attribution.ts";
import { aboutOf } from "../../../shared/model/card-about.ts";
import { entityBehind } from "../../../shared/model/entity.ts";
import type { Id } from "../../../shared/model/id.ts";
import { memoize } from "../../../shared/model/memoize.ts";
import { get, type Table } from "../../../shared/model/table.ts";
import type { Tagset } from "../../../shared/model/tagset.ts";
import {
  type CardFacts,
  cardFacets,
  type Facet,
  noValue,
  orNone,
} from "../../../shared/statements/card-facets.ts";
import { message, type Text } from "../../../shared/words/message.ts";
import { type CardQuery, isNarrowed } from "../../state/window/ui-state.ts";
import { summaryOf } from "../cards/card-face.tsx";

interface CardListInput {
  readonly attributions: Table<Attribution>;
  /** All ids in reading order. */
  readonly order: readonly Id[];
  readonly facets: readonly CardFacet[];
  readonly query: CardQuery;
  /** Whether the counts are wanted: they cost a look at every facet of every card. */
  readonly counting: boolean;
  /** Whether what was typed stands in the card. */
  holds(card: Attribution, typed: string): boolean;
  tell(text: Text): string;
  compare(a: string, b: string): number;
}

/** Cards by a facet's id and value: those that fit all else that is asked for. */
export type FacetCounts = ReadonlyMap<string, ReadonlyMap<string, number>>;

export interface CardListing {
  readonly rows: readonly CardRow[];
  readonly counts: FacetCounts;
}

/** In reading order and not narrowed, cards stand as a tree; else as a plain list. One pass over the cards. */
export function listCards(input: CardListInput): CardListing {
  const { attributions, order, facets, query, counting } = input;
  const asTree = query.sort === "text" && !isNarrowed(query);
  if (asTree && !counting) return { rows: cardRows(attributions, order), counts: new Map() };
  const { found, counts } = narrowed(input);
  if (asTree) return { rows: cardRows(attributions, order), counts };
  const facet = facets.find(({ id }) => id === query.sort);
  const sorted = query.sort === "edited" ? latestFirst(found) : facet ? byFacet(found, facet, input) : found;
  return { rows: sorted.map(({ id }) => ({ id, depth: 0 })), counts };
}

function narrowed(input: CardListInput): { found: readonly Attribution[]; counts: FacetCounts } {
  const { attributions, order, query, counting, holds } = input;
  const facets = counting ? input.facets : input.facets.filter(({ id }) => query.where[id] !== undefined);
  const counts = new Map(facets.map(({ id }) => [id, new Map<string, number>()]));
  const count = (facet: CardFacet, values: readonly string[]): void => {
    const facetCounts = counts.get(facet.id);
    for (const value of values) facetCounts?.set(value, (facetCounts.get(value) ?? 0) + 1);
  };
  const typed = query.typed.trim();
  const fits = (card: Attribution): boolean => {
    if (typed !== "" && !holds(card, typed)) return false;
    const values = facets.map((facet) => facet.of(card));
    const unfit = facets.flatMap(({ id }, at) => {
      const askedValue = query.where[id];
      return askedValue === undefined || values[at]?.includes(askedValue) ? [] : [at];
    });
    // A card that only one facet keeps out would be there for that facet's other values.
    for (const [at, facet] of facets.entries())
      if (unfit.length === 0 || (unfit.length === 1 && unfit[0] === at)) count(facet, values[at] ?? []);
    return unfit.length === 0;
  };
  const cards = order.flatMap((id) => {
    const card = get(attributions, id);
    return card && fits(card) ? [card] : [];
  });
  return { found: cards, counts };
}

const editedAt = ({ provenance }: Attribution): string => provenance.editedAt ?? provenance.at;

const latestFirst = (cards: readonly Attribution[]): readonly Attribution[] =>
  cards.toSorted((a, b) => (editedAt(a) < editedAt(b) ? 1 : editedAt(a) > editedAt(b) ? -1 : 0));

/** By the order of the facet's values, or by their names; cards of one value stay in reading order. */
function byFacet(
  cards: readonly Attribution[],
  facet: CardFacet,
  { tell, compare }: CardListInput,
): readonly Attribution[] {
  const firstValues = new Map(cards.map((card) => [card, facet.of(card)[0] ?? ""]));
  const firstOf = (card: Attribution): string => firstValues.get(card) ?? "";
  const { values } = facet;
  if (values) {
    const ranks = new Map(values.map((value, at) => [value, at]));
    const rank = (card: Attribution): number => ranks.get(firstOf(card)) ?? values.length;
    return cards.toSorted((a, b) => rank(a) - rank(b));
  }
  const names = new Map(
    [...new Set(firstValues.values())].map((value) => [value, tell(facet.nameOf(value))]),
  );
  const name = (card: Attribution): string => names.get(firstOf(card)) ?? "";
  return cards.toSorted((a, b) => compare(name(a), name(b)));
}

// The cards as a list with depth: reading order, with the cards that lie within another directly under it.

export interface CardRow {
  readonly id: Id;
  /** 0 for a card that lies within none. */
  readonly depth: number;
}

/** One row a card, each once. `order` holds all ids in reading order. Linear in their number. */
export function cardRows(attributions: Table<Attribution>, order: readonly Id[]): readonly CardRow[] {
  const within = new Map<Id, Id[]>();
  const outermost: Id[] = [];
  for (const id of order) {
    const outer = get(attributions, id)?.within ?? null;
    if (outer === null || !get(attributions, outer)) outermost.push(id);
    else {
      const inner = within.get(outer);
      if (inner) inner.push(id);
      else within.set(outer, [id]);
    }
  }
  const rows: CardRow[] = [];
  // A stack instead of recursion: a file from outside may nest as deep as it likes.
  const stack = outermost.toReversed().map((id) => ({ id, depth: 0 }));
  for (let row = stack.pop(); row; row = stack.pop()) {
    rows.push(row);
    for (const id of (within.get(row.id) ?? []).toReversed()) stack.push({ id, depth: row.depth + 1 });
  }
  return rows;
}

// By what the cards of an article can be told apart: the voice's entity, whom the claim is about, and what tells cards apart everywhere.

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
