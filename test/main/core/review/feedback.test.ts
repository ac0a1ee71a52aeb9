// Feedback through the door and on the command line: written from the curated sets of a project.
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { type Workplace, workplace } from "../../../helpers/command-line.ts";
import { writeCuratedProject } from "../../../helpers/curated-project.ts";
import { writeReviewProject } from "../../../helpers/review-project.ts";
import { person, problemOf, temporaryFolder } from "../workplace.ts";

test("the report is written where it is asked for, and says how much was changed", async () => {
  const folder = temporaryFolder();
  const review = await writeCuratedProject(join(folder, "project"), ["Ana", "Ben"]);
  const ana = await person(join(folder, "home"));
  const { handle } = await ana.call("project.open", { path: review.path, mode: "write" });
  const path = join(folder, "ana.html");
  const write = (annotator: string | undefined, overwrite = false) =>
    ana.call("feedback.write", {
      project: handle,
      annotator: annotator ?? "",
      language: "en",
      path,
      overwrite,
    });
  const report = await write(review.annotators[0]?.id);
  expect(report.counts.kept).toBeGreaterThan(0);
  expect(report.counts.changed).toBeGreaterThan(0);
  const page = readFileSync(path, "utf8");
  expect(page).toContain("<title>Feedback for Ana</title>");
  expect(await problemOf(write(review.annotators[0]?.id))).toMatchObject({ problem: "export-exists" });
  const ben = await write(review.annotators[1]?.id, true);
  expect(ben.counts).toMatchObject({ changed: 0, removed: 0, added: 0 });
  const pdf = {
    project: handle,
    annotator: review.annotators[0]?.id ?? "",
    language: "en" as const,
    overwrite: false,
  };
  expect(
    await problemOf(ana.call("feedback.write", { ...pdf, path: join(folder, "ana.pdf") })),
  ).toMatchObject({ problem: "pdf-unsupported" });
  expect(await problemOf(write("nobody", true))).toMatchObject({ problem: "annotator-missing" });
});

test("a host that prints makes it a PDF", async () => {
  const folder = temporaryFolder();
  const review = await writeCuratedProject(join(folder, "project"), ["Ana", "Ben"]);
  const printPdf = async (page: string) => Buffer.from(`%PDF of ${page.length}`);
  const ana = await person(join(folder, "home"), "Ana", { printPdf });
  const { handle: project } = await ana.call("project.open", { path: review.path, mode: "read" });
  const path = join(folder, "ana.PDF");
  const annotator = review.annotators[0]?.id ?? "";
  await ana.call("feedback.write", { project, annotator, language: "de", path, overwrite: false });
  expect(readFileSync(path, "utf8")).toMatch(/^%PDF of \d{4}/);
});

test("where nothing is curated there is nothing to say", async () => {
  const folder = temporaryFolder();
  const review = await writeReviewProject(join(folder, "project"), ["Ana", "Ben"]);
  const ana = await person(join(folder, "home"));
  const { handle: project } = await ana.call("project.open", { path: review.path, mode: "read" });
  const asked = {
    project,
    annotator: review.annotators[0]?.id ?? "",
    language: "en" as const,
    overwrite: false,
  };
  expect(
    await problemOf(ana.call("feedback.write", { ...asked, path: join(folder, "x.html") })),
  ).toMatchObject({
    problem: "nothing-curated",
    detail: { name: "Ana" },
  });
});

test("the command line writes it too, in the language asked for", async () => {
  const here: Workplace = await workplace();
  try {
    await writeCuratedProject(here.at("project"), ["Ana", "Ben"]);
    const out = here.at("ana.html");
    const wrote = await here.sayso("feedback", here.at("project"), "--annotator", "Ana", "--out", out);
    expect([wrote.status, wrote.out]).toEqual([0, expect.stringMatching(/ana\.html: \d+ changed/)]);
    const german = await here.sayso(
      "feedback",
      here.at("project"),
      "--annotator",
      "Ana",
      "--out",
      "-",
      "--language",
      "de",
    );
    expect(german.out).toContain("<title>Rückmeldung für Ana</title>");
    const again = await here.sayso("feedback", here.at("project"), "--annotator", "Ana", "--out", out);
    expect(again.status).toBe(1);
    expect(
      (await here.sayso("feedback", here.at("project"), "--annotator", "Zoe", "--out", out, "--force")).err,
    ).toContain("Zoe");
    expect(
      (
        await here.sayso(
          "feedback",
          here.at("project"),
          "--annotator",
          "Ana",
          "--out",
          out,
          "--language",
          "fr",
        )
      ).status,
    ).toBe(2);
    expect((await here.sayso("feedback", here.at("project"))).status).toBe(2);
  } finally {
    await here.remove();
  }
});
