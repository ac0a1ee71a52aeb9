// Says on the command line which curated sets could not become the project's, and why.
import type { TakeInRow } from "../../shared/api/take-in.ts";
import { visibleText } from "../../shared/errors/visible-text.ts";
import type { Words } from "../../shared/words/say.ts";

/** A line each. */
export const besideCuratedLines = (rows: readonly TakeInRow[], { say }: Words): string =>
  rows
    .flatMap(({ title, besideCurated: why }) =>
      why ? [`${visibleText(title)}: ${say(`handover.beside-curated-${why}`)}\n`] : [],
    )
    .join("");
