// What the gallery shows: each panel in a state worth looking at.
import { openDB } from "idb";
import type { ActionContext } from "../../renderer/actions/action.ts";
import { goToFinding } from "../../renderer/actions/checks.ts";
import { focusCard, focusSpan } from "../../renderer/actions/focus.ts";
import { chooseOrphan } from "../../renderer/actions/orphans.ts";
import { chooseSuggestion } from "../../renderer/actions/suggest.ts";
import { beginThread, goToThread, subjectInFocus } from "../../renderer/actions/talk.ts";
import type { ReadableStore } from "../../renderer/lib/store.ts";
import { measureTitle } from "../../renderer/panels/insight/figure-door.tsx";
import { correctionDraftsOf } from "../../renderer/state/articles/correction-drafts.ts";
import { findOf } from "../../renderer/state/articles/find.ts";
import { liveChecksOf } from "../../renderer/state/articles/live-checks.ts";
import { orphanTrayOf } from "../../renderer/state/articles/orphan-tray.ts";
import { disagreementsOf } from "../../renderer/state/insight/disagreements.ts";
import { insightOf } from "../../renderer/state/insight/insight.ts";
import { sidesOf } from "../../renderer/state/insight/sides.ts";
import { statementsOf } from "../../renderer/state/insight/statements.ts";
import { stripsOf } from "../../renderer/state/insight/strips.ts";
import { comparingOf, listedIn } from "../../renderer/state/review/comparing.ts";
import { comparingVersionsOf } from "../../renderer/state/review/comparing-versions.ts";
import { decidingOf, decisionsIn } from "../../renderer/state/review/deciding.ts";
import { listMissed } from "../../renderer/state/review/gathered-lists.ts";
import { gatheringOf } from "../../renderer/state/review/gathering.ts";
import { measuringOf } from "../../renderer/state/review/measuring.ts";
import { talkOf } from "../../renderer/state/review/talk.ts";
import { suggestingOf } from "../../renderer/state/suggestions/suggesting.ts";
import { sidebarViews } from "../../renderer/state/window/places.ts";
import { type Dialog, showGuide, showPage, showView } from "../../renderer/state/window/ui-state.ts";
import { deleteAttribution, putOrphanAside } from "../../shared/commands/index.ts";
import type { QuestionPart } from "../../shared/review/questions.ts";
import { tell } from "./fixture-core.ts";
import { countFrom } from "./fixture-insight.ts";
import { startSuggesting } from "./fixture-suggestions.ts";

type Pick = Parameters<ReturnType<typeof insightOf>["pick"]>;

export interface Exhibit {
  readonly id: string;
  /** `none`: no project is open; `empty`: one without articles. */
  readonly project: "none" | "empty" | "sample";
  /** Brings the window into the state, once the project is open. */
  readonly show?: (context: ActionContext) => void | Promise<void>;
  /** It leaves the project and the article as they are, so that the next such exhibit can have the same. */
  readonly onlyUi?: true;
}

const dialogs: readonly Dialog[] = [
  "name",
  "new-project",
  "open-project",
  "bring-in",
  "take-in",
  "hand-over",
  "export",
  "examine",
  "trash",
  "versions",
  "palette",
  "keys",
  "settings",
  "own-models",
  "about-sayso",
  "save-report",
  "article-note",
  "fresh-copy",
];

const focus =
  (kind: "span" | "card", at: number) =>
  ({ workspace }: ActionContext): void => {
    const { session } = workspace.state.get();
    if (!session) return;
    const { spanOrder, cardOrder } = session.state.get();
    if (kind === "span") focusSpan(session, spanOrder[at] ?? null);
    else focusCard(session, cardOrder[at] ?? null);
  };

