// `sayso snapshot`, `snapshots` and `restore`: a state kept, listed, looked at and restored, from the terminal.
import { afterEach, beforeEach, expect, it } from "vitest";
import { added } from "../../../shared/model/change.ts";
import { type Workplace, workplace } from "../../helpers/command-line.ts";
import { newId, person, projectWith, spanBy, text } from "../core/workplace.ts";

let place: Workplace;
beforeEach(async () => {
  place = await workplace();
});
afterEach(() => place.remove());

/** Somebody marks something in the project's article; the first time it is made. */
async function mark(path: string, isNew: boolean): Promise<string> {
  const who = await person(place.home, "Ana");
  const { project, article } = isNew
    ? await projectWith(who, path)
    : { project: await who.call("project.open", { path, mode: "write" }), article: null };
  const id = article ?? project.articles[0]?.id ?? "";
  const { revision } = await who.call("article.open", { project: project.handle, article: id });
  const change = { spans: added(spanBy(project.annotator?.id ?? "", revision)) };
  await who.call("annotations.apply", {
    project: project.handle,
    article: id,
    opId: newId(),
    revision,
    change,
  });
  await who.core.close();
  return id;
}

it("keeps a state, lists it, says what going back would do, and goes back", async () => {
  const path = place.at("bridges");
  const article = await mark(path, true);
  const kept = await place.sayso("snapshot", path, "--name", "First round");
  expect(kept).toMatchObject({ status: 0, err: "" });
  expect(kept.out).toMatch(/^Saved as “First round”: [a-z2-7]+\n$/u);
  await mark(path, false);
  await mark(path, false);

  const listed = await place.sayso("snapshots", path);
  expect(listed.status).toBe(0);
  expect(listed.out).toMatch(/^saved {7}.* kB {2}[a-z2-7]+ {2}First round \(Ana\)$/mu);
  expect(listed.out).toContain("the 10 latest stay, then one per hour for 24 hours");
  const { versions } = JSON.parse((await place.sayso("snapshots", path, "--json")).out);
  expect(versions.filter(({ kind }: { kind: string }) => kind === "kept")).toMatchObject([
    { name: "First round", by: "Ana", articles: 1, problem: null },
  ]);

  const preview = await place.sayso("restore", path, "First round", "--preview");
  expect(preview).toEqual({ status: 0, out: "bridge: your annotations: 2 go\n", err: "" });
  const part = await place.sayso(
    "restore",
    path,
    "First round",
    "--article",
    article,
    "--annotator",
    "Ana",
    "--preview",
  );
  expect(part.out).toBe(preview.out);
  expect(await place.sayso("restore", path, "First round")).toEqual(preview);
  expect((await place.sayso("restore", path, new Date().toISOString())).out).toBe(
    "Everything is as it was then: there is nothing to restore.\n",
  );
});

it("refuses what is not there, and sets that are somebody else’s", async () => {
  const path = place.at("bridges");
  await mark(path, true);
  await place.sayso("snapshot", path, "--name", "A");
  expect(await place.sayso("restore", path, "B")).toMatchObject({
    status: 1,
    err: expect.stringContaining("There is no version “B” of this project."),
  });
  expect(await place.sayso("restore", path, "A", "--annotator", "Ben")).toMatchObject({ status: 1 });
  await place.sayso("snapshot", path, "--name", "A");
  expect(await place.sayso("restore", path, "A")).toMatchObject({
    status: 2,
    err: expect.stringContaining("Several versions are called “A”"),
  });
  await place.sayso("snapshot", path, "--name", "C");
  const ben = await person(place.at("ben"), "Ben");
  const { handle } = await ben.call("project.open", { path, mode: "write" });
  await ben.call("article.importText", { project: handle, name: "b.txt", text });
  await ben.core.close();
  expect(await place.sayso("restore", path, "C", "--annotator", "Ben")).toMatchObject({
    status: 2,
    err: expect.stringContaining("theirs alone"),
  });
});
