// Charts that a window has drawn are written like exports, and nothing else is written in their name; strips of articles follow the project.
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { defaultScope } from "../../../../shared/insight/scope.ts";
import { place } from "../version-scene.ts";
import { problemOf, temporaryFolder } from "../workplace.ts";

const svg = '<svg xmlns="http://www.w3.org/2000/svg" width="1" height="1"><title>Über Zeit</title></svg>';
const base64 = (text: string): string => Buffer.from(text).toString("base64");

test("strips of a project are those of its articles, part by part", async () => {
  const { ana } = await place(0);
  const { handle: project } = await ana.call("project.openSample", {});
  const asked = { scope: defaultScope, order: "date" as const };
  const strips = async (from: number, count: number) => {
    const { found, damaged } = await ana.call("insight.strips", { project, ...asked, from, count });
    expect(damaged).toEqual([]);
    return found?.ok ? found.strips : [];
  };
  const whole = await strips(0, 500);
  expect(whole).toHaveLength(12);
  expect(whole.every(({ segments }) => segments.length > 0)).toBe(true);
  expect([...(await strips(0, 5)), ...(await strips(5, 5)), ...(await strips(10, 5))]).toEqual(whole);
});

test("a chart is written as it is, over nothing that nobody said to replace, and never into the project’s own files", async () => {
  const here = await place();
  const chart = {
    project: here.project.handle,
    format: "svg" as const,
    base64: base64(svg),
    overwrite: false,
  };
  const path = join(temporaryFolder(), "chart.svg");
  expect(await here.ana.call("insight.writeChart", { ...chart, path })).toEqual({
    path,
    bytes: Buffer.byteLength(svg),
  });
  expect(readFileSync(path, "utf8")).toBe(svg);
  expect(await problemOf(here.ana.call("insight.writeChart", { ...chart, path }))).toMatchObject({
    problem: "export-exists",
  });
  const own = join(here.project.path, "project.json");
  const before = readFileSync(own, "utf8");
  expect(
    await problemOf(here.ana.call("insight.writeChart", { ...chart, path: own, overwrite: true })),
  ).toMatchObject({ problem: "export-exists" });
  expect(readFileSync(own, "utf8")).toBe(before);
});

test.each([
  ["a page", "svg", base64("<html><script>alert(1)</script></html>")],
  ["an SVG that is called a PNG", "png", base64(svg)],
  ["what is no Base64", "svg", "PHN2Zy!!"],
] as const)("%s is no chart", async (_, format, content) => {
  const here = await place();
  const path = join(temporaryFolder(), "chart");
  const written = here.ana.call("insight.writeChart", {
    ...{ project: here.project.handle, format, base64: content, path, overwrite: false },
  });
  expect(await problemOf(written)).toMatchObject({ problem: "input-invalid" });
  expect(() => readFileSync(path)).toThrow();
});
