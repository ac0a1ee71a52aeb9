// Projects whose statements are known: each card is a paragraph of its own, so that figures can be worked out by hand. Also random ones.
import fc from "fast-check";
import type { ExportBundle, ExportedArticle } from "../../shared/annotated-json/bundle.ts";
import {
  type Appearance,
  type AppearanceRole,
  appearanceId,
  appearanceRoles,
} from "../../shared/model/appearance.ts";
import type { Article, ArticleFact } from "../../shared/model/article.ts";
import type { Attribution } from "../../shared/model/attribution.ts";
import type { Entity } from "../../shared/model/entity.ts";
import type { Id } from "../../shared/model/id.ts";
import { selectorOf } from "../../shared/model/selector.ts";
import type { Span } from "../../shared/model/span.ts";
import { newsAttribution } from "../../shared/tagsets/news-attribution.ts";
import { hashOf } from "./bundles.ts";
import { ageField, genderField } from "./entity-fields.ts";
import { defaultFields, entity } from "./marked-article.ts";

/** A voice is the id of an entity, or words that point to none. */
interface PlantedCard {
  readonly voices: readonly (string | { readonly words: string })[];
  readonly cue: string;
  readonly claim: string;
  readonly fields?: Attribution["fields"];
  /** The outlet that it came through, by its id. */
  readonly via?: string;
  /** Whom its claim is about, by their ids. */
  readonly about?: readonly Id[];
  /** A card at the end of its claim. */
  readonly inner?: PlantedCard;
  readonly isExcluded?: true;
}

interface PlantedArticle {
  readonly id: Id;
  readonly publisher?: string;
  readonly date?: string;
  readonly authors?: readonly string[];
  /** In which roles entities appear, by their ids. */
  readonly roles?: Readonly<Record<Id, AppearanceRole>>;
  /** What stands in it beside its cards. */
  readonly text?: string;
  readonly cards: readonly PlantedCard[];
}

export const planter = "planter";

/** The project with these articles, all annotated by one person. */
export function plantedProject(
  articles: readonly PlantedArticle[],
  entities: readonly Entity[],
): ExportBundle {
  return {
    project: { id: "project", name: "Project" },
    annotators: [{ id: planter, name: "Anna Lind" }],
    tagset: { ...newsAttribution, entityFields: [genderField, ageField] },
    entities,
    exportedAt: "2026-01-02T03:04:05.000Z",
    generator: "Sayso 0.0.0",
    articles: articles.map((article) => plantedArticle(article, entities)),
  };
}

/** A text that grows, and the stretches of its spans. */
interface Draft {
  text: string;
  readonly spans: {
    readonly id: Id;
    readonly type: string;
    readonly entity?: Id;
    start: number;
    end: number;
  }[];
  readonly cards: Omit<Attribution, "provenance">[];
  readonly excluded: { readonly start: number; readonly end: number }[];
}

const provenance = { annotator: planter, at: "2026-01-01T00:00:00.000Z", origin: { by: "human" } } as const;

function plantedArticle(planted: PlantedArticle, entities: readonly Entity[]): ExportedArticle {
  const draft: Draft = { text: planted.text ?? "", spans: [], cards: [], excluded: [] };
  const nameOf = (id: Id): string => entities.find((one) => one.id === id)?.name ?? id;
  for (const card of planted.cards) {
    if (draft.text !== "") draft.text += "\n";
    const start = draft.text.length;
    write(draft, card, { within: null, nameOf });
    draft.text += ".";
    if (card.isExcluded) draft.excluded.push({ start, end: draft.text.length });
  }
  const { text } = draft;
  const textHash = hashOf(text);
  const span = ({ id, type, entity: of, start, end }: Draft["spans"][number]): Span => ({
    ...{ id, type, segments: [selectorOf(text, { start, end })], provenance },
    ...(of !== undefined && { entity: of }),
  });
  const exclusions = draft.excluded.map((range, at) => ({
    ...{ id: `x${at}`, segment: selectorOf(text, range), reason: "an advertisement" },
  }));
  const attributions = draft.cards.map((card) => ({ ...card, provenance }));
  return {
    article: { ...articleOf(planted), textHash, length: text.length },
    text,
    sets: [
      {
        ...{ articleId: planted.id, annotatorId: planter, textHash },
        ...{ spans: draft.spans.map(span), attributions, exclusions },
        ...(planted.roles && { appearances: appearancesOf(planted.roles) }),
      },
    ],
  };
}

const appearancesOf = (roles: Readonly<Record<Id, AppearanceRole>>): readonly Appearance[] =>
  Object.entries(roles).map(([of, role]) => ({ id: appearanceId(of), entity: of, role }));

