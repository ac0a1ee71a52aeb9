// Notes on a model: why it could not be asked or changed, and which parts of its answer cannot be used.
import type { ApiErrorData } from "../../../shared/errors/errors.ts";
import { explain } from "../../../shared/errors/explain.ts";
import type { ModelReport } from "../../../shared/suggestions/model-answer.ts";
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

export function RefusedReasons({ report }: { readonly report: ModelReport }) {
  const { say, tell } = useWords();
  if (report.refused.length === 0) return null;
  return (
    <ul className="refused-reasons">
      {report.refused.map(({ why, count, field }) => (
        <li key={why}>
          <OutsideText>
            {say("models.refused", { count, why: tell({ key: `models.why-${why}`, values: { field } }) })}
          </OutsideText>
        </li>
      ))}
    </ul>
  );
}