/** Opens the first finding of the article that has one, when the checks have looked at everything. */
async function showFirstFinding({ workspace, ui }: ActionContext): Promise<void> {
  showView(ui, "checks");
  const article = workspace.state.get().articles.at(-1);
  if (article) await workspace.openArticle(article.id);
  const { session } = workspace.state.get();
  if (!session) return;
  const { state } = liveChecksOf(session);
  const stop = state.subscribe(show);
  function show(): void {
    const [first] = state.get().open;
    if (!session || !first) return;
    stop();
    goToFinding(session, first);
  }
  show();
}

/** Opens the thread with the latest word, once the core has told what was said. */
async function showFirstThread(context: ActionContext): Promise<void> {
  const talk = talkOf(context.workspace);
  await talk.refresh();
  const thread = talk.state.get().threads.find(({ waits }) => waits !== null);
  if (thread) await goToThread(context, thread);
}

/** The comparison of so many sets, at its third difference. */
async function showComparison(
  { workspace, ui }: ActionContext,
  count: number,
  blind: boolean,
): Promise<void> {
  const article = workspace.state.get().session?.article.id;
  if (article === undefined) return;
  const comparing = comparingOf(workspace);
  await comparing.refresh();
  const sets = comparing.state.get().sets?.sets ?? [];
  await comparing.open({ article, annotators: sets.slice(0, count).map(({ annotator }) => annotator.id) });
  comparing.setBlind(blind);
  comparing.show(listedIn(comparing.state.get())[2]?.key ?? null);
  showPage(ui, "compare");
}

/** Some conflicts are decided; the first of them is shown, or one whose edges are set by hand. */
async function showDeciding({ workspace, ui }: ActionContext, edges: boolean): Promise<void> {
  await showComparison({ workspace, ui }, 3, false);
  const deciding = decidingOf(workspace);
  await deciding.refresh();
  deciding.setReason("as the style book says");
  deciding.decide({ how: "take", member: 1 });
  for (const choice of [{ how: "take", member: 0 }, { how: "unsure" }, { how: "nothing" }] as const)
    deciding.decide(choice);
  const decisions = decisionsIn(workspace);
  const hasEdges = ({ asked }: QuestionPart): boolean => asked.some(({ aspect }) => aspect === "edges");
  const first = decisions?.rows.find(({ parts }) => !edges || parts.some(hasEdges));
  if (first) deciding.showGroup(first.group);
  if (edges) deciding.openPart(first?.parts.find(hasEdges)?.group ?? null);
  deciding.setEditing(edges);
  showPage(ui, "decide");
}

/** Every conflict is decided for somebody who left things out, and nothing is accepted yet. */
async function showUnfinished({ workspace, ui }: ActionContext): Promise<void> {
  await showComparison({ workspace, ui }, 3, false);
  const deciding = decidingOf(workspace);
  await deciding.refresh();
  for (const _ of decisionsIn(workspace)?.queue.conflicts ?? []) deciding.decide({ how: "take", member: 1 });
  showPage(ui, "decide");
}

/** The figures of how far people agree. */
async function showAgreement({ workspace, ui }: ActionContext): Promise<void> {
  showPage(ui, "agreement");
  await until(measuringOf(workspace).state, ({ result }) => result !== null);
}

/** When the store holds what is waited for. */
const until = <T>(store: ReadableStore<T>, holds: (value: T) => boolean): Promise<void> =>
  new Promise((resolve) => {
    const look = (): void => {
      if (!holds(store.get())) return;
      stop();
      resolve();
    };
    const stop = store.subscribe(look);
    look();
  });

/** The first article without half of its cards, so that there is something to suggest; the second suggestion is looked at. */
async function showSuggestions({ workspace, ui }: ActionContext): Promise<void> {
  const { session } = workspace.state.get();
  if (!session) return;
  const { cardOrder } = session.state.get();
  for (const card of cardOrder.slice(0, 8)) session.run(deleteAttribution, { card });
  showView(ui, "suggestions");
  await startSuggesting();
  const suggesting = suggestingOf(workspace);
  suggesting.again();
  await until(suggesting.state, ({ offered }) => offered.length > 0);
  chooseSuggestion({ workspace, ui }, suggesting.state.get().offered.at(-1) ?? null);
}

