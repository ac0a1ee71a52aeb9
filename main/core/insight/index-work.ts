// The part of the index that computes: holds what every article of a project adds to its figures, keeps it in the home, counts figures from
// it, and lists its cards. Done in a thread of its own, which is asked one question after the other.
import type { ExportedArticle } from "../../../shared/annotated-json/bundle.ts";
import { type ArticlePart, articlePart } from "../../../shared/insight/article-part.ts";
import { cardsOfFigure, type FigureCards, type FigureQuery } from "../../../shared/insight/figure-cards.ts";
import { type InsightQuery, type InsightReport, insightReport } from "../../../shared/insight/report.ts";
import type { IndexedProject } from "../../../shared/insight/scope.ts";
import {
  type FigureWriting,
  type WrittenFigures,
  writtenFigures,
} from "../../../shared/insight/written-figures.ts";
import type { Id } from "../../../shared/model/id.ts";
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
  /** Answered by the cards behind a figure. */
  | FigureCardsQuestion
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
  | ListedRows
  | readonly StatementRow[]
  | readonly CardOfSet[];

type IndexWork = (question: IndexQuestion, goOn: GoOn) => Promise<IndexAnswer | null>;

/** Milliseconds between two questions whether anybody still waits. */
const askAfter = 100;
/** Listings that are kept: the latest of so many windows. */
const mostListings = 4;

export function startIndexWork(disk: Disk, { home, project }: IndexOwner): IndexWork {
  const store = partStore(disk, home, project);
  let parts = new Map<Id, KeptPart>();
  const listings = new Map<Id, StatementListing>();
  const changed = new Set<string>();
  /** The cards of an article mostly follow each other. */
  let latestText: { readonly article: Id; readonly text: string } | null = null;

  function put(articles: readonly SentArticle[]): void {
    for (const { key, article } of articles) {
      const exported = JSON.parse(article) as ExportedArticle;
      const part = articlePart(exported);
      const text = Buffer.from(exported.text, "utf8");
      // The marks of what was listed stand in the text before.
      if (parts.get(part.id)?.text.equals(text) === false) listings.clear();
      parts.set(part.id, { key, part, text });
      latestText = null;
      changed.add(letterOf(part.id));
    }
  }

  async function keep(articles: readonly Id[]): Promise<void> {
    const wanted = new Set(articles);
    for (const id of [...parts.keys()].filter((one) => !wanted.has(one))) {
      parts.delete(id);
      changed.add(letterOf(id));
    }
    for (const letter of changed)
      await store.write(
        letter,
        [...parts.values()].filter(({ key, part }) => key !== "" && letterOf(part.id) === letter),
      );
    changed.clear();
  }

  function partOf(article: Id): ArticlePart {
    const held = parts.get(article);
    if (!held) throw new RangeError(`The index lacks ${article}.`);
    return held.part;
  }

  const projectOf = ({ articles, annotators, tagset, entities }: ProjectQuestion): IndexedProject => ({
    ...{ annotators, tagset, entities },
    parts: articles.map(partOf),
  });

  function textOf(article: Id): string {
    if (latestText?.article !== article)
      latestText = { article, text: parts.get(article)?.text.toString("utf8") ?? "" };
    return latestText.text;
  }

  async function list(question: ListQuestion, goOn: GoOn): Promise<ListedRows | null> {
    const { query, listing: id, isCounting, window, around, selected } = question;
    const listed = await inTurns(listStatements(projectOf(question), query, { textOf, isCounting }), goOn);
    if (!listed?.ok) return listed;
    const { listing } = listed;
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
        parts = new Map(await store.read());
        return Array.from(parts, ([id, { key }]) => [id, key] as const);
      case "put":
        put(question.articles);
        return null;
      case "keep":
        await keep(question.articles);
        return null;
      case "measure":
        return inTurns(insightReport(projectOf(question), question.query), goOn);
      case "write": {
        const { query, writing, language } = question;
        const words = createWords(localeFor(language, []));
        const by = { words, hashOf: hashOfValue };
        return inTurns(writtenFigures(projectOf(question), query, writing, by), goOn);
      }
      case "cards":
        return cardsOfFigure(projectOf(question), question.query);
      case "list":
        return list(question, goOn);
      case "rows":
        return rowsIn(question);
      case "places":
        return placesIn(question);
    }
  };
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
