// The type of the span in focus, with the form of each type beside its name.
import { memo, useCallback, useMemo } from "react";
import { retypeSpan } from "../../../shared/commands/index.ts";
import { typeAbout, typeName } from "../../../shared/words/tagset-words.ts";
import type { Session } from "../../state/session/session.ts";
import { SegmentedField } from "../../ui/segmented-field.tsx";
import { useWords } from "../../ui/words.tsx";
import { TypeForm } from "./type-form.tsx";

interface Props {
  readonly session: Session;
  readonly type: string;
  readonly readOnly: boolean;
}

export const SpanTypeField = memo(function SpanTypeField({ session, type, readOnly }: Props) {
  const { say, tell } = useWords();
  const { tagset } = session;
  const types = useMemo(
    () =>
      tagset.spanTypes.map((one) => ({
        id: one.id,
        name: tell(typeName(one)),
        title: tell(typeAbout(one)),
        picture: <TypeForm tagset={tagset} type={one.id} />,
      })),
    [tagset, tell],
  );
  const retype = useCallback(
    (next: string) => {
      const { span } = session.focus();
      if (span !== null) session.run(retypeSpan, { span, type: next });
    },
    [session],
  );
  return (
    <SegmentedField
      label={say("span.type")}
      labelHidden
      value={type}
      isDisabled={readOnly}
      options={types}
      onChange={retype}
    />
  );
});
