// The report for those who mend Sayso: what is written is what was told, it does not name the person's own folder, and it replaces no project's file.
import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { homedir } from "node:os";
import { join } from "node:path";
import { expect, test } from "vitest";
import { inMemory, person, problemOf, projectWith, temporaryFolder } from "./workplace.ts";

async function scene() {
  const folder = temporaryFolder(inMemory);
  const home = join(folder, "home");
  const ana = await person(home);
  mkdirSync(join(home, "log"), { recursive: true });
  const line = JSON.stringify({ what: `reading ${join(homedir(), "secret plans", "a.pdf")}` });
  writeFileSync(join(home, "log", "sayso.log"), `${line}\n`);
  return { folder, ana };
}

test("says what runs and what the log holds, and is written to the letter", async () => {
  const { folder, ana } = await scene();
  const { text } = await ana.call("report.get", {});
  expect(text).toContain("Sayso 0.0.0, browser\n");
  expect(text).toContain(join("~", "secret plans"));
  expect(text).not.toContain(homedir());
  const path = join(folder, "report.txt");
  await ana.call("report.write", { text, path, overwrite: false });
  expect(readFileSync(path, "utf8")).toBe(text);
});

test("nothing is written that was not told, nor over a file of any project", async () => {
  const { folder, ana } = await scene();
  const { project } = await projectWith(ana, join(folder, "project"));
  const { text } = await ana.call("report.get", {});
  const path = join(folder, "report.txt");
  expect(
    await problemOf(ana.call("report.write", { text: `${text}more`, path, overwrite: true })),
  ).toMatchObject({ problem: "input-invalid" });
  const [article] = project.articles;
  for (const file of ["project.json", "project.sayso", join("articles", article?.id ?? "", "text.txt")])
    expect(
      await problemOf(ana.call("report.write", { text, path: join(project.path, file), overwrite: true })),
    ).toMatchObject({ problem: "export-exists", detail: { why: "project-file" } });
  await ana.call("report.write", { text, path: join(project.path, "report.txt"), overwrite: false });
});
