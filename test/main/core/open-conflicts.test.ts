// What both sides changed and could not be merged: listed record by record, kept over a restart, decided either way as a step, and
// gone from the list only when somebody has seen to it.
import { readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import type { Id } from "../../../shared/model/id.ts";
import type { Span } from "../../../shared/model/span.ts";
import { invertWork, type Step } from "../../../shared/model/step.ts";
import {
  addingSpan,
  newId,
  noteOf,
  type Person,
  person,
  problemOf,
  projectWith,
  temporaryFolder,
} from "./workplace.ts";

interface Bench {
  readonly ana: Person;
  readonly home: string;
  readonly path: string;
  readonly handle: string;
  readonly article: Id;
  readonly snapshot: string;
  readonly span: Span;
}

/** A set whose one cue is changed outside to a claim, after it was changed here to a speaker. */
async function bench(theirs: (set: { spans: Span[] }) => object): Promise<Bench> {
  const folder = temporaryFolder();
  const [home, path] = [join(folder, "home"), join(folder, "project")];
  const ana = await person(home);
  const { project, article } = await projectWith(ana, path);
  const { handle } = project;
  const first = addingSpan(project, 0);
  const more = addingSpan(project, 1);
  for (const [revision, change] of [first, more].entries())
    await ana.call("annotations.apply", { project: handle, article, opId: newId(), revision, change });
  await ana.core.flush();
  const sets = join(path, "annotations", article);
  const [name = ""] = readdirSync(sets).filter((one) => one.endsWith(".json"));
  const snapshot = join(sets, name);
  await ana.call("project.look", { project: handle });
  const [span] = first.spans?.added ?? [];
  if (!span) throw new Error("There is no span.");
  const set = JSON.parse(readFileSync(snapshot, "utf8"));
  await ana.call("annotations.apply", {
    project: handle,
    article,
    opId: newId(),
    revision: 2,
    change: {
      spans: { added: [], updated: [{ from: span, to: { ...span, type: "speaker" } }], removed: [] },
    },
  });
  writeFileSync(snapshot, JSON.stringify({ ...set, ...theirs(set) }));
  await ana.call("project.look", { project: handle });
  return { ana, home, path, handle, article, snapshot, span };
}

const retyped = ({ spans }: { spans: Span[] }) => ({
  spans: spans.map((one, at) => (at === 0 ? { ...one, type: "claim" } : one)),
});

const typeOf = async ({ ana, handle, article, span }: Bench): Promise<string | undefined> => {
  const { set } = await ana.call("article.open", { project: handle, article });
  return set.spans.find(({ id }) => id === span.id)?.type;
};

const listed = async ({ ana, handle }: Bench) =>
  (await ana.call("conflicts.list", { project: handle })).conflicts;

const take = ({ ana, handle }: Bench, key: string, side: "ours" | "theirs") =>
  ana.call("conflicts.take", { project: handle, key, side, opId: newId(), step: noteOf("take-side") });

async function undo({ ana, handle }: Bench, step: Step | null): Promise<void> {
  if (!step) throw new Error("It was no step.");
  const [part] = invertWork(step).parts;
  if (!part) throw new Error("It was about no set.");
  await ana.call("project.apply", {
    project: handle,
    opId: newId(),
    step: noteOf(step.command, { undoes: step.id }),
    parts: [{ ...part, revision: null }],
  });
}

test("a record that both changed is listed with both versions, and either is put in its place and taken back", async () => {
  const here = await bench(retyped);
  const [conflict, ...more] = await listed(here);
  expect(more).toEqual([]);
  expect(conflict).toMatchObject({
    kind: "spans",
    why: "both-changed",
    article: here.article,
    quote: here.span.segments[0]?.quote,
    fields: [{ name: "type", ours: "speaker", theirs: "claim" }],
    stands: "ours",
    isDecidable: true,
  });
  const key = conflict?.key ?? "";
  const { step } = await take(here, key, "theirs");
  expect(await typeOf(here)).toBe("claim");
  expect(await listed(here)).toMatchObject([{ stands: "theirs" }]);
  await undo(here, step);
  expect(await typeOf(here)).toBe("speaker");
  expect((await take(here, key, "ours")).step).toBeNull();
  await take(here, key, "theirs");
  await take(here, key, "ours");
  expect(await typeOf(here)).toBe("speaker");
  expect(await listed(here)).toMatchObject([{ stands: "ours" }]);
});

test("what was done to the record since stays, and one that is neither any more says so", async () => {
  const here = await bench(retyped);
  const [{ key = "" } = {}] = await listed(here);
  const { set, revision } = await here.ana.call("article.open", {
    project: here.handle,
    article: here.article,
  });
  const now = set.spans.find(({ id }) => id === here.span.id);
  if (!now) throw new Error("It is gone.");
  await here.ana.call("annotations.apply", {
    project: here.handle,
    article: here.article,
    opId: newId(),
    revision,
    change: {
      spans: {
        added: [],
        updated: [{ from: now, to: { ...now, type: "source", note: "since" } }],
        removed: [],
      },
    },
  });
  expect(await listed(here)).toMatchObject([{ stands: "other" }]);
  await take(here, key, "theirs");
  const after = await here.ana.call("article.open", { project: here.handle, article: here.article });
  expect(after.set.spans.find(({ id }) => id === here.span.id)).toMatchObject({
    type: "claim",
    note: "since",
  });
});

test("what was removed on one side and changed on the other can be removed, and had back", async () => {
  const here = await bench(({ spans }) => ({ spans: spans.slice(1) }));
  const [conflict] = await listed(here);
  expect(conflict).toMatchObject({ why: "removed-and-changed", removedBy: "theirs", stands: "ours" });
  const key = conflict?.key ?? "";
  await take(here, key, "theirs");
  expect(await typeOf(here)).toBeUndefined();
  await take(here, key, "ours");
  expect(await typeOf(here)).toBe("speaker");
});

test("they are there after a restart, and gone only when they are seen to", async () => {
  const here = await bench(retyped);
  const before = await listed(here);
  await here.ana.core.close();
  const again = await person(here.home);
  const { handle } = await again.call("project.open", { path: here.path, mode: "write" });
  const later = { ...here, ana: again, handle };
  expect(await listed(later)).toEqual(before);
  await again.call("conflicts.settle", { project: handle, keys: before.map(({ key }) => key) });
  expect(await listed(later)).toEqual([]);
  await again.core.close();
  const third = await person(here.home);
  const open = await third.call("project.open", { path: here.path, mode: "write" });
  expect(await listed({ ...here, ana: third, handle: open.handle })).toEqual([]);
});

test("nobody decides in a project that is only read", async () => {
  const here = await bench(retyped);
  const [{ key = "" } = {}] = await listed(here);
  const reader = await here.ana.call("project.open", { path: here.path, mode: "read" });
  const asked = {
    project: reader.handle,
    key,
    side: "theirs" as const,
    opId: newId(),
    step: noteOf("take-side"),
  };
  expect(await problemOf(here.ana.call("conflicts.take", asked))).toMatchObject({
    problem: "project-read-only",
  });
  expect(await typeOf(here)).toBe("speaker");
});
