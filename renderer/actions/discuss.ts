// Beginning a thread on what several people marked differently: from the comparison, and from the conflict that is decided on.
import type { ComparedGroup } from "../../shared/review/comparison.ts";
import { comparingOf, listedIn, rowOf } from "../state/review/comparing.ts";
import { decidedOn, decisionsIn } from "../state/review/deciding.ts";
import type { ActionContext, ActionEntry } from "./action.ts";
import { beginThread, longestQuote } from "./talk.ts";

/** What is shown on a page, when it is of the article that is open and can be talked about. */
function shownOn(page: "compare" | "decide", { workspace }: ActionContext): ComparedGroup | null {
  const comparing = comparingOf(workspace).state.get();
  const { session } = workspace.state.get();
  if (!comparing.review || session?.article.id !== comparing.review.article || session.readOnly) return null;
  if (page === "compare") return rowOf(listedIn(comparing), comparing.current)?.group ?? null;
  const decisions = decisionsIn(workspace);
  const number = decisions && decidedOn(decisions);
  return number === null ? null : (comparing.review.comparison.groups[number] ?? null);
}

const ids = { compare: "discuss-difference", decide: "discuss-conflict" } as const;

const discuss = (page: keyof typeof ids): ActionEntry => ({
  id: ids[page],
  group: "review",
  keys: ["Shift+t"],
  scope: page,
  enabled: (context) => shownOn(page, context) !== null,
  run(context) {
    const group = shownOn(page, context);
    const { session } = context.workspace.state.get();
    if (!group || !session) return;
    const { start, end } = group.place ?? { start: 0, end: 0 };
    const quote = [...session.text.text.slice(start, end)].slice(0, longestQuote).join("");
    const members = group.members.flatMap((member) => member ?? []);
    beginThread(context, { what: "conflict", members, quote });
    if (group.place) session.reveal(group.place);
  },
});

export const discussActions: readonly ActionEntry[] = [discuss("compare"), discuss("decide")];
