// By what the statements of a project can be told apart: what tells cards apart, who stands behind them, and where and when they were
// published.
import type { CountedArticle, Statement } from "../insight/counted-article.ts";
import { type Entity, sourceClass } from "../model/entity.ts";
import { entityFieldsOf, knownIn, wordsOfAnswer } from "../model/entity-field.ts";
import { entityGroups } from "../model/entity-groups.ts";
import type { Id } from "../model/id.ts";
import { get, type Table } from "../model/table.ts";
import type { EntityField, Tagset } from "../model/tagset.ts";
import { type Message, message } from "../words/message.ts";
import { type CardFacts, cardFacets, type Facet, type KeyedFacet, noValue, orNone } from "./card-facets.ts";

/** A card of a project, with its article as it is counted. */
export interface ListedStatement {
  readonly article: CountedArticle;
  readonly statement: Statement;
}

export interface StatementFacet extends Facet<ListedStatement> {
  /** Whether its values are numbers, which are sorted as such. */
  readonly isNumber?: boolean;
}

/** As a listing of very many statements goes by it. */
export type ListingFacet = StatementFacet & KeyedFacet<ListedStatement>;

interface FacetContext {
  readonly tagset: Tagset;
  readonly entities: Table<Entity>;
}

/** What a source answered that declined to say; no id of ours is like it. */
const declined = "declined to say";

export const statementFacets = ({ tagset, entities }: FacetContext): readonly ListingFacet[] => [
  voiceFacet(entities),
  classFacet,
  aboutFacet(entities),
  ...facetsOfCards(tagset),
  yesFacet("nested", message("statements.nested"), ({ isNested }) => isNested),
  yesFacet("excluded", message("statements.excluded"), ({ isExcluded }) => isExcluded),
  secondHandFacet,
  articleFacet("publisher", message("filters.publishers"), ({ publisher }) =>
    publisher === null ? [] : [publisher],
  ),
  articleFacet("author", message("statements.author"), ({ authors }) => authors),
  articleFacet("month", message("statements.month"), ({ date }) =>
    date !== null && date.length >= 7 ? [date.slice(0, 7)] : [],
  ),
  articleFacet("tag", message("statements.tag"), ({ tags }) => tags),
  ...entityFieldsOf(tagset).map((field) => sourceFacet(field, entities)),
];

/** What is looked at of a card is worked out once for all of its facets, which are asked one after the other. */
function facetsOfCards(tagset: Tagset): readonly ListingFacet[] {
  let latest: { readonly listed: ListedStatement; readonly facts: CardFacts } | null = null;
  const latestFacts = (listed: ListedStatement): CardFacts => {
    if (latest?.listed !== listed) latest = { listed, facts: factsOf(listed) };
    return latest.facts;
  };
  return cardFacets(tagset).map((facet) => ({
    ...facet,
    of: (listed) => facet.of(latestFacts(listed)),
    keyOf: (listed) => facet.keyOf(latestFacts(listed)),
  }));
}

const factsOf = ({ statement }: ListedStatement): CardFacts => ({
  ...{ kind: statement.kind, fields: statement.fields, flags: statement.flags, note: statement.note },
  lacks: [
    ...(/(?:^| )q/u.test(statement.marks) ? [] : (["claim"] as const)),
    ...(statement.voices.length === 0 ? (["voice"] as const) : []),
    ...(statement.cueWords === null ? (["cue"] as const) : []),
  ],
});

/** Who stands behind a statement, most of which have one voice. */
function voicesKey({ statement: { voices } }: ListedStatement): unknown {
  const [first] = voices;
  return voices.length > 1 ? voices : (first?.entity ?? null);
}

/** The entities behind the voices of a statement. */
const sourcesOf = ({ statement }: ListedStatement): readonly Entity[] =>
  statement.voices.flatMap(({ entity }) => entity ?? []);

const voiceFacet = (entities: Table<Entity>): ListingFacet => ({
  id: "voice",
  name: message("cards.voice"),
  values: null,
  nameOf: (id: Id) => get(entities, id)?.name ?? message("cards.nobody"),
  of: (listed) => orNone(sourcesOf(listed).map(({ id }) => id)),
  keyOf: voicesKey,
});

const aboutFacet = (entities: Table<Entity>): ListingFacet => ({
  id: "about",
  name: message("cards.about"),
  values: null,
  nameOf: (id: Id) => get(entities, id)?.name ?? message("cards.about-nobody"),
  of: ({ statement: { about } }) => orNone(about.map(({ id }) => id)),
  keyOf: ({ statement: { about } }) => (about.length > 1 ? about : (about[0] ?? null)),
});

const classes = {
  "named person": message("entities.class-named-person"),
  "named organization": message("entities.class-named-organization"),
  described: message("entities.class-described"),
  anonymous: message("entities.class-anonymous"),
  document: message("entities.class-document"),
  outlet: message("entities.class-outlet"),
  platform: message("entities.class-platform"),
} as const satisfies Record<ReturnType<typeof sourceClass>, Message>;

const classFacet: ListingFacet = {
  id: "class",
  name: message("statements.class"),
  values: [...Object.keys(classes), noValue],
  nameOf: (value) => Object.entries(classes).find(([id]) => id === value)?.[1] ?? message("cards.nobody"),
  of: (listed) => orNone([...new Set(sourcesOf(listed).map(sourceClass))]),
  keyOf: voicesKey,
};

const yesOrNo = (value: string): Message => message(value === "yes" ? "cards.yes" : "cards.no");

const yesFacet = (id: string, name: Message, is: (statement: Statement) => boolean): ListingFacet => ({
  ...{ id, name, values: ["yes", "no"], nameOf: yesOrNo },
  of: ({ statement }) => [is(statement) ? "yes" : "no"],
  keyOf: ({ statement }) => is(statement),
});

const secondHandFacet: ListingFacet = {
  id: "second-hand",
  name: message("statements.second-hand"),
  values: ["yes", "no", noValue],
  nameOf: (value) => (value === noValue ? message("statements.not-known") : yesOrNo(value)),
  of: ({ statement: { isSecondHand } }) => [isSecondHand === null ? noValue : isSecondHand ? "yes" : "no"],
  keyOf: ({ statement: { isSecondHand } }) => isSecondHand,
};

/** A fact of the article, whose values are what they are called. */
const articleFacet = (
  id: string,
  name: Message,
  valuesOf: (article: CountedArticle) => readonly string[],
): ListingFacet => ({
  id,
  name,
  values: null,
  nameOf: (value) => (value === noValue ? message("statements.not-known") : value),
  of: ({ article }) => orNone(valuesOf(article)),
  keyOf: ({ article }) => article,
});

/** What is known of the sources in one of the project's own fields. */
function sourceFacet(field: EntityField, entities: Table<Entity>): ListingFacet {
  const groups = entityGroups(entities);
  const answersOf = ({ id }: Entity): readonly string[] => {
    const group = groups.get(id);
    const known = group && knownIn(group, field).known;
    if (!known) return [];
    return ["declined" in known ? declined : String(known.value)];
  };
  return {
    id: `source ${field.id}`,
    name: field.name,
    isNumber: field.kind === "number",
    values: field.kind === "choice" ? [...field.choices.map(({ id }) => id), declined, noValue] : null,
    nameOf: (value) => {
      if (value === noValue) return message("statements.not-known");
      return value === declined ? message("entities.declined") : wordsOfAnswer(field, { value });
    },
    of: (listed) => orNone([...new Set(sourcesOf(listed).flatMap(answersOf))]),
    keyOf: voicesKey,
  };
}
