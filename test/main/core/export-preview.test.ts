// What an export would lose, told through the door before anything is written.
import { readdirSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { addingSpan, newId, person, problemOf, projectWith, temporaryFolder } from "./workplace.ts";

test("a preview counts what the export then reports, and writes nothing", async () => {
  const folder = temporaryFolder();
  const ana = await person(join(folder, "home"));
  const { project, article } = await projectWith(ana, join(folder, "project"));
  const change = addingSpan(project);
  await ana.call("annotations.apply", {
    project: project.handle,
    article,
    opId: newId(),
    revision: 0,
    change,
  });
  const before = readdirSync(folder);
  const preview = (format: string) =>
    ana.call("export.preview", { project: project.handle, format, articles: [article], annotators: null });
  expect(await preview("json")).toEqual({ losses: [] });
  const { losses } = await preview("conll-u");
  expect(losses.map(({ what }) => what)).toContain("provenance");
  expect(readdirSync(folder)).toEqual(before);
  const written = await ana.call("export.write", {
    project: project.handle,
    format: "conll-u",
    articles: [article],
    annotators: null,
    path: join(folder, "out.conllu"),
    overwrite: false,
  });
  expect(written.losses).toEqual(losses);
  expect(await problemOf(preview("nonsense"))).toMatchObject({ problem: "format-unknown" });
});
