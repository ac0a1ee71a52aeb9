// Models of the person's own: which there are, what each may do, and whether it answers. What is started or asked is shown before it is
// allowed.
import { Pencil, Trash2 } from "lucide-react";
import { useCallback, useEffect, useState } from "react";
import type { KnownModel, ModelRun } from "../../../shared/api/own-models.ts";
import type { HostInfo } from "../../../shared/api/replies.ts";
import type { ApiErrorData } from "../../../shared/errors/errors.ts";
import { writtenOut } from "../../../shared/errors/visible-text.ts";
import {
  isModelName,
  isModelWay,
  joinCommand,
  longestModelName,
  type ModelWay,
  modelMegabytes,
  modelSeconds,
  mostModels,
  type OwnModel,
  splitCommand,
} from "../../../shared/suggestions/own-model.ts";
import { useStore } from "../../lib/store.ts";
import { ownModelsOf } from "../../state/suggestions/own-models.ts";
import { Button, IconButton } from "../../ui/button.tsx";
import { CopyButton } from "../../ui/copy-button.tsx";
import { ConfirmButtons, ModalDialog } from "../../ui/modal-dialog.tsx";
import { numbered } from "../../ui/numbered.ts";
import { OutsideText, plainText } from "../../ui/outside-text.tsx";
import { SegmentedField } from "../../ui/segmented-field.tsx";
import { SwitchField } from "../../ui/switch-field.tsx";
import { TextField } from "../../ui/text-field.tsx";
import { useWords } from "../../ui/words.tsx";
import { usePanels } from "../app-context.tsx";
import { ModelProblem, RefusedReasons } from "./model-problem.tsx";
import "../../styles/models.css";

type Step =
  | { readonly is: "list" }
  | { readonly is: "form"; readonly model: KnownModel | null }
  | { readonly is: "allow"; readonly model: KnownModel };

export function OwnModelsDialog({ onClose }: { onClose(): void }) {
  const { say } = useWords();
  const { ownModels, models, allowedIn, step, setStep, problem, setProblem, turn } = useModels();
  const toList = (): void => setStep({ is: "list" });
  if (step.is === "allow")
    return (
      <AllowDialog
        model={step.model}
        where={allowedIn}
        onTurnOn={() => ownModels.turn(step.model.name, true)}
        onClose={toList}
      />
    );
  if (step.is === "form")
    return (
      <ModelForm
        model={step.model}
        onSave={(model) => ownModels.put(model, step.model?.name ?? null)}
        onClose={toList}
      />
    );
  return (
    <ModalDialog
      title={say("models.title")}
      wide
      onClose={onClose}
      foot={
        <>
          <Button
            isDisabled={models === null || models.length >= mostModels}
            onPress={() => setStep({ is: "form", model: null })}
          >
            {say("models.add")}
          </Button>
          <Button onPress={onClose}>{say("ui.close")}</Button>
        </>
      }
    >
      <p>{say("models.about")}</p>
      {problem && <ModelProblem problem={problem} />}
      {models?.length === 0 && <p className="quiet">{say("models.none")}</p>}
      {models !== null && models.length > 0 && (
        <ModelList
          models={models}
          onTurn={(model, on) => void turn(model, on)}
          onChange={(model) => setStep({ is: "form", model })}
          onRemove={(model) => void ownModels.remove(model.name).then(setProblem)}
        />
      )}
    </ModalDialog>
  );
}

