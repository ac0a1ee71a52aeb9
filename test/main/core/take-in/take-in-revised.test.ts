// One's own work from another machine, where the text was corrected since it was imported last, on both or only here: what was done
// there since is still told from what was done here, and what lost its words waits.
import { cpSync, readFileSync, rmSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import type { OpenProject } from "../../../../shared/api/contract.ts";
import type { AnnotationSetJson } from "../../../../shared/model/annotation-set.ts";
import { added, removed } from "../../../../shared/model/change.ts";
import type { Id } from "../../../../shared/model/id.ts";
import { invertWork } from "../../../../shared/model/step.ts";
import { lookAtPackage, takeIn, writePackage } from "../packages.ts";
import { broken, corrected, mark, marked, open, quotes, revise, save } from "../revised.ts";
import { newId, noteOf, type Person, person, projectWith, temporaryFolder, text } from "../workplace.ts";

/** Looks at a package, and takes it in. Resolves with what was said of the first set, which is the same both times. */
async function taken([someone, project]: readonly [Person, OpenProject], path: string) {
  const seen = await lookAtPackage(someone, project, path);
  const { rows, step } = await takeIn(someone, project, path);
  expect(rows).toEqual(seen.rows);
  const [row] = rows;
  return { step, outcome: row?.outcome, carried: row?.carried, merge: row?.merge };
}

/** Everything of one machine is imported on the other. Resolves with what changed there. */
async function handOver(
  from: readonly [Person, OpenProject],
  to: readonly [Person, OpenProject],
  path: string,
): Promise<unknown> {
  await writePackage(...from, path);
  const { added: more, removed: fewer } = (await taken(to, path)).merge ?? {};
  return { added: more, removed: fewer };
}

/** The same project on two machines of one person. */
async function onTwoMachines(folder: string, ana: Person, project: OpenProject) {
  await ana.call("project.close", { project: project.handle });
  cpSync(project.path, join(folder, "laptop"), { recursive: true });
  rmSync(join(folder, "laptop", ".lock"), { force: true });
  const away = await person(join(folder, "home-laptop"));
  const there = await away.call("project.open", { path: join(folder, "laptop"), mode: "write" });
  const here = await ana.call("project.open", { path: project.path, mode: "write" });
  return { away, there, here };
}

test("what was removed on the other machine since goes here too, and what was marked here since stays", async () => {
  const folder = temporaryFolder();
  const ana = await person(join(folder, "home"));
  const { project, article } = await projectWith(ana, join(folder, "bridges"));
  await save(ana, project, article, { spans: added(mark(project, "Mayor Ines Duarte", "speaker")) });
  const { away, there, here } = await onTwoMachines(folder, ana, project);
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

test("what was done on the text of before is carried over, merged once, told beforehand, and taken back", async () => {
  const folder = temporaryFolder();
  const ana = await person(join(folder, "home"));
  const { project, article, quotation } = await marked(ana, folder);
  const { away, there, here } = await onTwoMachines(folder, ana, project);
  const file = join(folder, "laptop.json");

  const [said, safe] = [mark(there, "said", "cue"), mark(there, "is safe", "source")];
  await save(away, there, article, { spans: added(said, safe) });
  await writePackage(away, there, file);
  await revise(ana, here, article, corrected);
  const before = await open(ana, here, article);
  const put = before.set.orphans?.find(({ id }) => id === quotation.id);
  if (!put) throw new Error("The quotation waits.");
  await save(ana, here, article, { orphans: removed(put) });
  const ours = await open(ana, here, article);

  const { outcome, carried, merge } = await taken([ana, here], file);
  expect(outcome).toBe("own");
  expect(carried).toMatchObject({ from: there.articles[0]?.textHash, doubtfulInAll: 0 });
  expect(carried?.lost.map(({ quote, why }) => [quote, why])).toEqual(
    expect.arrayContaining([["is safe", "missing"]]),
  );
  expect(merge).toEqual({ added: 2, updated: 0, removed: 0, conflicts: [] });
  const after = await open(ana, here, article);
  expect(quotes(after.set)).toContain("said");
  const name = `${here.annotator?.id}.taken.json`;
  const base = JSON.parse(readFileSync(join(here.path, "reviews", article, name), "utf8"));
  expect([base.textHash, quotes(base)]).toEqual([
    there.articles[0]?.textHash,
    quotes((await open(away, there, article)).set),
  ]);
  expect(broken(after, here)).toEqual([]);
  const waiting = (set: AnnotationSetJson): Id[] => (set.orphans ?? []).map(({ id }) => id).sort();
  expect(waiting(after.set)).toEqual([...waiting(ours.set), safe.id].sort());

  expect(await taken([ana, here], file)).toMatchObject({ step: null, outcome: "same" });
  const gone = (await open(away, there, article)).set.spans.filter(({ id }) => id === said.id);
  await save(away, there, article, { spans: removed(...gone) });
  expect(await handOver([away, there], [ana, here], file)).toEqual({ added: 0, removed: 1 });
});

test("work on a text of before that comes under another id is carried over, and told beforehand", async () => {
  const folder = temporaryFolder();
  const [ana, ben] = [await person(join(folder, "home")), await person(join(folder, "home-ben"), "Ben")];
  const { project, article } = await projectWith(ana, join(folder, "bridges"));
  const theirs = await projectWith(ben, join(folder, "theirs"));
  await save(ben, theirs.project, theirs.article, {
    spans: added(mark(theirs.project, "in May", "source"), mark(theirs.project, "It is safe", "claim")),
  });
  await writePackage(ben, theirs.project, join(folder, "ben.json"));
  await revise(ana, project, article, corrected);
  const { outcome, carried } = await taken([ana, project], join(folder, "ben.json"));
  expect([outcome, carried?.lost.map(({ quote }) => quote)]).toEqual(["new", ["It is safe"]]);
  const { sets } = await ana.call("review.sets", { project: project.handle, article });
  const set = sets.find(({ annotator }) => annotator.name === "Ben")?.set;
  expect(set && quotes(set)).toEqual(["in May"]);
});

test("it is taken back in one step, and nothing else with it", async () => {
  const folder = temporaryFolder();
  const ana = await person(join(folder, "home"));
  const { project, article } = await marked(ana, folder);
  const { away, there, here } = await onTwoMachines(folder, ana, project);
  await save(away, there, article, {
    spans: added(mark(there, "said", "cue"), mark(there, "is safe", "source")),
  });
  await writePackage(away, there, join(folder, "laptop.json"));
  await revise(ana, here, article, corrected);
  const before = await open(ana, here, article);
  const { step } = await taken([ana, here], join(folder, "laptop.json"));
  if (!step) throw new Error("It was merged.");
  const { revision, set } = await open(ana, here, article);
  expect(set).not.toEqual(before.set);
  const { parts } = invertWork(step);
  await ana.call("project.apply", {
    project: here.handle,
    opId: newId(),
    step: noteOf(step.command, { undoes: step.id }),
    parts: parts.map((part) => ({ ...part, revision })),
  });
  expect((await open(ana, here, article)).set).toEqual(before.set);
});
