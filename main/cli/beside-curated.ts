// Says on the command line which curated sets could not become the project's, and why.
import { besideCuratedWords } from "../../shared/api/carried-words.ts";
import type { TakeInRow } from "../../shared/api/take-in.ts";
import { visibleText } from "../../shared/errors/visible-text.ts";
import type { Words } from "../../shared/words/say.ts";

/** A line each. */
export const besideCuratedLines = (rows: readonly TakeInRow[], { tell }: Words): string =>
  rows
    .flatMap((row) => {
      const why = besideCuratedWords(row);
      return why ? [`${visibleText(row.title)}: ${tell(why)}\n`] : [];
    })
    .join("");
