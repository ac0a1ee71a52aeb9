// Takes annotations into a project some articles at a time, so that thousands need the memory of a few. All of them are read, built and
// held against the project before the first is written; each portion is then imported whole or not at all.
import {
  type ExportBundle,
  type ExportedArticle,
  startReferences,
} from "../../shared/annotated-json/bundle.ts";
import type { AnnotatedJson } from "../../shared/annotated-json/schema.ts";
import type { Client } from "../../shared/api/client.ts";
import type { OpenProject } from "../../shared/api/contract.ts";
import type { TakeInPreview, TakeInRow } from "../../shared/api/take-in.ts";
import { annotatedJsonText } from "../../shared/exporters/annotated-json.ts";
import { type FileFinding, wrong } from "../../shared/files/finding.ts";
import { type Arriving, startArrival } from "../../shared/interchange/bundle-of-documents.ts";
import type { LeftOut } from "../../shared/interchange/tally.ts";
import type { Id } from "../../shared/model/id.ts";
import { message } from "../../shared/words/message.ts";
import type { Spool } from "../core/export/spool.ts";
import type { Twins } from "./ask-terminal.ts";
import { documentsAt, type ReadInput } from "./convert-run.ts";
import { newStep } from "./core-client.ts";
import { FileRefused } from "./read-bundle.ts";
import { type StopFlag, stoppable } from "./stop-signal.ts";

/** Code units of the articles and sets of a portion, as far as whole articles allow, and those of one text, whose places depend on each other. */
const portion = 2_000_000;

export interface Watch {
  readonly stopped: StopFlag;
  /** How much is done, from 0 to 1. */
  tell(share: number): void;
}

export interface Arrivals extends LeftOut {
  readonly accepted: number;
  readonly told: readonly FileFinding[];
}

/** Builds what was read as portions of annotated JSON, one after the other in the spool, which is to be removed. */
export async function spoolPortions(
  read: ReadInput,
  arriving: Arriving,
  spool: Spool,
  { stopped, tell }: Watch,
): Promise<Arrivals> {
  const arrival = startArrival(arriving, read.seed);
  const count = read.articles.length;
  let pendingArticles: ExportedArticle[] = [];
  let length = 0;
  const flush = async (): Promise<void> => {
    if (pendingArticles.length === 0) return;
    const references = startReferences();
    for (const article of pendingArticles) references.add(article);
    const bundle: ExportBundle = { ...references.headOf(arrival.head()), articles: pendingArticles };
    await spool.add(annotatedJsonText(bundle));
    pendingArticles = [];
    length = 0;
  };
  for (let index = 0; index < count; index += 1) {
    stopped.throwIfStopped();
    tell(index / count);
    const article = arrival.article(await documentsAt(read, index));
    const isTwin = pendingArticles.at(-1)?.article.textHash === article.article.textHash;
    if (length >= portion && !isTwin) await flush();
    pendingArticles.push(article);
    length += JSON.stringify(article).length;
  }
  await flush();
  const [rejected, unmapped, values] = [arrival.rejected(), arrival.unmapped(), arrival.values()];
  return { accepted: arrival.accepted(), rejected, unmapped, values, told: arrival.told() };
}

interface ToTakeIn {
  /** A name for people. */
  readonly name: string;
  /** As it was named, for problems. */
  readonly file: string;
  /** A portion each. */
  readonly spool: Spool;
  /** The format of another tool that they are from; `null` for files of ours. */
  readonly importedFrom: string | null;
  /** What becomes of articles of which several of the project have the text. */
  readonly twins: Twins;
  /** Asked about these where nothing was said; `null`: nothing is imported. */
  askAboutTwins(titles: readonly string[]): Promise<Exclude<Twins, "ask"> | null>;
  /** What becomes of sets that are said to be the person's own. */
  readonly own: "ask" | "merge";
  /** Told of each portion that is in, and what was said there of articles and is not taken over. */
  onTaken(rows: readonly TakeInRow[], otherFacts: readonly FileFinding[]): void;
}

