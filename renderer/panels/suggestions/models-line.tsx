// How models of the person's own are with the article: at work, with a way to stop them, or what came of it.
import { type AskedModels, suggestingOf } from "../../state/suggestions/suggesting.ts";
import { Button } from "../../ui/button.tsx";
import { OutsideText } from "../../ui/outside-text.tsx";
import { useWords } from "../../ui/words.tsx";
import { usePanels } from "../app-context.tsx";
import { ModelProblem } from "../models/model-problem.tsx";
import { RefusedReasons } from "../models/refused-reasons.tsx";
import "../../styles/models.css";

export function ModelsLine({ models }: { readonly models: AskedModels }) {
  const { workspace } = usePanels();
  const { say, list } = useWords();
  const suggesting = suggestingOf(workspace);
  if (models.status === "none") return null;
  const again = <Button onPress={suggesting.again}>{say("models.ask-again")}</Button>;
  if (models.status !== "answered") {
    const values = { names: list(models.names), count: models.names.length };
    return (
      <div className="models-line">
        <p className="quiet" role="status">
          <OutsideText>{say(`models.${models.status}`, values)}</OutsideText>
        </p>
        {models.status === "asking" ? (
          <Button onPress={suggesting.stopModels}>{say("models.stop")}</Button>
        ) : (
          again
        )}
      </div>
    );
  }
  return (
    <>
      {models.runs.map(({ model, report, problem }) => (
        <div key={model} className="models-line">
          {problem && <ModelProblem problem={problem} />}
          {problem && again}
          {report && (
            <div role="status">
              <p className="quiet">
                <OutsideText>{say("models.proposed", { name: model, taken: report.taken })}</OutsideText>
              </p>
              <RefusedReasons report={report} />
            </div>
          )}
        </div>
      ))}
    </>
  );
}
