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
import { ConfirmButtons, ModalDialog } from "../../ui/modal-dialog.tsx";
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
  const [draft, setDraft] = useState(() => draftOf(model));
  const change = (part: Partial<ModelDraft>): void => setDraft((typed) => ({ ...typed, ...part }));
  /** What is wrong is said once somebody wants to save it. */
  const [isAsked, setAsked] = useState(false);
  const [problem, setProblem] = useState<ApiErrorData | null>(null);

  const way = wayOf(draft);
  const wrong = wrongIn(draft);
  const errorIf = (is: boolean, words: string): string | null => (isAsked && is ? words : null);
  async function save(): Promise<void> {
    setAsked(true);
    if (way === null || Object.values(wrong).includes(true)) return;
    const isProgram = draft.by === "command";
    const refused = await onSave({
      name: draft.name.trim(),
      way,
      seconds: Number(draft.seconds),
      megabytes: isProgram ? Number(draft.megabytes) : (model?.megabytes ?? modelMegabytes.usual),
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
        <ConfirmButtons onCancel={onClose} onPress={() => void save()}>
          {say("models.save")}
        </ConfirmButtons>
      }
    >
      {problem && <ModelProblem problem={problem} />}
      <TextField
        label={say("models.name")}
        help={say("models.name-help")}
        value={draft.name}
        maxLength={longestModelName}
        error={errorIf(wrong.name, say("models.name-wrong", { most: longestModelName }))}
        onChange={(name) => change({ name })}
        autoFocus
      />
      <WayFields {...{ draft, wrong, errorIf }} onChange={change} />
      <LimitFields {...{ draft, wrong, errorIf }} onChange={change} />
    </ModalDialog>
  );
}

type ModelDraft = ReturnType<typeof draftOf>;

/** As it is typed. */
function draftOf(model: KnownModel | null) {
  const way = model?.way;
  const by: ModelWay["by"] = way?.by ?? "command";
  return {
    name: model?.name ?? "",
    by,
    command: way?.by === "command" ? joinCommand(way.command) : "",
    address: way?.by === "address" ? way.address : "http://127.0.0.1:8000/suggest",
    seconds: String(model?.seconds ?? modelSeconds.usual),
    megabytes: String(model?.megabytes ?? modelMegabytes.usual),
  };
}

function wrongIn(draft: ModelDraft) {
  return {
    name: !isModelName(draft.name.trim()),
    way: wayOf(draft) === null,
    seconds: !isWithin(draft.seconds, modelSeconds),
    megabytes: draft.by === "command" && !isWithin(draft.megabytes, modelMegabytes),
  };
}

interface DraftFieldsProps {
  readonly draft: ModelDraft;
  readonly wrong: ReturnType<typeof wrongIn>;
  /** The words where they are to be said. */
  errorIf(is: boolean, words: string): string | null;
  onChange(part: Partial<ModelDraft>): void;
}

/** Whether it is a command or an address, and which. */
function WayFields({ draft: { by, command, address }, wrong, errorIf, onChange }: DraftFieldsProps) {
  const { say } = useWords();
  return (
    <>
      <SegmentedField
        label={say("models.how")}
        value={by}
        options={[
          { id: "command", name: say("models.by-command") },
          { id: "address", name: say("models.by-address") },
        ]}
        onChange={(id) => onChange({ by: id })}
      />
      {by === "command" ? (
        <TextField
          label={say("models.command")}
          help={say("models.command-help")}
          placeholder={say("models.command-example")}
          value={command}
          error={errorIf(wrong.way, say("models.command-wrong"))}
          onChange={(typed) => onChange({ command: typed })}
        />
      ) : (
        <TextField
          label={say("models.address")}
          help={say("models.address-help")}
          value={address}
          error={errorIf(wrong.way, say("models.address-wrong"))}
          onChange={(typed) => onChange({ address: typed })}
        />
      )}
    </>
  );
}

/** How long it may take, and how much memory. */
function LimitFields({ draft: { by, seconds, megabytes }, wrong, errorIf, onChange }: DraftFieldsProps) {
  const { say } = useWords();
  return (
    <>
      <TextField
        label={say("models.seconds")}
        inputMode="numeric"
        value={seconds}
        error={errorIf(wrong.seconds, say("models.seconds-wrong", modelSeconds))}
        onChange={(typed) => onChange({ seconds: typed })}
      />
      {by === "command" && (
        <TextField
          label={say("models.megabytes")}
          inputMode="numeric"
          value={megabytes}
          error={errorIf(wrong.megabytes, say("models.seconds-wrong", modelMegabytes))}
          onChange={(typed) => onChange({ megabytes: typed })}
        />
      )}
    </>
  );
}

function wayOf({ by, command, address }: ModelDraft): ModelWay | null {
  const words = by === "command" ? splitCommand(command) : null;
  const way: ModelWay = by === "command" ? { by, command: words ?? [] } : { by, address: address.trim() };
  return isModelWay(way) ? way : null;
}

const isWithin = (
  text: string,
  { least, most }: { readonly least: number; readonly most: number },
): boolean => /^\d+$/u.test(text.trim()) && Number(text) >= least && Number(text) <= most;
