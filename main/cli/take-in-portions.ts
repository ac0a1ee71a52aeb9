// Takes annotations into a project some articles at a time, so that thousands need the memory of a few. All of them are read, built and
// held against the project before the first is written; each portion is then taken in whole or not at all.
import { randomBytes } from "node:crypto";
import type { Client } from "../../shared/api/client.ts";
import type { OpenProject } from "../../shared/api/contract.ts";
import type { TakeInRow } from "../../shared/api/take-in.ts";
import { annotatedJsonText } from "../../shared/exporters/annotated-json.ts";
import { type ExportBundle, type ExportedArticle, startReferences } from "../../shared/exporters/bundle.ts";
import type { Finding } from "../../shared/importers/finding.ts";
import { type Arriving, startArrival } from "../../shared/interchange/bundle-of-documents.ts";
import { idFromBytes } from "../../shared/model/id.ts";
import type { Spool } from "../core/export/spool.ts";
import { documentsAt, type ReadInput } from "./convert-run.ts";
import { FileRefused } from "./read-bundle.ts";
import { type StopFlag, stoppable } from "./stop-signal.ts";

/** Code units of the articles and sets of a portion, as far as whole articles allow. */
const portion = 2_000_000;

export interface Watch {
  readonly stopped: StopFlag;
  /** How much is done, from 0 to 1. */
  tell(share: number): void;
}

export interface Arrivals {
  readonly accepted: number;
  readonly rejected: readonly Finding[];
  readonly told: readonly Finding[];
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
  let waiting: ExportedArticle[] = [];
  let length = 0;
  const flush = async (): Promise<void> => {
    if (waiting.length === 0) return;
    const references = startReferences();
    for (const article of waiting) references.add(article);
    const bundle: ExportBundle = { ...references.headOf(arrival.head()), articles: waiting };
    await spool.add(annotatedJsonText(bundle));
    waiting = [];
    length = 0;
  };
  for (let index = 0; index < count; index += 1) {
    stopped.throwIfStopped();
    tell(index / count);
    const article = arrival.article(await documentsAt(read, index));
    waiting.push(article);
    length += JSON.stringify(article).length;
    if (length >= portion) await flush();
  }
  await flush();
  return { accepted: arrival.accepted(), rejected: arrival.rejected(), told: arrival.told() };
}

export interface ToTakeIn {
  /** A name for people. */
  readonly name: string;
  /** As it was named, for problems. */
  readonly file: string;
  /** A portion each. */
  readonly spool: Spool;
  /** The format of another tool that they are from; `null` for files of ours. */
  readonly importedFrom: string | null;
  /** What becomes of sets that are said to be the person's own. */
  readonly own: "ask" | "merge";
  /** Told of each portion that is in. */
  onTaken(rows: readonly TakeInRow[]): void;
}

/** Throws an `ApiError` or `FileRefused`; the portions of which `onTaken` was told stay then. */
export async function takeInPortions(
  client: Client,
  { handle: project }: OpenProject,
  { name, file, spool, importedFrom, own, onTaken }: ToTakeIn,
  { stopped, tell }: Watch,
): Promise<void> {
  const count = spool.count();
  const asked = async (index: number) => ({
    project,
    from: { name, text: await spool.get(index), ...(importedFrom !== null && { importedFrom }) },
    unverified: false,
    bring: true,
    places: {},
    own,
    decided: [],
  });
  const orStop = <T>(work: Promise<T>): Promise<T> =>
    stoppable(work, () => client.call("review.stopTakeIn", { project }));
  const seen: string[] = [];
  for (let index = 0; index < count; index += 1) {
    stopped.throwIfStopped();
    tell(index / count / 2);
    const preview = await orStop(client.call("review.takeInPreview", await asked(index)));
    if (!preview.ok) throw new FileRefused(file, preview.problems);
    seen.push(preview.sha256);
  }
  for (const [index, sha256] of seen.entries()) {
    stopped.throwIfStopped();
    tell((1 + index / count) / 2);
    const step = { command: "take-in", at: new Date().toISOString() };
    const opId = idFromBytes(randomBytes(16));
    const taking = client.call("review.takeIn", { ...(await asked(index)), sha256, opId, step });
    onTaken((await orStop(taking)).rows);
  }
}
