// The span in focus: its type, its words, who it refers to, and the cards that use it.
import { Trash2 } from "lucide-react";
import { deleteSpan, retypeSpan } from "../../../shared/commands/index.ts";
import type { Span } from "../../../shared/model/span.ts";
import { get } from "../../../shared/model/table.ts";
import { spanTypeOf } from "../../../shared/model/tagset.ts";
import type { Session } from "../../state/session.ts";
import { useStore } from "../../state/store.ts";
import { IconButton } from "../../ui/button.tsx";
import { SegmentedField } from "../../ui/segmented-field.tsx";
import { EntityField } from "./entity-field.tsx";
import { SegmentList } from "./segment-list.tsx";
import { SpanCards } from "./span-cards.tsx";
import { TypeForm } from "./type-form.tsx";

export function SpanPanel({ session }: { readonly session: Session }) {
  const span = useStore(session.shown, ({ annotations, focus }) =>
    focus.span === null ? null : (get(annotations.set.spans, focus.span) ?? null),
  );
  return span && <SpanInFocus session={session} span={span} />;
}

interface Props {
  readonly session: Session;
  readonly span: Span;
}

function SpanInFocus({ session, span }: Props) {
  const { tagset, readOnly } = session;
  const type = spanTypeOf(tagset, span.type);
  return (
    <section className="span-panel" aria-labelledby="span-heading">
      <header className="pane-head">
        <h2 id="span-heading" className="pane-title">
          {type?.name ?? span.type} in focus
        </h2>
        {!readOnly && (
          <IconButton
            label="Delete the span"
            keys={["Backspace"]}
            tiny
            onPress={() => session.run(deleteSpan, { span: span.id })}
          >
            <Trash2 size={14} aria-hidden />
          </IconButton>
        )}
      </header>
      <div className="span-body">
        <SegmentedField
          label="Type"
          labelHidden
          value={span.type}
          isDisabled={readOnly}
          options={tagset.spanTypes.map(({ id, name }) => ({
            id,
            name,
            picture: <TypeForm tagset={tagset} type={id} />,
          }))}
          onChange={(to) => session.run(retypeSpan, { span: span.id, type: to })}
        />
        <SegmentList session={session} span={span} />
        {type?.refersToEntity && <EntityField key={span.id} session={session} span={span} />}
        <SpanCards session={session} span={span} />
      </div>
    </section>
  );
}