function articleOf({
  id,
  publisher,
  date,
  authors = [],
}: PlantedArticle): Omit<Article, "textHash" | "length"> {
  const fact = (field: ArticleFact["field"], value: string): ArticleFact => ({
    field,
    value,
    from: "person",
  });
  const about = [
    ...authors.map((author) => fact("author", author)),
    ...(publisher === undefined ? [] : [fact("publisher", publisher)]),
    ...(date === undefined ? [] : [fact("date", date)]),
  ];
  const addedAt = "2026-01-01T00:00:00.000Z";
  return { id, title: id, addedAt, metadata: [], original: null, about };
}

interface Writing {
  readonly within: Id | null;
  readonly nameOf: (id: Id) => string;
}

function write(draft: Draft, card: PlantedCard, { within, nameOf }: Writing): void {
  const id = `c${draft.cards.length + 1}`;
  const at = draft.cards.length;
  const mark = (type: string, words: string, of?: Id): Id => {
    const start = draft.text.length;
    draft.text += words;
    const span = `s${draft.spans.length + 1}`;
    draft.spans.push({
      id: span,
      type,
      start,
      end: draft.text.length,
      ...(of !== undefined && { entity: of }),
    });
    return span;
  };
  const bare = {
    ...{ id, within, kind: null, note: "", flags: [], via: [], voice: [], cue: null, claim: null },
    ...(card.about && { about: card.about }),
  };
  draft.cards.push({ ...bare, fields: { ...defaultFields, ...card.fields } });
  const voice = card.voices.map((one, index) => {
    if (index > 0) draft.text += " and ";
    return typeof one === "string" ? mark("speaker", nameOf(one), one) : mark("speaker", one.words);
  });
  draft.text += voice.length > 0 ? " " : "It ";
  const cue = mark("cue", card.cue);
  draft.text += " ";
  const claim = mark("claim", card.claim);
  if (card.inner) {
    draft.text += " ";
    write(draft, card.inner, { within: id, nameOf });
    const span = draft.spans.find((one) => one.id === claim);
    if (span) span.end = draft.text.length;
  }
  if (card.via !== undefined) draft.text += ", ";
  const via =
    card.via === undefined ? [] : [{ span: mark("source", nameOf(card.via), card.via), role: "told-to" }];
  if (card.via !== undefined) draft.text += " reported";
  draft.cards[at] = { ...bare, voice, cue, claim, via, fields: { ...defaultFields, ...card.fields } };
}

/** What was entered of somebody in the project's own fields; of `null` that they declined to say. */
const entered = (answers: Readonly<Record<string, string | number | null>>): Pick<Entity, "fields"> => ({
  fields: Object.fromEntries(
    Object.entries(answers).map(([field, value]) => [
      field,
      value === null ? { declined: true, provenance } : { value, provenance },
    ]),
  ),
});

/** What an article says of why somebody goes unnamed. */
const reasonIn = (article: Id): Partial<Entity> => ({
  anonymity: {
    ...{ terms: "on condition of anonymity", reason: "the plan is not final" },
    evidence: { article, segment: selectorOf("A port official said", { start: 0, end: 4 }) },
  },
});

export const plantedEntities: readonly Entity[] = [
  entity("ines", "Ines Prado", entered({ gender: "woman", age: 61 })),
  entity("ana", "Ana Ruiz", entered({ age: null })),
  entity("mayor", "The mayor", { mergedInto: "ana", ...entered({ gender: "woman", age: 40 }) }),
  entity("official", "A port official", {
    ...{ naming: "described", ...reasonIn("A2") },
    ...entered({ gender: null }),
  }),
  entity("insiders", "Insiders", { type: "group", naming: "anonymous" }),
  entity("survey", "A survey", { type: "document", naming: "described" }),
  entity("wire", "Norrland Wire", { type: "outlet" }),
  entity("delta", "Delta", { type: "outlet" }),
];

const bridgeIsSafe: PlantedCard = { voices: ["ines"], cue: "said", claim: "“the bridge is safe”" };