/** A list over the project, with its first row open. */
async function showGathered({ workspace, ui }: ActionContext, list: "people" | "missed"): Promise<void> {
  await startSuggesting();
  showPage(ui, list);
  const gathering = gatheringOf(workspace);
  await until(gathering.state, (state) => state[list] !== null);
  const { people, missed } = gathering.state.get();
  gathering.view.patch({
    person: people?.people[0]?.key ?? null,
    miss: listMissed(missed, null)[0]?.key ?? null,
  });
}

/** What a fresh copy of the first article changed. */
async function showChanges({ workspace, ui }: ActionContext, columns: boolean): Promise<void> {
  showPage(ui, "changes");
  const [first] = workspace.state.get().articles;
  if (first) await workspace.openArticle(first.id);
  const article = workspace.state.get().session?.article;
  const comparing = comparingVersionsOf(workspace);
  comparing.setColumns(columns);
  if (article)
    await comparing.compare(article, { kind: "present" }, { kind: "file", path: "/shelf/fresh-copy.html" });
  comparing.step(1);
}

/** The revisions of the first article. */
async function showRevisions({ workspace, ui }: ActionContext): Promise<void> {
  showPage(ui, "changes");
  const [first] = workspace.state.get().articles;
  if (first) await workspace.openArticle(first.id);
  await until(comparingVersionsOf(workspace).state, ({ revisions }) => revisions !== null);
}

/** The same, with the text below them that did not become the article's. */
async function showOtherTexts(context: ActionContext): Promise<void> {
  await showRevisions(context);
  for (let frames = 0; frames < 2; frames += 1)
    await new Promise((resolve) => requestAnimationFrame(resolve));
  [...document.querySelectorAll("section.revisions")].at(-1)?.scrollIntoView({ block: "end" });
}

/** The article that its publisher rewrote, with the tray of what lost its place; the second of its marks is looked at. */
async function showOrphans({ workspace, ui }: ActionContext): Promise<void> {
  showView(ui, "orphans");
  const last = workspace.state.get().articles.at(-1);
  if (last) await workspace.openArticle(last.id);
  const { session } = workspace.state.get();
  if (!session) return;
  const tray = orphanTrayOf(session);
  await until(tray.state, ({ others }) => others.length > 0);
  const [first] = tray.items();
  if (first) session.run(putOrphanAside, { orphan: first.orphan.id, aside: true });
  chooseOrphan(session, tray.items()[1] ?? null);
}

/** The text of the first article with corrections that are not saved; `other`: the text has become another one meanwhile. */
function showCorrecting({ workspace, ui }: ActionContext, other: boolean): void {
  const { article, text: known } = workspace.state.get().session ?? {};
  if (!article || !known) return;
  const text = known.text
    .replace("said on Tuesday", "told reporters on Wednesday")
    .replace("for at least a year ", "");
  const textHash = other ? "" : article.textHash;
  correctionDraftsOf(workspace).keep(article.id, { before: known.text, textHash, text });
  showPage(ui, "correct");
}

/** The same beside corrections that a window has left which is gone by now. */
async function showLeftDraft(context: ActionContext): Promise<void> {
  const { project, session } = context.workspace.state.get();
  if (!project || !session) return;
  showCorrecting(context, false);
  const { article, text: known } = session;
  const drafts = correctionDraftsOf(context.workspace);
  const place = await openDB("sayso-corrections", 1, {
    upgrade: (made) => void made.createObjectStore("drafts"),
  });
  const key = [project.project.id, article.id, "closed"];
  const at = Date.parse("2026-03-03T13:20:00Z");
  const text = known.text.replace("harbour", "old harbour");
  await place.put("drafts", { before: known.text, textHash: article.textHash, text, at }, key);
  drafts.look();
  await until(drafts.left, (all) => (all.get(article.id)?.length ?? 0) > 0);
  // The frames of the gallery share it.
  await place.delete("drafts", key);
  place.close();
  await until(liveChecksOf(session).state, ({ done }) => done);
}

