// The part of the index that computes: holds what every article of a project adds to its figures, keeps it in the home, counts figures from
// it, and lists its cards. Done in a thread of its own, which is asked one question after the other.
import { deflateRawSync, inflateRawSync } from "node:zlib";
import type { ExportedArticle } from "../../../shared/annotated-json/bundle.ts";
import { type ArticlePart, articlePart } from "../../../shared/insight/article-part.ts";
import { cardsOfFigure, type FigureCards, type FigureQuery } from "../../../shared/insight/figure-cards.ts";
import { sumOf } from "../../../shared/insight/measure.ts";
import { type PackedPart, packPart, readPart } from "../../../shared/insight/packed-part.ts";
import { type InsightQuery, type InsightReport, insightReport } from "../../../shared/insight/report.ts";
import type { IndexedProject } from "../../../shared/insight/scope.ts";
import { type SideBySide, type SideQuery, sideBySide } from "../../../shared/insight/side-by-side.ts";
import { type ArticleStrips, articleStrips, type StripsQuery } from "../../../shared/insight/strips.ts";
import {
  type FigureWriting,
  type WrittenFigures,
  writtenFigures,
} from "../../../shared/insight/written-figures.ts";
import type { Entity } from "../../../shared/model/entity.ts";
import type { Id } from "../../../shared/model/id.ts";
import { sameValue } from "../../../shared/model/same-value.ts";
import { finishInTurns, type Work, type WorkProgress } from "../../../shared/model/work.ts";
import {
  type CardOfSet,
  type CardPlace,
  cardsNotIn,
  type ListedRows,
  listStatements,
  placeIn,
  placesOf,
  rowsOf,
  type StatementListing,
  type StatementQuery,
  type StatementRow,
} from "../../../shared/statements/list-statements.ts";
import { type Language, localeFor } from "../../../shared/words/language.ts";
import { createWords } from "../../../shared/words/say.ts";
import type { Disk } from "../../storage/files/disk.ts";
import { hashOfValue } from "../../storage/files/json-text.ts";
import { type KeptPart, letterOf, partStore } from "../../storage/home/article-parts.ts";

const pack = (text: string): Uint8Array => deflateRawSync(text, { level: 1 });
/** Words that were cut out of a text with a wide character anywhere take two bytes a character, as long as they are not written anew. */
const inBytes = (packed: PackedPart): PackedPart => ({
  ...packed,
  narrow: Buffer.from(packed.narrow, "latin1").toString("latin1"),
});

const unpack = (packed: Uint8Array): string => inflateRawSync(packed).toString("utf8");

/** Whose index it is, as plain data. */
export interface IndexOwner {
  readonly home: string;
  readonly project: Id;
}

/** An article to be indexed, which travels as JSON. */
interface SentArticle {
  /** Empty: it is not kept, since what it was made from is not all in files. */
  readonly key: string;
  readonly article: string;
}

interface ProjectQuestion extends Omit<IndexedProject, "parts"> {
  /** In the project's order. */
  readonly articles: readonly Id[];
}

interface FiguresQuestion extends ProjectQuestion {
  readonly ask: "measure";
  readonly query: InsightQuery;
}

interface FigureCardsQuestion extends ProjectQuestion {
  readonly ask: "cards";
  readonly query: FigureQuery;
}

/** Two scopes, each with the articles of its set; those of the question are the first one’s. */
interface SidesQuestion extends ProjectQuestion {
  readonly ask: "sides";
  readonly query: SideQuery;
  readonly otherArticles: readonly Id[];
}

interface StripsQuestion extends ProjectQuestion {
  readonly ask: "strips";
  readonly query: StripsQuery;
}

/** Rows of a listing from one on. */
interface RowWindow {
  readonly from: number;
  readonly count: number;
}

/** Figures as a file of this form, in this language. */
interface WriteQuestion extends ProjectQuestion {
  readonly ask: "write";
  readonly query: InsightQuery;
  readonly writing: FigureWriting;
  readonly language: Language;
}

interface ListQuestion extends ProjectQuestion {
  readonly ask: "list";
  readonly query: StatementQuery;
  /** Under which the listing is kept. */
  readonly listing: Id;
  readonly isCounting: boolean;
  readonly window: RowWindow;
  /** The card around which the rows are answered, where it is listed. */
  readonly around: CardPlace | null;
  /** Cards of which it is to be told whether they are listed. */
  readonly selected: readonly CardPlace[];
}

