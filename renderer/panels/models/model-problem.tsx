// Why a model could not be asked or changed, and what to do about it.
import type { ApiErrorData } from "../../../shared/errors/errors.ts";
import { explain } from "../../../shared/errors/explain.ts";
import { OutsideText } from "../../ui/outside-text.tsx";
import { useWords } from "../../ui/words.tsx";

export function ModelProblem({ problem }: { readonly problem: ApiErrorData }) {
  const { tell } = useWords();
  const { what, advice } = explain(problem);
  return (
    <div className="model-problem" role="alert">
      <p>
        <OutsideText>{tell(what)}</OutsideText>
      </p>
      <p className="quiet">
        <OutsideText>{tell(advice)}</OutsideText>
      </p>
    </div>
  );
}
