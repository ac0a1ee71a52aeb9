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
/** Answers that are kept of each, as long as they have at most so many groups together. */
const mostAnswers = 12;
const mostKeptGroups = 20_000;

/** What is kept of an article, and what figures are counted from. */
interface HeldPart extends KeptPart {
  readonly part: ArticlePart;
}

/** The project as questions were asked about it, and what was answered. */
interface AskedProject {
  readonly project: IndexedProject;
  /** What of it is compared as text. */
  readonly facts: string;
  /** By the query. */
  readonly answers: Map<string, InsightReport>;
  latest: StatementListing | null;
}

export function startIndexWork(disk: Disk, { home, project }: IndexOwner): IndexWork {
  const store = partStore(disk, home, project);
  const parts = new Map<Id, HeldPart>();
  /** What many articles have alike, once. */
  const shared = new Map<string, string>();
  const listings = new Map<Id, StatementListing>();
  const changed = new Set<string>();
  /** As it was asked about since an article or the registry was another, the latest last. */
  const projects: AskedProject[] = [];
  let latestRegistry: { readonly text: string; readonly entities: readonly Entity[] } | null = null;
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

  async function begin(): Promise<KnownKeys> {
    parts.clear();
    projects.length = 0;
    for (const kept of await store.read()) hold(kept);
    return Array.from(parts, ([id, { key }]) => [id, key] as const);
  }

  function put(articles: readonly SentArticle[]): void {
    projects.length = 0;
    for (const { key, article } of articles) {
      const exported = JSON.parse(article) as ExportedArticle;
      const { id } = exported.article;
      const text = pack(exported.text);
      // The marks of what was listed stand in the text before.
      const before = parts.get(id);
      if (before && Buffer.compare(before.text, text) !== 0) listings.clear();
      hold({ id, key, packed: inBytes(packPart(articlePart(exported))), text });
      latestText = null;
      changed.add(letterOf(id));
    }
  }

  async function keep(articles: readonly Id[]): Promise<void> {
    const wanted = new Set(articles);
    for (const id of [...parts.keys()].filter((one) => !wanted.has(one))) {
      parts.delete(id);
      projects.length = 0;
      changed.add(letterOf(id));
    }
    for (const letter of changed)
      await store.write(
        letter,
        [...parts.values()].filter(({ id, key }) => key !== "" && letterOf(id) === letter),
      );
    changed.clear();
  }

  function partOf(article: Id): ArticlePart {
    const held = parts.get(article);
    if (!held) throw new RangeError(`The index lacks ${article}.`);
    return held.part;
  }

  /** The same object as long as nothing of the registry is another, so that what was counted by it holds. */
  function registryOf(entities: readonly Entity[]): readonly Entity[] {
    const text = JSON.stringify(entities);
    if (latestRegistry?.text === text) return latestRegistry.entities;
    projects.length = 0;
    latestRegistry = { text, entities };
    return entities;
  }

  /** The same object as long as nothing of the project is another, so that what was worked out of it holds. */
  function askedProject({ articles, annotators, tagset, entities }: ProjectQuestion): AskedProject {
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
      ...{ facts, answers: new Map(), latest: null },
      project: { ...project, parts: articles.map(partOf) },
    };
    projects.push(asked);
    if (projects.length > mostProjects) projects.shift();
    return asked;
  }

  const projectOf = (question: ProjectQuestion): IndexedProject => askedProject(question).project;

  /** Figures that were asked for before are answered as they were, as long as the project is the same. */
  async function measure(question: FiguresQuestion, goOn: GoOn): Promise<InsightReport | null> {
    const { project, answers } = askedProject(question);
    const key = JSON.stringify(question.query);
    const report = answers.get(key) ?? (await inTurns(insightReport(project, question.query), goOn));
    if (report) keepAnswer(answers, key, report);
    return report;
  }

  function textOf(article: Id): string {
    const held = parts.get(article);
    if (latestText?.article !== article) latestText = { article, text: held ? unpack(held.text) : "" };
    return latestText.text;
  }

  async function list(question: ListQuestion, goOn: GoOn): Promise<ListedRows | null> {
    const { query, listing: id, isCounting, window, around, selected } = question;
    const asked = askedProject(question);
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
    const { all, leftOut, counts, found } = listing;
    const rows = rowsOf(listing, { from, count: window.count }, textOf);
    const notListed = cardsNotIn(listing, selected);
    return { ok: true, listing: id, total: found.length, all, leftOut, counts, at, notListed, from, rows };
  }

  function rowsIn({ listing: id, ...window }: { readonly listing: Id } & RowWindow) {
    const listing = listings.get(id);
    return listing ? rowsOf(listing, window, textOf) : null;
  }

  function placesIn({ listing: id, ...window }: { readonly listing: Id } & RowWindow) {
    const listing = listings.get(id);
    return listing ? placesOf(listing, window) : null;
  }

  return async (question, goOn) => {
    switch (question.ask) {
      case "begin":
        return begin();
      case "put":
        put(question.articles);
        return null;
      case "keep":
        await keep(question.articles);
        return null;
      case "measure":
        return measure(question, goOn);
      case "write": {
        const { query, writing, language } = question;
        const words = createWords(localeFor(language, []));
        const by = { words, hashOf: hashOfValue, textOf };
        return inTurns(writtenFigures(projectOf(question), query, writing, by), goOn);
      }
      case "sides": {
        const { query, articles, otherArticles } = question;
        const [one, other] = [
          projectOf({ ...question, articles }),
          projectOf({ ...question, articles: otherArticles }),
        ] as const;
        return inTurns(sideBySide([one, other], query), goOn);
      }
      case "cards":
        return cardsOfFigure(projectOf(question), question.query);
      case "strips":
        return articleStrips(projectOf(question), question.query);
      case "list":
        return list(question, goOn);
      case "rows":
        return rowsIn(question);
      case "places":
        return placesIn(question);
    }
  };
}

const groupsIn = (report: InsightReport): number =>
  report.ok ? sumOf(report.measures, ({ groups }) => groups.length) : 0;

/** The latest answers are kept, as many as there is room for. */
function keepAnswer(answers: Map<string, InsightReport>, key: string, report: InsightReport): void {
  answers.delete(key);
  answers.set(key, report);
  let [count, groups] = [0, 0];
  for (const [one, kept] of [...answers].reverse()) {
    count += 1;
    groups += groupsIn(kept);
    if (count > mostAnswers || groups > mostKeptGroups) answers.delete(one);
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
