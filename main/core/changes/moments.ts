// The moments to which the automatic copies lead back: copies are made file by file in rounds, and what was made in one round
// belongs together.
import { type Id, isId } from "../../../shared/model/id.ts";
import type { ListedCopy } from "../../storage/home/backups.ts";
import { timesToKeep } from "../../storage/home/retention.ts";

interface Moment {
  /** When the round ended, in milliseconds: what was copied until then is as it was then. */
  readonly until: number;
  /** Of what was copied in it. */
  readonly bytes: number;
  readonly articles: number;
}

/** Milliseconds without a copy that part two rounds. */
const pause = 60_000;

/** The article and annotator of a set's copies; `null` for the project's own files. */
export function setCopiedAs(file: string): { readonly article: Id; readonly annotator: Id } | null {
  const [article = "", annotator = "", ...more] = file.split(".");
  return isId(article) && isId(annotator) && more.length === 0 && annotator !== "json"
    ? { article, annotator }
    : null;
}

/** The latest first, as many as copies of one file would be kept. */
export function momentsOf(copies: readonly ListedCopy[]): readonly Moment[] {
  const rounds: { until: number; bytes: number; articles: Set<string> }[] = [];
  for (const { file, time, bytes } of [...copies].sort((a, b) => a.time - b.time)) {
    const lastRound = rounds.at(-1);
    const round =
      lastRound && time - lastRound.until <= pause
        ? lastRound
        : { until: time, bytes: 0, articles: new Set<string>() };
    if (round !== lastRound) rounds.push(round);
    round.until = time;
    round.bytes += bytes;
    const setRef = setCopiedAs(file);
    if (setRef) round.articles.add(setRef.article);
  }
  const keptTimes = timesToKeep(rounds.map(({ until }) => until));
  return rounds
    .filter(({ until }) => keptTimes.has(until))
    .map(({ articles, ...round }) => ({ ...round, articles: articles.size }))
    .reverse();
}
