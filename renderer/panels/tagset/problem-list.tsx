// What keeps a tagset from being put to use: the first problems in words, and how many more there are.
import type { TagsetProblem } from "../../../shared/tagsets/tagset-problems.ts";
import { useWords } from "../../ui/words.tsx";
import { problemWords } from "./problem-words.ts";

/** More than these fill the foot of the dialog. */
const most = 3;

export function ProblemList({ problems }: { readonly problems: readonly TagsetProblem[] }) {
  const { say, tell } = useWords();
  const shown = problems.slice(0, most).map((problem) => tell(problemWords(problem)));
  const more = problems.length - shown.length;
  return (
    <p className="tagset-problems" role="status">
      {[...shown, ...(more > 0 ? [say("tagset.more-problems", { count: more })] : [])].join(" ")}
    </p>
  );
}