/** Duplicates, a merged entity, sources in several roles, unnamed voices in two articles, two voices on a card, a nested card, an exclusion, an article without cards and without a date. */
export const plantedArticles: readonly PlantedArticle[] = [
  {
    ...{ id: "A1", publisher: "Harbour Post", date: "2026-03-02", authors: ["Eva Berg"] },
    roles: { ines: "official", ana: "newsmaker" },
    cards: [
      { ...bridgeIsSafe, about: ["wire"] },
      { voices: ["ana", "ines"], cue: "claimed", claim: "work goes on", about: ["mayor"] },
    ],
  },
  {
    ...{ id: "A2", publisher: "Harbour Post", date: "2026-03-10", authors: ["Eva Berg", "Tom Lund"] },
    roles: { official: "official", ines: "chosen" },
    cards: [
      { voices: ["official"], cue: "said", claim: "the bridge “is a joke”", about: ["ines", "gone"] },
      bridgeIsSafe,
    ],
  },
  {
    ...{ id: "A3", publisher: "Harbour Post", date: "2026-04-01" },
    cards: [{ voices: ["insiders"], cue: "said", claim: "costs rise" }],
  },
  {
    ...{ id: "A4", publisher: "Delta", date: "2026-04-03" },
    roles: { mayor: "official", ines: "chosen" },
    cards: [
      { voices: ["survey"], cue: "showed", claim: "traffic falls", about: ["mayor", "ines"] },
      { voices: ["mayor"], cue: "denied", claim: "that plan", via: "wire", fields: { polarity: "denies" } },
      {
        ...{ voices: ["ines"], cue: "insisted", claim: "that" },
        inner: { voices: ["mayor"], cue: "said", claim: "boats wait" },
      },
    ],
  },
  { id: "A5", publisher: "Delta", text: "Boats came and went.", cards: [] },
  {
    ...{ id: "A6", publisher: "Delta", date: "2026-03-02" },
    // Of the survey, which this article does not mention, it says nothing.
    roles: { mayor: "official", survey: "chosen" },
    cards: [
      { voices: [], cue: "was said", claim: "ferries stop" },
      { voices: [{ words: "A man" }], cue: "said", claim: "rain comes", about: ["ines", "ana"] },
      { voices: ["mayor"], cue: "declined", claim: "to comment", fields: { polarity: "withholds" } },
      { voices: ["ines"], cue: "said", claim: "buy now", isExcluded: true },
    ],
  },
];

const claims = ["costs rise", "“costs rise”", "the plan “is a joke”", "it’s 5 p.m.", "橋は安全です"];

const plantedCard = (inner: fc.Arbitrary<PlantedCard | undefined>): fc.Arbitrary<PlantedCard> =>
  fc
    .record({
      voices: fc.uniqueArray(
        fc.oneof(
          fc.constantFrom(...plantedEntities.map(({ id }) => id)),
          fc.constantFrom({ words: "A man" }, { words: "Somebody" }),
        ),
        { maxLength: 3 },
      ),
      cue: fc.constantFrom("said", "claimed", "behauptete", "would not say"),
      claim: fc.constantFrom(...claims),
      polarity: fc.constantFrom("asserts", "denies", "withholds"),
      via: fc.constantFrom(undefined, undefined, "wire", "delta"),
      about: fc.uniqueArray(fc.constantFrom("gone", ...plantedEntities.map(({ id }) => id)), {
        maxLength: 2,
      }),
      inner,
      isExcluded: fc.constantFrom(undefined, undefined, undefined, true as const),
    })
    .map(({ polarity, via, about, inner: within, isExcluded, ...card }) => ({
      ...{ ...card, fields: { polarity } },
      ...(via !== undefined && { via }),
      ...(about.length > 0 && { about }),
      ...(within !== undefined && { inner: within }),
      ...(isExcluded && { isExcluded }),
    }));

/** Any articles about the same few people, with dates known to the day, the month or not at all. */
export const randomPlanted: fc.Arbitrary<ExportBundle> = fc
  .array(
    fc.record({
      publisher: fc.constantFrom(undefined, "Harbour Post", "Delta"),
      date: fc.constantFrom(
        undefined,
        "2025-12-29",
        "2026-01-01",
        "2026-01-04",
        "2026-01",
        "2026-03-31",
        "soon",
      ),
      authors: fc.constantFrom([], ["Eva Berg"], ["Eva Berg", "Tom Lund"]),
      roles: fc.dictionary(
        fc.constantFrom(...plantedEntities.map(({ id }) => id)),
        fc.constantFrom(...appearanceRoles),
        { maxKeys: 4 },
      ),
      cards: fc.array(plantedCard(fc.option(plantedCard(fc.constant(undefined)), { nil: undefined })), {
        maxLength: 5,
      }),
    }),
    { minLength: 1, maxLength: 9 },
  )
  .map((articles) =>
    plantedProject(
      articles.map(({ publisher, date, ...article }, at) => ({
        ...{ id: `A${at}`, ...article },
        ...(publisher !== undefined && { publisher }),
        ...(date !== undefined && { date }),
        ...(article.cards.length === 0 && { text: "Boats came and went." }),
      })),
      plantedEntities,
    ),
  );
