// One article as it is counted: its statements with their voices, words and place, drawn from its text, one annotation set and the registry.
import type { ExportedArticle } from "../annotated-json/bundle.ts";
import { isoDay } from "../importers/recognise-metadata.ts";
import { type AnnotationSet, type AnnotationSetJson, placeOf, setFromJson } from "../model/annotation-set.ts";
import { isDay, knownOf, saidIn } from "../model/article-about.ts";
import { type ArticleText, articleTextOf, paragraphAt } from "../model/article-text.ts";
import type { Attribution, Kind } from "../model/attribution.ts";
import { type Entity, entityBehind } from "../model/entity.ts";
import { entityGroups, namesOf } from "../model/entity-groups.ts";
import { foldedName } from "../model/folded-name.ts";
import type { Id } from "../model/id.ts";
import { effectiveKind } from "../model/kind.ts";
import { joinRanges, type Range, touchesAny } from "../model/range.ts";
import { get, has, records, type Table } from "../model/table.ts";
import { wordsOf } from "../model/words.ts";

/** One who stands behind a statement; `entity` is the one that counts after merges, `null` where the mention points to none. */
export interface Voice {
  /** The entity's id, or that of the mention where it has none. */
  readonly id: Id;
  readonly entity: Entity | null;
  /** Whether the registry says why it goes unnamed, with words of this article. */
  readonly givesReason: boolean;
}

/** A card as it is counted. */
export interface Statement {
  readonly card: Id;
  /** Where its claim stands, else its cue, else its first mention. */
  readonly place: Range | null;
  readonly paragraph: number;
  readonly isNested: boolean;
  /** Each entity once, and each mention without one. */
  readonly voices: readonly Voice[];
  readonly kind: Kind | null;
  readonly polarity: string;
  readonly isWithheld: boolean;
  /** Numbers of the article's words that its claim holds, in order; those among them inside quotation marks. */
  readonly claimWords: readonly number[];
  readonly verbatimWords: readonly number[];
  /** The words of the cue in small letters; `null` without a cue. */
  readonly cueWords: readonly string[] | null;
  /** The claim's words in small letters, one blank between them. */
  readonly wording: string;
  /** Whether its words came through an outlet that is not the article's own; `null`: through a source that is no entity. */
  readonly isSecondHand: boolean | null;
}

/** Facts of an article beside its text. */
export interface PublicationFacts {
  readonly id: Id;
  readonly title: string;
  readonly publisher: string | null;
  /** A day, a month or a year; `null`: not known. */
  readonly date: string | null;
  readonly authors: readonly string[];
  readonly tags: readonly string[];
}

/** An article as it is counted. */
export interface CountedArticle extends PublicationFacts {
  /** In UTF-16 code units. */
  readonly length: number;
  /** Those of its text, exclusions left out. */
  readonly words: number;
  /** In reading order. */
  readonly statements: readonly Statement[];
}

/** What all statements of an article are drawn from. */
interface Source {
  readonly article: Id;
  readonly publisher: string | null;
  readonly text: ArticleText;
  readonly set: AnnotationSet;
  readonly entities: Table<Entity>;
  /** Words that no exclusion holds. */
  readonly words: readonly Range[];
  readonly quoted: readonly Range[];
}

type ArticleAndText = Pick<ExportedArticle, "article" | "text">;

export function publicationOf({ article, text }: ArticleAndText): PublicationFacts {
  const facts = saidIn(knownOf(article, text));
  const { id, title } = article;
  return {
    ...{ id, title },
    publisher: facts.publisher[0] ?? null,
    date: dayOf(facts.date[0]),
    authors: facts.author,
    tags: facts.tags,
  };
}

/** Counts one article by one set of it. */
export function countArticle(
  exported: ArticleAndText,
  json: AnnotationSetJson,
  entities: Table<Entity>,
): CountedArticle {
  const { article, text } = exported;
  const publication = publicationOf(exported);
  const { publisher } = publication;
  const articleText = articleTextOf(text);
  const set = setFromJson(json);
  const excluded = joinRanges(json.exclusions.map(({ segment }) => segment));
  const isIn = (offset: number): boolean => !touchesAny(excluded, { start: offset, end: offset + 1 });
  const words = articleText.paragraphs
    .flatMap((one) => wordsOf(text, one))
    .filter(({ start }) => isIn(start));
  const quoted = joinRanges(articleText.quotations.map(({ inner }) => inner));
  const source = { article: article.id, publisher, text: articleText, set, entities, words, quoted };
  const statements = [...records(set.attributions)]
    .map((card) => statementOf(card, source))
    .filter(({ place }) => place === null || isIn(place.start))
    .sort(byPlace);
  return { ...publication, length: text.length, words: words.length, statements };
}

