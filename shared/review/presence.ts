// Who has a unit that not everybody has, said by the smaller side: “only A”, or “not C”.
import { type Message, message } from "../words/message.ts";
import type { ComparedGroup } from "./comparison.ts";

/** `names`: of the members, in their order. `list`: as a list in the language of the words. */
export function presenceOf(
  { members }: Pick<ComparedGroup, "members">,
  names: readonly string[],
  list: (names: readonly string[]) => string,
): Message {
  const having = names.filter((_name, at) => members[at] !== null);
  const lacking = names.filter((_name, at) => members[at] === null);
  return having.length > lacking.length
    ? message("review.not-people", { people: list(lacking) })
    : message("review.only-people", { people: list(having) });
}
