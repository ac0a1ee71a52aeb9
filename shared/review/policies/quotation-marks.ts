// Passes over quotation marks at the edges, single ones among them.
import { message } from "../../words/message.ts";
import { type EdgePolicy, withoutAtEnds } from "./policy.ts";

const marks = "\"'“”„‟‘’‚‛«»‹›「」『』";

export const quotationMarks: EdgePolicy = {
  id: "quotation-marks",
  name: message("review.quotation-marks"),
  about: message("review.quotation-marks-about"),
  trimmed: (text, range) => withoutAtEnds(text, range, (unit) => marks.includes(unit)),
};
