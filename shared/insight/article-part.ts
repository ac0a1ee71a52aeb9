// The part of one article in the figures, whatever the registry says: its statements by each of its sets, with their words and places. The
// registry is looked at only when the part is counted, so that a change of an entity makes no part anew.
import type { ExportedArticle } from "../annotated-json/bundle.ts";
import { isoDate } from "../importers/recognise-metadata.ts";
import { type AnnotationSet, type AnnotationSetJson, placeOf, setFromJson } from "../model/annotation-set.ts";
import { type Appearance, isMentioned } from "../model/appearance.ts";
import { knownOf, saidIn } from "../model/article-about.ts";
import { articleStateOf } from "../model/article-state.ts";
import { type ArticleText, articleTextOf, paragraphAt } from "../model/article-text.ts";
import type { Attribution, Kind } from "../model/attribution.ts";
import { exclusionTest } from "../model/exclusion.ts";
import type { Id } from "../model/id.ts";
import { effectiveKind } from "../model/kind.ts";
import { joinRanges, type Range, touchesAny } from "../model/range.ts";
import { get, has, records } from "../model/table.ts";
import { wordsOf } from "../model/words.ts";
import { hasWork } from "../review/one-person.ts";
import { packMarks } from "./card-marks.ts";

/** A mention in a card, and the entity that it points to, as the set has it. */
interface PartMention {
  readonly span: Id;
  readonly entity: Id | null;
}

/** A card as it is counted, before anybody knows who is behind it. */
export interface StatementPart {
  readonly card: Id;
  /** Where its claim stands, else its cue, else its first mention. */
  readonly place: Range | null;
  readonly paragraph: number;
  readonly isNested: boolean;
  /** Whether it begins in a stretch that is left out of the analysis: then it counts in no figure. */
  readonly isExcluded: boolean;
  readonly mentions: readonly PartMention[];
  /** What the sources point to through which it came. */
  readonly via: readonly (Id | null)[];
  /** Whom the claim is about, as the set has it. */
  readonly aboutIds: readonly Id[];
  readonly kind: Kind | null;
  readonly polarity: string;
  readonly isWithheld: boolean;
  /** Numbers of the article's words that its claim holds, as ranges in order; those among them inside quotation marks. */
  readonly claimWords: readonly Range[];
  readonly verbatimWords: readonly Range[];
  /** The words of the cue in small letters; `null` without a cue. */
  readonly cueWords: readonly string[] | null;
  /** The claim's words in small letters, one blank between them. */
  readonly wording: string;
  /** Where its marks stand, see `packMarks`. */
  readonly marks: string;
  /** What is said of it beside its marks. */
  readonly fields: Attribution["fields"];
  readonly flags: Attribution["flags"];
  readonly note: string;
  readonly editedAt: string;
}

