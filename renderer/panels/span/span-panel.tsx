// The span in focus: its type, its words, who it refers to, and the cards that use it. Stays mounted, hidden, while none is.
import type { Span } from "../../../shared/model/span.ts";
import { get } from "../../../shared/model/table.ts";
import { spanTypeOf } from "../../../shared/model/tagset.ts";
import { useStore } from "../../lib/store.ts";
import type { Session, SessionState } from "../../state/session/session.ts";
import { Kept } from "../../ui/kept.tsx";
import { useKept } from "../use-kept.ts";
import { EntityField } from "./entity-field.tsx";
import { SegmentList } from "./segment-list.tsx";
import { SpanCards } from "./span-cards.tsx";
import { SpanHead } from "./span-head.tsx";
import { SpanTypeField } from "./span-type-field.tsx";

export function SpanPanel({ session }: { readonly session: Session }) {
  const inFocus = useStore(session.shown, ({ annotations, focus }) =>
    focus.span === null ? null : (get(annotations.set.spans, focus.span) ?? null),
  );
  const span = useKept(session, inFocus, firstSpan);
  if (!span) return null;
  const { readOnly, tagset } = session;
  return (
    <Kept shown={inFocus !== null}>
      <section className="span-panel" aria-labelledby="span-heading">
        <SpanHead session={session} type={span.type} readOnly={readOnly} />
        <div className="span-body">
          <SpanTypeField session={session} type={span.type} readOnly={readOnly} />
          <SegmentList session={session} span={span} />
          {spanTypeOf(tagset, span.type)?.refersToEntity && <EntityField session={session} span={span} />}
          <SpanCards session={session} span={span} />
        </div>
      </section>
    </Kept>
  );
}

const firstSpan = ({ annotations, spanOrder }: SessionState): Span | null =>
  get(annotations.set.spans, spanOrder[0] ?? "") ?? null;
