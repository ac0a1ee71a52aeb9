// People whom the articles of the project name and who are not in the registry: accepted, joined with others, rejected, by one key each.
import { type KeyboardEvent, useEffect, useMemo } from "react";
import { entityTypes, namings } from "../../../shared/model/entity.ts";
import type { ProposedPerson } from "../../../shared/suggestions/project-people.ts";
import { acceptPerson } from "../../actions/gathered.ts";
import { useStore } from "../../lib/store.ts";
import { listPeople, type PeopleQuery } from "../../state/review/gathered-lists.ts";
import { gatheringOf } from "../../state/review/gathering.ts";
import { ChoiceField } from "../../ui/choice-field.tsx";
import { OpeningList } from "../../ui/opening-list.tsx";
import { OutsideText } from "../../ui/outside-text.tsx";
import { SearchField } from "../../ui/search-field.tsx";
import { useWords } from "../../ui/words.tsx";
import { usePanels } from "../app-context.tsx";
import type { PageProps } from "../page.ts";
import { GatheredFrame } from "./gathered-frame.tsx";
import { JoinDialog } from "./join-dialog.tsx";
import { PersonDetail } from "./person-detail.tsx";
import { PutAsideList, putAsideOf } from "./put-aside-list.tsx";

/** Pixels of a closed row. */
const rowHeight = 48;

export function PeoplePane({ project }: PageProps) {
  const panels = usePanels();
  const { say } = useWords();
  const gathering = gatheringOf(panels.workspace);
  const state = useStore(gathering.state, (value) => value);
  const { query, person: chosen, isAside, isJoining } = useStore(gathering.view, (value) => value);
  useEffect(() => gathering.follow("people"), [gathering]);
  const shown = useMemo(() => listPeople(state.people, query), [state.people, query]);
  const open = chosen === null ? -1 : shown.findIndex(({ key }) => key === chosen);
  const readOnly = project.readOnly !== null;
  const patch = (part: Partial<PeopleQuery>): void =>
    gathering.view.patch({ query: { ...query, ...part }, person: null });
  const accept = (one: ProposedPerson, event: KeyboardEvent): void => {
    if (event.key !== "Enter") return;
    event.preventDefault();
    acceptPerson(panels, one);
  };
  const one = shown[open];

  return (
    <GatheredFrame
      label={say("gathered.people-title")}
      state={state}
      counted={say("gathered.people-counted", { count: shown.length, articles: state.people?.articles ?? 0 })}
      note={say(isAside ? "gathered.people-aside-about" : "gathered.people-about")}
      keyHelp={say("gathered.people-keys")}
      filters={
        <>
          <div className="gathered-search">
            <SearchField
              label={say("gathered.find")}
              value={query.typed}
              onChange={(typed) => patch({ typed })}
            />
          </div>
          <ChoiceField
            label={say("gathered.naming")}
            labelHidden
            value={query.naming ?? "all"}
            options={[
              { id: "all", name: say("gathered.all-namings") },
              ...namings.map((id) => ({ id, name: say(`entities.naming-${id}`) })),
            ]}
            onChange={(id) => patch({ naming: namings.find((naming) => naming === id) ?? null })}
          />
          <ChoiceField
            label={say("gathered.type")}
            labelHidden
            value={query.type ?? "all"}
            options={[
              { id: "all", name: say("gathered.all-types") },
              ...entityTypes.map((id) => ({ id, name: say(`entities.type-${id}`) })),
            ]}
            onChange={(id) => patch({ type: entityTypes.find((type) => type === id) ?? null })}
          />
        </>
      }
    >
      {isAside ? (
        <PutAsideList all={putAsideOf(state.rejections, "people")} readOnly={readOnly} />
      ) : (
        <OpeningList
          label={say("gathered.people-title")}
          items={shown}
          rowHeight={rowHeight}
          open={open}
          keyOf={({ key }) => key}
          goTo={({ key }) => gathering.view.patch({ person: key })}
          close={() => gathering.view.patch({ person: null })}
          row={(person) => <PersonRow person={person} />}
          detail={(person) => <PersonDetail person={person} readOnly={readOnly} />}
          onOpenRowKey={accept}
        />
      )}
      {state.people !== null && !isAside && shown.length === 0 && (
        <p className="pane-empty quiet">
          {say(state.people.count === 0 ? "gathered.no-people" : "gathered.none-of-these")}
        </p>
      )}
      {isJoining && one && (
        <JoinDialog person={one} all={shown} onClose={() => gathering.view.patch({ isJoining: false })} />
      )}
    </GatheredFrame>
  );
}

function PersonRow({ person }: { readonly person: ProposedPerson }) {
  const { say, number } = useWords();
  const { name, type, naming, role, perhaps, known, mentions, articles } = person;
  const [first] = perhaps;
  return (
    <>
      <span className="opening-says">
        <span className="cut">
          <strong>
            <OutsideText>{name}</OutsideText>
          </strong>{" "}
          <span className="quiet">
            {say("gathered.kind", {
              type: say(`entities.type-${type}`),
              naming: say(`entities.naming-${naming}`),
            })}
          </span>
        </span>
        <span className="quiet cut">
          {known !== null
            ? say("gathered.known-marks", { count: person.marks.length })
            : first
              ? say("gathered.perhaps", { name: first.name })
              : (role ?? "")}
        </span>
      </span>
      <span className="gathered-count quiet" title={say("gathered.mentions", { mentions, articles })}>
        {number(mentions)}
      </span>
    </>
  );
}
