// One's own work from another machine, where the text was corrected on both since it was taken in last: what was done there since is
// still told from what was done here.
import { cpSync, rmSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import type { OpenProject } from "../../../shared/api/contract.ts";
import { added } from "../../../shared/model/change.ts";
import type { Id } from "../../../shared/model/id.ts";
import { mark, open, quotes, revise, save } from "./revised.ts";
import { newId, noteOf, type Person, person, projectWith, temporaryFolder, text } from "./workplace.ts";

/** Everything of one machine is taken in on the other. Resolves with what changed there. */
async function handOver(
  from: readonly [Person, OpenProject],
  to: readonly [Person, OpenProject],
  path: string,
): Promise<unknown> {
  const all = { articles: null, annotators: null, history: false, blind: null, overwrite: true };
  await from[0].call("review.package", { project: from[1].handle, path, ...all });
  const choices = { unverified: false, mend: false, bring: false, places: {}, decided: [] };
  const asked = { project: to[1].handle, from: { path }, ...choices };
  const seen = await to[0].call("review.takeInPreview", asked);
  if (!seen.ok) throw new Error(JSON.stringify(seen.problems));
  const taken = await to[0].call("review.takeIn", {
    ...{ ...asked, sha256: seen.sha256, opId: newId(), step: noteOf("take-in") },
  });
  const { added: more, removed: fewer } = taken.rows[0]?.merge ?? {};
  return { added: more, removed: fewer };
}

test("what was removed on the other machine since goes here too, and what was marked here since stays", async () => {
  const folder = temporaryFolder();
  const ana = await person(join(folder, "home"));
  const { project, article } = await projectWith(ana, join(folder, "bridges"));
  await save(ana, project, article, { spans: added(mark(project, "Mayor Ines Duarte", "speaker")) });
  await ana.call("project.close", { project: project.handle });
  cpSync(project.path, join(folder, "laptop"), { recursive: true });
  rmSync(join(folder, "laptop", ".lock"), { force: true });
  const away = await person(join(folder, "home-laptop"));
  const there = await away.call("project.open", { path: join(folder, "laptop"), mode: "write" });
  const here = await ana.call("project.open", { path: project.path, mode: "write" });
  const file = join(folder, "laptop.json");
  const quotesOf = async (someone: Person, at: OpenProject, id: Id) =>
    quotes((await open(someone, at, id)).set);

  const said = mark(there, "said", "cue");
  await save(away, there, article, { spans: added(said) });
  expect(await handOver([away, there], [ana, here], file)).toEqual({ added: 1, removed: 0 });

  await save(ana, here, article, { spans: added(mark(here, "May", "source")) });
  const corrected = text.replace("bridge would", "new bridge would");
  await revise(ana, here, article, corrected);
  await revise(away, there, article, corrected);
  const gone = (await open(away, there, article)).set.spans.filter(({ id }) => id === said.id);
  await save(away, there, article, { spans: { added: [], updated: [], removed: gone } });
  expect(await handOver([away, there], [ana, here], file)).toEqual({ added: 0, removed: 1 });
  expect(await quotesOf(ana, here, article)).toEqual(["Mayor Ines Duarte", "May"]);
});
