// The registry of the whole project: a list to search and filter, and the page of the entity that was chosen in it.

import { ArrowLeft, Combine, Trash2 } from "lucide-react";
import { useState } from "react";
import { Tab, TabList, TabPanel, Tabs } from "react-aria-components";
import { entityBehind, sourceClass } from "../../../shared/model/entity.ts";
import { type EntityGroup, entityGroups } from "../../../shared/model/entity-groups.ts";
import type { Id } from "../../../shared/model/id.ts";
import { classKey } from "../../../shared/words/entity-words.ts";
import { enterPane } from "../../actions/panes.ts";
import { useStore } from "../../lib/store.ts";
import { Button, IconButton } from "../../ui/button.tsx";
import { ModalDialog } from "../../ui/modal-dialog.tsx";
import { OutsideText, plainText } from "../../ui/outside-text.tsx";
import { useWords } from "../../ui/words.tsx";
import { usePanels } from "../app-context.tsx";
import type { ViewProps } from "../sidebar-view.ts";
import { EntityDetails } from "./entity-details.tsx";
import { EntityList } from "./entity-list.tsx";
import { type Counts, everyEntity, mentionsIn } from "./entity-listing.ts";
import { MentionList } from "./mention-list.tsx";
import { MergeDialog } from "./merge-dialog.tsx";
import { useCounts, useMentions } from "./use-mentions.ts";
import "../../styles/entities.css";

export function EntitiesPane({ project }: ViewProps) {
  const { workspace, ui } = usePanels();
  const { say } = useWords();
  const entities = useStore(workspace.state, (state) => state.entities);
  const chosenEntityId = useStore(ui, (state) => state.entity);
  const [query, setQuery] = useState(everyEntity);
  const counts = useCounts();
  /** Turns to the page of an entity, or back to the list, with the keyboard. */
  const turnTo = (entity: Id | null): void => {
    ui.patch({ entity });
    // React shows it with the next frame.
    requestAnimationFrame(() => enterPane("sidebar"));
  };
  // One that was merged shows what it is now; one that is gone gives way to the list.
  const behind = chosenEntityId === null ? undefined : entityBehind(entities, chosenEntityId);
  const group = behind && entityGroups(entities).get(behind.id);
  if (group)
    return (
      <EntityPage
        key={group.entity.id}
        group={group}
        counts={counts}
        isReadOnly={project.readOnly !== null}
        onBack={() => turnTo(null)}
      />
    );
  if (entities.size === 0) return <p className="pane-empty quiet">{say("entities.none")}</p>;
  return <EntityList entities={entities} counts={counts} query={query} onQuery={setQuery} onOpen={turnTo} />;
}

interface Props {
  readonly group: EntityGroup;
  readonly counts: Counts | null;
  readonly isReadOnly: boolean;
  onBack(): void;
}

/** The page of one entity: where it is mentioned, and what the registry knows of it. */
function EntityPage({ group, counts, isReadOnly, onBack }: Props) {
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

interface PutAwayDialogProps {
  readonly group: EntityGroup;
  onPutAway(): void;
  onClose(): void;
}

/** Asks before an entity that is mentioned goes to the trash: how many mentions will name nobody. */
function PutAwayDialog({ group, onPutAway, onClose }: PutAwayDialogProps) {
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
