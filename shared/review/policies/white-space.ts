// Passes over white space at the edges.
import { message } from "../../words/message.ts";
import { type EdgePolicy, withoutAtEnds } from "./policy.ts";

export const whiteSpace: EdgePolicy = {
  id: "white-space",
  name: message("review.white-space"),
  about: message("review.white-space-about"),
  trimmed: (text, range) => withoutAtEnds(text, range, (unit) => /\s/u.test(unit)),
};
