// Exchanging work by file through a window's whole state and a real core: what is imported shows at once, and one's own work from
// elsewhere is a step like any other.
import { readFileSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { expect, test } from "vitest";
import type { TakeInInput } from "../../../renderer/state/project/exchange.ts";
import { records } from "../../../shared/model/table.ts";
import { desk, past, shownSession, stored, tagIn } from "./desk.ts";

const choices: TakeInInput = {
  unverified: false,
  mend: false,
  bring: true,
  places: {},
  own: "merge",
  decided: [],
};
const all = { articles: null, annotators: null, history: false, blind: null, overwrite: true };

test("a package of one's own later work is merged as one step, shown, undone and redone", async () => {
  const here = await desk();
  const { exchange, history, state } = here.workspace;
  const [first] = here.articles;
  const path = join(dirname(here.path), "package.json");
  await here.workspace.openArticle(first);
  await tagIn(here, first, 0);
  expect(await exchange.handOver({ ...all, path })).toBe(true);
  expect(state.get().report).toMatchObject({ kind: "exported", report: { paths: [path] } });
  await tagIn(here, first, 6);
  const both = await stored(here.client, here.path);
  // The other machine has what was handed over, and calls the first mark another thing.
  const text = readFileSync(path, "utf8");
  const changed = text.replace(/"type": "speaker"/u, '"type": "source"');
  writeFileSync(path, changed === text ? text.replace(/"type": "cue"/u, '"type": "source"') : changed);

  const looked = await exchange.look({ path }, { ...choices, unverified: true });
  if (!("rows" in looked)) throw new Error(JSON.stringify(looked));
  const [conflict] = looked.rows.flatMap(({ merge }) => merge?.conflicts ?? []);
  expect(looked.rows.map(({ outcome }) => outcome)).toContain("own");
  const decided = [{ key: conflict?.key ?? "", side: "theirs" as const }];
  expect(await exchange.takeIn({ path }, { ...choices, unverified: true, decided }, looked.sha256)).toBe(
    true,
  );
  expect(state.get().report).toMatchObject({ kind: "taken-in" });
  expect(past(here)).toMatchObject({ done: [{}, {}, { step: { command: "take-in" } }] });
  const types = (): string[] =>
    Array.from(records(shownSession(here).annotations().set.spans), ({ type }) => type);
  expect(types()).toContain("source");
  const merged = await stored(here.client, here.path);
  await history.undo();
  expect(types()).not.toContain("source");
  expect(await stored(here.client, here.path)).toBe(both);
  await history.redo();
  expect(await stored(here.client, here.path)).toBe(merged);
});

test("what cannot be read is an answer, not a failure of the window", async () => {
  const here = await desk();
  const { exchange, state } = here.workspace;
  const path = join(dirname(here.path), "broken.json");
  expect(await exchange.look({ path }, choices)).toMatchObject({
    ok: false,
    error: { problem: "file-missing" },
  });
  writeFileSync(path, "{");
  expect(await exchange.look({ path }, choices)).toMatchObject({ ok: false, isDamaged: false });
  expect(state.get().problem).toBeNull();
  expect(await exchange.takeIn({ path }, choices, "0".repeat(64))).toBe(false);
  expect(state.get().problem?.problem).toBe("take-in-refused");
});

test("a project that starts from a package shows its first article once that has come in", async () => {
  const here = await desk();
  const { exchange, state } = here.workspace;
  const path = join(dirname(here.path), "package.json");
  await tagIn(here, here.articles[0], 0);
  await exchange.handOver({ ...all, path });
  const start = { from: { path }, unverified: false, mend: false, me: null };
  expect(await here.workspace.createProject(join(dirname(here.path), "begun"), "Begun", start)).toBe(true);
  expect(state.get()).toMatchObject({ articles: [], session: null });
  const looked = await exchange.look({ path }, choices);
  if (!("rows" in looked)) throw new Error(JSON.stringify(looked));
  expect(await exchange.takeIn({ path }, choices, looked.sha256)).toBe(true);
  expect(shownSession(here).article.title).toBe("a");
});
