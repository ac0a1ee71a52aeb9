// Counts what people did by their journals: the changes in one state of a project's files that another one lacks, by article and person.
import type { Id } from "../../../shared/model/id.ts";
import { type Tree, treeDifference } from "../../../shared/team/merge-trees.ts";
import { journalWriter, sharedKind } from "../../../shared/team/shared-file.ts";
import type { Git } from "../../storage/git/git.ts";
import { readContent } from "../../storage/git/git-store.ts";
import { decodeJournal } from "../../storage/sets/journal-format.ts";

/** `marks`: spans that came to be in these changes, also where a later one removed them. */
export interface WorkCount {
  readonly changes: number;
  readonly marks: number;
}

/** What one person did in one article. */
export interface TeamWork extends WorkCount {
  readonly article: Id;
  readonly annotator: Id;
}

const nothing: WorkCount = { changes: 0, marks: 0 };

/**
 * What a journal says more than it did. `before`: what was known of it, its beginning or an earlier generation; `null`: nothing. A file of
 * sealed generations says nothing that its plain ones have not said.
 */
export function newInJournal(path: string, content: Buffer, before: Buffer | null): WorkCount {
  if (path.endsWith(".gz") || path.startsWith("history/")) return nothing;
  const { records } = decodeJournal(content);
  const earlier = before === null ? null : decodeJournal(before);
  const known = earlier?.records.at(-1)?.seq ?? earlier?.header?.after ?? 0;
  const fresh = records.filter(({ seq }) => seq > known);
  return {
    changes: fresh.length,
    marks: fresh.reduce((sum, { change }) => sum + (change.spans?.added.length ?? 0), 0),
  };
}

/** The journal that became this older generation when a new one was begun; the path itself for any other. */
export const presentJournal = (path: string): string => path.replace(/\.journal\.\d+$/u, ".journal");

/** Adds up what was counted by journal. */
export function workByPerson(
  counted: Iterable<readonly [path: string, count: WorkCount]>,
): readonly TeamWork[] {
  const work = new Map<string, TeamWork>();
  for (const [path, { changes, marks }] of counted) {
    const article = /^annotations\/([a-z2-7]+)\//u.exec(path)?.[1];
    const annotator = journalWriter(path)?.annotator;
    if (article === undefined || annotator === undefined || changes === 0) continue;
    const key = `${article} ${annotator}`;
    const known = work.get(key) ?? nothing;
    work.set(key, { article, annotator, changes: known.changes + changes, marks: known.marks + marks });
  }
  return [...work.values()];
}

/** Files that say what somebody did beside their journals; each is one change, however much in it is another. */
const tellsWork = (path: string): boolean =>
  ["project", "registry", "article", "whole"].includes(sharedKind(path) ?? "");

/** How many changes one state has that the other lacks. */
export async function changesBetween(git: Git, from: Tree, to: Tree): Promise<number> {
  const { written, removed } = treeDifference(from, to);
  let changes = [...written, ...removed].filter(tellsWork).length;
  for (const path of written) {
    if (sharedKind(path) !== "journal") continue;
    const before = from.get(path) ?? from.get(presentJournal(path));
    const known = before === undefined ? null : await readContent(git, before);
    changes += newInJournal(path, await readContent(git, to.get(path) ?? ""), known).changes;
  }
  return changes;
}
