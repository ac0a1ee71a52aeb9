// The filter and order of the list of cards: part of the window's state, so that every number elsewhere can be a
// door to the cards that it counts.

export interface CardQuery {
  /** Words that the card holds; empty for all. */
  readonly typed: string;
  /** The id of a facet, `text` for the reading order, or `edited` for the latest edit first. */
  readonly sort: string;
  /** The value wanted of a facet, by the facet's id. */
  readonly where: Readonly<Record<string, string>>;
}

export const allCards: CardQuery = { typed: "", sort: "text", where: {} };

export const isNarrowed = ({ typed, where }: CardQuery): boolean =>
  typed.trim() !== "" || Object.keys(where).length > 0;

/** The query with another value of a facet, or with `null` any. */
export function withValue(query: CardQuery, facet: string, value: string | null): CardQuery {
  const { [facet]: _former, ...others } = query.where;
  return { ...query, where: value === null ? others : { ...others, [facet]: value } };
}