/** The overview of the figures; `withCards`: beside it the cards that one of them counts. */
async function showOverview({ workspace, ui }: ActionContext, withCards: boolean): Promise<void> {
  showPage(ui, "overview");
  const insight = insightOf(workspace);
  await until(insight.state, ({ figures }) => figures.size > 0);
  const figure = { measure: "verbatim-share", by: [], group: {}, part: "numerator" } as const;
  if (withCards) await insight.openFigure(figure, measureTitle(figure.measure));
}

/** A view of Insight over all of the sample, which so many people annotated, with choices of its own. */
const showFigures =
  (
    view: "timeline" | "strips" | "together" | "sides" | "between",
    { people = 1, picks = [] }: { readonly people?: number; readonly picks?: readonly Pick[] } = {},
  ) =>
  async ({ workspace, ui }: ActionContext): Promise<void> => {
    countFrom({ sampleBy: people });
    // It comes with the view, and would be in some pictures and not in others.
    await import("../../renderer/panels/insight/timeline-chart.tsx");
    for (const [choice, value] of picks) insightOf(workspace).pick(choice, value);
    showPage(ui, view);
    if (view === "strips") await until(stripsOf(workspace).state, ({ known }) => known !== null);
    else if (view === "sides") await until(sidesOf(workspace).state, ({ answer }) => answer !== null);
    else if (view === "between")
      await until(disagreementsOf(workspace).state, ({ answer }) => answer !== null);
    else await until(insightOf(workspace).state, ({ figures }) => figures.size > 0);
  };

/** The table of all statements, with its second row looked at. */
async function showStatements({ workspace, ui }: ActionContext): Promise<void> {
  showPage(ui, "statements");
  const statements = statementsOf(workspace);
  await until(statements.state, ({ rows }) => rows.size > 0);
  statements.lookAt(1);
}

/** The drive of the project is unplugged. */
function showFolderAway({ workspace }: ActionContext): void {
  const project = workspace.state.get().project?.handle;
  if (project !== undefined) tell({ type: "folder", project, isAway: true });
}

/** An export that went well, or a text that came in and asks for a look. */
function showReport({ workspace }: ActionContext, asksForLook: boolean): void {
  const [first, second] = workspace.state.get().articles;
  if (!first || !second) return;
  const exported = {
    paths: ["/shelf/Harbour, for colleagues.json"],
    bytes: 48_300,
    articles: 2,
    sets: 4,
    losses: [],
  };
  const came = { article: first, replacedCharacters: 2, sameTextAs: null, notes: [] };
  const versionOf = { id: second.id, title: second.title, by: "text" } as const;
  workspace.showReport(
    asksForLook
      ? { kind: "imported", report: { ...came, versionOf } }
      : { kind: "exported", report: exported },
  );
}

