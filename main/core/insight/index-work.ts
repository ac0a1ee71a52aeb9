// The part of the index that computes: holds what every article of a project adds to its figures, keeps it in the home, and counts figures from
// it. Done in a thread of its own, which is asked one question after the other.
import type { ExportedArticle } from "../../../shared/annotated-json/bundle.ts";
import { type ArticlePart, articlePart } from "../../../shared/insight/article-part.ts";
import { type InsightQuery, type InsightReport, insightReport } from "../../../shared/insight/report.ts";
import type { IndexedProject } from "../../../shared/insight/scope.ts";
import {
  type FigureWriting,
  type WrittenFigures,
  writtenFigures,
} from "../../../shared/insight/written-figures.ts";
import type { Id } from "../../../shared/model/id.ts";
import { finishInTurns, type Work, type WorkProgress } from "../../../shared/model/work.ts";
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

interface FiguresQuestion extends Omit<IndexedProject, "parts"> {
  readonly ask: "measure";
  readonly query: InsightQuery;
  /** In the project's order. */
  readonly articles: readonly Id[];
}

/** Figures as a file of this form, in this language. */
interface WriteQuestion extends Omit<FiguresQuestion, "ask"> {
  readonly ask: "write";
  readonly writing: FigureWriting;
  readonly language: Language;
}

export type IndexQuestion =
  /** What is kept; answered by `KnownKeys`. */
  | { readonly ask: "begin" }
  | { readonly ask: "put"; readonly articles: readonly SentArticle[] }
  /** Writes what is new and forgets all other articles. */
  | { readonly ask: "keep"; readonly articles: readonly Id[] }
  /** Answered by the figures, or by their file; `null` when nobody wants them any more. */
  | FiguresQuestion
  | WriteQuestion;

export type KnownKeys = readonly (readonly [article: Id, key: string])[];

/** Told how far it is; whether anybody still waits. */
type GoOn = (progress: WorkProgress) => Promise<boolean>;

type IndexWork = (
  question: IndexQuestion,
  goOn: GoOn,
) => Promise<KnownKeys | InsightReport | WrittenFigures | null>;

/** Milliseconds between two questions whether anybody still waits. */
const askAfter = 100;

export function startIndexWork(disk: Disk, { home, project }: IndexOwner): IndexWork {
  const store = partStore(disk, home, project);
  let parts = new Map<Id, KeptPart>();
  const changed = new Set<string>();

  function put(articles: readonly SentArticle[]): void {
    for (const { key, article } of articles) {
      const part = articlePart(JSON.parse(article) as ExportedArticle);
      parts.set(part.id, { key, part });
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

  const indexedIn = ({
    articles,
    annotators,
    tagset,
    entities,
  }: FiguresQuestion | WriteQuestion): IndexedProject => ({
    ...{ annotators, tagset, entities },
    parts: articles.map(partOf),
  });

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
        return whileWanted(insightReport(indexedIn(question), question.query), goOn);
      case "write": {
        const { query, writing, language } = question;
        const words = createWords(localeFor(language, []));
        const by = { words, hashOf: hashOfValue };
        return whileWanted(writtenFigures(indexedIn(question), query, writing, by), goOn);
      }
    }
  };
}

/** `null` when nobody wants it any more. */
async function whileWanted<Result>(work: Work<Result>, goOn: GoOn): Promise<Result | null> {
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