export type IndexQuestion =
  /** What is kept; answered by `KnownKeys`. */
  | { readonly ask: "begin" }
  | { readonly ask: "put"; readonly articles: readonly SentArticle[] }
  /** Writes what is new and forgets all other articles. */
  | { readonly ask: "keep"; readonly articles: readonly Id[] }
  /** Answered by the figures, or by their file; `null` when nobody wants them any more. */
  | FiguresQuestion
  | WriteQuestion
  | SidesQuestion
  /** Answered by the cards behind a figure. */
  | FigureCardsQuestion
  /** Answered by articles as strips. */
  | StripsQuestion
  /** Answered by the first rows of a listing, or `null` when nobody wants them any more. */
  | ListQuestion
  /** Answered by rows of a listing, or by the places of its cards; `null` when it is not kept any more. */
  | ({ readonly ask: "rows"; readonly listing: Id } & RowWindow)
  | ({ readonly ask: "places"; readonly listing: Id } & RowWindow);

export type KnownKeys = readonly (readonly [article: Id, key: string])[];

/** Told how far it is; whether anybody still waits. */
type GoOn = (progress: WorkProgress) => Promise<boolean>;

type IndexAnswer =
  | KnownKeys
  | InsightReport
  | WrittenFigures
  | FigureCards
  | SideBySide
  | ArticleStrips
  | ListedRows
  | readonly StatementRow[]
  | readonly CardOfSet[];

type IndexWork = (question: IndexQuestion, goOn: GoOn) => Promise<IndexAnswer | null>;

/** Milliseconds between two questions whether anybody still waits. */
const askAfter = 100;
/** Listings that are kept: the latest of so many windows. */
const mostListings = 4;
/** States of the project of which something is kept: those of so many sets of articles. */
const mostProjects = 3;
/** Answers of one kind that are kept of each, as long as they have at most so many figures together. */
const mostAnswers = 12;
const mostKeptFigures = 20_000;

/** What is kept of an article, and what figures are counted from. */
interface HeldPart extends KeptPart {
  readonly part: ArticlePart;
}

/** The project as questions were asked about it, and what was answered. */
interface AskedProject {
  readonly project: IndexedProject;
  /** Which of all that were asked about it is. */
  readonly number: number;
  /** What of it is compared as text. */
  readonly facts: string;
  /** By the query. */
  readonly answers: Map<string, InsightReport>;
  /** By the number of the project that it is compared with, and the query. */
  readonly comparisons: Map<string, SideBySide>;
  latest: StatementListing | null;
}

/** The parts of all articles, of which those of the home are kept. */
interface HeldParts {
  begin(): Promise<KnownKeys>;
  /** Makes these anew. */
  put(articles: readonly SentArticle[]): void;
  /** Writes what is new and forgets all other articles. */
  keep(articles: readonly Id[]): Promise<void>;
  /** Throws a `RangeError` for an article that it lacks. */
  partOf(article: Id): ArticlePart;
  /** Empty for an article that it lacks. */
  textOf(article: Id): string;
}

interface PartsListener {
  /** An article is another, or gone. */
  onChange(): void;
  /** The text of an article is another. */
  onText(): void;
}

