// What would be started or asked, and how the person allows it: outside of the page, which another may control.
import { useState } from "react";
import type { KnownModel } from "../../../shared/api/own-models.ts";
import type { HostInfo } from "../../../shared/api/replies.ts";
import type { ApiErrorData } from "../../../shared/errors/errors.ts";
import { Button } from "../../ui/button.tsx";
import { CopyButton } from "../../ui/copy-button.tsx";
import { ModalDialog } from "../../ui/modal-dialog.tsx";
import { plainText } from "../../ui/outside-text.tsx";
import { useWords } from "../../ui/words.tsx";
import { ModelProblem } from "./model-problem.tsx";
import { ModelWayView } from "./model-way-view.tsx";

interface Props {
  readonly model: KnownModel;
  readonly where: HostInfo["modelsAllowedIn"];
  /** Tries to turn it on; `null` when that went well. */
  onTurnOn(): Promise<ApiErrorData | null>;
  onClose(): void;
}

/** Whether no shell finds more in it than a word; without a name, the command asks about every model that is not allowed. */
const isPlain = (name: string): boolean => /^[\p{L}\p{N}][\p{L}\p{N}_.-]*$/u.test(name);

export function AllowDialog({ model, where, onTurnOn, onClose }: Props) {
  const { say } = useWords();
  const [problem, setProblem] = useState<ApiErrorData | null>(null);
  const command = ["sayso", "models", "allow", ...(isPlain(model.name) ? [model.name] : [])].join(" ");
  const turnOn = async (): Promise<void> => {
    const refused = await onTurnOn();
    if (refused === null) onClose();
    else setProblem(refused);
  };
  return (
    <ModalDialog
      title={say("models.allow-title", { name: plainText(model.name) })}
      wide
      onClose={onClose}
      foot={
        <>
          <Button onPress={onClose}>{say("ui.cancel")}</Button>
          {where === "command" && (
            <Button look="primary" onPress={() => void turnOn()}>
              {say("models.turn-it-on")}
            </Button>
          )}
        </>
      }
    >
      <p>{say(`models.allow-${model.way.by}`)}</p>
      <ModelWayView way={model.way} />
      {where === "command" ? (
        <>
          <p>{say("models.allow-by-command")}</p>
          <p className="model-allow">
            <code>{command}</code>
            <CopyButton label={say("models.copy-command")} text={command} />
          </p>
        </>
      ) : (
        <p role="status">{say("models.allow-in-terminal")}</p>
      )}
      <p className="quiet">{say("models.allow-once")}</p>
      {problem && <ModelProblem problem={problem} />}
    </ModalDialog>
  );
}
