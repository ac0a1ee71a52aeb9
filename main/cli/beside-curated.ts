// What the command line says of curated sets that could not become the project's, which has others.
import type { TakeInRow } from "../../shared/api/take-in.ts";
import { visibleText } from "../../shared/problems/visible-text.ts";
import type { Words } from "../../shared/words/say.ts";

/** A line each. */
export const besideCuratedLines = (rows: readonly TakeInRow[], { say }: Words): string =>
  rows
    .filter(({ isBesideCurated }) => isBesideCurated)
    .map(({ title }) => `${visibleText(title)}: ${say("handover.beside-curated")}\n`)
    .join("");