export const exhibits: readonly Exhibit[] = [
  { id: "welcome", project: "none" },
  { id: "empty-project", project: "empty" },
  { id: "workbench", project: "sample" },
  { id: "span", project: "sample", show: focus("span", 4) },
  { id: "card", project: "sample", show: focus("card", 2) },
  { id: "reading", project: "sample", show: ({ ui }) => ui.patch({ reading: true }) },
  ...sidebarViews.map(
    ({ id }): Exhibit => ({
      id: `view-${id}`,
      project: "sample",
      onlyUi: true,
      show: ({ ui }) => showView(ui, id),
    }),
  ),
  ...dialogs.map(
    (dialog): Exhibit => ({
      id: `dialog-${dialog}`,
      project: "sample",
      onlyUi: true,
      show: ({ ui }) => ui.patch({ dialog }),
    }),
  ),
  {
    id: "take-in-preview",
    project: "sample",
    show: ({ ui }) => ui.patch({ dialog: "take-in", takeInQueue: [{ path: "/shelf/Kim.json" }] }),
  },
  { id: "finding", project: "sample", show: (context) => void showFirstFinding(context) },
  { id: "thread", project: "sample", show: (context) => void showFirstThread(context) },
  {
    id: "thread-beginning",
    project: "sample",
    show: (context) => {
      focus("span", 4)(context);
      const { session } = context.workspace.state.get();
      if (session) beginThread(context, subjectInFocus(session));
    },
  },
  {
    id: "hits",
    project: "sample",
    show({ workspace, ui }) {
      showView(ui, "find");
      findOf(workspace).look({ words: "the", wholeWords: true, scope: "project" }, "now");
    },
  },
  { id: "suggestions", project: "sample", show: showSuggestions },
  { id: "orphans", project: "sample", show: showOrphans },
  { id: "correcting", project: "sample", show: (context) => showCorrecting(context, false) },
  { id: "correcting-other-text", project: "sample", show: (context) => showCorrecting(context, true) },
  { id: "correcting-left-draft", project: "sample", show: showLeftDraft },
  { id: "people-suggested", project: "sample", show: (context) => showGathered(context, "people") },
  { id: "missed", project: "sample", show: (context) => showGathered(context, "missed") },
  { id: "progress", project: "sample", show: ({ ui }) => showPage(ui, "progress") },
  { id: "overview", project: "sample", show: (context) => showOverview(context, false) },
  { id: "overview-cards", project: "sample", show: (context) => showOverview(context, true) },
  { id: "timeline", project: "sample", show: showFigures("timeline", { picks: [["lanes", "publisher"]] }) },
  { id: "strips", project: "sample", show: showFigures("strips") },
  { id: "together", project: "sample", show: showFigures("together", { picks: [["meetingLimit", "10"]] }) },
  {
    id: "together-network",
    project: "sample",
    show: showFigures("together", { picks: [["meetingForm", "network"]] }),
  },
  {
    id: "sides",
    project: "sample",
    show: showFigures("sides", { people: 3, picks: [["sideKind", "annotator"]] }),
  },
  { id: "between", project: "sample", show: showFigures("between", { people: 3 }) },
  { id: "statements", project: "sample", show: showStatements },
  { id: "guide", project: "sample", show: ({ ui }) => showGuide(ui), onlyUi: true },
  { id: "changes", project: "sample", show: (context) => void showChanges(context, true) },
  { id: "revisions", project: "sample", show: showRevisions },
  { id: "other-texts", project: "sample", show: showOtherTexts },
  { id: "changes-inline", project: "sample", show: (context) => void showChanges(context, false) },
  { id: "compare-lanes", project: "sample", show: (context) => showComparison(context, 3, false) },
  { id: "compare-columns", project: "sample", show: (context) => showComparison(context, 2, false) },
  { id: "compare-blind", project: "sample", show: (context) => showComparison(context, 3, true) },
  { id: "agreement", project: "sample", show: showAgreement },
  {
    id: "dialog-feedback",
    project: "sample",
    show: ({ ui }) => {
      showPage(ui, "agreement");
      ui.patch({ dialog: "feedback" });
    },
  },
  { id: "decide", project: "sample", show: (context) => showDeciding(context, false) },
  { id: "decide-edges", project: "sample", show: (context) => showDeciding(context, true) },
  { id: "decide-unfinished", project: "sample", show: (context) => showUnfinished(context) },
  {
    id: "decide-together",
    project: "sample",
    show: (context) =>
      showDeciding(context, false).then(() => context.ui.patch({ dialog: "accept-together" })),
  },
  { id: "folder-away", project: "sample", show: showFolderAway },
  { id: "report", project: "sample", show: (context) => showReport(context, false) },
  { id: "report-for-a-look", project: "sample", show: (context) => showReport(context, true) },
  {
    id: "refusal",
    project: "sample",
    show: ({ workspace }) => workspace.state.get().session?.say({ kind: "nothing-in-focus" }),
  },
];
