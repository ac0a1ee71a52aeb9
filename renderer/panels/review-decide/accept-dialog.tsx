// Accepts together what so many annotators have just alike, but for a share that somebody is to look at.
import { useState } from "react";
import { blindSeed } from "../../../shared/review/people.ts";
import { acceptable, decidingOf, decisionsIn } from "../../state/review/deciding.ts";
import { Button } from "../../ui/button.tsx";
import { ModalDialog } from "../../ui/modal-dialog.tsx";
import { SliderField } from "../../ui/slider-field.tsx";
import { useWords } from "../../ui/words.tsx";
import { usePanels } from "../app-context.tsx";

export function AcceptDialog({ onClose }: { onClose(): void }) {
  const { workspace } = usePanels();
  const { say, percent } = useWords();
  const decisions = decisionsIn(workspace);
  const most = decisions?.review.annotators.length ?? 2;
  const [threshold, setThreshold] = useState(most);
  const [audited, setAudited] = useState(10);
  const { project, session } = workspace.state.get();
  const seed = blindSeed(project?.project.id ?? "", session?.article.id ?? "");
  const { accepted, audit } = decisions
    ? acceptable(decisions, threshold, audited / 100, seed)
    : { accepted: [], audit: [] };
  const isReadOnly = decidingOf(workspace).state.get().session?.readOnly !== false;
  return (
    <ModalDialog
      title={say("decide.accept-title")}
      onClose={onClose}
      foot={
        <>
          <Button onPress={onClose}>{say("ui.cancel")}</Button>
          <Button
            look="primary"
            autoFocus
            isDisabled={accepted.length === 0 || isReadOnly}
            onPress={() => {
              onClose();
              decidingOf(workspace).accept(threshold, audited / 100);
            }}
          >
            {say("decide.accept")}
          </Button>
        </>
      }
    >
      <p>{say("decide.accept-about")}</p>
      <div className="accept-fields">
        <SliderField
          label={say("decide.threshold")}
          value={threshold}
          least={1}
          most={most}
          said={say("decide.threshold-said", { count: threshold })}
          onChange={setThreshold}
        />
        <SliderField
          label={say("decide.audited")}
          value={audited}
          least={0}
          most={50}
          said={percent(audited / 100)}
          onChange={setAudited}
        />
      </div>
      <p className="accept-count" role="status">
        {say("decide.accept-count", { count: accepted.length, left: audit.length })}
      </p>
    </ModalDialog>
  );
}
