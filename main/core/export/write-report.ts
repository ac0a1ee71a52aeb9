// The report of an export: what the format could not hold, in words and for programs, beside the file that it is about.
import { basename } from "node:path";
import type { ExportReport } from "../../../shared/api/contract.ts";
import { lossMessage } from "../../../shared/interchange/loss.ts";
import { type Language, localeFor } from "../../../shared/words/language.ts";
import { createWords } from "../../../shared/words/say.ts";
import type { Disk } from "../../storage/files/disk.ts";
import { writeReadBack } from "../../storage/files/durable-file.ts";

export const reportPath = (path: string): string => `${path}.report.json`;

/** Resolves with its path. Throws an `ApiError`. */
export async function writeExportReport(
  disk: Disk,
  path: string,
  { format, articles, sets, bytes, losses }: ExportReport & { readonly format: string },
  language: Language,
): Promise<string> {
  const { tell } = createWords(localeFor(language, []));
  const beside = reportPath(path);
  const report = {
    file: basename(path),
    format,
    articles,
    sets,
    bytes,
    losses: losses.map((loss) => ({ ...loss, says: tell(lossMessage(loss)) })),
  };
  await writeReadBack(disk, beside, Buffer.from(`${JSON.stringify(report, null, 2)}\n`, "utf8"));
  return beside;
}
