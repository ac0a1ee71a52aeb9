// What is in focus, with all that can be said of it: the span, and the card. All parts stay mounted and only change their
// values, since the focus moves with every key.
import type { Session } from "../../state/session/session.ts";
import { CardPanel } from "../cards/card-panel.tsx";
import { ExclusionList } from "../cards/exclusion-list.tsx";
import { SpanPanel } from "../span/span-panel.tsx";
import { FocusThreads } from "../talk/focus-threads.tsx";
import { NothingInFocus } from "./nothing-in-focus.tsx";
import "../../styles/inspector.css";

export function Inspector({ session }: { readonly session: Session }) {
  return (
    <div className="inspector" data-pane="cards" tabIndex={-1}>
      <div className="inspector-body">
        <SpanPanel session={session} />
        <CardPanel session={session} />
        <FocusThreads session={session} />
        <NothingInFocus session={session} />
      </div>
      <ExclusionList session={session} />
    </div>
  );
}