function heldParts(
  disk: Disk,
  { home, project }: IndexOwner,
  { onChange, onText }: PartsListener,
): HeldParts {
  const store = partStore(disk, home, project);
  const parts = new Map<Id, HeldPart>();
  /** What many articles have alike, once. */
  const shared = new Map<string, string>();
  const changed = new Set<string>();
  /** The cards of an article mostly follow each other. */
  let latestText: { readonly article: Id; readonly text: string } | null = null;

  function share(text: string): string {
    const known = shared.get(text);
    if (known === undefined) shared.set(text, text);
    return known ?? text;
  }

  function hold({ packed: { common, ...own }, ...kept }: KeptPart): void {
    const packed = { ...own, common: common.map(share) };
    parts.set(kept.id, { ...kept, packed, part: readPart(packed) });
  }

  return {
    async begin() {
      parts.clear();
      onChange();
      for (const kept of await store.read()) hold(kept);
      return Array.from(parts, ([id, { key }]) => [id, key] as const);
    },
    put(articles) {
      onChange();
      for (const { key, article } of articles) {
        const exported = JSON.parse(article) as ExportedArticle;
        const { id } = exported.article;
        const text = pack(exported.text);
        const before = parts.get(id);
        if (before && Buffer.compare(before.text, text) !== 0) onText();
        hold({ id, key, packed: inBytes(packPart(articlePart(exported))), text });
        latestText = null;
        changed.add(letterOf(id));
      }
    },
    async keep(articles) {
      const wanted = new Set(articles);
      for (const id of [...parts.keys()].filter((one) => !wanted.has(one))) {
        parts.delete(id);
        onChange();
        changed.add(letterOf(id));
      }
      for (const letter of changed)
        await store.write(
          letter,
          [...parts.values()].filter(({ id, key }) => key !== "" && letterOf(id) === letter),
        );
      changed.clear();
    },
    partOf(article) {
      const held = parts.get(article);
      if (!held) throw new RangeError(`The index lacks ${article}.`);
      return held.part;
    },
    textOf(article) {
      const held = parts.get(article);
      if (latestText?.article !== article) latestText = { article, text: held ? unpack(held.text) : "" };
      return latestText.text;
    },
  };
}

/** The project as it was asked about, as long as nothing of it is another. */
interface AskedProjects {
  /** The same object as long as nothing of the project is another, so that what was worked out of it holds. */
  about(question: ProjectQuestion): AskedProject;
  forget(): void;
}

function askedProjects(partOf: (article: Id) => ArticlePart): AskedProjects {
  /** The latest last. */
  const projects: AskedProject[] = [];
  let count = 0;
  let latestRegistry: { readonly text: string; readonly entities: readonly Entity[] } | null = null;

  /** The same object as long as nothing of the registry is another, so that what was counted by it holds. */
  function registryOf(entities: readonly Entity[]): readonly Entity[] {
    const text = JSON.stringify(entities);
    if (latestRegistry?.text === text) return latestRegistry.entities;
    projects.length = 0;
    latestRegistry = { text, entities };
    return entities;
  }

  return {
    about({ articles, annotators, tagset, entities }) {
      const facts = JSON.stringify([annotators, tagset]);
      const registry = registryOf(entities);
      const isSame = (one: AskedProject): boolean =>
        one.facts === facts &&
        one.project.entities === registry &&
        one.project.parts.length === articles.length &&
        one.project.parts.every(({ id }, at) => id === articles[at]);
      const at = projects.findIndex(isSame);
      const [known] = at < 0 ? [] : projects.splice(at, 1);
      const project = { annotators, tagset, entities: registry };
      const asked = known ?? {
        ...{ number: count++, facts, answers: new Map(), comparisons: new Map(), latest: null },
        project: { ...project, parts: articles.map(partOf) },
      };
      projects.push(asked);
      if (projects.length > mostProjects) projects.shift();
      return asked;
    },
    forget() {
      projects.length = 0;
    },
  };
}

/** The lists of cards that windows look at, the latest of so many. */
interface Listings {
  list(question: ListQuestion, asked: AskedProject, goOn: GoOn): Promise<ListedRows | null>;
  /** `null` when it is not kept any more. */
  rows(window: ListingWindow): readonly StatementRow[] | null;
  places(window: ListingWindow): readonly CardOfSet[] | null;
  forget(): void;
}

type ListingWindow = { readonly listing: Id } & RowWindow;

function keptListings(textOf: (article: Id) => string): Listings {
  const listings = new Map<Id, StatementListing>();
  return {
    async list({ query, listing: id, isCounting, window, around, selected }, asked, goOn) {
      const { latest } = asked;
      const isSame = latest && (latest.counts !== null) === isCounting && sameValue(latest.query, query);
      const listed = isSame
        ? ({ ok: true, listing: latest } as const)
        : await inTurns(listStatements(asked.project, query, { textOf, isCounting }), goOn);
      if (!listed?.ok) return listed;
      const { listing } = listed;
      asked.latest = listing;
      listings.set(id, listing);
      for (const oldest of [...listings.keys()].slice(0, -mostListings)) listings.delete(oldest);
      const at = around && placeIn(listing, around);
      const from = at === null ? window.from : Math.max(0, at - (window.count >> 1));
      const { found, all, leftOut, curatedInPart, counts } = listing;
      const rows = rowsOf(listing, { from, count: window.count }, textOf);
      const notListed = cardsNotIn(listing, selected);
      return {
        ...{ ok: true, listing: id, total: found.length, all, leftOut, curatedInPart, counts },
        ...{ at, notListed, from, rows },
      };
    },
    rows({ listing: id, ...window }) {
      const listing = listings.get(id);
      return listing ? rowsOf(listing, window, textOf) : null;
    },
    places({ listing: id, ...window }) {
      const listing = listings.get(id);
      return listing ? placesOf(listing, window) : null;
    },
    forget: () => listings.clear(),
  };
}

