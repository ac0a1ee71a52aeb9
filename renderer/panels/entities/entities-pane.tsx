// The registry of the whole project: a list to search and filter, and the page of the entity that was chosen in it.
import { ArrowLeft, Columns2, Combine, ListFilter, Table2, Trash2 } from "lucide-react";
import { useMemo, useState } from "react";
import {
  Button as AriaButton,
  ListBox,
  ListBoxItem,
  Menu,
  MenuTrigger,
  Popover,
  Tab,
  TabList,
  TabPanel,
  Tabs,
} from "react-aria-components";
import { ListLayout, Virtualizer } from "react-aria-components/Virtualizer";
import {
  type Entity,
  entityBehind,
  entityTypes,
  namings,
  sourceClass,
} from "../../../shared/model/entity.ts";
import { type EntityGroup, entityGroups, namesOf } from "../../../shared/model/entity-groups.ts";
import type { Id } from "../../../shared/model/id.ts";
import type { Table } from "../../../shared/model/table.ts";
import { classKey } from "../../../shared/words/field-words.ts";
import { openBeside } from "../../actions/beside.ts";
import { enterPaneOnceShown, goToEntity } from "../../actions/panes.ts";
import { useStore } from "../../lib/store.ts";
import { showPage } from "../../state/window/ui-state.ts";
import { Button, IconButton } from "../../ui/button.tsx";
import { MenuChoices } from "../../ui/choices-menu.tsx";
import { ConfirmButtons, ModalDialog } from "../../ui/modal-dialog.tsx";
import { OutsideText, plainText } from "../../ui/outside-text.tsx";
import { SearchField } from "../../ui/search-field.tsx";
import { useWords } from "../../ui/words.tsx";
import { usePanels } from "../app-context.tsx";
import type { SidebarView, ViewProps } from "../sidebar-view.ts";
import { EntityDetails } from "./entity-details.tsx";
import {
  type Counts,
  type EntityQuery,
  everyEntity,
  type ListedEntity,
  listEntities,
  mentionCount,
} from "./entity-listing.ts";
import { MentionList } from "./mention-list.tsx";
import { MergeDialog } from "./merge-dialog.tsx";
import { useColleagues, useCounts, useMentions } from "./use-mentions.ts";

import "../../styles/entities.css";

