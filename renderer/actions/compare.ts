// Walking the differences of the comparison of people, or the changes between two versions of the article on the screen, and how they are
// shown; choosing a fresh copy.
import type { Id } from "../../shared/model/id.ts";
import type { ComparedGroup } from "../../shared/review/comparison.ts";
import { everyDifference, groupKey } from "../../shared/review/list-differences.ts";
import { comparingOf, listedIn, rowOf } from "../state/review/comparing.ts";
import { changesIn, comparingVersionsOf } from "../state/review/comparing-versions.ts";
import { showPage } from "../state/window/ui-state.ts";
import type { ActionContext, ActionEntry } from "./action.ts";
import { enterPaneOnceShown, showArticle } from "./panes.ts";

interface ComparedArticle {
  readonly article: Id;
  readonly annotators: readonly Id[];
  readonly policies: readonly string[];
  /** What is listed; `null`: all. */
  readonly units: readonly Pick<ComparedGroup, "kind" | "members">[] | null;
}

/** Opens the page *Compare* on an article: the door of every number of differences. */
export function openComparison(
  { workspace, ui }: Pick<ActionContext, "workspace" | "ui">,
  { units, ...compared }: ComparedArticle,
): void {
  const comparing = comparingOf(workspace);
  showPage(ui, "compare");
  const groups =
    units?.map(({ kind, members }) => groupKey({ kind, members, place: null, differences: [] })) ?? null;
  const query = { ...everyDifference, shown: "strict" as const, groups };
  void comparing.open({ ...compared, query }).then(() => comparing.show(groups?.[0] ?? null));
}

/** The difference after or before the one that is shown; without one, the first or the last. Goes round at the end. */
function neighbour({ workspace }: ActionContext, direction: 1 | -1): string | null {
  const state = comparingOf(workspace).state.get();
  const rows = listedIn(state);
  const currentRow = rowOf(rows, state.current);
  const at = currentRow ? rows.indexOf(currentRow) : -1;
  const nextIndex = at < 0 ? (direction === 1 ? 0 : -1) : (at + direction) % rows.length;
  return rows.at(nextIndex)?.key ?? null;
}

const step = (direction: 1 | -1, keys: readonly string[]): ActionEntry => {
  const id = direction === 1 ? "next-difference" : "previous-difference";
  return {
    id,
    group: "review",
    keys,
    scope: "compare",
    enabled: (context) => neighbour(context, direction) !== null,
    run: (context) => comparingOf(context.workspace).show(neighbour(context, direction)),
  };
};

/** The difference that is shown, with this person's own span or card of it. */
function shownDifference({ workspace }: ActionContext) {
  const state = comparingOf(workspace).state.get();
  const group = rowOf(listedIn(state), state.current)?.group;
  const ownAnnotatorId = state.sets?.sets.find(({ annotator }) => annotator.role === "own")?.annotator.id;
  const column = state.review?.annotators.indexOf(ownAnnotatorId ?? "") ?? -1;
  return group?.place
    ? { place: group.place, kind: group.kind, member: group.members[column] ?? null }
    : null;
}

export const compareActions: readonly ActionEntry[] = [
  step(1, ["j", "n"]),
  step(-1, ["k", "p"]),
  {
    id: "difference-in-article",
    group: "review",
    keys: ["Enter"],
    scope: "compare",
    enabled: (context) => context.workspace.state.get().session !== null && shownDifference(context) !== null,
    run(context) {
      const { session } = context.workspace.state.get();
      const difference = shownDifference(context);
      if (!session || !difference) return;
      showArticle(context.ui);
      const [span, card] = difference.kind === "span" ? [difference.member, null] : [null, difference.member];
      session.setFocus({ span, card });
      session.reveal(difference.place);
    },
  },
  {
    id: "compare-blind",
    group: "review",
    keys: ["b"],
    scope: "compare",
    enabled: ({ workspace }) => comparingOf(workspace).state.get().sets !== null,
    run({ workspace }) {
      const comparing = comparingOf(workspace);
      comparing.setBlind(!comparing.state.get().blind);
    },
  },
  {
    id: "compare-columns",
    group: "review",
    keys: ["c"],
    scope: "compare",
    enabled: ({ workspace }) => comparingOf(workspace).state.get().chosen.length === 2,
    run({ workspace }) {
      const comparing = comparingOf(workspace);
      comparing.setColumns(!comparing.state.get().columns);
    },
  },
];

const changeStep = (direction: 1 | -1, keys: readonly string[]): ActionEntry => {
  const id = direction === 1 ? "next-change" : "previous-change";
  return {
    id,
    group: "review",
    keys,
    scope: "changes",
    enabled: ({ workspace }) => changesIn(comparingVersionsOf(workspace).state.get()).length > 0,
    run: ({ workspace }) => comparingVersionsOf(workspace).step(direction),
  };
};

export const versionChangeActions: readonly ActionEntry[] = [
  changeStep(1, ["j", "n"]),
  changeStep(-1, ["k", "p"]),
  {
    id: "changes-columns",
    group: "review",
    keys: ["c"],
    scope: "changes",
    enabled: ({ workspace }) => comparingVersionsOf(workspace).state.get().comparison !== null,
    run({ workspace }) {
      const comparing = comparingVersionsOf(workspace);
      comparing.setColumns(!comparing.state.get().columns);
    },
  },
  {
    id: "show-revisions",
    group: "project",
    keys: ["Alt+v"],
    enabled: ({ workspace }) => workspace.state.get().session !== null,
    run({ workspace, ui }) {
      comparingVersionsOf(workspace).putAway();
      showPage(ui, "changes");
      enterPaneOnceShown("page");
    },
  },
  {
    id: "compare-with-copy",
    group: "project",
    keys: [],
    enabled: ({ workspace }) => workspace.state.get().session !== null,
    run: ({ ui }) => ui.patch({ dialog: "fresh-copy" }),
  },
];
