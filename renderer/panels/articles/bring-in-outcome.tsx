// What came of bringing many articles in: shown, saved as a report, and tried again with passwords.
import { useState } from "react";
import type { BroughtIn } from "../../../shared/api/bringing-in.ts";
import type { ApiErrorData } from "../../../shared/errors/errors.ts";
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
  /** Those that the project has already are brought in all the same. */
  onTakeTwins(files: readonly string[]): void;
  onClose(): void;
}

export function BringInOutcome({ result, problem, onAgain, onTakeTwins, onClose }: Props) {
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
          <Twins result={result} onTake={onTakeTwins} onOpen={onClose} />
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

interface TwinsProps extends Pick<Props, "result"> {
  onTake(files: readonly string[]): void;
  onOpen(): void;
}

/** What becomes of those that the project has already: one answer for all. */
function Twins({ result: { skipped }, onTake, onOpen }: TwinsProps) {
  const { workspace } = usePanels();
  const { say } = useWords();
  const [first, ...more] = skipped;
  if (!first) return null;
  return (
    <div className="note caution">
      <p>{say("importing.twins-question", { count: skipped.length })}</p>
      <div className="bring-in-ways">
        {more.length === 0 && (
          <Button
            onPress={() => {
              onOpen();
              void workspace.openArticle(first.article);
            }}
          >
            {say("workbench.open-existing")}
          </Button>
        )}
        <Button onPress={() => onTake(skipped.map(({ file }) => file))}>
          {say(more.length === 0 ? "workbench.import-again" : "importing.twins-take")}
        </Button>
      </div>
    </div>
  );
}
