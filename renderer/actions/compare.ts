// Walking the differences of the comparison, and how it is shown.
import { message } from "../../shared/words/message.ts";
import { comparingOf, listedIn } from "../state/comparing.ts";
import type { Action, ActionContext } from "./action.ts";

/** The difference after or before the one that is shown; without one, the first or the last. Goes round at the end. */
function neighbour({ workspace }: ActionContext, direction: 1 | -1): string | null {
  const state = comparingOf(workspace).state.get();
  const rows = listedIn(state);
  const at = rows.findIndex(({ key }) => key === state.current);
  const next = at < 0 ? (direction === 1 ? 0 : -1) : (at + direction) % rows.length;
  return rows.at(next)?.key ?? null;
}

const step = (direction: 1 | -1, keys: readonly string[]): Action => {
  const id = direction === 1 ? "next-difference" : "previous-difference";
  return {
    id,
    title: message(`actions.${id}`),
    group: "review",
    keys,
    on: "compare",
    enabled: (context) => neighbour(context, direction) !== null,
    run: (context) => comparingOf(context.workspace).show(neighbour(context, direction)),
  };
};

export const compareActions: readonly Action[] = [
  step(1, ["j", "n"]),
  step(-1, ["k", "p"]),
  {
    id: "compare-blind",
    title: message("actions.compare-blind"),
    group: "review",
    keys: ["b"],
    on: "compare",
    enabled: ({ workspace }) => comparingOf(workspace).state.get().sets !== null,
    run({ workspace }) {
      const comparing = comparingOf(workspace);
      comparing.setBlind(!comparing.state.get().blind);
    },
  },
  {
    id: "compare-columns",
    title: message("actions.compare-columns"),
    group: "review",
    keys: ["c"],
    on: "compare",
    enabled: ({ workspace }) => comparingOf(workspace).state.get().chosen.length === 2,
    run({ workspace }) {
      const comparing = comparingOf(workspace);
      comparing.setColumns(!comparing.state.get().columns);
    },
  },
];
