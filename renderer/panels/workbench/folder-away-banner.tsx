// Says, while the folder of the open project cannot be found, what becomes of what is done meanwhile. Goes when the folder is back.
import type { OpenProject } from "../../../shared/api/contract.ts";
import { Banner } from "../../ui/banner.tsx";
import { Button } from "../../ui/button.tsx";
import { OutsideText } from "../../ui/outside-text.tsx";
import { useWords } from "../../ui/words.tsx";
import { usePanels } from "../app-context.tsx";

export function FolderAwayBanner({ path, readOnly }: Pick<OpenProject, "path" | "readOnly">) {
  const { ui } = usePanels();
  const { say } = useWords();
  return (
    <Banner
      tone="caution"
      title={say("outside.folder-away")}
      buttons={
        // Who only reads is not asked to write.
        readOnly === null && (
          <Button onPress={() => ui.patch({ dialog: "open-project" })}>
            {say("outside.folder-away-open")}
          </Button>
        )
      }
    >
      <p>
        <OutsideText>{say("outside.folder-away-where", { path })}</OutsideText>
      </p>
      <p>{say(readOnly === null ? "outside.folder-away-kept" : "outside.folder-away-read")}</p>
    </Banner>
  );
}
