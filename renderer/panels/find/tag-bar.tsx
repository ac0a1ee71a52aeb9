// What to mark the hits as, whom they refer to, and how many will be marked.
import { useMemo, useState } from "react";
import type { OpenProject } from "../../../shared/api/contract.ts";
import type { Entity } from "../../../shared/model/entity.ts";
import { get } from "../../../shared/model/table.ts";
import { spanTypeOf } from "../../../shared/model/tagset.ts";
import { typeName } from "../../../shared/words/tagset-words.ts";
import { createStore, useStore } from "../../lib/store.ts";
import { hitsToTag, tagFound } from "../../state/articles/tag-found.ts";
import type { Session } from "../../state/session/session.ts";
import { Button } from "../../ui/button.tsx";
import { ChoiceField } from "../../ui/choice-field.tsx";
import { plainText } from "../../ui/outside-text.tsx";
import { useWords } from "../../ui/words.tsx";
import { usePanels } from "../app-context.tsx";
import { findEntities } from "../span/find-entities.ts";
import { useFind, useFindState } from "./use-find.ts";

interface Props {
  readonly project: OpenProject;
  readonly session: Session | null;
}

const closed = createStore(null);
/** Entities to choose from: those whose names fit the words. */
const mostEntities = 8;
const byName = "by-name";

export function TagBar({ project, session }: Props) {
  const { workspace } = usePanels();
  const { say, tell } = useWords();
  const find = useFind();
  const { tagset } = project.project;
  const found = useFindState((state) => state);
  const type = spanTypeOf(tagset, found.type ?? "") ?? tagset.spanTypes[0];
  const typeId = type?.id ?? null;
  const annotations = useStore(session?.shown ?? closed, (state) => state?.annotations ?? null);
  const { result, leftOut } = found;
  const count = useMemo(
    () =>
      annotations === undefined
        ? 0
        : hitsToTag({ result, leftOut, type: typeId }, session).reduce(
            (sum, { hits }) => sum + hits.length,
            0,
          ),
    [result, leftOut, typeId, session, annotations],
  );
  const [tagging, setTagging] = useState(false);
  if (project.readOnly || !result || result.articles.length === 0 || !type) return null;

  async function tag(): Promise<void> {
    setTagging(true);
    const isDone = await tagFound(workspace, { ...find.state.get(), type: typeId });
    setTagging(false);
    // What other articles have marked is known from the search alone.
    if (
      isDone &&
      result &&
      (result.articles.length > 1 || result.articles[0]?.article !== session?.article.id)
    )
      find.again();
  }

  return (
    <div className="tag-bar">
      <div className="tag-choices">
        <ChoiceField
          label={say("search.tag-as")}
          value={type.id}
          options={tagset.spanTypes.map((one) => ({ id: one.id, name: tell(typeName(one)) }))}
          onChange={(id) => find.choose({ type: id })}
        />
        {type.refersToEntity && <EntityChoice />}
      </div>
      <Button look="primary" isDisabled={count === 0 || tagging} onPress={() => void tag()}>
        {count === 0 ? say("search.all-tagged") : say("search.tag", { count, type: typeName(type) })}
      </Button>
    </div>
  );
}

function EntityChoice() {
  const { workspace } = usePanels();
  const { say } = useWords();
  const find = useFind();
  const entities = useStore(workspace.state, (state) => state.entities);
  const { words, names, entity } = useFindState((state) => state);
  const options = useMemo(() => {
    const chosen = entity === null ? undefined : get(entities, entity);
    const typed = names?.of ?? words;
    const fitting = typed.trim() === "" ? [] : findEntities(entities, typed, typed, mostEntities).fitting;
    const all = [...(chosen ? [chosen] : []), ...fitting];
    return [...new Map(all.map((one): [string, Entity] => [one.id, one])).values()];
  }, [entities, entity, words, names]);
  return (
    <ChoiceField
      label={say("search.refers-to")}
      value={entity !== null && get(entities, entity) ? entity : byName}
      options={[
        { id: byName, name: say("search.by-name") },
        ...options.map(({ id, name }) => ({ id, name: plainText(name) })),
      ]}
      onChange={(id) => find.choose({ entity: id === byName ? null : id })}
    />
  );
}