function Registry({ project }: ViewProps) {
  const { workspace, ui } = usePanels();
  const { say } = useWords();
  const entities = useStore(workspace.state, (state) => state.entities);
  const chosenEntityId = useStore(ui, (state) => state.entity);
  const [query, setQuery] = useState(everyEntity);
  const counts = useCounts();
  /** Turns to the page of an entity, or back to the list, with the keyboard. */
  const turnTo = (entity: Id | null): void => {
    ui.patch({ entity });
    enterPaneOnceShown("sidebar");
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
  if (entities.size === 0)
    return (
      <div className="pane-empty">
        <p className="quiet">{say("entities.none")}</p>
        <Button onPress={() => showPage(ui, "entity-table")}>{say("entities.table-action")}</Button>
      </div>
    );
  return <EntityList {...{ entities, counts, query }} hasTable onQuery={setQuery} onOpen={turnTo} />;
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
  const { workspace, ui } = usePanels();
  const [isMerging, setMerging] = useState(false);
  const [isAsking, setAsking] = useState(false);
  async function putAway(): Promise<void> {
    if (await workspace.trash.putAway("entity", group.entity.id)) onBack();
  }
  const { entity, merged } = group;
  async function askOrPutAway(): Promise<void> {
    const isMentioned =
      mentionCount(group, counts) !== 0 ||
      (await workspace.registry.colleagues([entity, ...merged].map(({ id }) => id)))?.length !== 0;
    if (isMentioned) setAsking(true);
    else await putAway();
  }
  return (
    <div className="entity-page">
      <div className="entity-page-head">
        <IconButton label={say("entities.back")} tiny onPress={onBack}>
          <ArrowLeft size={16} aria-hidden />
        </IconButton>
        <div className="entity-page-name">
          <h3>
            <span className="cut-after-two">
              <OutsideText>{group.entity.name}</OutsideText>
            </span>
          </h3>
          <span className="quiet small">{say(classKey(sourceClass(group.entity)))}</span>
        </div>
        <IconButton
          label={say("beside.open")}
          tiny
          onPress={() => openBeside({ ui }, { kind: "entity", entity: group.entity.id })}
        >
          <Columns2 size={14} aria-hidden />
        </IconButton>
        {!isReadOnly && (
          <>
            <Button look="quiet-button" onPress={() => setMerging(true)}>
              <Combine size={14} aria-hidden /> {say("entities.merge")}
            </Button>
            <IconButton label={say("trash.put-away-entity")} tiny onPress={() => void askOrPutAway()}>
              <Trash2 size={14} aria-hidden />
            </IconButton>
          </>
        )}
      </div>
      <EntityTabs group={group} counts={counts} isReadOnly={isReadOnly} />
      {isAsking && (
        <PutAwayDialog
          group={group}
          onPutAway={() => {
            setAsking(false);
            void putAway();
          }}
          onMerge={() => {
            setAsking(false);
            setMerging(true);
          }}
          onClose={() => setAsking(false)}
        />
      )}
      {isMerging && <MergeDialog group={group} counts={counts} onClose={() => setMerging(false)} />}
    </div>
  );
}

/** Where an entity is mentioned, and what the registry knows of it. */
export function EntityTabs({ group, counts, isReadOnly }: Omit<Props, "onBack">) {
  const { say } = useWords();
  return (
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
  );
}

interface PutAwayDialogProps {
  readonly group: EntityGroup;
  onPutAway(): void;
  onMerge(): void;
  onClose(): void;
}

/**
 * Asks before an entity that is mentioned goes to the trash: how many of one’s own mentions will name nobody. Where colleagues mention it as well it
 * cannot go, which is said in place of the question, and merging is offered.
 */
function PutAwayDialog({ group, onPutAway, onMerge, onClose }: PutAwayDialogProps) {
  const { say, list } = useWords();
  const { entity, merged } = group;
  const ids = [entity.id, ...merged.map(({ id }) => id)];
  const mentions = useMentions(ids);
  const colleagues = useColleagues(ids);
  const isOthersToo = colleagues !== null && colleagues.length > 0;
  const counted = mentions && {
    count: mentions.length,
    articles: new Set(mentions.map(({ article }) => article)).size,
  };
  return (
    <ModalDialog
      title={say(isOthersToo ? "trash.mentioned-stays" : "trash.mentioned-title", {
        name: plainText(entity.name),
      })}
      onClose={onClose}
      foot={
        <ConfirmButtons
          onCancel={onClose}
          isDisabled={colleagues === null}
          onPress={isOthersToo ? onMerge : onPutAway}
        >
          {say(isOthersToo ? "entities.merge" : "trash.put-away-entity")}
        </ConfirmButtons>
      }
    >
      <p role="status">
        {counted && colleagues && (
          <OutsideText>
            {isOthersToo
              ? say("trash.mentioned-by-others", { ...counted, names: list(colleagues.map(plainText)) })
              : say("trash.mentioned", counted)}
          </OutsideText>
        )}
      </p>
    </ModalDialog>
  );
}

interface EntityListProps {
  readonly entities: Table<Entity>;
  readonly counts: Counts | null;
  readonly query: EntityQuery;
  /** The way to the registry as one table is there. */
  readonly hasTable?: boolean;
  onQuery(query: EntityQuery): void;
  onOpen(entity: Id): void;
}

/** CSS pixels that a row is taken to be high until it has been drawn: a name of one line. */
const usualRowSize = 52;

/** The entities of the project: found as one types, by any of their names in any spelling. */
function EntityList({ entities, counts, query, hasTable = false, onQuery, onOpen }: EntityListProps) {
  const { say, compare } = useWords();
  const { ui } = usePanels();
  const [layout] = useState(() => new ListLayout<ListedEntity>({ estimatedRowSize: usualRowSize }));
  const listed = useMemo(
    () => listEntities(entities, counts, query, compare),
    [entities, counts, query, compare],
  );
  return (
    <>
      <div className="entity-search">
        <SearchField
          label={say("entities.find")}
          value={query.typed}
          onChange={(typed) => onQuery({ ...query, typed })}
        />
        <FilterMenu query={query} onQuery={onQuery} />
        {hasTable && (
          <IconButton label={say("entities.table-action")} tiny onPress={() => showPage(ui, "entity-table")}>
            <Table2 size={16} aria-hidden />
          </IconButton>
        )}
      </div>
      <p className="visually-hidden" role="status">
        {say("entities.found", { count: listed.length })}
      </p>
      {listed.length > 0 && (
        <p className="entity-columns" aria-hidden>
          <span>{say("entities.sort-name")}</span>
          <span>{say("entities.sort-mentions")}</span>
        </p>
      )}
      <Virtualizer layout={layout} shouldObserveItemSize>
        <ListBox
          aria-label={say("entities.list")}
          className="entity-list"
          data-pane-start
          items={listed}
          selectionMode="none"
          renderEmptyState={() => <p className="pane-empty quiet">{say("entities.none-fits")}</p>}
          onAction={(key) => onOpen(String(key))}
        >
          {(one) => <EntityRow listed={one} />}
        </ListBox>
      </Virtualizer>
    </>
  );
}

function FilterMenu({ query, onQuery }: Pick<EntityListProps, "query" | "onQuery">) {
  const { say } = useWords();
  const isFiltered = query.types.length + query.namings.length > 0;
  return (
    <MenuTrigger>
      <AriaButton
        className={`button quiet-button icon tiny${isFiltered ? " active" : ""}`}
        aria-label={say("articles.filter-and-sort")}
        data-hint={say("articles.filter-and-sort")}
      >
        <ListFilter size={16} aria-hidden />
      </AriaButton>
      <Popover className="popover" placement="bottom end" offset={4}>
        <Menu className="choices" aria-label={say("articles.filter-and-sort")}>
          <MenuChoices
            title={say("entities.type")}
            options={entityTypes.map((id) => ({ id, name: say(`entities.type-${id}`) }))}
            chosen={query.types}
            onChoose={(types) => onQuery({ ...query, types })}
          />
          <MenuChoices
            title={say("entities.naming")}
            options={namings.map((id) => ({ id, name: say(`entities.naming-${id}`) }))}
            chosen={query.namings}
            onChoose={(chosen) => onQuery({ ...query, namings: chosen })}
          />
          <MenuChoices
            title={say("articles.sort-by")}
            isSingle
            options={(["name", "mentions"] as const).map((id) => ({ id, name: say(`entities.sort-${id}`) }))}
            chosen={[query.sort]}
            onChoose={([sort]) => {
              if (sort) onQuery({ ...query, sort });
            }}
          />
        </Menu>
      </Popover>
    </MenuTrigger>
  );
}

/** One entity in the registry's list: its name, how often it is mentioned, what it counts as, and as far as there is room what else is known. */
function EntityRow({ listed: { group, mentions, id } }: { readonly listed: ListedEntity }) {
  const { say } = useWords();
  const { entity } = group;
  const [, ...others] = namesOf(group);
  const reason = isUnnamedSource(entity) ? entity.anonymity?.reason || say("entities.no-reason") : "";
  const more = [reason, others.join(", ")].filter(Boolean);
  return (
    <ListBoxItem id={id} className="entity-row" textValue={plainText(entity.name)}>
      <span className="entity-row-name">
        <span className="cut-after-two">
          <OutsideText>{entity.name}</OutsideText>
        </span>
        {mentions !== null && <MentionCount count={mentions} />}
      </span>
      <span className="entity-row-more">
        <span>{say(classKey(sourceClass(entity)))}</span>
        {more.length > 0 && <OutsideText cut>{`· ${more.join(" · ")}`}</OutsideText>}
      </span>
    </ListBoxItem>
  );
}

function MentionCount({ count }: { readonly count: number }) {
  const { say, number } = useWords();
  const words = say("entities.own-mentions", { count });
  return (
    <span className="pane-count" data-hint={words}>
      <span aria-hidden>{number(count)}</span>
      <span className="visually-hidden">{words}</span>
    </span>
  );
}

/** Nobody withholds the name of a document or an outlet. */
const isUnnamedSource = (entity: Entity): boolean =>
  sourceClass(entity) === "described" || sourceClass(entity) === "anonymous";

const unnamedOnly: EntityQuery = {
  ...everyEntity,
  types: entityTypes.filter((type) => sourceClass({ type, naming: "anonymous" }) === "anonymous"),
  namings: namings.filter((naming) => naming !== "named"),
  sort: "mentions",
};

/** An entity is opened in the registry. */
function UnnamedList() {
  const { workspace, ui } = usePanels();
  const entities = useStore(workspace.state, (state) => state.entities);
  const counts = useCounts();
  const [query, setQuery] = useState(unnamedOnly);
  return (
    <EntityList
      entities={entities}
      counts={counts}
      query={query}
      onQuery={setQuery}
      onOpen={(entity) => goToEntity(ui, entity)}
    />
  );
}

export const entitiesView: SidebarView = {
  Body: Registry,
  useCount: () => useStore(usePanels().workspace.state, ({ entities }) => entityGroups(entities).size),
};

/** Those who are not named, the most mentioned first. */
export const anonymousView: SidebarView = {
  Body: UnnamedList,
  useCount: () =>
    useStore(
      usePanels().workspace.state,
      ({ entities }) =>
        [...entityGroups(entities).values()].filter(({ entity }) => isUnnamedSource(entity)).length,
    ),
};
