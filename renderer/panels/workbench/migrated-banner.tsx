// Says that the project has another form by now, and where it is as it was. Stays until it is dismissed.
import { useStore } from "../../lib/store.ts";
import { Banner } from "../../ui/banner.tsx";
import { CopyButton } from "../../ui/copy-button.tsx";
import { OutsideText } from "../../ui/outside-text.tsx";
import { useWords } from "../../ui/words.tsx";
import { usePanels } from "../app-context.tsx";

export function MigratedBanner() {
  const { workspace } = usePanels();
  const { say } = useWords();
  const migrated = useStore(workspace.state, (state) => state.migrated);
  if (migrated === null) return null;
  const { copy } = migrated;
  return (
    <Banner
      tone="good"
      title={say("workbench.migrated")}
      onDismiss={workspace.dismissMigrated}
      buttons={<CopyButton label={say("workbench.copy-path")} text={copy} />}
    >
      <p>{say("workbench.migrated-about")}</p>
      <p>
        <OutsideText>{copy}</OutsideText>
      </p>
    </Banner>
  );
}
