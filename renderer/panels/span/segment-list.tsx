// The words of a span, segment by segment, each with a way to it and out of the span.
import { X } from "lucide-react";
import { memo } from "react";
import { removeSegment } from "../../../shared/commands/index.ts";
import type { Span } from "../../../shared/model/span.ts";
import type { Session } from "../../state/session/session.ts";
import { IconButton, Press } from "../../ui/button.tsx";
import { numbered } from "../../ui/numbered.ts";
import { OutsideText } from "../../ui/outside-text.tsx";
import { useWords } from "../../ui/words.tsx";
import { ActionKeys } from "../action-keys.tsx";

interface Props {
  readonly session: Session;
  readonly span: Span;
}

export function SegmentList({ session, span }: Props) {
  const { say } = useWords();
  const several = span.segments.length > 1;
  return (
    <div>
      <ol className="segments" aria-label={say("span.words")}>
        {numbered(span.segments).map(({ key, item: segment }, at) => (
          <li key={key} className="segment">
            <Press
              className="segment-words"
              onPress={() => session.reveal({ start: segment.start, end: segment.end }, "center")}
            >
              <OutsideText>{shortened(segment.quote)}</OutsideText>
            </Press>
            {several && !session.readOnly && (
              <IconButton
                label={say("span.remove-segment", { at: at + 1 })}
                tiny
                onPress={() => session.run(removeSegment, { span: span.id, segment: at })}
              >
                <X size={14} aria-hidden />
              </IconButton>
            )}
          </li>
        ))}
      </ol>
      {!session.readOnly && <EdgeKeys />}
    </div>
  );
}

/** The same for every span, and so not drawn anew with each. */
const EdgeKeys = memo(function EdgeKeys() {
  const { parts } = useWords();
  return (
    <p className="hint-keys">
      <span>{parts("span.keys-start", { keys: <KeyPair key="keys" edge="start" /> })}</span>
      <span>{parts("span.keys-end", { keys: <KeyPair key="keys" edge="end" /> })}</span>
      <span>{parts("span.keys-add", { keys: <ActionKeys key="keys" action="add-segment" /> })}</span>
    </p>
  );
});

function KeyPair({ edge }: { readonly edge: "start" | "end" }) {
  return (
    <span className="keys">
      <ActionKeys action={`move-${edge}-back-by-word`} />
      <ActionKeys action={`move-${edge}-forward-by-word`} />
    </span>
  );
}

/** Code units of a long quotation that are shown at its start and its end. */
const shown = 160;

const shortened = (quote: string): string =>
  quote.length > 2 * shown + 40 ? `${quote.slice(0, shown)} … ${quote.slice(-shown)}` : quote;
