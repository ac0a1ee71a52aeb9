// Passes over marks that end a sentence or part its clauses, at the end.
import { message } from "../../words/message.ts";
import type { EdgePolicy } from "./policy.ts";

const marks = ".,;:!?…–—。，；：！？、،؛؟۔";

export const finalPunctuation: EdgePolicy = {
  id: "final-punctuation",
  name: message("review.final-punctuation"),
  about: message("review.final-punctuation-about"),
  trimmed(text, { start, end }) {
    let to = end;
    while (to > start && marks.includes(text.charAt(to - 1))) to -= 1;
    return { start, end: to };
  },
};
