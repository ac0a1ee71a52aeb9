// The page of one entity: where it is mentioned, and what the registry knows of it.
import { ArrowLeft, Combine, Trash2 } from "lucide-react";
import { useState } from "react";
import { Tab, TabList, TabPanel, Tabs } from "react-aria-components";
import { sourceClass } from "../../../shared/model/entity.ts";
import type { EntityGroup } from "../../../shared/model/entity-groups.ts";
import { classKey } from "../../../shared/words/entity-words.ts";
import { Button, IconButton } from "../../ui/button.tsx";
import { OutsideText } from "../../ui/outside-text.tsx";
import { useWords } from "../../ui/words.tsx";
import { usePanels } from "../app-context.tsx";
import { EntityDetails } from "./entity-details.tsx";
import { type Counts, mentionsIn } from "./entity-listing.ts";
import { MentionList } from "./mention-list.tsx";
import { MergeDialog } from "./merge-dialog.tsx";
import { PutAwayDialog } from "./put-away-dialog.tsx";

interface Props {
  readonly group: EntityGroup;
  readonly counts: Counts | null;
  readonly isReadOnly: boolean;
  onBack(): void;
}

export function EntityPage({ group, counts, isReadOnly, onBack }: Props) {
  const { say } = useWords();
  const { workspace } = usePanels();
  const [isMerging, setMerging] = useState(false);
  const [isAsking, setAsking] = useState(false);
  async function putAway(): Promise<void> {
    if (await workspace.trash.putAway("entity", group.entity.id)) onBack();
  }
  const askOrPutAway = (): void => {
    if (mentionsIn(group, counts) === 0) void putAway();
    else setAsking(true);
  };
  return (
    <div className="entity-page">
      <div className="entity-page-head">
        <IconButton label={say("entities.back")} tiny onPress={onBack}>
          <ArrowLeft size={16} aria-hidden />
        </IconButton>
        <div className="entity-page-name">
          <h3>
            <OutsideText cut>{group.entity.name}</OutsideText>
          </h3>
          <span className="quiet small">{say(classKey(sourceClass(group.entity)))}</span>
        </div>
        {!isReadOnly && (
          <>
            <Button look="quiet-button" onPress={() => setMerging(true)}>
              <Combine size={14} aria-hidden /> {say("entities.merge")}
            </Button>
            <IconButton label={say("trash.put-away-entity")} tiny onPress={askOrPutAway}>
              <Trash2 size={14} aria-hidden />
            </IconButton>
          </>
        )}
      </div>
      <Tabs className="entity-tabs">
        <TabList className="tab-list" aria-label={say("entities.parts")}>
          <Tab id="mentions" className="tab" data-pane-start>
            {say("entities.mentions-tab")}
          </Tab>
          <Tab id="details" className="tab">
            {say("entities.details-tab")}
          </Tab>
        </TabList>
        <TabPanel id="mentions" className="entity-panel">
          <MentionList group={group} isReadOnly={isReadOnly} />
        </TabPanel>
        <TabPanel id="details" className="entity-panel scrolls">
          <EntityDetails group={group} counts={counts} isReadOnly={isReadOnly} />
        </TabPanel>
      </Tabs>
      {isAsking && (
        <PutAwayDialog
          group={group}
          onPutAway={() => {
            setAsking(false);
            void putAway();
          }}
          onClose={() => setAsking(false)}
        />
      )}
      {isMerging && <MergeDialog group={group} counts={counts} onClose={() => setMerging(false)} />}
    </div>
  );
}