/** In ISO 8601, however it is written. There was no year 0. */
function dayOf(written: string | undefined): string | null {
  if (written === undefined) return null;
  const day = isDay(written) ? written.slice(0, 10) : isoDay(written);
  return day?.startsWith("0000") ? null : day;
}

const byPlace = (one: Statement, other: Statement): number =>
  (one.place?.start ?? Infinity) - (other.place?.start ?? Infinity) ||
  (one.place?.end ?? 0) - (other.place?.end ?? 0) ||
  (one.card < other.card ? -1 : 1);

function statementOf(card: Attribution, source: Source): Statement {
  const { set, text, words } = source;
  const place = placeOf(set, card);
  const claimWords = wordNumbers(segmentsOf(set, card.claim), words);
  const textOf = (at: number): string => {
    const { start, end } = words[at] ?? { start: 0, end: 0 };
    return text.text.slice(start, end).normalize("NFKC").toLowerCase();
  };
  return {
    card: card.id,
    place,
    paragraph: place ? paragraphAt(text, place.start) : -1,
    isNested: card.within !== null && has(set.attributions, card.within),
    voices: voicesOf(card, source),
    kind: effectiveKind(card, set, text),
    polarity: String(card.fields.polarity ?? ""),
    isWithheld: card.fields.polarity === "withholds" || card.fields.channel === "no-comment",
    claimWords,
    verbatimWords: claimWords.filter((at) => touchesAny(source.quoted, firstUnit(words[at]))),
    cueWords: card.cue === null ? null : wordNumbers(segmentsOf(set, card.cue), words).map(textOf),
    wording: claimWords.map(textOf).join(" "),
    isSecondHand: secondHand(card, source),
  };
}

const firstUnit = (word: Range | undefined): Range => ({
  start: word?.start ?? 0,
  end: (word?.start ?? 0) + 1,
});

const segmentsOf = (set: AnnotationSet, span: Id | null): readonly Range[] =>
  span === null ? [] : (get(set.spans, span)?.segments ?? []);

/** The numbers of the words that begin in these segments, each once. */
function wordNumbers(segments: readonly Range[], words: readonly Range[]): readonly number[] {
  return joinRanges(segments).flatMap(({ start, end }) => {
    const [from, to] = [firstFrom(words, start), firstFrom(words, end)];
    return Array.from({ length: to - from }, (_, at) => from + at);
  });
}

/** The number of the first word that begins at an offset or after it. */
function firstFrom(words: readonly Range[], offset: number): number {
  let [low, high] = [0, words.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((words[middle]?.start ?? 0) < offset) low = middle + 1;
    else high = middle;
  }
  return low;
}

function voicesOf(card: Attribution, { article, set, entities }: Source): readonly Voice[] {
  const voices = new Map<Id, Voice>();
  for (const span of card.voice) {
    const mentioned = get(set.spans, span)?.entity;
    const entity = mentioned === undefined ? null : (entityBehind(entities, mentioned) ?? null);
    const id = entity?.id ?? span;
    const givesReason =
      voices.get(id)?.givesReason === true ||
      [entity, mentioned === undefined ? undefined : get(entities, mentioned)].some((one) =>
        hasReason(one, article),
      );
    voices.set(id, { id, entity, givesReason });
  }
  return [...voices.values()];
}

const hasReason = (entity: Entity | null | undefined, article: Id): boolean =>
  (entity?.anonymity?.reason ?? "") !== "" && entity?.anonymity?.evidence?.article === article;

function secondHand(card: Attribution, { set, entities, publisher }: Source): boolean | null {
  const mentioned = card.via.map(({ span }) => get(set.spans, span)?.entity);
  const outlets = mentioned.map((id) => (id === undefined ? undefined : entityBehind(entities, id)));
  if (outlets.some((entity) => entity?.type === "outlet" && !isNamed(entity, publisher, entities)))
    return true;
  return outlets.includes(undefined) ? null : false;
}

/** Whether the publisher of the article is this outlet. */
function isNamed(outlet: Entity, publisher: string | null, entities: Table<Entity>): boolean {
  const group = entityGroups(entities).get(outlet.id);
  if (publisher === null || !group) return false;
  return namesOf(group).some((name) => foldedName(name) === foldedName(publisher));
}
