// Asks before a version that somebody kept is deleted for good.

import { versionName } from "../../../shared/api/version-words.ts";
import type { Version } from "../../../shared/api/versions.ts";
import { Button } from "../../ui/button.tsx";
import { ModalDialog } from "../../ui/modal-dialog.tsx";
import { OutsideText } from "../../ui/outside-text.tsx";
import { useWords } from "../../ui/words.tsx";
import { usePanels } from "../app-context.tsx";

interface Props {
  readonly version: Version;
  onBack(): void;
  onForgotten(): void;
  onClose(): void;
}

export function ForgetVersion({ version, onBack, onForgotten, onClose }: Props) {
  const { workspace } = usePanels();
  const words = useWords();
  const { say } = words;
  const forget = async (): Promise<void> => {
    if (await workspace.versions.forget(version.id)) onForgotten();
    else onClose();
  };
  return (
    <ModalDialog
      title={say("versions.title")}
      onClose={onClose}
      foot={
        <>
          <Button autoFocus onPress={onBack}>
            {say("versions.forget-no")}
          </Button>
          <Button look="danger" onPress={() => void forget()}>
            {say("versions.forget-yes")}
          </Button>
        </>
      }
    >
      <p>
        <OutsideText>{say("versions.forget-sure", { name: versionName(version, words) })}</OutsideText>
      </p>
    </ModalDialog>
  );
}
