// Two annotators who look like one person: asked about with what speaks for it; and those who are counted as one, with the way back.
import { useState } from "react";
import type { ApiErrorData } from "../../../shared/errors/errors.ts";
import { ApiError } from "../../../shared/errors/errors.ts";
import { explain } from "../../../shared/errors/explain.ts";
import type { Id } from "../../../shared/model/id.ts";
import type { Annotator } from "../../../shared/model/project.ts";
import { alikeEvidence, type LikePair } from "../../../shared/review/like-people.ts";
import { countedAs, type SamePersonAnswer } from "../../../shared/review/one-person.ts";
import type { Person } from "../../../shared/review/people.ts";
import type { Workspace } from "../../state/project/workspace.ts";
import { Banner } from "../../ui/banner.tsx";
import { Button } from "../../ui/button.tsx";
import { plainText } from "../../ui/outside-text.tsx";
import { useWords } from "../../ui/words.tsx";
import { usePanels } from "../app-context.tsx";
import { saidPerson } from "./person-mark.tsx";

/** Whatever was compared and measured in any window is so anew. Answers with what went wrong, or `null`. */
async function answerSamePerson(
  { client, call }: Workspace,
  people: readonly [Id, Id],
  answer: SamePersonAnswer,
): Promise<ApiErrorData | null> {
  try {
    await call((project) => client.call("review.samePerson", { project, people: [...people], answer }));
    return null;
  } catch (error) {
    if (!(error instanceof ApiError)) throw error;
    return error.toData();
  }
}

interface Props {
  readonly alike: readonly LikePair[];
  /** As the page calls them. */
  readonly people: readonly Person[];
  /** Of the project. */
  readonly annotators: readonly Annotator[];
  readonly canWrite: boolean;
}

export function LikePeople({ alike, people, annotators, canWrite }: Props) {
  const { workspace } = usePanels();
  const { say, tell } = useWords();
  const [problem, setProblem] = useState<ApiErrorData | null>(null);
  const answer = (pair: readonly [Id, Id], how: SamePersonAnswer): void =>
    void answerSamePerson(workspace, pair, how).then(setProblem);
  const nameOf = (id: Id): string => {
    const person = people.find((one) => one.id === id);
    return person ? saidPerson(person, say) : id;
  };
  // While names are hidden nobody is to be told who else somebody is.
  const isBlind = people.some(({ role }) => role === "hidden");
  const counted = isBlind
    ? []
    : people.flatMap((person) =>
        (countedAs(annotators).get(person.id) ?? []).map((other) => ({ person, other })),
      );
  return (
    <>
      {problem && <Banner tone="danger" title={tell(explain(problem).what)} />}
      {alike.map((pair) => (
        <Banner
          key={pair.people.join()}
          tone="plain"
          title={say("review.alike-ask", { one: nameOf(pair.people[0]), other: nameOf(pair.people[1]) })}
          buttons={
            canWrite && (
              <>
                <Button onPress={() => answer(pair.people, "same")}>{say("review.alike-same")}</Button>
                <Button look="quiet-button" onPress={() => answer(pair.people, "different")}>
                  {say("review.alike-different")}
                </Button>
              </>
            )
          }
        >
          <p>{tell(alikeEvidence(pair))}</p>
        </Banner>
      ))}
      {counted.map(({ person, other }) => (
        <Banner
          key={other.id}
          tone="plain"
          title={say("review.alike-counted", {
            other: plainText(other.name),
            person: saidPerson(person, say),
          })}
          buttons={
            canWrite && (
              <Button look="quiet-button" onPress={() => answer([person.id, other.id], null)}>
                {say("review.alike-separate")}
              </Button>
            )
          }
        />
      ))}
    </>
  );
}
