// The span in focus: its type, its words, who it refers to, and the cards that use it. Stays mounted, hidden, while none is.
import { History, Trash2 } from "lucide-react";
import { useCallback, useMemo } from "react";
import { deleteSpan, retypeSpan } from "../../../shared/commands/index.ts";
import { get } from "../../../shared/model/table.ts";
import { spanTypeOf } from "../../../shared/model/tagset.ts";
import { typeName } from "../../../shared/words/tagset-words.ts";
import type { Session } from "../../state/session.ts";
import { useStore } from "../../state/store.ts";
import { IconButton } from "../../ui/button.tsx";
import { SegmentedField } from "../../ui/segmented-field.tsx";
import { useWords } from "../../ui/words.tsx";
import { usePanels } from "../app-context.tsx";
import { useKept } from "../inspector/use-kept.ts";
import { useKeyboard } from "../use-keyboard.ts";
import { EntityField } from "./entity-field.tsx";
import { SegmentList } from "./segment-list.tsx";
import { SpanCards } from "./span-cards.tsx";
import { TypeForm } from "./type-form.tsx";

export function SpanPanel({ session }: { readonly session: Session }) {
  const { say, tell } = useWords();
  const { ui } = usePanels();
  const { keysOf } = useKeyboard();
  const inFocus = useStore(session.shown, ({ annotations, focus }) =>
    focus.span === null ? null : (get(annotations.set.spans, focus.span) ?? null),
  );
  const span = useKept(inFocus);
  const { tagset, readOnly } = session;
  const types = useMemo(
    () =>
      tagset.spanTypes.map((one) => ({
        id: one.id,
        name: tell(typeName(one)),
        picture: <TypeForm tagset={tagset} type={one.id} />,
      })),
    [tagset, tell],
  );
  const retype = useCallback(
    (type: string) => {
      const { span: id } = session.focus();
      if (id !== null) session.run(retypeSpan, { span: id, type });
    },
    [session],
  );
  if (!span) return null;
  const type = spanTypeOf(tagset, span.type);
  return (
    <section className="span-panel" aria-labelledby="span-heading" hidden={inFocus === null}>
      <header className="pane-head">
        <h2 id="span-heading" className="pane-title">
          {say("span.in-focus", { type: type ? typeName(type) : span.type })}
        </h2>
        <IconButton
          label={say("history.record-span")}
          tiny
          onPress={() => ui.patch({ dialog: "history-of-span" })}
        >
          <History size={14} aria-hidden />
        </IconButton>
        {!readOnly && (
          <IconButton
            label={say("span.delete")}
            keys={keysOf("delete")}
            tiny
            onPress={() => session.run(deleteSpan, { span: span.id })}
          >
            <Trash2 size={14} aria-hidden />
          </IconButton>
        )}
      </header>
      <div className="span-body">
        <SegmentedField
          label={say("span.type")}
          labelHidden
          value={span.type}
          isDisabled={readOnly}
          options={types}
          onChange={retype}
        />
        <SegmentList session={session} span={span} />
        {type?.refersToEntity && <EntityField key={span.id} session={session} span={span} />}
        <SpanCards session={session} span={span} />
      </div>
    </section>
  );
}