/** Throws an `ApiError` or `FileRefused`; the portions of which `onTaken` was told stay then. */
export async function takeInPortions(
  client: Client,
  { handle: project }: OpenProject,
  { name, file, spool, importedFrom, twins: said, askAboutTwins, own, onTaken }: ToTakeIn,
  { stopped, tell }: Watch,
): Promise<void> {
  const single = Array.from({ length: spool.count() }, (_, index): Portion => [index]);
  const ask = async (portion: Portion, twins: Twins, places: Readonly<Record<Id, Id>> = {}) => ({
    project,
    from: { name, text: await textOf(spool, portion), ...(importedFrom !== null && { importedFrom }) },
    unverified: false,
    bring: true,
    places,
    twins,
    own,
    decided: [],
  });
  const orStop = <T>(work: Promise<T>): Promise<T> =>
    stoppable(work, () => client.call("review.stopTakeIn", { project }));
  const look = async (portions: readonly Portion[], twins: Twins): Promise<PreviewedPortion[]> => {
    const seen: PreviewedPortion[] = [];
    for (const [index, portion] of portions.entries()) {
      stopped.throwIfStopped();
      tell(index / portions.length / 2);
      const preview = await orStop(client.call("review.takeInPreview", await ask(portion, twins)));
      if (!preview.ok) throw new FileRefused(file, preview.problems);
      seen.push({ ...preview, portion });
    }
    return seen;
  };
  let twins = said;
  let seen = await look(single, twins);
  const titles = [...new Set(seen.flatMap(({ twins: asked }) => asked.map(({ title }) => title)))];
  if (titles.length > 0) {
    const answer = await askAboutTwins(titles);
    if (answer === null) throw new FileRefused(file, titles.map(refusedTwin));
    twins = answer;
    seen = await look(single, twins);
  }
  const portions = joinCollidingPortions(seen);
  if (portions.length < seen.length) seen = await look(portions, twins);
  for (const [index, { sha256, rows, portion }] of seen.entries()) {
    stopped.throwIfStopped();
    tell((1 + index / seen.length) / 2);
    const step = newStep("take-in");
    // As it was shown, whatever came in before it.
    const places = Object.fromEntries(
      rows.flatMap(({ cameAs, article }) => (article ? [[cameAs, article]] : [])),
    );
    const taking = client.call("review.takeIn", { ...(await ask(portion, twins, places)), sha256, ...step });
    const taken = await orStop(taking);
    onTaken(taken.rows, taken.otherFacts);
  }
}

/** What is imported at once, by number in the spool. */
type Portion = readonly number[];

type PreviewedPortion = Extract<TakeInPreview, { readonly ok: true }> & { readonly portion: Portion };

/**
 * Portions that hold sets of one person for one article here, such as of its text before and after a correction, are one: what is imported
 * at once takes one set a person, and tells the other; one after the other would take the place of the one before.
 */
function joinCollidingPortions(seen: readonly PreviewedPortion[]): readonly Portion[] {
  const portions = new Map<Portion, Portion>(seen.map(({ portion }) => [portion, portion]));
  const first = new Map<string, Portion>();
  for (const { portion: own, rows } of seen)
    for (const { article, annotator } of rows) {
      const key = `${article} ${annotator.id}`;
      const one = first.get(key) ?? own;
      first.set(key, one);
      const [before, after] = [portions.get(one) ?? one, portions.get(own) ?? own];
      if (article === null || before === after) continue;
      const joined = [...before, ...after].sort((a, b) => a - b);
      for (const [portion, now] of portions)
        if (now === before || now === after) portions.set(portion, joined);
    }
  return [...new Set(portions.values())];
}

type PortionJson = Pick<AnnotatedJson, "annotators" | "entities" | "articles">;

/** The annotated JSON of a portion. */
async function textOf(spool: Spool, [first = 0, ...more]: Portion): Promise<string> {
  const text = await spool.get(first);
  if (more.length === 0) return text;
  const parts: PortionJson[] = [JSON.parse(text)];
  for (const index of more) parts.push(JSON.parse(await spool.get(index)));
  const once = <T extends { readonly id: Id }>(all: readonly T[]): T[] => [
    ...new Map(all.map((one) => [one.id, one])).values(),
  ];
  return JSON.stringify({
    ...parts[0],
    annotators: once(parts.flatMap(({ annotators }) => annotators)),
    entities: once(parts.flatMap(({ entities }) => entities)),
    articles: parts.flatMap(({ articles }) => articles),
  });
}

/** That nobody said which article one is. */
export const refusedTwin = (title: string): FileFinding =>
  wrong("", message("cli.twins-refused-annotations", { title }), message("cli.twins-advice"));
