// Tags an article by quoting it: every span is named by its words within a passage that occurs once, so that the sample
// reads like the article it is about, and a slip in it is found at once.
import { type AnnotationSetJson, setFromJson, setToJson } from "../model/annotation-set.ts";
import type { Attribution, FieldValue, Kind } from "../model/attribution.ts";
import type { Exclusion } from "../model/exclusion.ts";
import type { Id, NewId, Now } from "../model/id.ts";
import type { Origin, Provenance } from "../model/provenance.ts";
import type { Range } from "../model/range.ts";
import { type Selector, selectorOf } from "../model/selector.ts";
import type { Span } from "../model/span.ts";
import { newsAttribution } from "../tagsets/news-attribution.ts";

/** Words of the article as a mention of somebody, by a key of the sample's cast. */
interface Mention<Who extends string> {
  readonly words: string;
  readonly who: Who;
  readonly type: "speaker" | "source";
}

/** The words of a speaker. */
export function speaker<Who extends string>(words: string, who: Who): Mention<Who> {
  return { words, who, type: "speaker" };
}

/** The words for where something comes from. */
export function source<Who extends string>(words: string, who: Who): Mention<Who> {
  return { words, who, type: "source" };
}

/** One attribution. All words are quoted from `passage`, in which they must occur exactly once. */
interface SampleCard<Who extends string> {
  /** By which other cards of the article lie within this one. */
  readonly name?: string;
  readonly passage: string;
  readonly voice?: readonly Mention<Who>[];
  readonly cue?: string;
  /** Its segments. */
  readonly claim: readonly string[];
  readonly via?: readonly { readonly mention: Mention<Who>; readonly role: string }[];
  /** Whom the claim is about. */
  readonly about?: readonly Who[];
  /** The name of the enclosing card, which must come before. */
  readonly within?: string;
  readonly kind?: Kind;
  /** What differs from the tagset's defaults. */
  readonly fields?: Readonly<Record<string, FieldValue>>;
  readonly note?: string;
  readonly flags?: readonly string[];
}

export interface Tagging<Who extends string> {
  readonly cards: readonly SampleCard<Who>[];
  readonly exclusions: readonly { readonly words: string; readonly reason: string }[];
}

/** An article of the sample: what stands in its file, and how it is tagged. */
export interface SampleSource<Who extends string> {
  /** The name of the file the text is stored as coming from. */
  readonly fileName: string;
  readonly text: string;
  /** Tags of the article itself. */
  readonly tags: readonly string[];
  readonly tagging: Tagging<Who>;
}

interface TaggingOptions<Who extends string> {
  readonly text: string;
  readonly articleId: Id;
  readonly textHash: string;
  readonly annotator: Id;
  readonly origin: Origin;
  readonly entityIds: Readonly<Record<Who, Id>>;
  readonly newId: NewId;
  readonly now: Now;
}

/** The set that the tagging describes. Throws a `RangeError` for words that occur nowhere or more than once. */
export function tagArticle<Who extends string>(
  { cards, exclusions }: Tagging<Who>,
  { text, articleId, textHash, annotator, origin, entityIds, newId, now }: TaggingOptions<Who>,
): AnnotationSetJson {
  const provenance = (): Provenance => ({ annotator, at: now(), origin });
  const spans = new Map<string, Span>();
  /** The span of these words; words that several cards share are one span. */
  const spanOf = (type: string, passage: Range, segments: readonly string[], who?: Who): Id => {
    const selectors = segments.map((words) => selectorOf(text, find(text, passage, words)));
    const key = `${type} ${selectors.map(({ start, end }) => `${start}-${end}`).join(" ")}`;
    const existingSpan = spans.get(key);
    if (existingSpan) return existingSpan.id;
    const entity = who === undefined ? {} : { entity: entityIds[who] };
    const span: Span = { id: newId(), type, segments: selectors, ...entity, provenance: provenance() };
    spans.set(key, span);
    return span.id;
  };
  const mention = (passage: Range, { words, who, type }: Mention<Who>): Id =>
    spanOf(type, passage, [words], who);
  const named = new Map<string, Id>();
  const attributions = cards.map((card): Attribution => {
    const passage = find(text, { start: 0, end: text.length }, card.passage);
    const id = newId();
    if (card.name !== undefined) named.set(card.name, id);
    return {
      id,
      voice: (card.voice ?? []).map((voice) => mention(passage, voice)),
      cue: card.cue === undefined ? null : spanOf("cue", passage, [card.cue]),
      claim: spanOf("claim", passage, card.claim),
      via: (card.via ?? []).map((via) => ({ span: mention(passage, via.mention), role: via.role })),
      within: card.within === undefined ? null : enclosing(named, card.within),
      ...(card.about && { about: card.about.map((who) => entityIds[who]) }),
      kind: card.kind ?? null,
      fields: { ...defaults, ...card.fields },
      note: card.note ?? "",
      flags: card.flags ?? [],
      provenance: provenance(),
    };
  });
  const annotationSet = setFromJson({
    articleId,
    annotatorId: annotator,
    textHash,
    spans: [...spans.values()],
    attributions,
    exclusions: exclusions.map(
      ({ words, reason }): Exclusion => ({ id: newId(), segment: selectorIn(text, words), reason }),
    ),
  });
  return setToJson(annotationSet);
}

/** The selector of words that occur once in the text. */
export function selectorIn(text: string, words: string): Selector {
  return selectorOf(text, find(text, { start: 0, end: text.length }, words));
}

const defaults = Object.fromEntries(newsAttribution.fields.map((field) => [field.id, field.default]));

function enclosing(named: ReadonlyMap<string, Id>, name: string): Id {
  const id = named.get(name);
  if (id === undefined) throw new RangeError(`No card named “${name}” comes before.`);
  return id;
}

function find(text: string, { start, end }: Range, words: string): Range {
  const passage = text.slice(start, end);
  const at = passage.indexOf(words);
  if (at === -1) throw new RangeError(`“${words}” is not in “${passage.slice(0, 80)}”.`);
  if (passage.indexOf(words, at + 1) !== -1)
    throw new RangeError(`“${words}” occurs more than once in “${passage.slice(0, 80)}”.`);
  return { start: start + at, end: start + at + words.length };
}
