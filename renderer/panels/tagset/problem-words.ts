// The words for what is wrong with a tagset.
import type { TagsetProblem } from "../../../shared/tagsets/tagset-problems.ts";
import { type Message, message } from "../../../shared/words/message.ts";

export function problemWords({ code, name, other }: TagsetProblem): Message {
  switch (code) {
    case "no-type":
      return message("tagset.problem-no-type");
    case "name-empty":
      return message("tagset.problem-name-empty");
    case "id-repeated":
    case "slot-repeated":
      return message("tagset.problem-id-repeated", { name });
    case "name-repeated":
      return message("tagset.problem-name-repeated", { name });
    case "key-repeated":
      return message("tagset.problem-key-repeated", { name, other });
    case "key-not-one-character":
      return message("tagset.problem-key-not-one", { name });
    case "slot-accepts-unknown":
      return message("tagset.problem-slot-accepts", { name, other });
    case "default-unknown":
      return message("tagset.problem-default", { name });
    case "when-unknown":
      return message("tagset.problem-when", { name });
    case "when-circle":
      return message("tagset.problem-when-circle", { name });
  }
}
