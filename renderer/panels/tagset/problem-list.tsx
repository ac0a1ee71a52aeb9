// What keeps a tagset from being put to use: the first problem in words, and how many more there are.
import type { TagsetProblem } from "../../../shared/tagsets/tagset-problems.ts";
import { useWords } from "../../ui/words.tsx";
import { problemWords } from "./problem-words.ts";

export function ProblemList({ problems }: { readonly problems: readonly TagsetProblem[] }) {
  const { say, tell } = useWords();
  const [first, ...others] = problems;
  return (
    <p className="tagset-problems" role="status">
      {first && tell(problemWords(first))}
      {others.length > 0 && ` ${say("tagset.more-problems", { count: others.length })}`}
    </p>
  );
}