export function startIndexWork(disk: Disk, owner: IndexOwner): IndexWork {
  const parts: HeldParts = heldParts(disk, owner, {
    onChange: () => projects.forget(),
    // The marks of what was listed stand in the text before.
    onText: () => listings.forget(),
  });
  const projects = askedProjects(parts.partOf);
  const listings = keptListings(parts.textOf);

  return async (question, goOn) => {
    switch (question.ask) {
      case "begin":
        return parts.begin();
      case "put":
        parts.put(question.articles);
        return null;
      case "keep":
        await parts.keep(question.articles);
        return null;
      case "measure":
        return measure(projects.about(question), question.query, goOn);
      case "write":
        return written(projects.about(question).project, question, parts.textOf, goOn);
      case "sides": {
        const { query, articles, otherArticles } = question;
        const one = projects.about({ ...question, articles });
        const other = projects.about({ ...question, articles: otherArticles });
        return compare([one, other], query, goOn);
      }
      case "cards":
        return cardsOfFigure(projects.about(question).project, question.query);
      case "strips":
        return articleStrips(projects.about(question).project, question.query);
      case "list":
        return listings.list(question, projects.about(question), goOn);
      case "rows":
        return listings.rows(question);
      case "places":
        return listings.places(question);
    }
  };
}

const measure = ({ project, answers }: AskedProject, query: InsightQuery, goOn: GoOn) =>
  answered(answers, JSON.stringify(query), insightReport(project, query), {
    figuresIn: (report) => (report.ok ? sumOf(report.measures, ({ groups }) => groups.length) : 0),
    goOn,
  });

const compare = ([one, other]: readonly [AskedProject, AskedProject], query: SideQuery, goOn: GoOn) =>
  answered(
    one.comparisons,
    `${other.number} ${JSON.stringify(query)}`,
    sideBySide([one.project, other.project], query),
    { figuresIn: (sides) => (sides.ok ? sides.figures.length : 0), goOn },
  );

interface Answering<T> {
  figuresIn(answer: T): number;
  readonly goOn: GoOn;
}

/** What was asked before is answered as it was, as long as the project is the same; `null` when nobody wants it any more. */
async function answered<T>(
  answers: Map<string, T>,
  key: string,
  work: Work<T>,
  { figuresIn, goOn }: Answering<T>,
): Promise<T | null> {
  const answer = answers.get(key) ?? (await inTurns(work, goOn));
  if (answer) keepAnswer(answers, key, answer, figuresIn);
  return answer;
}

function written(
  project: IndexedProject,
  { query, writing, language }: WriteQuestion,
  textOf: (article: Id) => string,
  goOn: GoOn,
): Promise<WrittenFigures | null> {
  const words = createWords(localeFor(language, []));
  return inTurns(writtenFigures(project, query, writing, { words, hashOf: hashOfValue, textOf }), goOn);
}

/** The latest answers are kept, as many as there is room for. */
function keepAnswer<T>(
  answers: Map<string, T>,
  key: string,
  answer: T,
  figuresIn: Answering<T>["figuresIn"],
): void {
  answers.delete(key);
  answers.set(key, answer);
  let [count, figures] = [0, 0];
  for (const [one, kept] of [...answers].reverse()) {
    count += 1;
    figures += figuresIn(kept);
    if (count > mostAnswers || figures > mostKeptFigures) answers.delete(one);
  }
}

/** Does work step by step, as long as somebody waits. */
function inTurns<T>(work: Work<T>, goOn: GoOn): Promise<T | null> {
  let askedAt = Date.now();
  let isWanted = true;
  return finishInTurns(work, {
    async pause(progress) {
      if (Date.now() - askedAt < askAfter) return;
      isWanted = await goOn(progress);
      askedAt = Date.now();
    },
    isCancelled: () => !isWanted,
  });
}
