// A large project made on the disk by a seed, like one that a newsroom's analysts would have: outlets of all sizes over three years, sources
// of whom few speak often and most hardly ever, agency copy that many outlets run, inner cards, unnamed voices, and cards that lack something.
import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { nodeDisk } from "../../main/storage/files/disk.ts";
import { prettyJson, sha256 } from "../../main/storage/files/json-text.ts";
import { createProject } from "../../main/storage/project/project-folder.ts";
import { setFileOfJson } from "../../main/storage/sets/set-file.ts";
import { randomFrom } from "../../shared/agreement/sample-continuum.ts";
import type { AnnotationSetJson } from "../../shared/model/annotation-set.ts";
import type { Article } from "../../shared/model/article.ts";
import type { Attribution } from "../../shared/model/attribution.ts";
import type { Entity, EntityType, EntityValue, Naming } from "../../shared/model/entity.ts";
import { type Id, idAlphabet } from "../../shared/model/id.ts";
import { schemaVersion } from "../../shared/model/project.ts";
import { selectorOf } from "../../shared/model/selector.ts";
import type { Span } from "../../shared/model/span.ts";
import { sampleEntityFields } from "../../shared/sample/cast.ts";
import { newsAttribution } from "../../shared/tagsets/news-attribution.ts";

/** How large it is, and by which seed it is made. */
export interface LargeProject {
  readonly articles: number;
  readonly entities: number;
  readonly seed: number;
  /** Colleagues, each of whom has read every tenth article after the one before; absent: nobody. */
  readonly colleagues?: number;
}

/** What was written. */
export interface WrittenProject {
  readonly articles: number;
  readonly cards: number;
  /** Code units of all texts. */
  readonly length: number;
}

/** Who has a set of every article. */
export const benchAnnotator = { id: "bench", name: "Bench" };

const outlets = 20;
const days = 3 * 365;
const at = "2026-01-01T00:00:00.000Z";
/** Words of an article, about. */
const wordsEach = 650;
/** One article in so many is read by a colleague as well, who misses one card in so many. */
const [readTwice, missedCards] = [10, 7];
/** Articles that run what an agency sent. */
const agencyShare = 0.08;
const vocabularySize = 4_000;

type Random = () => number;

const below = (random: Random, count: number): number => Math.floor(random() * count);

/** Few come up often and most hardly ever: the numbers follow a power law. */
const longTail = (random: Random, count: number): number =>
  Math.min(count - 1, Math.floor(count ** random()) - 1);

/** As long as ids of ours are, the same for the same number; they begin with all letters alike. */
function idOf(number: number, kind: string): Id {
  const random = randomFrom(number * 8 + kind.length);
  return Array.from({ length: 16 }, () => idAlphabet.charAt(below(random, 32))).join("");
}

function vocabularyOf(random: Random): readonly string[] {
  const syllables =
    "ba ce di fo gu la me ni or pu ra se ti un ve wa harb coun min ster land tion ing er est".split(" ");
  return Array.from({ length: vocabularySize }, () =>
    Array.from({ length: 1 + below(random, 3) }, () => syllables[below(random, syllables.length)]).join(""),
  );
}

const types: readonly (readonly [EntityType, Naming])[] = [
  ...new Array<[EntityType, Naming]>(11).fill(["person", "named"]),
  ...new Array<[EntityType, Naming]>(4).fill(["organization", "named"]),
  ["person", "described"],
  ["person", "described"],
  ["person", "anonymous"],
  ["document", "named"],
  ["outlet", "named"],
];

function entityOf(number: number, random: Random): Entity {
  const [type, naming] = types[below(random, types.length)] ?? ["person", "named"];
  const provenance = { annotator: benchAnnotator.id, at, origin: { by: "human" } } as const;
  const answers: Record<string, EntityValue> = {};
  for (const field of sampleEntityFields)
    if (field.kind === "choice" && random() < 0.7)
      answers[field.id] = { value: field.choices[below(random, field.choices.length)]?.id ?? "", provenance };
  return {
    ...{ id: idOf(number, "entity"), name: `Source ${number} Ruiz`, type, naming, aliases: [`S. ${number}`] },
    ...(naming !== "named" && random() < 0.5 && { anonymity: { terms: "", reason: "not allowed to speak" } }),
    fields: answers,
  };
}

