// The form and colour in which spans of a type are drawn in the text, small, so that a name can be tied to its marks.
import type { Tagset } from "../../../shared/model/tagset.ts";
import { typeColour } from "../../editor/mark-styles.ts";
import { FormShape } from "./form-shape.tsx";

interface Props {
  readonly tagset: Tagset;
  readonly type: string;
}

export function TypeForm({ tagset, type }: Props) {
  const index = tagset.spanTypes.findIndex(({ id }) => id === type);
  return <FormShape form={tagset.spanTypes[index]?.form} colour={`var(${typeColour(index)})`} />;
}
