// Asks before an entity that is mentioned goes to the trash: how many mentions will name nobody.
import type { EntityGroup } from "../../../shared/model/entity-groups.ts";
import { Button } from "../../ui/button.tsx";
import { ModalDialog } from "../../ui/modal-dialog.tsx";
import { plainText } from "../../ui/outside-text.tsx";
import { useWords } from "../../ui/words.tsx";
import { useMentions } from "./use-mentions.ts";

interface Props {
  readonly group: EntityGroup;
  onPutAway(): void;
  onClose(): void;
}

export function PutAwayDialog({ group, onPutAway, onClose }: Props) {
  const { say } = useWords();
  const { entity, merged } = group;
  const mentions = useMentions([entity.id, ...merged.map(({ id }) => id)]);
  return (
    <ModalDialog
      title={say("trash.mentioned-title", { name: plainText(entity.name) })}
      onClose={onClose}
      foot={
        <>
          <Button onPress={onClose}>{say("ui.cancel")}</Button>
          <Button look="primary" onPress={onPutAway}>
            {say("trash.put-away-entity")}
          </Button>
        </>
      }
    >
      <p role="status">
        {mentions &&
          say("trash.mentioned", {
            count: mentions.length,
            articles: new Set(mentions.map(({ article }) => article)).size,
          })}
      </p>
    </ModalDialog>
  );
}
