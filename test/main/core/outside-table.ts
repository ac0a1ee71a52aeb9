// What happens to a project when one of its files is found otherwise than it was left: a row for each kind of file, a column for each
// event, as it stands in docs/reliability.md.
import type { FullScene } from "./full-scene.ts";

export const events = ["two sides", "three sides", "torn", "empty", "deleted", "older"] as const;
export type FileEvent = (typeof events)[number];

/** What is done about a file, and in which words the documentation says so. */
export const outcomes = {
  joined: "both sides are merged and reported, and the file is set aside",
  merged: "what came is merged by id with what is here, and whatever is new is reported",
  rebuilt: "all of it is rebuilt from the other files; only the examination mentions it",
  recover: "reported, and a button puts the last good state in its place",
  again: "reported, and written again from memory; what stood there is set aside",
  restore: "reported, and a button puts back the text that the annotations are of",
  taken:
    "the state that is there counts: what it lacks is gone unless something mentions it; while the project is open, undo takes that back",
  lost: "reported; the file stays as it is until their package is imported again, and is then set aside",
  examined: "everything goes on; the examination reports it",
  beside: "everything goes on; the file is needed only for looking back, and the examination mentions it",
  named:
    "the trash lists it by what is still known of it, a colleague perhaps only by an id, and it comes back with all annotations",
} as const;
export type Outcome = keyof typeof outcomes;

/** Six outcomes, one an event; `null` where there is no such thing. */
type Row = readonly (Outcome | null)[];

export interface FileKind {
  /** As the documentation calls it. */
  readonly name: string;
  readonly file: (scene: FullScene) => string;
  readonly closed: Row;
  readonly open: Row;
}

const none = null;
const same = (outcome: Outcome, older: Outcome | null = none): Row => [
  ...Array<Outcome>(5).fill(outcome),
  older,
];
/** Of a compressed file the marks can never be. */
const packed = (outcome: Outcome): Row => [none, none, outcome, outcome, outcome, none];

