// The words of a span, segment by segment, each with a way to it and out of the span.
import { X } from "lucide-react";
import { removeSegment } from "../../../shared/commands/index.ts";
import type { Span } from "../../../shared/model/span.ts";
import type { Session } from "../../state/session.ts";
import { IconButton, Press } from "../../ui/button.tsx";
import { Keys } from "../../ui/keys.tsx";
import { OutsideText } from "../../ui/outside-text.tsx";

interface Props {
  readonly session: Session;
  readonly span: Span;
}

export function SegmentList({ session, span }: Props) {
  const several = span.segments.length > 1;
  return (
    <div>
      <ol className="segments" aria-label="Words">
        {span.segments.map((segment, at) => (
          <li key={segment.start} className="segment">
            <Press
              className="segment-words"
              onPress={() =>
                session.view.current?.reveal({ start: segment.start, end: segment.end }, "center")
              }
            >
              <OutsideText>{shortened(segment.quote)}</OutsideText>
            </Press>
            {several && !session.readOnly && (
              <IconButton
                label={`Remove segment ${at + 1}`}
                tiny
                onPress={() => session.run(removeSegment, { span: span.id, segment: at })}
              >
                <X size={14} aria-hidden />
              </IconButton>
            )}
          </li>
        ))}
      </ol>
      {!session.readOnly && (
        <p className="hint-keys">
          <Keys combination="[" />
          <Keys combination="]" /> start <Keys combination="{" />
          <Keys combination="}" /> end <Keys combination="+" /> add the selection
        </p>
      )}
    </div>
  );
}

/** Code units of a long quotation that are shown at its start and its end. */
const shown = 160;

const shortened = (quote: string): string =>
  quote.length > 2 * shown + 40 ? `${quote.slice(0, shown)} … ${quote.slice(-shown)}` : quote;
