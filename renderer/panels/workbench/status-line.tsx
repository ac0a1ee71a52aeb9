// The line at the foot: what the next key changes, whether all is saved, and how much there is and is left to do.
import { Bell, Check, CircleAlert, Loader, Lock } from "lucide-react";
import { memo, useEffect, useMemo, useState } from "react";
import { explain } from "../../../shared/errors/explain.ts";
import { isPerson } from "../../../shared/model/curation.ts";
import type { Words } from "../../../shared/words/say.ts";
import { enterPaneOnceShown } from "../../actions/panes.ts";
import { createStore, useStore, whenCalm } from "../../lib/store.ts";
import { bringingInOf } from "../../state/articles/bringing-in.ts";
import { correctionDraftsOf } from "../../state/articles/correction-drafts.ts";
import { type TodoItem, todoCounts } from "../../state/articles/todo-list.ts";
import { watchingOf } from "../../state/articles/watching.ts";
import { decidingOf } from "../../state/review/deciding.ts";
import type { SaveStatus } from "../../state/session/save-queue.ts";
import type { Session } from "../../state/session/session.ts";
import { sidebarViews } from "../../state/window/places.ts";
import { lastReportOf } from "../../state/window/reports.ts";
import { setPaneShown, showPage, showView } from "../../state/window/ui-state.ts";
import { Button, IconButton } from "../../ui/button.tsx";
import { useWords } from "../../ui/words.tsx";
import { type Panels, usePanels } from "../app-context.tsx";
import { TeamDoor } from "../exchange/team-dialog.tsx";
import { useWaitingCount } from "../talk/talk-pane.tsx";
import { useTodo } from "../use-todo.ts";
import { NextKeys, NoticePlace } from "./notice-line.tsx";

export function StatusLine({ session }: { readonly session: Session | null }) {
  const page = useStore(usePanels().ui, (state) => state.page);
  const curated = useCurated();
  const saved = page === "decide" && curated ? curated : session;
  return (
    <footer className="status-line">
      {session && <NoticePlace session={session} onlyWalks={page !== null} />}
      {session && page === null && <NextKeys session={session} />}
      <div className="status-state">
        {saved && <SaveStatusLine key={saved.whose ?? "own"} session={saved} others={[session, curated]} />}
        <LastReportButton />
        <StatusCounts session={session} />
      </div>
    </footer>
  );
}

/** Shows what the last import, export or the like did once more. */
function LastReportButton() {
  const { workspace } = usePanels();
  const { say } = useWords();
  const lastReport = useStore(lastReportOf(workspace), (report) => report);
  const isShown = useStore(workspace.state, ({ report }) => report !== null);
  if (lastReport === null || isShown) return null;
  return (
    <IconButton label={say("workbench.last-report")} tiny onPress={() => workspace.showReport(lastReport)}>
      <Bell size={13} aria-hidden />
    </IconButton>
  );
}

/** How much there is, each number with its word a door to what it counts. */
function StatusCounts({ session }: { readonly session: Session | null }) {
  return (
    <p className="status-counts">
      {session && (
        <>
          <ArticleCounts session={session} />
          <WorkLeft />
          <DraftDoor session={session} />
        </>
      )}
      <WaitingCount />
      <PeopleCount />
      <TeamDoor />
      <WatchDoor />
      <BringInDoor />
    </p>
  );
}

function ArticleCounts({ session }: { readonly session: Session }) {
  const { say } = useWords();
  const { spans, cards, at } = useStore(session.shown, ({ spanOrder, cardOrder, focus }) => ({
    spans: spanOrder.length,
    cards: cardOrder.length,
    at: focus.card === null ? -1 : cardOrder.indexOf(focus.card),
  }));
  return (
    <>
      <Door view="cards">{say("workbench.span-count", { count: spans })}</Door>
      <Door view="cards">
        {at < 0
          ? say("workbench.card-count", { count: cards })
          : say("workbench.card-of", { at: at + 1, count: cards })}
      </Door>
    </>
  );
}

