// Passes over the conjunction with which a claim begins: "that", and its like in the languages that newsrooms write.
import { message } from "../../words/message.ts";
import type { EdgePolicy } from "./policy.ts";

const conjunction = /^(?:that|dass|daß|que|qu['’]|che|dat|att|at|że|что)(?!\p{L})\s*/iu;
/** No conjunction with the space after it is longer. */
const longest = 16;

export const leadingThat: EdgePolicy = {
  id: "leading-that",
  name: message("review.leading-that"),
  about: message("review.leading-that-about"),
  trimmed(text, { start, end }) {
    const match = conjunction.exec(text.slice(start, Math.min(end, start + longest)));
    return { start: start + (match?.[0].length ?? 0), end };
  },
};
