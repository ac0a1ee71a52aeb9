// People whom the articles of the project name and who are not in the registry: accepted, joined with others, rejected, by one key each.

import { type KeyboardEvent, useEffect, useMemo, useState } from "react";
import { entityTypes, namings } from "../../../shared/model/entity.ts";
import { get } from "../../../shared/model/table.ts";
import type { SuggestedPerson } from "../../../shared/suggestions/project-people.ts";
import { reasonOfMention } from "../../../shared/suggestions/reasons.ts";
import { acceptPerson, dropPerson, joinPerson, openPlace } from "../../actions/gathered.ts";
import { useStore } from "../../lib/store.ts";
import { registryHas } from "../../state/review/decide-gathered.ts";
import { listPeople, type PeopleQuery } from "../../state/review/gathered-lists.ts";
import { gatheringOf } from "../../state/review/gathering.ts";
import { findEntities } from "../../state/session/find-entities.ts";
import { Button, Press } from "../../ui/button.tsx";
import { ChoiceField } from "../../ui/choice-field.tsx";
import { Description } from "../../ui/description.tsx";
import { Finder } from "../../ui/finder.tsx";
import { ModalDialog } from "../../ui/modal-dialog.tsx";
import { OpeningList } from "../../ui/opening-list.tsx";
import { OutsideText, plainText } from "../../ui/outside-text.tsx";
import { SearchField } from "../../ui/search-field.tsx";
import { useWords } from "../../ui/words.tsx";
import { ActionKeys } from "../action-keys.tsx";
import { usePanels } from "../app-context.tsx";
import { TwoLines } from "../dialogs/two-lines.tsx";
import type { Page, PageProps } from "../page.ts";
import { InContext } from "../suggestions/in-context.tsx";
import { TitleInSentence } from "../title-in-sentence.tsx";
import { useTitles } from "../use-titles.ts";
import { GatheredFrame } from "./gathered-frame.tsx";
import { PutAsideList, putAsideOf } from "./put-aside-list.tsx";

/** Pixels of a closed row. */
const rowHeight = 48;

function PeoplePane({ project }: PageProps) {
  const panels = usePanels();
  const { say } = useWords();
  const gathering = gatheringOf(panels.workspace);
  const state = useStore(gathering.state, (value) => value);
  const { query, person: chosen, isAside, isJoining } = useStore(gathering.view, (value) => value);
  useEffect(() => gathering.follow("people"), [gathering]);
  const listedPeople = useMemo(() => listPeople(state.people, query), [state.people, query]);
  const openIndex = chosen === null ? -1 : listedPeople.findIndex(({ key }) => key === chosen);
  const readOnly = project.readOnly !== null;
  const accept = (one: SuggestedPerson, event: KeyboardEvent): void => {
    if (event.key !== "Enter") return;
    event.preventDefault();
    acceptPerson(panels, one);
  };
  const openPerson = listedPeople[openIndex];

  return (
    <GatheredFrame
      label={say("gathered.people-title")}
      state={state}
      counted={say("gathered.people-counted", {
        count: listedPeople.length,
        articles: state.people?.articles ?? 0,
      })}
      note={say(isAside ? "gathered.people-aside-about" : "gathered.people-about")}
      keyHelp={say("gathered.people-keys")}
      filters={<PeopleFilters />}
    >
      {isAside ? (
        <PutAsideList all={putAsideOf(state.rejections, "people")} readOnly={readOnly} />
      ) : (
        <OpeningList
          label={say("gathered.people-title")}
          items={listedPeople}
          rowHeight={rowHeight}
          open={openIndex}
          keyOf={({ key }) => key}
          goTo={({ key }) => gathering.view.patch({ person: key })}
          close={() => gathering.view.patch({ person: null })}
          row={(person) => <PersonRow person={person} />}
          detail={(person) => <PersonDetail person={person} readOnly={readOnly} />}
          onOpenRowKey={accept}
        />
      )}
      {state.people !== null && !isAside && listedPeople.length === 0 && (
        <p className="pane-empty quiet">
          {say(state.people.count === 0 ? "gathered.no-people" : "gathered.none-of-these")}
        </p>
      )}
      {isJoining && openPerson && (
        <JoinDialog
          person={openPerson}
          all={listedPeople}
          onClose={() => gathering.view.patch({ isJoining: false })}
        />
      )}
    </GatheredFrame>
  );
}