/** What is still to be done in the article, each fact once; of which kinds it is stands in the hint. */
function WorkLeft() {
  const { say, list } = useWords();
  const items = useTodo();
  if (items === null || items.length === 0) return null;
  const hint = list(todoCounts(items).map(({ kind, count }) => say(todoWords[kind], { count })));
  return (
    <Door view="todo" hint={hint}>
      {say("todo.counted", { count: items.length })}
    </Door>
  );
}

const todoWords = {
  suggestion: "suggestions.counted",
  finding: "checks.counted",
  gap: "workbench.gap-count",
  missed: "todo.missed-counted",
  orphan: "orphans.counted",
} as const satisfies Readonly<Record<TodoItem["kind"], string>>;

/** The threads of the project that wait for this person. */
function WaitingCount() {
  const { say } = useWords();
  const count = useWaitingCount();
  return count === null ? null : <Door view="talk">{say("talk.waiting-count", { count })}</Door>;
}

/** Who works here, where it is more than one; the door leads to how they differ. */
function PeopleCount() {
  const { workspace, ui } = usePanels();
  const { say } = useWords();
  const people = useStore(
    workspace.state,
    ({ project }) => project?.project.annotators.filter(isPerson).length ?? 0,
  );
  if (people < 2) return null;
  return (
    <button
      type="button"
      className="status-door"
      onClick={() => {
        showPage(ui, "compare");
        enterPaneOnceShown("page");
      }}
    >
      {say("compare.people-count", { count: people })}
    </button>
  );
}

/** What the folder does that is watched; the door leads to all of it. */
function WatchDoor() {
  const { workspace, ui } = usePanels();
  const { say } = useWords();
  const { path, waiting, taken, refused, isGone } = useStore(watchingOf(workspace).state, (watching) => ({
    path: watching.path,
    waiting: watching.waiting.length,
    taken: watching.broughtIn.taken.length,
    refused: watching.broughtIn.refused.length,
    isGone: watching.problem !== null,
  }));
  if (path === null) return null;
  const words = isGone
    ? say("importing.watch-status-gone")
    : waiting > 0
      ? say("importing.watch-status-waiting", { count: waiting })
      : say("importing.watch-status", { taken, refused });
  return (
    <button type="button" className="status-door" onClick={() => ui.patch({ dialog: "watch" })}>
      {words}
    </button>
  );
}

/** How far bringing many articles in is while its dialog is closed, and that it has ended; the door leads to all of it. */
function BringInDoor() {
  const { workspace, ui } = usePanels();
  const { say } = useWords();
  const { progress, result } = useStore(bringingInOf(workspace).state, (state) => state);
  const ended =
    result &&
    say(result.stopped ? "importing.status-stopped" : "importing.status-done", {
      taken: result.taken.length,
      refused: result.refused.length,
    });
  return (
    <>
      {(progress ?? result) && (
        <button type="button" className="status-door" onClick={() => ui.patch({ dialog: "bring-in-many" })}>
          {progress ? say("importing.status-at", progress) : ended}
        </button>
      )}
      <span role="status" className="visually-hidden">
        {ended}
      </span>
    </>
  );
}

/** That the article's text was corrected and that is not saved; the door leads back to it. */
function DraftDoor({ session }: { readonly session: Session }) {
  const { workspace, ui } = usePanels();
  const { say } = useWords();
  const { id } = session.article;
  const drafts = correctionDraftsOf(workspace);
  const isDraft = useStore(drafts.state, (own) => own.has(id));
  const isLeft = useStore(drafts.left, (left) => (left.get(id)?.length ?? 0) > 0);
  if (!isDraft && !isLeft) return null;
  return (
    <button type="button" className="status-door" onClick={() => showPage(ui, "correct")}>
      {say("revisions.not-saved")}
    </button>
  );
}

interface DoorProps {
  /** Which list it opens; where the sidebar has no such view, the pane of the cards. */
  readonly view: string;
  readonly hint?: string;
  readonly children: string;
}

const Door = memo(function Door({ view, hint, children }: DoorProps) {
  const panels = usePanels();
  return (
    <button type="button" className="status-door" data-hint={hint} onClick={() => openList(panels, view)}>
      {children}
    </button>
  );
});

