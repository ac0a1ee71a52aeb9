// What has to be made in memory as a whole is refused before it is begun, where it would be too large; what is written piece by piece never is.
import { expect, test } from "vitest";
import { startExportWork } from "../../../../main/core/export/export-work.ts";
import { ApiError } from "../../../../shared/errors/errors.ts";
import { wholeSampleBundle } from "../../../helpers/bundles.ts";

const { articles, ...head } = wholeSampleBundle();

async function looked(format: string, most: number, some = articles) {
  const work = startExportWork(
    { format, head: { ...head, exportedAt: "", generator: "" }, apart: false },
    most,
  );
  for (const article of some) await work({ ask: "look", article: JSON.stringify(article) });
  return work;
}

test("a database that would be too large is refused with its limit, before a row of it is made", async () => {
  const work = await looked("sqlite", 1_000);
  const refused = await work({ ask: "losses" }).catch((error: unknown) => error);
  expect(refused).toBeInstanceOf(ApiError);
  expect(refused).toMatchObject({ problem: "export-database-too-large", detail: { maximum: 1_000 } });
});

test("a database is as large as its bytes, not as its characters", async () => {
  const characters = 10_000;
  const [article] = articles;
  if (!article) throw new RangeError("The sample has articles.");
  const other = { ...article, text: "字".repeat(characters), sets: [] };
  const most = JSON.stringify(other).length * 2;
  expect(most).toBeLessThan(characters * 3);
  const work = await looked("sqlite", most, [other]);
  await expect(work({ ask: "losses" })).rejects.toBeInstanceOf(ApiError);
});

test("what a database is estimated at is near what it becomes", async () => {
  const estimate = async (most: number) => (await looked("sqlite", most))({ ask: "losses" });
  const work = await looked("sqlite", Number.MAX_SAFE_INTEGER);
  const { passes } = await work({ ask: "losses" });
  let bytes = 0;
  for (let pass = 0; pass < passes; pass += 1) {
    const asks = [
      { ask: "begin" as const, pass },
      ...articles.map((one) => ({ ask: "write" as const, pass, article: JSON.stringify(one) })),
      { ask: "end" as const, pass },
    ];
    for (const ask of asks) for (const part of (await work(ask)).parts) bytes += part.bytes.length;
  }
  await expect(estimate(bytes / 2)).rejects.toBeInstanceOf(ApiError);
  expect((await estimate(bytes * 2)).passes).toBe(passes);
});

test("Parquet, which is written piece by piece, is never too large", async () => {
  expect((await (await looked("parquet", 0))({ ask: "losses" })).passes).toBeGreaterThan(0);
});
