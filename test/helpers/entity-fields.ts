// Fields of a project's own for its entities, one of each kind, for tests.
import type { EntityField } from "../../shared/model/tagset.ts";

export const genderField = {
  id: "gender",
  name: "Gender",
  kind: "choice",
  choices: [
    { id: "woman", name: "Woman" },
    { id: "man", name: "Man" },
    { id: "other", name: "Another gender" },
  ],
} as const satisfies EntityField;
export const ageField = { id: "age", name: "Age", kind: "number" } as const satisfies EntityField;
export const partyField = { id: "party", name: "Party", kind: "text" } as const satisfies EntityField;
export const bornField = { id: "born", name: "Born", kind: "date" } as const satisfies EntityField;
export const entityFields: readonly EntityField[] = [genderField, ageField, partyField, bornField];
