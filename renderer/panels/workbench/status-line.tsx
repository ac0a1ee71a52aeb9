// The line at the foot: whether all is saved, how much there is, where one is, what was refused and why, and which keys do
// what next.
import { Bell } from "lucide-react";
import { memo, useEffect, useMemo, useState } from "react";
import type { OpenProject } from "../../../shared/api/contract.ts";
import { isPerson } from "../../../shared/model/curation.ts";
import { entityGroups } from "../../../shared/model/entity-groups.ts";
import { typeAbout, typeName } from "../../../shared/words/tagset-words.ts";
import { enterPane } from "../../actions/panes.ts";
import { useStore, whenDone } from "../../lib/store.ts";
import { bringingInOf } from "../../state/articles/bringing-in.ts";
import { correctionDraftsOf } from "../../state/articles/correction-drafts.ts";
import { watchingOf } from "../../state/articles/watching.ts";
import { decidingOf } from "../../state/review/deciding.ts";
import type { Session } from "../../state/session/session.ts";
import { sessionKey } from "../../state/session/session-key.ts";
import { lastReportOf } from "../../state/window/reports.ts";
import { sidebarViews } from "../../state/window/sidebar-views.ts";
import { setPaneShown, showPage, showView } from "../../state/window/ui-state.ts";
import { IconButton } from "../../ui/button.tsx";
import { useWords } from "../../ui/words.tsx";
import { ActionKeys } from "../action-keys.tsx";
import { type Panels, usePanels } from "../app-context.tsx";
import { useFindingCount } from "../checks/use-checks.ts";
import { useWaitingOrphans } from "../orphans/use-orphans.ts";
import { TypeForm } from "../span/type-form.tsx";
import { useSuggestionCount } from "../suggestions/use-suggestions.ts";
import { useWaitingCount } from "../talk/talk-pane.tsx";
import { useKeyboard } from "../use-keyboard.ts";
import { NoticeLine } from "./notice-line.tsx";
import { belowLastLine, readShare } from "./reading-place.ts";
import { SaveStatusLine } from "./save-status-line.tsx";

interface Props {
  readonly project: OpenProject;
  readonly session: Session | null;
}

export function StatusLine({ project, session }: Props) {
  const { tell, language } = useWords();
  const page = useStore(usePanels().ui, (state) => state.page);
  const curated = useCurated();
  const saved = page === "decide" && curated ? curated : session;
  return (
    <footer className="status-line">
      {saved && <SaveStatusLine key={saved.whose ?? "own"} session={saved} />}
      <LastReportButton />
      <StatusCounts session={session} />
      {page !== null && session && <NoticeLine session={session} onlyWalks />}
      {page === null && session && (
        <>
          <ReadingPosition key={`${sessionKey(session)} ${language}`} session={session} />
          <NoticeLine session={session} />
          {!session.readOnly && (
            <p className="status-keys">
              {project.project.tagset.spanTypes.map((type) => (
                <span key={type.id} className="status-key" title={tell(typeAbout(type))}>
                  <ActionKeys action={`mark-${type.id}`} />
                  <TypeForm tagset={project.project.tagset} type={type.id} />
                  {tell(typeName(type))}
                </span>
              ))}
            </p>
          )}
        </>
      )}
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

/** How far down the article the window is, as a share of the whole. */
function ReadingPosition({ session }: { readonly session: Session }) {
  const [share, setShare] = useState(0);
  const { percent, say } = useWords();
  useEffect(() => {
    const scroller = session.view.current?.scroller();
    if (!scroller) return;
    let frame = 0;
    const look = (): void => {
      cancelAnimationFrame(frame);
      frame = requestAnimationFrame(() => {
        setShare(readShare(scroller, belowLastLine(scroller)));
      });
    };
    look();
    scroller.addEventListener("scroll", look, { passive: true });
    const resized = new ResizeObserver(look);
    for (const element of [scroller, ...scroller.children]) resized.observe(element);
    return () => {
      cancelAnimationFrame(frame);
      resized.disconnect();
      scroller.removeEventListener("scroll", look);
    };
  }, [session]);
  return (
    <span className="status-position" data-hint={say("workbench.position")}>
      {percent(share)}
    </span>
  );
}

/** How much there is, each number a door to what it counts. */
function StatusCounts({ session }: { readonly session: Session | null }) {
  const { say } = useWords();
  const entities = useStore(usePanels().workspace.state, (state) => entityGroups(state.entities).size);
  return (
    <p className="status-counts">
      {session && (
        <>
          <ArticleCounts session={session} />
          <GapCount session={session} />
          <DraftDoor session={session} />
          <OrphanCount session={session} />
        </>
      )}
      <FindingCount />
      <SuggestionCount />
      <WaitingCount />
      <Door view="entities">{say("workbench.entity-count", { count: entities })}</Door>
      <PeopleCount />
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

function FindingCount() {
  const { say } = useWords();
  const count = useFindingCount();
  return count === null ? null : <Door view="checks">{say("checks.counted", { count })}</Door>;
}

function SuggestionCount() {
  const { say } = useWords();
  const count = useSuggestionCount();
  return count === null || count === 0 ? null : (
    <Door view="suggestions">{say("suggestions.counted", { count })}</Door>
  );
}

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
        requestAnimationFrame(() => enterPane("page"));
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

/** What is still to be said of the marks; the door leads to the next gap. */
function GapCount({ session }: { readonly session: Session }) {
  const panels = usePanels();
  const { say } = useWords();
  const { action } = useKeyboard();
  const gapCountStore = useMemo(() => whenDone(session.gaps), [session]);
  const counts = useStore(gapCountStore, (value) => value);
  const gaps = counts === null ? 0 : sum(Object.values(counts));
  if (gaps === 0) return null;
  return (
    <button type="button" className="status-door" onClick={() => action("next-gap")?.run(panels)}>
      {say("workbench.gap-count", { count: gaps })}
    </button>
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

/** The marks that wait for a place, but for those that were put aside. */
function OrphanCount({ session }: { readonly session: Session }) {
  const { say } = useWords();
  const count = useWaitingOrphans(session);
  return count === 0 ? null : <Door view="orphans">{say("orphans.counted", { count })}</Door>;
}

const sum = (numbers: readonly number[]): number => numbers.reduce((total, one) => total + one, 0);

interface DoorProps {
  /** Which list it opens; where the sidebar has no such view, the pane of the cards. */
  readonly view: string;
  readonly children: string;
}

const Door = memo(function Door({ view, children }: DoorProps) {
  const panels = usePanels();
  return (
    <button type="button" className="status-door" onClick={() => openList(panels, view)}>
      {children}
    </button>
  );
});

function openList({ ui }: Panels, name: string): void {
  const view = sidebarViews.find(({ id }) => id === name);
  if (view) showView(ui, view.id);
  else setPaneShown(ui, "cards", true);
  // React shows it with the next frame.
  requestAnimationFrame(() => enterPane(view ? "sidebar" : "cards"));
}

// The curated set that is decided in, as far as it has been opened.

/** `null` where none is open. */
function useCurated(): Session | null {
  return useStore(decidingOf(usePanels().workspace).state, ({ session }) => session);
}
