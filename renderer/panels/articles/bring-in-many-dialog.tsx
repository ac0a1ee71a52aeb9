// Bringing in many articles: what there is and how it will be read, then how far it is, then what came of it.
import { useMemo, useState } from "react";
import { ProgressBar } from "react-aria-components";
import { explain } from "../../../shared/problems/explain.ts";
import { useStore } from "../../state/store.ts";
import { nothingToBringIn } from "../../state/ui-state.ts";
import { Button } from "../../ui/button.tsx";
import { ChoiceField } from "../../ui/choice-field.tsx";
import { ModalDialog } from "../../ui/modal-dialog.tsx";
import { OutsideText } from "../../ui/outside-text.tsx";
import { useWords } from "../../ui/words.tsx";
import { usePanels } from "../app-context.tsx";
import { useFileTarget } from "../projects/file-target.tsx";
import { BringInLookView } from "./bring-in-look.tsx";
import { BringInResult } from "./bring-in-result.tsx";
import { lockedIn, PasswordFields, type Passwords, withPasswords } from "./password-fields.tsx";
import { type Choices, useBringIn } from "./use-bring-in.ts";

export function BringInManyDialog({ onClose }: { onClose(): void }) {
  const { workspace, ui } = usePanels();
  const { say, tell, language } = useWords();
  const chosen = useStore(ui, ({ toBringIn }) => toBringIn);
  const [given, setGiven] = useState<Choices>({ duplicates: "skip" });
  const [passwords, setPasswords] = useState<Passwords>({});
  const bringing = useBringIn(
    workspace,
    chosen,
    useMemo(() => withPasswords(given, passwords), [given, passwords]),
  );
  const { look, progress, result, problem } = bringing;
  const [saving, setSaving] = useState(false);
  const target = useFileTarget(
    say("importing.report-name"),
    (path, overwrite) => workspace.exchange.writeBroughtIn({ language, path, overwrite }),
    () => setSaving(false),
  );
  const close = (): void => {
    if (progress) bringing.stop();
    ui.patch({ toBringIn: nothingToBringIn });
    onClose();
  };

  if (result)
    return (
      <ModalDialog
        title={say("importing.done-title")}
        wide
        onClose={close}
        foot={
          <>
            <Button
              isDisabled={saving && !target.isReady}
              onPress={() => {
                if (target.own && !saving) setSaving(true);
                else void target.go();
              }}
            >
              {say("importing.save-report")}
            </Button>
            <Button look="primary" onPress={close}>
              {say("ui.close")}
            </Button>
          </>
        }
      >
        {saving ? (
          target.fields
        ) : (
          <>
            <BringInResult result={result} problem={problem} />
            <PasswordFields
              files={lockedIn(result)}
              given={passwords}
              onGive={setPasswords}
              onTry={(files) => bringing.start(files)}
            />
          </>
        )}
      </ModalDialog>
    );
  return (
    <ModalDialog
      title={say("importing.many")}
      wide
      onClose={close}
      foot={
        progress ? (
          <Button onPress={bringing.stop}>{say("importing.stop")}</Button>
        ) : (
          <>
            <Button onPress={close}>{say("ui.cancel")}</Button>
            <Button look="primary" isDisabled={look === null} onPress={() => bringing.start()}>
              {say("importing.start")}
            </Button>
          </>
        )
      }
    >
      {progress ? (
        <ProgressBar
          className="bring-in-progress"
          aria-label={say("importing.progress")}
          value={progress.done}
          maxValue={Math.max(1, progress.of)}
        >
          <progress value={progress.done} max={Math.max(1, progress.of)} aria-hidden />
          <p className="quiet" role="status">
            <OutsideText>{say("importing.at", progress)}</OutsideText>
          </p>
        </ProgressBar>
      ) : (
        <>
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
        </>
      )}
    </ModalDialog>
  );
}
