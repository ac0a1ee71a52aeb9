// The columns of a comparison: whose sets are shown beside or below each other, in the order of their letters.
import type { Id } from "../../../shared/model/id.ts";
import type { Person } from "../../../shared/review/people.ts";

/** `column`: which of the members of each group is theirs. */
export interface ShownColumn {
  readonly person: Person;
  readonly column: number;
}

export const shownColumns = (people: readonly Person[], compared: readonly Id[]): readonly ShownColumn[] =>
  people.flatMap((person) => {
    const column = compared.indexOf(person.id);
    return column < 0 ? [] : [{ person, column }];
  });
