// The sources to whose appearance in the article people give different roles, or only some of them any; decided on the page Decide.
import { useMemo } from "react";
import { sourcesWithRoles } from "../../../shared/review/decide/roles.ts";
import type { ComparedReview } from "../../state/review/comparing.ts";
import { OutsideText } from "../../ui/outside-text.tsx";
import { useWords } from "../../ui/words.tsx";
import { PersonMark } from "./person-mark.tsx";
import type { ShownColumn } from "./shown-columns.ts";

interface Props {
  readonly review: ComparedReview;
  readonly columns: readonly ShownColumn[];
}

export function RoleDifferences({ review, columns }: Props) {
  const { say } = useWords();
  const sources = useMemo(
    () => sourcesWithRoles(review).filter(({ roles }) => new Set(roles).size > 1),
    [review],
  );
  if (sources.length === 0) return null;
  return (
    <section className="role-differences" aria-label={say("compare.roles")}>
      <h3 className="conflict-aspect">{say("compare.roles")}</h3>
      <ul>
        {sources.map(({ entity, ids, roles }) => (
          <li key={ids.join(" ")}>
            <strong>
              <OutsideText>{entity.name}</OutsideText>
            </strong>
            <ul>
              {columns.map(({ column, person }) => {
                const role = roles[column] ?? null;
                return (
                  <li key={person.letter} className="role-difference">
                    <PersonMark person={person} />{" "}
                    {say(role === null ? "entities.role-here-none" : `entities.role-${role}`)}
                  </li>
                );
              })}
            </ul>
          </li>
        ))}
      </ul>
    </section>
  );
}
