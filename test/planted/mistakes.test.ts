// Each mistake that `npm run test:all` plants still has its place and the journey that is meant to find it.
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { repository } from "../helpers/built-app.ts";
import { mistakes } from "./mistakes.mjs";

const journeys = readdirSync(join(repository, "test/e2e"))
  .filter((name) => name.endsWith(".spec.ts"))
  .map((name) => readFileSync(join(repository, "test/e2e", name), "utf8"))
  .join("\n");

test.each(mistakes.map((one) => [one.title, one] as const))("%s", (_title, { file, original, journey }) => {
  expect(readFileSync(join(repository, file), "utf8").split(original)).toHaveLength(2);
  expect(journeys).toContain(journey);
});
