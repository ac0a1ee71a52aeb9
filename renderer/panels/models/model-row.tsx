// One model: whether it is asked, what it is, and how it answers when it is tried.
import { Pencil, Trash2 } from "lucide-react";
import { useCallback, useEffect, useState } from "react";
import type { KnownModel, ModelRun } from "../../../shared/api/own-models.ts";
import { joinCommand } from "../../../shared/suggestions/split-command.ts";
import { ownModelsOf } from "../../state/suggestions/own-models.ts";
import { Button, IconButton } from "../../ui/button.tsx";
import { OutsideText, plainText } from "../../ui/outside-text.tsx";
import { SwitchField } from "../../ui/switch-field.tsx";
import { useWords } from "../../ui/words.tsx";
import { usePanels } from "../app-context.tsx";
import { ModelProblem } from "./model-problem.tsx";
import { RefusedReasons } from "./refused-reasons.tsx";

interface Props {
  readonly model: KnownModel;
  onTurn(on: boolean): void;
  onChange(): void;
  onRemove(): void;
}

export function ModelRow({ model, onTurn, onChange, onRemove }: Props) {
  const { workspace } = usePanels();
  const { say } = useWords();
  const own = ownModelsOf(workspace);
  const [run, setRun] = useState<ModelRun | "trying" | null>(null);
  const name = plainText(model.name);
  const stop = useCallback(() => own.stopAttempt(model.name), [own, model.name]);
  useEffect(() => stop, [stop]);
  const attempt = async (): Promise<void> => {
    setRun("trying");
    setRun(await own.attempt(model.name));
  };
  return (
    <li className="model-row">
      <div className="model-head">
        <SwitchField
          label={say("models.turn-on", { name })}
          value={model.on && model.allowed}
          onChange={onTurn}
        />
        <span className="model-buttons">
          {model.allowed &&
            // One button, so that the keyboard stays on it.
            (run === "trying" ? (
              <Button key="try" onPress={stop}>
                {say("models.stop")}
              </Button>
            ) : (
              <Button key="try" aria-label={say("models.try-of", { name })} onPress={() => void attempt()}>
                {say("models.try")}
              </Button>
            ))}
          <IconButton tiny label={say("models.change-of", { name })} onPress={onChange}>
            <Pencil size={14} aria-hidden />
          </IconButton>
          <IconButton tiny label={say("models.remove-of", { name })} onPress={onRemove}>
            <Trash2 size={14} aria-hidden />
          </IconButton>
        </span>
      </div>
      <p className="quiet small model-what">
        <code>
          <OutsideText cut>
            {model.way.by === "command" ? joinCommand(model.way.command) : model.way.address}
          </OutsideText>
        </code>
      </p>
      {!model.allowed && <p className="quiet small">{say("models.not-allowed")}</p>}
      <div role="status">
        {run === "trying" && <p className="quiet">{say("models.trying", { name })}</p>}
        {run !== null && run !== "trying" && run.report && (
          <>
            <p>
              {say("models.tried", {
                name,
                given: run.report.given,
                refused: run.report.given - run.report.taken,
              })}
            </p>
            <RefusedReasons report={run.report} />
          </>
        )}
      </div>
      {run !== null && run !== "trying" && run.problem && <ModelProblem problem={run.problem} />}
    </li>
  );
}
