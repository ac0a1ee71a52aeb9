// A conflict of a merge on one line.
import type { TakeInConflict } from "../../shared/api/take-in.ts";
import { visibleText } from "../../shared/errors/visible-text.ts";
import { message } from "../../shared/words/message.ts";
import type { Words } from "../../shared/words/say.ts";

export function conflictLine(
  title: string,
  { kind, why, quote, fields }: Pick<TakeInConflict, "kind" | "why" | "quote" | "fields">,
  { say, tell }: Words,
): string {
  return say("handover.conflict", {
    title: visibleText(title),
    kind: tell(message(`handover.kind-${kind}`)),
    quote: quote === "" ? "none" : "some",
    words: visibleText(quote),
    why: tell(message(`handover.conflict-${why}`)),
    fields: fields
      .map(({ name, ours, theirs }) =>
        say("handover.conflict-field", {
          name,
          ours: visibleText(ours),
          theirs: visibleText(theirs),
        }),
      )
      .join(""),
  });
}
