// A migration, as a type: how the JSON of one form of a project's files becomes that of the next. Pure, and total: it is given whatever a
// file of the older form says, checked against nothing yet.

/** A JSON object as a file gave it. */
export type Json = Readonly<Record<string, unknown>>;

/**
 * What a project's files hold that says of which form it is: `project.json`, `entities.json`, a set, a line of a set's
 * journal, a line of the history. Each file is of a form of its own: after the first change of an older project some are new.
 */
export type Stored = "project" | "registry" | "set" | "change" | "step";

/** The step from the form before to the form `to`. What it does not name is the same in both. */
export type Migration = { readonly to: number } & { readonly [kind in Stored]?: (before: Json) => Json };