/** One article as it grows: its text, and what is marked in it. */
class Draft {
  text = "";
  readonly spans: Omit<Span, "segments">[] = [];
  readonly ranges: (readonly [start: number, end: number])[] = [];
  readonly cards: Attribution[] = [];
  readonly #number: number;
  readonly #provenance: Attribution["provenance"];

  constructor(number: number) {
    this.#number = number;
    const second = new Date(Date.parse(at) + number * 1_000).toISOString();
    this.#provenance = { annotator: benchAnnotator.id, at: second, origin: { by: "human" } };
  }

  #idOf = (count: number): Id => idOf(this.#number * 200 + count, "mark");

  say(words: string): void {
    this.text += words;
  }

  mark(type: string, words: string, entity?: Id): Id {
    const id = this.#idOf(this.spans.length);
    this.ranges.push([this.text.length, this.text.length + words.length]);
    this.spans.push({ id, type, provenance: this.#provenance, ...(entity !== undefined && { entity }) });
    this.text += words;
    return id;
  }

  card(card: Pick<Attribution, "voice" | "cue" | "claim" | "via" | "within" | "fields">): Id {
    const id = this.#idOf(100 + this.cards.length);
    const bare = { kind: null, note: "", flags: [], provenance: this.#provenance };
    this.cards.push({ ...bare, ...card, id });
    return id;
  }

  records(): Records {
    const spans = this.spans.map((span, place): Span => {
      const [start, end] = this.ranges[place] ?? [0, 1];
      return { ...span, segments: [selectorOf(this.text, { start, end })] };
    });
    return { spans, attributions: this.cards };
  }
}

const cues = ["said", "said", "said", "said", "told reporters", "claimed", "insisted", "announced", "denied"];
const polarities = ["asserts", "asserts", "asserts", "asserts", "denies", "withholds"];
const acts = ["say", "say", "believe", "want", "decide", "show"];

interface World {
  readonly random: Random;
  readonly vocabulary: readonly string[];
  readonly entities: readonly Entity[];
}

const prose = ({ random, vocabulary }: World, words: number): string =>
  Array.from({ length: words }, () => vocabulary[longTail(random, vocabulary.length)]).join(" ");

/** One card with its words; what an agency sent is the same wherever it is run. */
function sayCard(draft: Draft, world: World, isInner: boolean, outer: Id | null): Id {
  const { random, entities } = world;
  const source = entities[longTail(random, entities.length)];
  const isLinked = random() < 0.95;
  const voice: Id[] = [];
  if (random() < 0.97)
    voice.push(draft.mark("speaker", source?.name ?? "", isLinked ? source?.id : undefined));
  if (random() < 0.04) {
    draft.say(" and ");
    const other = entities[longTail(random, entities.length)];
    voice.push(draft.mark("speaker", other?.name ?? "", other?.id));
  }
  draft.say(" ");
  const cue = random() < 0.95 ? draft.mark("cue", cues[below(random, cues.length)] ?? "said") : null;
  const isQuoted = random() < 0.4;
  draft.say(isQuoted ? ": " : " that ");
  const words = prose(world, 8 + below(random, 12));
  const claim = draft.mark("claim", isQuoted ? `“${words}”` : words);
  const via: Attribution["via"][number][] = [];
  if (random() < 0.05) {
    draft.say(", according to ");
    const outlet = entities[longTail(random, entities.length)];
    via.push({ span: draft.mark("source", outlet?.name ?? "", outlet?.id), role: "published-in" });
  }
  draft.say(". ");
  const fields = {
    ...{
      polarity: polarities[below(random, polarities.length)] ?? null,
      act: acts[below(random, acts.length)] ?? null,
    },
    ...{ hedged: random() < 0.1, channel: random() < 0.5 ? "interview" : "unspecified" },
    ...{ claimType: random() < 0.6 ? "fact" : "opinion", checkWorthy: random() < 0.2 ? "yes" : null },
  };
  return draft.card({ voice, cue, claim, via, within: isInner ? outer : null, fields });
}

function articleWith(number: number, { text: seed, ...world }: World & { readonly text: number }): Draft {
  const random = randomFrom(seed);
  const draft = new Draft(number);
  const cards = 5 + below(random, 21);
  const filler = Math.max(0, wordsEach - cards * 20);
  let outer: Id | null = null;
  for (let card = 0; card < cards; card += 1) {
    const isInner = outer !== null && random() < 0.1;
    const made = sayCard(draft, { ...world, random }, isInner, outer);
    if (!isInner) outer = made;
    draft.say(`${prose({ ...world, random }, Math.ceil(filler / cards))}.\n\n`);
  }
  return draft;
}

/** Writes files directly: through the door each article would wait for its flushes. */
export async function writeLargeProject(
  path: string,
  { articles, entities: sources, seed, colleagues = 0 }: LargeProject,
): Promise<WrittenProject> {
  const random = randomFrom(seed);
  const vocabulary = vocabularyOf(random);
  const entities = Array.from({ length: sources }, (_, number) => entityOf(number, random));
  const project = { schemaVersion, id: "benchproject", name: "Bench", createdAt: at };
  const tagset = { ...newsAttribution, entityFields: sampleEntityFields };
  const readers = Array.from({ length: colleagues }, (_, at) => ({
    ...{ id: idOf(at, "reader"), name: `Reader ${at + 1}` },
  }));
  const annotators = [benchAnnotator, ...readers];
  await createProject(nodeDisk, path, { ...project, tagset, annotators }, entities);
  let [cards, length] = [0, 0];
  for (let number = 1; number <= articles; number += 1) {
    const isAgency = random() < agencyShare;
    const text = isAgency ? below(random, Math.ceil(articles / 40)) : seed + number * 7;
    const draft = articleWith(number, { random, vocabulary, entities, text });
    cards += draft.cards.length;
    length += draft.text.length;
    const date = new Date(Date.UTC(2023, 0, 1 + below(random, days))).toISOString().slice(0, 10);
    writeArticle(path, number, draft, { publisher: `Outlet ${longTail(random, outlets)}`, date });
    const reader = readers[(number / readTwice) % colleagues];
    if (reader) cards += writeSet(path, number, draft.text, reader.id, secondReading(draft.records()));
  }
  return { articles, cards, length };
}

function writeArticle(
  path: string,
  number: number,
  draft: Draft,
  { publisher, date }: { readonly publisher: string; readonly date: string },
): void {
  const id = idOf(number, "a");
  const { text } = draft;
  const textHash = sha256(text);
  const fact = { from: "person" } as const;
  const article: Article = {
    ...{ id, title: `Article ${number} of ${publisher}`, addedAt: at, textHash, length: text.length },
    ...{ metadata: [], original: null },
    about: [
      { field: "publisher", value: publisher, ...fact },
      { field: "date", value: date, ...fact },
      { field: "author", value: `Author ${number % 90}`, ...fact },
    ],
  };
  mkdirSync(join(path, "articles", id), { recursive: true });
  writeFileSync(join(path, "articles", id, "article.json"), prettyJson(article));
  writeFileSync(join(path, "articles", id, "text.txt"), text);
  writeSet(path, number, text, benchAnnotator.id, draft.records());
}

type Records = Pick<AnnotationSetJson, "spans" | "attributions">;

/** Gives the number of its cards. */
function writeSet(path: string, number: number, text: string, annotatorId: Id, records: Records): number {
  const articleId = idOf(number, "a");
  const set: AnnotationSetJson = {
    ...{ articleId, annotatorId, textHash: sha256(text), exclusions: [] },
    ...records,
  };
  const facts = { revision: 1, seqByDevice: new Map(), recent: [], before: null };
  mkdirSync(join(path, "annotations", articleId), { recursive: true });
  writeFileSync(
    join(path, "annotations", articleId, `${annotatorId}.json`),
    prettyJson(setFileOfJson(set, facts)),
  );
  return records.attributions.length;
}

/** The same as somebody else marks it who misses some cards; what these are made of stays as loose marks. */
function secondReading({ spans, attributions }: Records): Records {
  const kept = attributions.filter((_, at) => at % missedCards !== missedCards - 1);
  const ids = new Set(kept.map(({ id }) => id));
  return {
    spans,
    attributions: kept.map((card) => (ids.has(card.within ?? "") ? card : { ...card, within: null })),
  };
}
