// A bar of the states, whose parts are as wide as their articles are many; the numbers are its name.
import { workStates } from "../../../shared/model/progress.ts";
import type { Totals } from "../../../shared/review/assignments.ts";
import { useWords } from "../../ui/words.tsx";

export function StateBar({ totals }: { readonly totals: Totals }) {
  const { say, list } = useWords();
  const presentStates = workStates.filter((state) => totals[state] > 0);
  const words = list(
    presentStates.map((state) =>
      say("progress.total-of", { state: say(`progress.state-${state}`), count: totals[state] }),
    ),
  );
  return (
    <span
      className="state-bar"
      role="img"
      aria-label={words === "" ? say("progress.nobody-yet") : words}
      data-hint={words === "" ? undefined : words}
    >
      {presentStates.map((state) => (
        <span key={state} className={`state-part ${state}`} style={{ flexGrow: totals[state] }} />
      ))}
    </span>
  );
}