/** What the list of people is narrowed by: words, naming and type. */
function PeopleFilters() {
  const { view } = gatheringOf(usePanels().workspace);
  const { say } = useWords();
  const query = useStore(view, (value) => value.query);
  const patch = (part: Partial<PeopleQuery>): void =>
    view.patch({ query: { ...query, ...part }, person: null });
  return (
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
        onChange={(id) => patch({ naming: id === "all" ? null : id })}
      />
      <ChoiceField
        label={say("gathered.type")}
        labelHidden
        value={query.type ?? "all"}
        options={[
          { id: "all", name: say("gathered.all-types") },
          ...entityTypes.map((id) => ({ id, name: say(`entities.type-${id}`) })),
        ]}
        onChange={(id) => patch({ type: id === "all" ? null : id })}
      />
    </>
  );
}

function PersonRow({ person }: { readonly person: SuggestedPerson }) {
  const { say } = useWords();
  const { name, type, naming, role, perhaps, known, mentions, articles } = person;
  const [first] = perhaps;
  return (
    <span className="opening-says">
      <span className="gathered-who">
        <strong className="cut">
          <OutsideText>{name}</OutsideText>
        </strong>
        <span className="gathered-count">{say("gathered.mentions", { mentions, articles })}</span>
        <span className="quiet cut">
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
  );
}

interface Props {
  readonly person: SuggestedPerson;
  readonly all: readonly SuggestedPerson[];
  onClose(): void;
}

/** What is taken for somebody who is none of those with the name; ids of entities and keys of people have other signs. */
const somebodyElse = "*";

/** Chooses, by keyboard alone, with whom somebody is the same: an entity of the registry, or another one of the list. */
function JoinDialog({ person, all, onClose }: Props) {
  const panels = usePanels();
  const { say } = useWords();
  const entities = useStore(panels.workspace.state, (state) => state.entities);
  const [typed, setTyped] = useState("");
  const { sure, fitting, others } = findEntities(entities, typed, person.name);
  const { namesakes } = registryHas(entities, person);
  const like = typed.trim() === "" ? person.perhaps : [];
  const words = typed.trim().toLocaleLowerCase();
  const proposed = all.filter(
    ({ key, name, naming }) =>
      key !== person.key && naming === "named" && name.toLocaleLowerCase().includes(words),
  );
  const candidates = [
    ...like.map(({ entity, key, name, likeness }) => ({
      id: entity === null ? `+${key}` : entity,
      name,
      help: say(`gathered.like-${likeness}`),
    })),
    ...[...sure, ...fitting].map(({ id, name, aliases }) => ({
      id,
      name,
      help: aliases.slice(0, 4).join(" · "),
    })),
    ...proposed.map(({ key, name }) => ({ id: `+${key}`, name, help: say("gathered.not-in-registry") })),
    ...others.map(({ id, name, aliases }) => ({ id, name, help: aliases.slice(0, 4).join(" · ") })),
    ...(namesakes.length > 0
      ? [{ id: somebodyElse, name: person.name, help: say("gathered.another-of-name") }]
      : []),
  ];
  // What is likest goes before what merely fits what was typed.
  const items = candidates.filter(({ id }, at) => candidates.findIndex((one) => one.id === id) === at);
  return (
    <ModalDialog title={say("gathered.join-title", { name: plainText(person.name) })} onClose={onClose}>
      <Finder
        label={say("gathered.join-find")}
        placeholder={say("gathered.join-find")}
        typed={typed}
        items={items.map(({ id, name, help }) => ({
          id,
          text: plainText(name),
          content: <TwoLines main={name} help={help} />,
        }))}
        empty={say("entities.none-fits")}
        onType={setTyped}
        onTake={(id) => {
          const into = id.startsWith("+") ? all.find(({ key }) => `+${key}` === id) : get(entities, id);
          onClose();
          if (into) joinPerson(panels, person, into);
          else if (id === somebodyElse) joinPerson(panels, person, null);
        }}
      />
    </ModalDialog>
  );
}

