// Bringing in many articles: what there is and how it will be read, then how far it is, then what came of it. It goes on when this is
// closed, and what was chosen meanwhile has its turn afterwards.
import { useMemo, useState } from "react";
import { explain } from "../../../shared/errors/explain.ts";
import { useStore } from "../../lib/store.ts";
import {
  bringingInOf,
  type Choices,
  type Passwords,
  withPasswords,
} from "../../state/articles/bringing-in.ts";
import { nothingToBringIn, type ToBringIn } from "../../state/window/ui-state.ts";
import { Button } from "../../ui/button.tsx";
import { ChoiceField } from "../../ui/choice-field.tsx";
import { ModalDialog } from "../../ui/modal-dialog.tsx";
import { useWords } from "../../ui/words.tsx";
import { usePanels } from "../app-context.tsx";
import { BringInLookView } from "./bring-in-look.tsx";
import { BringInOutcome } from "./bring-in-outcome.tsx";
import { BringInProgress } from "./bring-in-progress.tsx";
import { PasswordFields } from "./password-fields.tsx";
import { useBringInLook } from "./use-bring-in-look.ts";

export function BringInManyDialog({ onClose }: { onClose(): void }) {
  const { workspace, ui } = usePanels();
  const bringing = bringingInOf(workspace);
  const { progress, result, problem } = useStore(bringing.state, (state) => state);
  const chosenSources = useStore(ui, ({ toBringIn }) => toBringIn);
  const waitingCount = chosenSources.files.length + chosenSources.paths.length;
  if (progress)
    return (
      <BringInProgress progress={progress} waiting={waitingCount} onStop={bringing.stop} onClose={onClose} />
    );
  if (result)
    return (
      <BringInOutcome
        result={result}
        problem={problem}
        onAgain={bringing.again}
        onTakeTwins={bringing.takeTwins}
        onClose={() => {
          bringing.forget();
          if (waitingCount === 0) onClose();
        }}
      />
    );
  return (
    <BringInChosen
      chosen={chosenSources}
      onStart={(choices) => {
        bringing.start(chosenSources, choices);
        ui.patch({ toBringIn: nothingToBringIn });
      }}
      onClose={() => {
        ui.patch({ toBringIn: nothingToBringIn });
        onClose();
      }}
    />
  );
}

interface ChosenProps {
  readonly chosen: ToBringIn;
  onStart(choices: Choices): void;
  onClose(): void;
}

function BringInChosen({ chosen, onStart, onClose }: ChosenProps) {
  const { workspace } = usePanels();
  const { say, tell } = useWords();
  const [given, setGiven] = useState<Choices>({ duplicates: "skip" });
  const [passwords, setPasswords] = useState<Passwords>({});
  const choices = useMemo(() => withPasswords(given, passwords), [given, passwords]);
  const { look, problem } = useBringInLook(workspace, chosen, choices);
  return (
    <ModalDialog
      title={say("importing.many")}
      wide
      onClose={onClose}
      foot={
        <>
          <Button onPress={onClose}>{say("ui.cancel")}</Button>
          <Button look="primary" isDisabled={look === null} onPress={() => onStart(choices)}>
            {say("importing.start")}
          </Button>
        </>
      }
    >
      <p>{say("importing.files", { count: look?.files ?? chosen.files.length + chosen.paths.length })}</p>
      <PasswordFields files={chosen.locked} given={passwords} onGive={setPasswords} />
      <ChoiceField
        label={say("importing.duplicates")}
        options={(["skip", "take"] as const).map((id) => ({
          id,
          name: say(`importing.duplicates-${id}`),
        }))}
        value={given.duplicates}
        onChange={(id) => setGiven({ ...given, duplicates: id === "take" ? "take" : "skip" })}
      />
      {problem && <p role="alert">{tell(explain(problem).what)}</p>}
      {look ? (
        <BringInLookView look={look} choices={given} onChoose={setGiven} />
      ) : (
        problem === null && (
          <p className="quiet" role="status">
            {say("importing.looking")}
          </p>
        )
      )}
    </ModalDialog>
  );
}