function openList({ ui }: Panels, name: string): void {
  const view = sidebarViews.find(({ id }) => id === name);
  if (view) showView(ui, view.id);
  else setPaneShown(ui, "cards", true);
  enterPaneOnceShown(view ? "sidebar" : "cards");
}

// The curated set that is decided in, as far as it has been opened.

/** `null` where none is open. */
function useCurated(): Session | null {
  return useStore(decidingOf(usePanels().workspace).state, ({ session }) => session);
}

// The state of saving, in the status line: whether what was marked is safe on the disk. Never says "Saved" before it is.

/** Milliseconds for which all must stay saved before that is said. */
const settles = 300;

/** Made once, since the status changes with every key. */
const pictures = {
  saved: <Check size={14} aria-hidden />,
  saving: <Loader size={14} aria-hidden />,
  unsaved: <CircleAlert size={14} aria-hidden />,
} as const;

/** Milliseconds of waiting for an answer after which that is said. */
const slowAfter = 10_000;

/** Whether something has been so for that many milliseconds. */
function useLasting(isSo: boolean, milliseconds: number): boolean {
  const [lasts, setLasts] = useState(false);
  useEffect(() => {
    if (!isSo) return;
    const timer = setTimeout(() => setLasts(true), milliseconds);
    return () => {
      clearTimeout(timer);
      setLasts(false);
    };
  }, [isSo, milliseconds]);
  return isSo && lasts;
}

/** The status in words. */
function saveWords(status: SaveStatus, isSlow: boolean, { say, time }: Words): string {
  if (status.kind === "saved")
    return status.at === null
      ? say("saving.saved")
      : say("saving.saved-at", { time: time(new Date(status.at)) });
  if (status.kind === "saving")
    return say(isSlow ? "saving.slow" : "saving.saving", { count: status.waiting });
  // Only what is all of it safe is said to be kept.
  const key = status.kept === status.waiting ? "saving.kept" : "saving.unsaved";
  return say(key, { why: explain(status.error).what, count: status.waiting });
}

/** A status that says `saved`, with the latest time at which anything of these was; any other as it is. */
export function latestSaved(status: SaveStatus, others: readonly SaveStatus[]): SaveStatus {
  if (status.kind !== "saved") return status;
  const times = [status, ...others].flatMap((one) => (one.kind === "saved" && one.at ? [one.at] : []));
  return { kind: "saved", at: times.sort().at(-1) ?? null };
}

interface SaveStatusProps {
  readonly session: Session;
  /** Whose saves count too: one may decide in the curated set while one's own is shown. */
  readonly others?: readonly (Session | null)[];
}

const noStatus = createStore<SaveStatus>({ kind: "saved", at: null });

export function SaveStatusLine({ session, others = [] }: SaveStatusProps) {
  const words = useWords();
  const { ui } = usePanels();
  // That something waits is said at once; that all is saved only once it stays so, since it would flicker at every mark.
  const calm = useMemo(
    () => whenCalm(session.queue.status, ({ kind }) => kind === "saved", settles),
    [session],
  );
  const other = others.find((one) => one !== null && one !== session);
  const otherStatus = useStore(other?.queue.status ?? noStatus, (value) => value);
  const status = latestSaved(
    useStore(calm, (value) => value),
    [otherStatus],
  );
  const isSlow = useLasting(status.kind === "saving", slowAfter);
  if (session.readOnly && status.kind !== "unsaved")
    return (
      <p className="save-status" role="status">
        <Lock size={14} aria-hidden /> {words.say("saving.read-only")}
      </p>
    );
  const statusText = saveWords(status, isSlow, words);
  return (
    <div className={`save-status ${isSlow ? "slow" : status.kind}`}>
      <p role={status.kind === "unsaved" ? "alert" : "status"} title={statusText} className="cut">
        {pictures[status.kind]}
        {statusText}
      </p>
      {status.kind === "unsaved" && (
        <>
          <Button onPress={() => session.queue.retry()}>{words.say("saving.retry")}</Button>
          <Button onPress={() => ui.patch({ dialog: "save-copy" })}>{words.say("saving.save-copy")}</Button>
        </>
      )}
    </div>
  );
}