interface PersonDetailProps {
  readonly person: SuggestedPerson;
  readonly readOnly: boolean;
}

/** All about somebody who is proposed: what the articles say of them, each mention with its reason, and what to do. */
function PersonDetail({ person, readOnly }: PersonDetailProps) {
  const panels = usePanels();
  const { say } = useWords();
  const entities = useStore(panels.workspace.state, (state) => state.entities);
  const { aliases, role, number, anonymity, perhaps, marks, places, mentions } = person;
  const { known: entity, namesakes } = registryHas(entities, person);
  return (
    <>
      <dl className="suggestion-parts">
        {aliases.length > 0 && <Description name={say("gathered.other-names")} value={aliases.join(" · ")} />}
        {role !== null && <Description name={say("gathered.role")} value={role} />}
        {number !== null && <Description name={say("gathered.number")} value={String(number)} />}
        {anonymity && (
          <Description name={say("gathered.reason")} value={`${anonymity.terms} ${anonymity.reason}`} />
        )}
        {entity && <Description name={say("gathered.known")} value={entity.name} />}
      </dl>
      {marks.length > 0 && <p>{say("gathered.marks", { count: marks.length })}</p>}
      {!readOnly && (
        <div className="gathered-buttons">
          <Button look="primary" onPress={() => acceptPerson(panels, person)}>
            {entity
              ? say("gathered.join-known", { name: entity.name })
              : say(namesakes.length > 0 ? "gathered.choose-of-name" : "gathered.accept")}{" "}
            <ActionKeys action="accept-person" />
          </Button>
          <Button onPress={() => gatheringOf(panels.workspace).view.patch({ isJoining: true })}>
            {say("gathered.join")} <ActionKeys action="join-person" />
          </Button>
          <Button onPress={() => dropPerson(panels, person)}>
            {say("gathered.reject")} <ActionKeys action="reject-person" />
          </Button>
        </div>
      )}
      {perhaps.length > 0 && <LikePeopleList person={person} readOnly={readOnly} />}
      <PlaceList person={person} />
      {mentions > places.length && (
        <p className="quiet">{say("gathered.more-places", { count: mentions - places.length })}</p>
      )}
    </>
  );
}

/** Who may be the same. */
function LikePeopleList({ person, readOnly }: PersonDetailProps) {
  const panels = usePanels();
  const { say } = useWords();
  const entities = useStore(panels.workspace.state, (state) => state.entities);
  return (
    <ul className="gathered-perhaps" aria-label={say("gathered.perhaps-label")}>
      {person.perhaps.map((one) => {
        const into =
          one.entity === null
            ? gatheringOf(panels.workspace)
                .state.get()
                .people?.people.find(({ key }) => key === one.key)
            : get(entities, one.entity);
        return (
          <li key={one.entity ?? one.key}>
            <span>
              <OutsideText>{one.name}</OutsideText>{" "}
              <span className="quiet">{say(`gathered.like-${one.likeness}`)}</span>
            </span>
            {!readOnly && into && (
              <Button onPress={() => joinPerson(panels, person, into)}>{say("gathered.the-same")}</Button>
            )}
          </li>
        );
      })}
    </ul>
  );
}

/** Each mention with its reason. */
function PlaceList({ person }: Pick<PersonDetailProps, "person">) {
  const panels = usePanels();
  const { say, tell } = useWords();
  const titles = useTitles();
  return (
    <ol className="gathered-places" aria-label={say("gathered.places")}>
      {person.places.map(({ article, segment, reason, before }) => (
        <li key={`${article} ${segment.start}`}>
          <Press className="gathered-place" onPress={() => void openPlace(panels, article, segment)}>
            <span className="mention-context">
              <InContext segment={segment} />
            </span>
            <span className="quiet">
              <TitleInSentence>{titles.get(article) ?? ""}</TitleInSentence> ·{" "}
              <OutsideText>{tell(reasonOfMention(reason, before))}</OutsideText>
            </span>
          </Press>
        </li>
      ))}
    </ol>
  );
}

export const peoplePage: Page = { Body: PeoplePane };
