// The forms of a project's files, and how the JSON of an older one becomes that of today, in memory. A migration is pure, and total: it is given
// whatever a file of the older form says, checked against nothing yet.
import { schemaVersion } from "../model/project.ts";

/** A JSON object as a file gave it. */
export type Json = Readonly<Record<string, unknown>>;

/**
 * What a project's files hold that says of which form it is: `project.json`, `entities.json`, a set, a line of a set's
 * journal, a line of the history. Each file is of a form of its own: after the first change of an older project some are new.
 */
type Stored = "project" | "registry" | "set" | "change" | "step";

/** The step from the form before to the form `to`. What it does not name is the same in both. */
export type Migration = { readonly to: number } & { readonly [kind in Stored]?: (before: Json) => Json };

/** One a form, from form 2 on. */
export const migrations: readonly Migration[] = [
  // Form 2: sets also hold waivers, states of articles, decisions and remarks, entities may be merged into others, and spans may be drawn
  // dashed or wavy. Nothing that form 1 has is said otherwise. It is a form of its own because readers of form 1 take such a set for a
  // damaged one, and with form 2 say instead that the project is newer than they are.
  { to: 2 },
  // Form 3: an article may have revisions, with which its text and its sets lie in folders of their own, and a set may hold what lost its
  // place when the text changed. Nothing that form 2 has is said otherwise. It is a form of its own because readers of form 2 would take
  // the text of before for that of the article, and such a set for a damaged one.
  { to: 3 },
  // Form 4: a tagset may define fields for the entities of its project, and entities hold values of them. Nothing that form 3 has is said
  // otherwise. It is a form of its own because readers of form 3 would leave the values out of what they export, and tell nobody.
  { to: 4 },
  // Form 5: a set may say in which role a source appears in its article. Nothing that form 4 has is said otherwise. It is a form of its own
  // because readers of form 4 would take such a set for a damaged one.
  { to: 5 },
  // Form 6: a card may say whom its claim is about. Nothing that form 5 has is said otherwise. It is a form of its own because readers of
  // form 5 would leave that out of what they export, compare and decide, and tell nobody.
  { to: 6 },
];

/** Brings a value of the form `from` into the form of today. One of today, or newer, stays as it is. */
export function migrated(
  kind: Stored,
  value: Json,
  from: number,
  steps: readonly Migration[] = migrations,
): Json {
  return steps.reduce((json, step) => (step.to > from ? (step[kind]?.(json) ?? json) : json), value);
}

/**
 * For a value that says its own form: what it holds in the form of today, which it says then. What says no form, or a newer one,
 * stays as it is: others judge that.
 */
const migratedBy =
  (says: "schemaVersion" | "v") =>
  (
    kind: Stored,
    value: unknown,
    steps: readonly Migration[] = migrations,
    newest: number = schemaVersion,
  ): unknown => {
    if (!isJson(value)) return value;
    const from = value[says];
    if (typeof from !== "number" || from >= newest) return value;
    return { ...migrated(kind, value, from, steps), [says]: newest };
  };

/** Of a file. */
export const migratedFile = migratedBy("schemaVersion");
/** Of a line of a journal. */
export const migratedLine = migratedBy("v");

const isJson = (value: unknown): value is Json =>
  typeof value === "object" && value !== null && !Array.isArray(value);
