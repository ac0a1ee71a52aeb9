// Models of the person's own: which there are, what each may do, and whether it answers. What is started or asked is shown before it is
// allowed.
import "../../styles/models.css";
import { useEffect, useState } from "react";
import type { KnownModel } from "../../../shared/api/own-models.ts";
import type { ApiErrorData } from "../../../shared/errors/errors.ts";
import { mostModels } from "../../../shared/suggestions/own-model.ts";
import { useStore } from "../../lib/store.ts";
import { ownModelsOf } from "../../state/suggestions/own-models.ts";
import { Button } from "../../ui/button.tsx";
import { ModalDialog } from "../../ui/modal-dialog.tsx";
import { useWords } from "../../ui/words.tsx";
import { usePanels } from "../app-context.tsx";
import { AllowDialog } from "./allow-dialog.tsx";
import { ModelForm } from "./model-form.tsx";
import { ModelProblem } from "./model-problem.tsx";
import { ModelRow } from "./model-row.tsx";

type Step =
  | { readonly is: "list" }
  | { readonly is: "form"; readonly model: KnownModel | null }
  | { readonly is: "allow"; readonly model: KnownModel };

export function OwnModelsDialog({ onClose }: { onClose(): void }) {
  const { workspace } = usePanels();
  const { say } = useWords();
  const own = ownModelsOf(workspace);
  const models = useStore(own.models, (list) => list);
  const allowedIn = useStore(workspace.state, ({ host }) => host.modelsAllowedIn);
  const [step, setStep] = useState<Step>({ is: "list" });
  const [problem, setProblem] = useState<ApiErrorData | null>(null);
  useEffect(() => void own.load().then(setProblem), [own]);

  const toList = (): void => setStep({ is: "list" });

  /** Where the person is asked outside of the page, `asking` says so meanwhile. */
  async function turn(model: KnownModel, on: boolean): Promise<void> {
    const asking: Step = { is: "allow", model };
    if (on && !model.allowed && allowedIn !== "dialog") setStep(asking);
    if (on && !model.allowed && allowedIn === "command") return;
    const refused = await own.turn(model.name, on);
    setStep((now) => (now === asking ? { is: "list" } : now));
    // The person was asked and said no: they know.
    setProblem(refused?.problem === "model-not-allowed" ? null : refused);
  }

  if (step.is === "allow")
    return (
      <AllowDialog
        model={step.model}
        where={allowedIn}
        onTurnOn={() => own.turn(step.model.name, true)}
        onClose={toList}
      />
    );
  if (step.is === "form")
    return (
      <ModelForm
        model={step.model}
        onSave={(model) => own.put(model, step.model?.name ?? null)}
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
        <ul className="models-list" aria-label={say("models.list")}>
          {models.map((model) => (
            <ModelRow
              key={model.name}
              model={model}
              onTurn={(on) => void turn(model, on)}
              onChange={() => setStep({ is: "form", model })}
              onRemove={() => void own.remove(model.name).then(setProblem)}
            />
          ))}
        </ul>
      )}
    </ModalDialog>
  );
}
