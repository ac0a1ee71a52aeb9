// A line that says why something could not be done, and how to go on.
import type { ApiErrorData } from "../../shared/errors/errors.ts";
import { explain } from "../../shared/errors/explain.ts";
import { OutsideText } from "../ui/outside-text.tsx";
import { useWords } from "../ui/words.tsx";

/** Read aloud when it appears; nothing where there is no problem. */
export function ProblemLine({ problem }: { readonly problem: ApiErrorData | null }) {
  const { tell } = useWords();
  if (!problem) return null;
  const { what, advice } = explain(problem);
  return (
    <p className="problem-line" role="alert">
      <OutsideText>{tell(what)}</OutsideText> <OutsideText>{tell(advice)}</OutsideText>
    </p>
  );
}
