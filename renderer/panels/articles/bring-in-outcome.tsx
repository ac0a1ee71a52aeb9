// What came of bringing many articles in: shown, saved as a report, and tried again with passwords.
import { useState } from "react";
import type { BroughtIn } from "../../../shared/api/bringing-in.ts";
import type { ApiErrorData } from "../../../shared/api/errors.ts";
import type { Passwords } from "../../state/articles/bringing-in.ts";
import { Button } from "../../ui/button.tsx";
import { ModalDialog } from "../../ui/modal-dialog.tsx";
import { useWords } from "../../ui/words.tsx";
import { usePanels } from "../app-context.tsx";
import { useFileTarget } from "../projects/file-target.tsx";
import { BringInResult } from "./bring-in-result.tsx";
import { lockedIn, PasswordFields } from "./password-fields.tsx";

interface Props {
  readonly result: BroughtIn;
  readonly problem: ApiErrorData | null;
  onAgain(files: readonly string[], passwords: Passwords): void;
  onClose(): void;
}

export function BringInOutcome({ result, problem, onAgain, onClose }: Props) {
  const { workspace } = usePanels();
  const { say, language } = useWords();
  const [passwords, setPasswords] = useState<Passwords>({});
  const [saving, setSaving] = useState(false);
  const target = useFileTarget(
    say("importing.report-name"),
    (path, overwrite) => workspace.exchange.writeBroughtIn({ language, path, overwrite }),
    () => setSaving(false),
  );
  return (
    <ModalDialog
      title={say("importing.done-title")}
      wide
      onClose={onClose}
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
          <Button look="primary" onPress={onClose}>
            {say("ui.close")}
          </Button>
        </>
      }
    >
      {saving ? (
        target.fields(() => {
          if (target.isReady) void target.go();
        })
      ) : (
        <>
          <BringInResult result={result} problem={problem} />
          <PasswordFields
            files={lockedIn(result)}
            given={passwords}
            onGive={setPasswords}
            onTry={(files) => onAgain(files, passwords)}
          />
        </>
      )}
    </ModalDialog>
  );
}
