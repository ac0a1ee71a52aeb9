// A project that starts from a colleague's package: its tagset, then its articles and sets; nothing where the file is not right.
import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { sampleBundle } from "../../../helpers/bundles.ts";
import { packaged } from "../../../shared/review/packages.ts";
import { newId, person, problemOf, temporaryFolder } from "../workplace.ts";

const bundle = sampleBundle();

async function scene() {
  const folder = temporaryFolder();
  const dana = await person(join(folder, "home"), "Dana");
  const file = join(folder, "sample.json");
  writeFileSync(file, packaged(bundle));
  const asked = { from: { path: file }, unverified: false, mend: false };
  return { folder, dana, file, asked, path: join(folder, "project") };
}

test("the file says what it holds before there is a project", async () => {
  const { dana, asked } = await scene();
  const head = await dana.call("review.packageHead", asked);
  expect(head).toEqual({
    ok: true,
    file: "sample.json",
    project: bundle.project.name,
    articles: bundle.articles.length,
    sets: bundle.articles.reduce((sum, { sets }) => sum + sets.length, 0),
    people: bundle.annotators.map(({ id, name }) => ({ id, name })),
  });
  const text = readFileSync(asked.from.path, "utf8");
  expect(await dana.call("review.packageHead", { ...asked, from: { name: "sample.json", text } })).toEqual(
    head,
  );
});

test("the project has the tagset of the file, and imports all that it holds", async () => {
  const { dana, asked, path } = await scene();
  const opened = await dana.call("project.create", { path, name: "New", start: { ...asked, me: null } });
  const { handle: project } = opened;
  expect(opened.project.tagset).toEqual(bundle.tagset);
  expect(opened.project.annotators.map(({ name }) => name)).toEqual(["Dana"]);
  const choices = { project, ...asked, bring: true, places: {}, decided: [] };
  const seen = await dana.call("review.takeInPreview", choices);
  if (!seen.ok) throw new Error("refused");
  expect([seen.otherTagset, seen.rows.map(({ outcome }) => outcome)]).toEqual([
    false,
    bundle.articles.flatMap(({ sets }) => sets.map(() => "new")),
  ]);
  const step = { command: "take-in", at: "2026-01-01T00:00:00.000Z" };
  await dana.call("review.takeIn", { ...choices, sha256: seen.sha256, opId: newId(), step });
  const { annotator: _me, ...again } = await dana.call("project.open", { path, mode: "read" });
  expect(again.articles.map(({ title }) => title).sort()).toEqual(
    bundle.articles.map(({ article }) => article.title).sort(),
  );
});

test("whoever says who of the file they are has their own work merged", async () => {
  const { dana, asked, path } = await scene();
  const [first] = bundle.annotators;
  const start = { ...asked, me: first?.id ?? "" };
  const { handle: project, annotator } = await dana.call("project.create", { path, name: "New", start });
  expect(annotator).toEqual({ id: first?.id, name: "Dana" });
  const choices = { project, ...asked, bring: true, places: {}, decided: [], own: "merge" as const };
  const seen = await dana.call("review.takeInPreview", choices);
  expect(seen.ok && seen.rows.filter(({ outcome }) => outcome === "own").length).toBeGreaterThan(0);
});

test("a file that is not right starts nothing", async () => {
  const { dana, file, asked, path } = await scene();
  writeFileSync(file, packaged(bundle).replace('"note": ""', '"note": "x"'));
  const head = await dana.call("review.packageHead", asked);
  expect(head.ok === false && head.isDamaged).toBe(true);
  const start = { ...asked, me: null };
  const refused = await problemOf(dana.call("project.create", { path, name: "New", start }));
  expect([refused.problem, existsSync(path)]).toEqual(["take-in-refused", false]);
  // Unless somebody says that it may be taken although its hash is another one.
  const allowed = { ...start, unverified: true };
  expect((await dana.call("project.create", { path, name: "New", start: allowed })).project.tagset).toEqual(
    bundle.tagset,
  );
  const stranger = { ...allowed, me: "stranger" };
  const nobody = problemOf(dana.call("project.create", { path: `${path} 2`, name: "New", start: stranger }));
  expect((await nobody).problem).toBe("annotator-missing");
});
