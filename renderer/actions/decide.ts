// Deciding on the question that is shown, or on the part of it that was opened: one key a decision.
import { explain } from "../../shared/errors/explain.ts";
import { patternAt } from "../../shared/review/decide/alike.ts";
import { decidedAlone } from "../../shared/review/questions.ts";
import type { Unfinished } from "../../shared/review/unfinished.ts";
import { message } from "../../shared/words/message.ts";
import { assigningOf, nextToDecide } from "../state/review/assigning.ts";
import { mostCompared } from "../state/review/comparing.ts";
import {
  acceptableIn,
  type Decisions,
  decidedOn,
  decidingOf,
  decisionsIn,
  isAllDecided,
  isCurated,
  isInList,
  memberAt,
  nextUnfinished,
  reaches,
  usualAccept,
} from "../state/review/deciding.ts";
import type { ActionContext, ActionEntry, Titled } from "./action.ts";
import { enterPaneOnceShown } from "./panes.ts";

/** What is shown and can be decided on. */
function writableDecisions({ workspace }: Pick<ActionContext, "workspace">): Decisions | null {
  const decisions = decisionsIn(workspace);
  return decisions?.current && isWritable(workspace) ? decisions : null;
}

const isWritable = (workspace: ActionContext["workspace"]): boolean =>
  decidingOf(workspace).state.get().session?.readOnly === false;

/**
 * Shows what is unfinished; of what all have alike, the dialog in which it is accepted, unless all of it is left for somebody to
 * look at: then the first of it.
 */
export function openUnfinished({ workspace, ui }: ActionContext, one: Unfinished): void {
  if (isInList(one.what))
    document.querySelector<HTMLElement>(`[data-unfinished="${one.what}"] [data-open] button`)?.focus();
  decidingOf(workspace).showUnfinished(one);
  const decisions = decisionsIn(workspace);
  if (one.what !== "agreed" || !decisions) return;
  const threshold = decisions.review.annotators.length;
  const { accepted } = acceptableIn(workspace, decisions, { ...usualAccept, threshold });
  if (accepted.length > 0) ui.patch({ dialog: "accept-together" });
}

/** Whether all is decided, and nobody has said yet that the article is curated. */
const canFinish = (workspace: ActionContext["workspace"]): boolean =>
  isAllDecided(workspace) && isWritable(workspace) && isCurated(workspace) === false;

interface DecisionAction {
  readonly keys: readonly string[];
  enabled?(context: ActionContext, decisions: Decisions): boolean;
  run(context: ActionContext, decisions: Decisions): void;
}

const deciding = ({ enabled, run, ...rest }: Titled & DecisionAction): ActionEntry => ({
  ...rest,
  group: "review",
  scope: "decide",
  enabled(context) {
    const decisions = writableDecisions(context);
    return decisions !== null && (enabled?.(context, decisions) ?? true);
  },
  run(context) {
    const decisions = writableDecisions(context);
    if (decisions) run(context, decisions);
  },
});

const as = (how: "union" | "intersection" | "nothing" | "unsure", key: string): ActionEntry =>
  deciding({
    id: `decide-${how}` as const,
    keys: [key],
    run: ({ workspace }) => decidingOf(workspace).decide({ how }),
  });

const takeAction = (place: number): ActionEntry =>
  deciding({
    id: `decide-take-${place + 1}`,
    title: message("actions.decide-take", { place: String(place + 1) }),
    keys: [String(place + 1)],
    enabled: ({ workspace }) => memberAt(workspace, place) !== null,
    run({ workspace }) {
      const member = memberAt(workspace, place);
      if (member !== null) decidingOf(workspace).decide({ how: "take", member });
    },
  });

const step = (direction: 1 | -1, keys: readonly string[]): ActionEntry => {
  const id = direction === 1 ? "next-conflict" : "previous-conflict";
  return {
    id,
    group: "review",
    keys,
    scope: "decide",
    enabled: ({ workspace }) => decisionsIn(workspace)?.current != null,
    run: ({ workspace }) => decidingOf(workspace).step(direction),
  };
};

