// Formats that are pages to print: what goes in is HTML, what comes out is PDF, printed by whatever browser the host has.
import { ApiError } from "../../../shared/errors/errors.ts";
import type { Part } from "../../../shared/interchange/passes.ts";
import { limits } from "../../../shared/schema/limits.ts";
import type { CoreOptions } from "../context.ts";
import type { Sink } from "./sinks.ts";

/** A browser has the whole page in memory while it prints: what is longer is refused. */
export function printed(
  sink: Sink,
  { printPdf }: Pick<CoreOptions, "printPdf">,
  { into, file }: { readonly into: "file" | "folder"; readonly file: string },
): Sink {
  let chunks: Uint8Array[] = [];
  let length = 0;
  const print = async (name: string): Promise<void> => {
    if (!printPdf) throw new ApiError("pdf-unsupported", { file });
    const page = Buffer.concat(chunks).toString("utf8");
    chunks = [];
    length = 0;
    await sink.add({ name, bytes: await printPdf(page) });
  };
  return {
    async add({ name, bytes }: Part) {
      chunks.push(bytes);
      length += bytes.length;
      if (length > limits.printedBytes)
        throw new ApiError("export-page-too-long", { file, maximum: limits.printedBytes });
      if (into === "folder") await print(name);
    },
    async finish() {
      if (into === "file") await print("");
      return sink.finish();
    },
    abandon: sink.abandon,
  };
}
