// The registry of the whole project: a list to search and filter, and the page of the entity that was chosen in it.
import { useState } from "react";
import { entityBehind } from "../../../shared/model/entity.ts";
import { entityGroups } from "../../../shared/model/entity-groups.ts";
import type { Id } from "../../../shared/model/id.ts";
import { enterPane } from "../../actions/panes.ts";
import { useStore } from "../../lib/store.ts";
import { useWords } from "../../ui/words.tsx";
import { usePanels } from "../app-context.tsx";
import type { ViewProps } from "../sidebar-view.ts";
import { EntityList } from "./entity-list.tsx";
import { everyEntity } from "./entity-listing.ts";
import { EntityPage } from "./entity-page.tsx";
import { useCounts } from "./use-mentions.ts";
import "../../styles/entities.css";

export function EntitiesPane({ project }: ViewProps) {
  const { workspace, ui } = usePanels();
  const { say } = useWords();
  const entities = useStore(workspace.state, (state) => state.entities);
  const chosen = useStore(ui, (state) => state.entity);
  const [query, setQuery] = useState(everyEntity);
  const counts = useCounts();
  /** Turns to the page of an entity, or back to the list, with the keyboard. */
  const turnTo = (entity: Id | null): void => {
    ui.patch({ entity });
    // React shows it with the next frame.
    requestAnimationFrame(() => enterPane("sidebar"));
  };
  // One that was merged shows what it is now; one that is gone gives way to the list.
  const behind = chosen === null ? undefined : entityBehind(entities, chosen);
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
