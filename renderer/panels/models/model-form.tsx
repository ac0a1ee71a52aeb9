// Sets up a model, or changes one: its name, how it is asked, and what it may use.
import { useState } from "react";
import type { KnownModel } from "../../../shared/api/own-models.ts";
import type { ApiErrorData } from "../../../shared/errors/errors.ts";
import {
  isModelName,
  isModelWay,
  longestModelName,
  type ModelWay,
  modelMegabytes,
  modelSeconds,
  type OwnModel,
} from "../../../shared/suggestions/own-model.ts";
import { joinCommand, splitCommand } from "../../../shared/suggestions/split-command.ts";
import { Button } from "../../ui/button.tsx";
import { ModalDialog } from "../../ui/modal-dialog.tsx";
import { plainText } from "../../ui/outside-text.tsx";
import { SegmentedField } from "../../ui/segmented-field.tsx";
import { TextField } from "../../ui/text-field.tsx";
import { useWords } from "../../ui/words.tsx";
import { ModelProblem } from "./model-problem.tsx";

interface Props {
  /** `null`: a new one. */
  readonly model: KnownModel | null;
  onSave(model: OwnModel): Promise<ApiErrorData | null>;
  onClose(): void;
}

export function ModelForm({ model, onSave, onClose }: Props) {
  const { say } = useWords();
  const [name, setName] = useState(model?.name ?? "");
  const [by, setBy] = useState<ModelWay["by"]>(model?.way.by ?? "command");
  const [command, setCommand] = useState(model?.way.by === "command" ? joinCommand(model.way.command) : "");
  const [address, setAddress] = useState(
    model?.way.by === "address" ? model.way.address : "http://127.0.0.1:8000/suggest",
  );
  const [seconds, setSeconds] = useState(String(model?.seconds ?? modelSeconds.usual));
  const [megabytes, setMegabytes] = useState(String(model?.megabytes ?? modelMegabytes.usual));
  /** What is wrong is said once somebody wants to save it. */
  const [isAsked, setAsked] = useState(false);
  const [problem, setProblem] = useState<ApiErrorData | null>(null);

  const way = wayOf(by, command, address);
  const wrong = {
    name: !isModelName(name.trim()),
    way: way === null,
    seconds: !isWithin(seconds, modelSeconds),
    megabytes: by === "command" && !isWithin(megabytes, modelMegabytes),
  };
  const errorIf = (is: boolean, words: string): string | null => (isAsked && is ? words : null);
  async function save(): Promise<void> {
    setAsked(true);
    if (way === null || Object.values(wrong).includes(true)) return;
    const isProgram = by === "command";
    const refused = await onSave({
      name: name.trim(),
      way,
      seconds: Number(seconds),
      megabytes: isProgram ? Number(megabytes) : (model?.megabytes ?? modelMegabytes.usual),
    });
    if (refused) setProblem(refused);
    else onClose();
  }
  return (
    <ModalDialog
      title={model ? say("models.change-of", { name: plainText(model.name) }) : say("models.add")}
      wide
      onClose={onClose}
      foot={
        <>
          <Button onPress={onClose}>{say("ui.cancel")}</Button>
          <Button look="primary" onPress={() => void save()}>
            {say("models.save")}
          </Button>
        </>
      }
    >
      {problem && <ModelProblem problem={problem} />}
      <TextField
        label={say("models.name")}
        help={say("models.name-help")}
        value={name}
        maxLength={longestModelName}
        error={errorIf(wrong.name, say("models.name-wrong", { most: longestModelName }))}
        onChange={setName}
        autoFocus
      />
      <SegmentedField
        label={say("models.how")}
        value={by}
        options={[
          { id: "command", name: say("models.by-command") },
          { id: "address", name: say("models.by-address") },
        ]}
        onChange={(id) => setBy(id === "address" ? id : "command")}
      />
      {by === "command" ? (
        <TextField
          label={say("models.command")}
          help={say("models.command-help")}
          placeholder={say("models.command-example")}
          value={command}
          error={errorIf(wrong.way, say("models.command-wrong"))}
          onChange={setCommand}
        />
      ) : (
        <TextField
          label={say("models.address")}
          help={say("models.address-help")}
          value={address}
          error={errorIf(wrong.way, say("models.address-wrong"))}
          onChange={setAddress}
        />
      )}
      <TextField
        label={say("models.seconds")}
        inputMode="numeric"
        value={seconds}
        error={errorIf(wrong.seconds, say("models.seconds-wrong", modelSeconds))}
        onChange={setSeconds}
      />
      {by === "command" && (
        <TextField
          label={say("models.megabytes")}
          inputMode="numeric"
          value={megabytes}
          error={errorIf(wrong.megabytes, say("models.seconds-wrong", modelMegabytes))}
          onChange={setMegabytes}
        />
      )}
    </ModalDialog>
  );
}

function wayOf(by: ModelWay["by"], command: string, address: string): ModelWay | null {
  const words = by === "command" ? splitCommand(command) : null;
  const way: ModelWay = by === "command" ? { by, command: words ?? [] } : { by, address: address.trim() };
  return isModelWay(way) ? way : null;
}

const isWithin = (
  text: string,
  { least, most }: { readonly least: number; readonly most: number },
): boolean => /^\d+$/u.test(text.trim()) && Number(text) >= least && Number(text) <= most;