async function goToNextArticle({ workspace, ui }: ActionContext): Promise<void> {
  const { session } = workspace.state.get();
  const { page } = ui.get();
  const article = await nextToDecide(workspace);
  // Whoever has gone to another article or page meanwhile stays there.
  if (workspace.state.get().session !== session || ui.get().page !== page) return;
  if (article !== null) {
    decidingOf(workspace).list("conflicts");
    await workspace.openArticle(article);
    enterPaneOnceShown("page");
    return;
  }
  const { problem } = assigningOf(workspace).state.get();
  const says = problem
    ? message("decide.next-failed", { reason: explain(problem).what })
    : message("decide.none-to-decide");
  session?.say({ kind: "result", says, isRefused: problem !== null, isOfPage: true });
}

export const decideActions: readonly ActionEntry[] = [
  ...Array.from({ length: mostCompared }, (_, place) => takeAction(place)),
  as("union", "u"),
  as("intersection", "i"),
  as("nothing", "0"),
  as("unsure", "q"),
  deciding({
    id: "decide-edit",
    keys: ["e"],
    run({ workspace }, decisions) {
      const group = decisions.review.comparison.groups[decidedOn(decisions) ?? -1];
      if (group?.kind === "span") decidingOf(workspace).setEditing(true);
      else decidingOf(workspace).decide({ how: "edit" });
    },
  }),
  deciding({
    id: "decide-reason",
    keys: ["r"],
    run: () => document.querySelector<HTMLElement>("[data-reason] input")?.focus(),
  }),
  deciding({
    id: "decide-phrase",
    keys: ["f"],
    enabled: (_, decisions) => patternAt(decisions.review, decidedOn(decisions) ?? -1) !== null,
    run({ workspace }) {
      const deciding = decidingOf(workspace);
      const at = reaches.indexOf(deciding.state.get().reach);
      deciding.setReach(reaches[(at + 1) % reaches.length] ?? "here");
    },
  }),
  deciding({
    id: "decide-part",
    keys: ["d"],
    enabled: (_, { current }) => current !== null && current.parts.length > 1,
    run({ workspace }, { current, part }) {
      const parts = current?.parts.slice(1) ?? [];
      const at = parts.findIndex(({ group }) => group === part?.group);
      decidingOf(workspace).openPart(parts[at + 1]?.group ?? null);
    },
  }),
  {
    id: "decide-unfinished",
    group: "review",
    keys: ["g"],
    scope: "decide",
    enabled: ({ workspace }) => nextUnfinished(workspace) !== null,
    run(context) {
      const unfinished = nextUnfinished(context.workspace);
      if (unfinished) openUnfinished(context, unfinished);
    },
  },
  {
    id: "decide-curated",
    group: "review",
    keys: ["m"],
    scope: "decide",
    enabled: ({ workspace }) => canFinish(workspace),
    run({ workspace }) {
      if (canFinish(workspace)) decidingOf(workspace).setCurated(true);
    },
  },
  {
    id: "decide-next-article",
    group: "review",
    keys: ["Shift+n"],
    scope: "decide",
    enabled: ({ workspace }) => workspace.state.get().articles.length > 1,
    run: (context) => void goToNextArticle(context),
  },
  deciding({
    id: "decide-reopen",
    keys: ["Backspace", "Delete"],
    enabled: (_, { current, part }) =>
      (part ?? current)?.decision != null || (!part && current !== null && decidedAlone(current).length > 0),
    run: ({ workspace }) => decidingOf(workspace).reopen(),
  }),
  deciding({
    id: "decide-together",
    keys: ["a"],
    run: ({ ui }) => ui.patch({ dialog: "accept-together" }),
  }),
  step(1, ["j", "n"]),
  step(-1, ["k", "p"]),
];