export const kinds: readonly FileKind[] = [
  {
    name: "`project.json`",
    file: () => "project.json",
    closed: ["joined", "joined", "recover", "recover", "recover", none],
    open: ["merged", "merged", "again", "again", "again", none],
  },
  {
    name: "`entities.json`",
    file: () => "entities.json",
    closed: ["joined", "joined", "recover", "recover", "recover", "taken"],
    open: ["merged", "merged", "again", "again", "again", "taken"],
  },
  {
    name: "`articles/…/article.json`",
    file: ({ plain }) => `articles/${plain}/article.json`,
    closed: ["joined", "joined", "recover", "recover", "recover", none],
    open: ["joined", "joined", "again", "again", "again", none],
  },
  {
    name: "the same of a corrected article",
    file: ({ revised }) => `articles/${revised}/article.json`,
    closed: ["joined", "joined", "recover", "recover", "recover", none],
    open: ["joined", "joined", "again", "again", "again", none],
  },
  {
    name: "`articles/…/text.txt`",
    file: ({ plain }) => `articles/${plain}/text.txt`,
    closed: ["examined", "examined", "recover", "recover", "recover", none],
    open: ["restore", "restore", "restore", "restore", "again", none],
  },
  {
    name: "`articles/…/revisions/…/text.txt`",
    file: ({ revised, revision }) => `articles/${revised}/revisions/${revision}/text.txt`,
    closed: ["examined", "examined", "recover", "recover", "recover", none],
    open: ["restore", "restore", "restore", "restore", "again", none],
  },
  {
    name: "`articles/…/revisions/…/revision.json`",
    file: ({ revised, revision }) => `articles/${revised}/revisions/${revision}/revision.json`,
    closed: ["rebuilt", "rebuilt", "examined", "examined", "examined", none],
    open: ["rebuilt", "rebuilt", "examined", "examined", "examined", none],
  },
  {
    name: "`articles/…/revisions/…/….json.gz`",
    file: ({ revised, revision, self }) => `articles/${revised}/revisions/${revision}/${self}.json.gz`,
    closed: [none, none, "examined", "examined", "beside", none],
    open: [none, none, "examined", "examined", "beside", none],
  },
  {
    name: "one's own set: the snapshot",
    file: ({ plain, self }) => `annotations/${plain}/${self}.json`,
    closed: ["joined", "joined", "recover", "recover", "rebuilt", "rebuilt"],
    open: ["merged", "merged", "again", "again", "again", "merged"],
  },
  {
    name: "the same of a corrected text",
    file: ({ revised, revision, self }) => `annotations/${revised}/${revision}/${self}.json`,
    closed: ["joined", "joined", "recover", "recover", "recover", "rebuilt"],
    open: ["merged", "merged", "again", "again", "again", "merged"],
  },
  {
    name: "one's own set: the journal",
    file: ({ plain, self }) => `annotations/${plain}/${self}.journal`,
    closed: ["joined", "joined", "rebuilt", "rebuilt", "rebuilt", "rebuilt"],
    open: ["again", "again", "again", "again", "again", "rebuilt"],
  },
  {
    name: "one's own set: an older generation",
    file: ({ plain, self }) => `annotations/${plain}/${self}.journal.1`,
    closed: same("beside"),
    open: same("beside"),
  },
  {
    name: "a colleague's set",
    file: ({ plain, colleague }) => `annotations/${plain}/${colleague}.json`,
    closed: ["examined", "examined", "lost", "lost", "lost", none],
    open: ["merged", "merged", "lost", "lost", "lost", none],
  },
  {
    name: "`reviews/…/….history.json`",
    file: ({ plain, colleague }) => `reviews/${plain}/${colleague}.history.json`,
    closed: ["examined", "examined", "examined", "examined", "beside", none],
    open: ["examined", "examined", "examined", "examined", "beside", none],
  },
  {
    name: "`reviews/…/….taken.json`",
    file: ({ plain, self }) => `reviews/${plain}/${self}.taken.json`,
    closed: ["examined", "examined", "examined", "examined", "beside", none],
    open: ["examined", "examined", "examined", "examined", "beside", none],
  },
  {
    name: "`history/….journal`",
    file: ({ self }) => `history/${self}.journal`,
    closed: ["examined", "examined", "beside", "beside", "beside", "beside"],
    open: same("beside", "beside"),
  },
  {
    name: "`versions/…/version.json`",
    file: ({ version }) => `versions/${version}/version.json`,
    closed: same("examined"),
    open: same("examined"),
  },
  {
    name: "`versions/…/….json.gz`",
    file: ({ version, plain }) => `versions/${version}/${plain}.json.gz`,
    closed: packed("examined"),
    open: packed("examined"),
  },
  {
    name: "`trash/…/about.json`",
    file: ({ putAway }) => `trash/${putAway}/about.json`,
    closed: same("named"),
    open: same("named"),
  },
  {
    name: "`trash/annotator-…/about.json`",
    file: ({ gone }) => `trash/annotator-${gone}/about.json`,
    closed: same("named"),
    open: same("named"),
  },
  {
    name: "`trash/…/article/article.json`",
    file: ({ putAway }) => `trash/${putAway}/article/article.json`,
    closed: ["named", "named", "recover", "recover", "recover", none],
    open: ["named", "named", "recover", "recover", "recover", none],
  },
];

/** The table as Markdown. */
export function tableInWords(): string {
  const head = ["file", "while it is", ...events];
  const rows = kinds.flatMap(({ name, closed, open }) => [
    [name, "closed", ...closed.map((one) => one ?? "—")],
    ["", "open", ...open.map((one) => one ?? "—")],
  ]);
  const line = (cells: readonly string[]): string => `| ${cells.join(" | ")} |`;
  const legend = Object.entries(outcomes).map(([outcome, words]) => `* *${outcome}*: ${words}.`);
  return [line(head), line(head.map(() => "---")), ...rows.map(line), "", ...legend].join("\n");
}