/** What one annotator's set adds. */
export interface SetPart {
  readonly annotatorId: Id;
  /** Whether anything is marked in it, which tells which of the sets of one person counts. */
  readonly hasWork: boolean;
  /** Whether its annotator said that they are done with the article: a curated set that is not done is curated in part. */
  readonly isDone: boolean;
  /** Words of the text, exclusions left out. */
  readonly words: number;
  /** In reading order. */
  readonly statements: readonly StatementPart[];
  /** In which roles the entities that it mentions appear, as far as it says so. */
  readonly roles: readonly Pick<Appearance, "entity" | "role">[];
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

/** One article of the index. */
export interface ArticlePart extends PublicationFacts {
  /** In UTF-16 code units. */
  readonly length: number;
  readonly sets: readonly SetPart[];
}

/** Changes with whatever is drawn from an article in another way: parts of another form say nothing. */
export const partForm = 6;

/** What all statements of a set are drawn from. */
interface Source {
  readonly text: ArticleText;
  readonly set: AnnotationSet;
  readonly isExcluded: (place: Range | null) => boolean;
  readonly words: readonly Range[];
  readonly quoted: readonly Range[];
}

/** Draws an article's part from its text and its sets. */
export function articlePart({ article, text, sets }: ExportedArticle): ArticlePart {
  const facts = saidIn(knownOf(article, text));
  const { id, title } = article;
  const articleText = articleTextOf(text);
  const words = articleText.paragraphs.flatMap((one) => wordsOf(text, one));
  const quoted = joinRanges(articleText.quotations.map(({ inner }) => inner));
  return {
    ...{ id, title },
    publisher: facts.publisher[0] ?? null,
    date: isoDate(facts.date[0]),
    authors: facts.author,
    tags: facts.tags,
    length: text.length,
    sets: sets.map((json) => setPart(json, { text: articleText, words, quoted })),
  };
}

function setPart(json: AnnotationSetJson, of: Omit<Source, "set" | "isExcluded">): SetPart {
  const set = setFromJson(json);
  const isExcluded = exclusionTest(json.exclusions);
  const words = json.exclusions.length === 0 ? of.words : of.words.filter((word) => !isExcluded(word));
  const source = { ...of, set, isExcluded, words };
  // One that is left out has words of its own all the same, by which it is listed.
  const whole = { ...source, words: of.words };
  const statements = [...records(set.attributions)]
    .map((card) => statementPart(card, isExcluded(placeOf(set, card)) ? whole : source))
    .sort(byPlace);
  const roles = [...records(set.appearances)]
    .filter(({ entity }) => isMentioned(set, entity))
    .map(({ entity, role }) => ({ entity, role }));
  const isDone = articleStateOf(set) === "done";
  return {
    ...{ annotatorId: json.annotatorId, hasWork: hasWork(json), isDone },
    ...{ words: words.length, statements, roles },
  };
}

/** In reading order. */
export const byPlace = (one: StatementPart, other: StatementPart): number =>
  (one.place?.start ?? Infinity) - (other.place?.start ?? Infinity) ||
  (one.place?.end ?? 0) - (other.place?.end ?? 0) ||
  (one.card < other.card ? -1 : 1);

function statementPart(card: Attribution, { set, isExcluded, text, words, quoted }: Source): StatementPart {
  const place = placeOf(set, card);
  const claimWords = wordNumbers(segmentsOf(set, card.claim), words);
  const textOf = (range: Range): readonly string[] =>
    words
      .slice(range.start, range.end)
      .map(({ start, end }) => text.text.slice(start, end).normalize("NFKC").toLowerCase());
  const entityOf = (span: Id): Id | null => get(set.spans, span)?.entity ?? null;
  return {
    card: card.id,
    place: place && { start: place.start, end: place.end },
    paragraph: place ? paragraphAt(text, place.start) : -1,
    isExcluded: isExcluded(place),
    isNested: card.within !== null && has(set.attributions, card.within),
    mentions: card.voice.map((span) => ({ span, entity: entityOf(span) })),
    via: card.via.map(({ span }) => entityOf(span)),
    aboutIds: card.about ?? [],
    kind: effectiveKind(card, set, text),
    polarity: String(card.fields.polarity ?? ""),
    isWithheld: card.fields.polarity === "withholds" || card.fields.channel === "no-comment",
    claimWords,
    verbatimWords: verbatimIn(claimWords, words, quoted),
    cueWords: card.cue === null ? null : wordNumbers(segmentsOf(set, card.cue), words).flatMap(textOf),
    wording: claimWords.flatMap(textOf).join(" "),
    marks: packMarks(card, set),
    ...{ fields: card.fields, flags: card.flags, note: card.note },
    editedAt: card.provenance.editedAt ?? card.provenance.at,
  };
}

const segmentsOf = (set: AnnotationSet, span: Id | null): readonly Range[] =>
  span === null ? [] : (get(set.spans, span)?.segments ?? []);

/** The numbers of the words that begin in these segments. */
const wordNumbers = (segments: readonly Range[], words: readonly Range[]): readonly Range[] =>
  joinRanges(
    joinRanges(segments)
      .map(({ start, end }) => ({ start: firstFrom(words, start), end: firstFrom(words, end) }))
      .filter(({ start, end }) => start < end),
  );

/** Those of the words, which are given by their numbers, that begin inside quotation marks. */
function verbatimIn(
  numbers: readonly Range[],
  words: readonly Range[],
  quoted: readonly Range[],
): readonly Range[] {
  const verbatim: Range[] = [];
  for (const { start, end } of numbers)
    for (let at = start; at < end; at += 1) {
      const first = words[at]?.start ?? 0;
      if (touchesAny(quoted, { start: first, end: first + 1 })) verbatim.push({ start: at, end: at + 1 });
    }
  return joinRanges(verbatim);
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
