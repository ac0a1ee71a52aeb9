// `--take-over` and `--merge-copies`: a project that somebody else has open, and copies that synchronisation programs left in it, from
// the terminal.
import { copyFileSync, existsSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { afterEach, beforeEach, expect, it } from "vitest";
import { type Workplace, workplace } from "../../helpers/command-line.ts";
import { addingSpan, newId, person, problemOf, projectWith } from "../core/workplace.ts";

let place: Workplace;
beforeEach(async () => {
  place = await workplace();
});
afterEach(() => place.remove());

/** Kim has the project open, on another machine as far as the lock tells, and has one mark in it. */
async function heldByKim() {
  const path = place.at("bridges");
  const kim = await person(place.at("kim"), "Kim");
  const { project, article } = await projectWith(kim, path);
  const save = (revision: number) =>
    kim.call("annotations.apply", {
      project: project.handle,
      article,
      opId: newId(),
      revision,
      change: addingSpan(project, revision),
    });
  await save(0);
  return { path, kim, project, article, save };
}

it("refuses to write in a project that somebody has open, says who, and takes it over when told to", async () => {
  const { path, kim, save } = await heldByKim();
  const refused = await place.sayso("assign", path, "--to", "Lee", "--as", "Ana");
  expect(refused.status).toBe(1);
  expect(refused.err).toContain("Kim");
  expect(refused.err).toContain("--take-over");
  await save(1);

  const copies = await place.sayso("doctor", path, "--merge-copies", "--take-over");
  expect(copies).toMatchObject({ status: 0 });
  expect(copies.out).toContain("There are no such copies in the project.");
  // Kim's window notices before it writes again, and what it had saved is there.
  expect(await problemOf(save(2))).toMatchObject({ problem: "project-locked" });
  await kim.core.close();
  const ana = await person(place.home, "Ana");
  const open = await ana.call("project.open", { path, mode: "write" });
  expect(open.readOnly).toBeNull();
  await ana.core.close();
});

it("merges a conflict copy, says what came of it, and keeps the copy in the quarantine", async () => {
  const path = place.at("bridges");
  const ana = await person(place.home, "Ana");
  const { project, article } = await projectWith(ana, path);
  for (const revision of [0, 1])
    await ana.call("annotations.apply", {
      project: project.handle,
      article,
      opId: newId(),
      revision,
      change: addingSpan(project, revision),
    });
  await ana.core.close();
  const folder = join(path, "annotations", article);
  const [name = ""] = readdirSync(folder).filter((one) => one.endsWith(".json"));
  const copy = name.replace(".json", " (conflicted copy 2026-01-02).json");
  const set = JSON.parse(readFileSync(join(folder, name), "utf8"));
  const [span] = set.spans;
  const theirs = { ...set, spans: [...set.spans, { ...span, id: "theirs", note: "from there" }] };
  writeFileSync(join(folder, copy), JSON.stringify(theirs));
  copyFileSync(join(folder, name), join(folder, "notes.txt"));

  const plain = await place.sayso("doctor", path);
  expect(plain.out).toContain("conflicted copy");
  const merged = await place.sayso("doctor", path, "--merge-copies");
  expect(merged.out).toContain(`annotations/${article}/${copy}: 1 added, 0 changed, 0 deleted.`);
  expect(merged.out).toContain(".quarantine/");
  expect(existsSync(join(folder, copy))).toBe(false);
  expect(existsSync(join(folder, "notes.txt"))).toBe(true);
  const kept = readdirSync(join(path, ".quarantine"));
  expect(kept.map((one) => JSON.parse(readFileSync(join(path, ".quarantine", one), "utf8")))).toEqual([
    theirs,
  ]);
  const again = await person(place.home, "Ana");
  const open = await again.call("project.open", { path, mode: "write" });
  const { set: after } = await again.call("article.open", { project: open.handle, article });
  expect(after.spans.map(({ id }) => id)).toContain("theirs");
  expect(after.spans).toHaveLength(3);
  await again.core.close();
});
