// Takes the events that the core sends while the window is open to the parts of the workspace that they concern.
import type { Client } from "../../../shared/api/client.ts";
import type { Event } from "../../../shared/api/contract.ts";
import type { Id } from "../../../shared/model/id.ts";
import type { Step } from "../../../shared/model/step.ts";
import { tableOf } from "../../../shared/model/table.ts";
import { message } from "../../../shared/words/message.ts";
import type { ReadableStore, Store } from "../../lib/store.ts";
import type { HistoryWalk } from "../history/walk-history.ts";
import type { ArticleSync } from "./article-sync.ts";
import type { Attempt } from "./attempts.ts";
import type { OpenSessions } from "./open-sessions.ts";
import type { createSharing } from "./sharing.ts";
import type { ConnectionState, WorkspaceState } from "./workspace-state.ts";

interface EventPorts {
  readonly state: Store<WorkspaceState>;
  readonly sessions: OpenSessions;
  readonly sharing: Pick<ReturnType<typeof createSharing>, "onEvent">;
  readonly history: Pick<HistoryWalk, "record">;
  readonly articleSync: ArticleSync;
  readonly follow: Attempt;
}

/** Listens from now on, and looks for what was missed whenever the host is back. */
export function followHost(
  client: Client,
  connection: ReadableStore<ConnectionState>,
  ports: EventPorts,
): void {
  connection.subscribe(() => onConnection(ports, connection.get()));
  client.subscribe(withEarly(ports.state, (event) => onEvent(ports, event)));
}

function onConnection({ state, sessions, articleSync }: EventPorts, connection: ConnectionState): void {
  state.patch({ connection });
  if (connection !== "up") return;
  // What was said of the host while it was away holds no more.
  if (state.get().problem?.problem === "host-unreachable") state.patch({ problem: null });
  sessions.refresh();
  void articleSync.findLost();
}

/** Of each of these the answer says nothing; the others are in it, or told again. */
const keptTypes: readonly Event["type"][] = ["outside", "folder", "taken-over", "read-only"];

/** Events that are kept at most; older ones give way. */
const most = 50;

/**
 * Passes every event on to the listener, those of a project that is about to be opened once more when it is: what was found in a project
 * at its opening may be told before the answer has come that opens it, and the window does not know yet which project that is.
 */
function withEarly(
  state: ReadableStore<WorkspaceState>,
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

function onEvent(ports: EventPorts, event: Event): void {
  const { state, sessions, sharing, history } = ports;
  if (event.type === "language")
    state.patch({ settings: { ...state.get().settings, language: event.language } });
  const { project } = state.get();
  if (event.type === "migrated") {
    if (event.root === project?.path) state.patch({ migrated: event });
    return;
  }
  if (event.type === "missed") sharing.onEvent(event);
  if (!("project" in event) || event.project !== project?.handle) return;
  if (event.type === "articles") ports.articleSync.take(event.articles);
  else if (event.type === "revised") sessions.onTextChanged(event.article);
  else if (event.type === "deleted") sessions.onDeleted(event.articles);
  else if (event.type === "outside") {
    for (const newsItem of event.news)
      if (newsItem.what === "article-revised") sessions.onTextChanged(newsItem.article);
    sharing.onEvent(event);
  } else if (
    event.type === "taken-over" ||
    event.type === "read-only" ||
    event.type === "folder" ||
    event.type === "moved"
  )
    sharing.onEvent(event);
  else if (event.type === "missing") state.patch({ project: { ...project, missing: event.missing } });
  else if (event.type === "set" && event.again) sessions.onRemoteSet(event, (queue) => queue.refresh());
  else if (event.type === "set") sessions.onRemoteSet(event, (queue) => queue.noticeRevision(event.revision));
  else if (event.type === "step") {
    history.record(event.step);
    if (event.step.tagset)
      void ports.follow(message("tagset.putting"), () => takeTagsetOf(ports, event.step));
  } else if (event.type === "entities") sessions.takeRegistry(tableOf(event.entities));
  else if (event.type === "assignments")
    state.patch({ project: { ...project, project: { ...project.project, assignments: event.assignments } } });
  else if (event.type === "article-sets")
    state.patch({ project: { ...project, project: { ...project.project, articleSets: event.articleSets } } });
  else if (event.type === "renamed")
    state.patch({ project: { ...project, project: { ...project.project, name: event.name } } });
  else if (event.type === "annotators")
    state.patch({ project: { ...project, project: { ...project.project, annotators: event.annotators } } });
}

/** Another window put a tagset to use; what this one has not saved yet goes first, as far as the core still takes it. */
async function takeTagsetOf({ sessions }: EventPorts, { tagset }: Step): Promise<void> {
  await sessions.allSaved();
  if (tagset) await sessions.takeTagset(tagset.to);
}
