// What was left undecided between here and outside, as a window tells of it.
import { readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import type { Span } from "../../../shared/model/span.ts";
import { records } from "../../../shared/model/table.ts";
import { newId } from "../../main/core/workplace.ts";
import { type Desk, desk, saved, shownSession, tagIn } from "./desk.ts";

/** Both spans of the first article are claims by the file, and mentions here. */
async function changedOnBothSides(): Promise<Desk> {
  const here = await desk();
  const [article] = here.articles;
  await tagIn(here, article, 0);
  await tagIn(here, article, 8);
  await saved(here);
  await here.client.core.flush();
  const project = here.workspace.state.get().project?.handle ?? "";
  await here.client.call("project.look", { project });
  const sets = join(here.path, "annotations", article);
  const snapshot = join(sets, readdirSync(sets).find((name) => name.endsWith(".json")) ?? "");
  const set: { spans: Span[] } = JSON.parse(readFileSync(snapshot, "utf8"));
  const updated = [...records(shownSession(here).annotations().set.spans)].map((from) => ({
    from,
    to: { ...from, type: "source" },
  }));
  await here.client.call("annotations.apply", {
    project,
    article,
    opId: newId(),
    revision: 2,
    change: { spans: { added: [], updated, removed: [] } },
  });
  const spans = set.spans.map((span) => ({ ...span, type: "claim" }));
  writeFileSync(snapshot, JSON.stringify({ ...set, spans }));
  await here.client.call("project.look", { project });
  return here;
}

test("the line about conflicts says how many are left, and goes with the last of them", async () => {
  const { workspace, path } = await changedOnBothSides();
  await workspace.openProject(path, "write");
  const told = () => workspace.state.get().news.filter(({ what }) => what === "conflicts");
  await expect.poll(told).toEqual([{ what: "conflicts", count: 2 }]);
  const [first, second] = (await workspace.listConflicts()) ?? [];
  expect(await workspace.settleConflicts([first?.key ?? ""])).toBe(true);
  await workspace.listConflicts();
  expect(told()).toEqual([{ what: "conflicts", count: 1 }]);
  await workspace.settleConflicts([second?.key ?? ""]);
  await workspace.listConflicts();
  expect(told()).toEqual([]);
});
