// Counts what people did by their journals: the changes in one state of a project's files that another one lacks, by article and person.
import type { Id } from "../../../shared/model/id.ts";
import { type Tree, treeDifference } from "../../../shared/team/merge-trees.ts";
import { journalWriter, sharedKind } from "../../../shared/team/shared-file.ts";
import type { Git } from "../../storage/git/git.ts";
import { readContents, sizesOf } from "../../storage/git/git-store.ts";
import { type DecodedJournal, type DecodedLines, decodeJournal } from "../../storage/sets/journal-format.ts";

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

/** A journal that changes are counted of: a file of sealed generations says nothing that its plain ones have not said. */
const isCounted = (path: string): boolean =>
  sharedKind(path) === "journal" && !path.endsWith(".gz") && !path.startsWith("history/");

type NumberedLines = Pick<
  DecodedLines<{ readonly after: number }, { readonly seq: number }>,
  "header" | "records"
>;

/** The number of the last change that a journal tells of. */
export const lastSeqOf = ({ header, records }: NumberedLines): number =>
  records.at(-1)?.seq ?? header?.after ?? 0;

/** What a journal says after that change. */
export function workAfter(lastSeq: number, { records }: DecodedJournal): WorkCount {
  const fresh = records.filter(({ seq }) => seq > lastSeq);
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
  const journals = written.filter(isCounted).map((path) => ({
    now: to.get(path) ?? "",
    before: from.get(path) ?? from.get(presentJournal(path)),
  }));
  const befores = new Set(journals.flatMap(({ before }) => before ?? []));
  const nows = new Set(journals.map(({ now }) => now));
  const sizes = await sizesOf(git, [...new Set([...befores, ...nows])]);
  const sizeOf = (name: string): number => sizes.get(name) ?? 0;
  const lastSeqs = new Map<string, number>();
  await readContents(git, [...befores], sizeOf, async (name, content) => {
    lastSeqs.set(name, lastSeqOf(decodeJournal(content)));
  });
  let changes = [...written, ...removed].filter(tellsWork).length;
  await readContents(git, [...nows], sizeOf, async (name, content) => {
    const journal = decodeJournal(content);
    for (const { now, before } of journals)
      if (now === name) changes += workAfter(lastSeqs.get(before ?? "") ?? 0, journal).changes;
  });
  return changes;
}
