// The entities of the project: found as one types, by any of their names in any spelling.
import { ListFilter } from "lucide-react";
import { useMemo } from "react";
import { Button, ListBox, ListBoxItem, Menu, MenuTrigger, Popover } from "react-aria-components";
import { ListLayout, Virtualizer } from "react-aria-components/Virtualizer";
import { type Entity, entityTypes, namings, sourceClass } from "../../../shared/model/entity.ts";
import { namesOf } from "../../../shared/model/entity-groups.ts";
import type { Id } from "../../../shared/model/id.ts";
import type { Table } from "../../../shared/model/table.ts";
import { classKey } from "../../../shared/words/entity-words.ts";
import { useStore } from "../../lib/store.ts";
import { MenuChoices } from "../../ui/menu-choices.tsx";
import { OutsideText, plainText } from "../../ui/outside-text.tsx";
import { SearchField } from "../../ui/search-field.tsx";
import { useWords } from "../../ui/words.tsx";
import { usePanels } from "../app-context.tsx";
import { type Counts, type EntityQuery, type ListedEntity, listEntities } from "./entity-listing.ts";

interface Props {
  readonly entities: Table<Entity>;
  readonly counts: Counts | null;
  readonly query: EntityQuery;
  onQuery(query: EntityQuery): void;
  onOpen(entity: Id): void;
}

/** CSS pixels that a row is high. */
const rowSizes = { comfortable: 54, compact: 44 } as const;

export function EntityList({ entities, counts, query, onQuery, onOpen }: Props) {
  const { say, compare } = useWords();
  const density = useStore(usePanels().workspace.state, ({ settings }) => settings.looks.density);
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
      </div>
      <p className="visually-hidden" role="status">
        {say("entities.found", { count: listed.length })}
      </p>
      <Virtualizer layout={ListLayout} layoutOptions={{ rowSize: rowSizes[density] }}>
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

function FilterMenu({ query, onQuery }: Pick<Props, "query" | "onQuery">) {
  const { say } = useWords();
  const isFiltered = query.types.length + query.namings.length > 0;
  return (
    <MenuTrigger>
      <Button
        className={`button quiet-button icon tiny${isFiltered ? " active" : ""}`}
        aria-label={say("articles.filter-and-sort")}
        data-hint={say("articles.filter-and-sort")}
      >
        <ListFilter size={16} aria-hidden />
      </Button>
      <Popover className="popover" placement="bottom end" offset={4}>
        <Menu className="choices" aria-label={say("articles.filter-and-sort")}>
          <MenuChoices
            title={say("entities.type")}
            several
            options={entityTypes.map((id) => ({ id, name: say(`entities.type-${id}`) }))}
            chosen={query.types}
            onChoose={(types) => onQuery({ ...query, types })}
          />
          <MenuChoices
            title={say("entities.naming")}
            several
            options={namings.map((id) => ({ id, name: say(`entities.naming-${id}`) }))}
            chosen={query.namings}
            onChoose={(chosen) => onQuery({ ...query, namings: chosen })}
          />
          <MenuChoices
            title={say("articles.sort-by")}
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

/** One entity in the registry's list: its name, what it counts as, and how often it is mentioned. */
function EntityRow({ listed }: { readonly listed: ListedEntity }) {
  const { say, number } = useWords();
  const { group, mentions, id } = listed;
  const [, ...others] = namesOf(group);
  return (
    <ListBoxItem id={id} className="entity-row" textValue={plainText(group.entity.name)}>
      <span className="entity-row-name">
        <OutsideText cut>{group.entity.name}</OutsideText>
        {mentions !== null && (
          <span className="entity-row-count">
            <span aria-hidden>{number(mentions)}</span>
            <span className="visually-hidden">{say("entities.mentions", { count: mentions })}</span>
          </span>
        )}
      </span>
      <span className="entity-row-more cut">
        {say(classKey(sourceClass(group.entity)))}
        {others.length > 0 && (
          <>
            {" · "}
            <OutsideText>{others.join(", ")}</OutsideText>
          </>
        )}
      </span>
    </ListBoxItem>
  );
}