/** The models, and what is being done with them. */
function useModels() {
  const { workspace } = usePanels();
  const ownModels = ownModelsOf(workspace);
  const models = useStore(ownModels.models, (list) => list);
  const allowedIn = useStore(workspace.state, ({ host }) => host.modelsAllowedIn);
  const [step, setStep] = useState<Step>({ is: "list" });
  const [problem, setProblem] = useState<ApiErrorData | null>(null);
  useEffect(() => void ownModels.load().then(setProblem), [ownModels]);

  /** Where the person is asked outside of the page, `asking` says so meanwhile. */
  async function turn(model: KnownModel, on: boolean): Promise<void> {
    const asking: Step = { is: "allow", model };
    if (on && !model.allowed && allowedIn !== "dialog") setStep(asking);
    if (on && !model.allowed && allowedIn === "command") return;
    const refused = await ownModels.turn(model.name, on);
    setStep((now) => (now === asking ? { is: "list" } : now));
    // The person was asked and said no: they know.
    setProblem(refused?.problem === "model-not-allowed" ? null : refused);
  }
  return { ownModels, models, allowedIn, step, setStep, problem, setProblem, turn };
}

interface ModelListProps {
  readonly models: readonly KnownModel[];
  onTurn(model: KnownModel, on: boolean): void;
  onChange(model: KnownModel): void;
  onRemove(model: KnownModel): void;
}

function ModelList({ models, onTurn, onChange, onRemove }: ModelListProps) {
  const { say } = useWords();
  return (
    <ul className="models-list" aria-label={say("models.list")}>
      {models.map((model) => (
        <ModelRow
          key={model.name}
          model={model}
          onTurn={(on) => onTurn(model, on)}
          onChange={() => onChange(model)}
          onRemove={() => onRemove(model)}
        />
      ))}
    </ul>
  );
}

interface Props {
  readonly model: KnownModel;
  onTurn(on: boolean): void;
  onChange(): void;
  onRemove(): void;
}

/** One model: whether it is asked, what it is, and how it answers when it is tried. */
function ModelRow({ model, onTurn, onChange, onRemove }: Props) {
  const { workspace } = usePanels();
  const { say } = useWords();
  const ownModels = ownModelsOf(workspace);
  const [run, setRun] = useState<ModelRun | "trying" | null>(null);
  const name = plainText(model.name);
  const stop = useCallback(() => ownModels.stopAttempt(model.name), [ownModels, model.name]);
  useEffect(() => stop, [stop]);
  const attempt = async (): Promise<void> => {
    setRun("trying");
    setRun(await ownModels.attempt(model.name));
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
      <AttemptResult name={name} run={run} />
    </li>
  );
}

interface AttemptResultProps {
  readonly name: string;
  /** `null`: it was not tried. */
  readonly run: ModelRun | "trying" | null;
}

function AttemptResult({ name, run }: AttemptResultProps) {
  const { say } = useWords();
  return (
    <>
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
    </>
  );
}

interface AllowDialogProps {
  readonly model: KnownModel;
  readonly where: HostInfo["modelsAllowedIn"];
  /** Tries to turn it on; `null` when that went well. */
  onTurnOn(): Promise<ApiErrorData | null>;
  onClose(): void;
}

/** Whether no shell finds more in it than a word; without a name, the command asks about every model that is not allowed. */
const isPlain = (name: string): boolean => /^[\p{L}\p{N}][\p{L}\p{N}_.-]*$/u.test(name);

/** What would be started or asked, and how the person allows it: outside of the page, which another may control. */
function AllowDialog({ model, where, onTurnOn, onClose }: AllowDialogProps) {
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

/** What would be started or asked, exactly: each argument on a line of its own, with what cannot be seen written out. */
function ModelWayView({ way }: { readonly way: ModelWay }) {
  const parts = way.by === "command" ? way.command : [way.address];
  return (
    <ol className="model-way">
      {numbered(parts).map(({ key, item }) => (
        <li key={key}>
          <code>
            <bdi>{writtenOut(item)}</bdi>
          </code>
        </li>
      ))}
    </ol>
  );
}

interface ModelFormProps {
  /** `null`: a new one. */
  readonly model: KnownModel | null;
  onSave(model: OwnModel): Promise<ApiErrorData | null>;
  onClose(): void;
}

/** Sets up a model, or changes one: its name, how it is asked, and what it may use. */
function ModelForm({ model, onSave, onClose }: ModelFormProps) {
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
