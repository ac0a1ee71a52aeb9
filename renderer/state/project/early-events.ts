// What was found in a project at its opening may be told before the answer has come that opens it: then the window does not know yet
// which project that is. It is kept, and told once it does.
import type { Event } from "../../../shared/api/contract.ts";
import type { Id } from "../../../shared/model/id.ts";
import type { ReadableStore } from "../../lib/store.ts";

/** Of each of these the answer says nothing; the others are in it, or told again. */
const keptTypes: readonly Event["type"][] = ["outside", "folder", "taken-over", "read-only"];

/** Events that are kept at most; older ones give way. */
const most = 50;

interface Opened {
  readonly project: { readonly handle: Id } | null;
}

/** Passes every event on to the listener, those of a project that is about to be opened once more when it is. */
export function withEarly(
  state: ReadableStore<Opened>,
  listener: (event: Event) => void,
): (event: Event) => void {
  let waitingEvents: readonly Event[] = [];
  const isOf = (event: Event, handle: Id | undefined): boolean =>
    "project" in event && event.project === handle;
  state.subscribe(() => {
    const handle = state.get().project?.handle;
    if (waitingEvents.length === 0 || handle === undefined) return;
    const projectEvents = waitingEvents.filter((event) => isOf(event, handle));
    waitingEvents = waitingEvents.filter((event) => !isOf(event, handle));
    for (const event of projectEvents) listener(event);
  });
  return (event) => {
    if (keptTypes.includes(event.type) && !isOf(event, state.get().project?.handle))
      waitingEvents = [...waitingEvents, event].slice(-most);
    listener(event);
  };
}
