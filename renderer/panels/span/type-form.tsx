// The form and colour in which spans of a type are drawn in the text, small, so that a name can be tied to its marks.
import type { MarkForm, Tagset } from "../../../shared/model/tagset.ts";
import { typeColour } from "../../editor/mark-styles.ts";

interface Props {
  readonly tagset: Tagset;
  readonly type: string;
}

export function TypeForm({ tagset, type }: Props) {
  const index = tagset.spanTypes.findIndex(({ id }) => id === type);
  return <FormShape form={tagset.spanTypes[index]?.form} colour={`var(${typeColour(index)})`} />;
}

// The form in which marks of a type are drawn, as a small picture in a colour given as CSS.

interface FormShapeProps {
  readonly form: MarkForm | undefined;
  readonly colour: string;
}

export function FormShape({ form, colour }: FormShapeProps) {
  return (
    <svg className="type-form" viewBox="0 0 16 11" aria-hidden style={{ color: colour }}>
      {form === "ground" && (
        <>
          <rect width="16" height="11" rx="2" fill="currentColor" opacity="0.3" />
          <rect width="2" height="11" fill="currentColor" />
        </>
      )}
      {form === "underline" && <rect y="5" width="16" height="2.5" fill="currentColor" />}
      {form === "double" && (
        <>
          <rect y="3" width="16" height="1.8" fill="currentColor" />
          <rect y="7" width="16" height="1.8" fill="currentColor" />
        </>
      )}
      {form === "dashed" && (
        <path d="M0 6h16" stroke="currentColor" strokeWidth="2.4" strokeDasharray="6 3" />
      )}
      {form === "wavy" && (
        <path d="M0 7q2-4 4 0t4 0 4 0 4 0" stroke="currentColor" strokeWidth="1.8" fill="none" />
      )}
      {form === "dotted" && (
        <path
          d="M1.5 6h13"
          stroke="currentColor"
          strokeWidth="2.6"
          strokeLinecap="round"
          strokeDasharray="0 4.3"
        />
      )}
    </svg>
  );
}
