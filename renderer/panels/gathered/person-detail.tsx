// All about somebody who is proposed: what the articles say of them, each mention with its reason, and what to do.
import { get } from "../../../shared/model/table.ts";
import type { ProposedPerson } from "../../../shared/suggestions/project-people.ts";
import { reasonOfMention } from "../../../shared/suggestions/reasons.ts";
import { acceptPerson, dropPerson, joinPerson, openPlace } from "../../actions/gathered.ts";
import { useStore } from "../../lib/store.ts";
import { gatheringOf } from "../../state/review/gathering.ts";
import { Button, Press } from "../../ui/button.tsx";
import { Description } from "../../ui/description.tsx";
import { OutsideText } from "../../ui/outside-text.tsx";
import { useWords } from "../../ui/words.tsx";
import { ActionKeys } from "../action-keys.tsx";
import { usePanels } from "../app-context.tsx";
import { InContext } from "./in-context.tsx";

interface Props {
  readonly person: ProposedPerson;
  readonly readOnly: boolean;
}

export function PersonDetail({ person, readOnly }: Props) {
  const panels = usePanels();
  const { say, tell } = useWords();
  const { entities, articles } = useStore(panels.workspace.state, (state) => state);
  const titles = new Map(articles.map(({ id, title }) => [id, title]));
  const { aliases, role, number, anonymity, known, perhaps, marks, places, mentions } = person;
  const entity = known === null ? undefined : get(entities, known);
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
            {entity ? say("gathered.join-known", { name: entity.name }) : say("gathered.accept")}{" "}
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
      {perhaps.length > 0 && (
        <ul className="gathered-perhaps" aria-label={say("gathered.perhaps-label")}>
          {perhaps.map((one) => {
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
      )}
      <ol className="gathered-places" aria-label={say("gathered.places")}>
        {places.map(({ article, segment, reason, before }) => (
          <li key={`${article} ${segment.start}`}>
            <Press className="gathered-place" onPress={() => void openPlace(panels, article, segment)}>
              <span className="mention-context">
                <InContext segment={segment} />
              </span>
              <span className="quiet">
                <OutsideText>{titles.get(article) ?? ""}</OutsideText> ·{" "}
                <OutsideText>{tell(reasonOfMention(reason, before))}</OutsideText>
              </span>
            </Press>
          </li>
        ))}
      </ol>
      {mentions > places.length && (
        <p className="quiet">{say("gathered.more-places", { count: mentions - places.length })}</p>
      )}
    </>
  );
}
