// The state of the window beside the article: dialogs, panes, and the view that the sidebar shows.
import { type Beside, emptyDesk, type OpenDesk } from "../../../shared/api/desk.ts";
import { defaultPreferences, type Layout } from "../../../shared/api/preferences.ts";
import type { Id } from "../../../shared/model/id.ts";
import { createStore, type ReadableStore, type Store } from "../../lib/store.ts";
import type { TakeInFrom } from "../project/exchange.ts";
import type { OtherTextRef } from "../project/revising.ts";
import { openProjectId, type WorkspaceState } from "../project/workspace-state.ts";
import {
  isPage,
  type PageId,
  type Place,
  type PlaceId,
  projectPages,
  type Section,
  type ShownId,
  type SidebarViewId,
  sidebarViews,
  standingOf,
} from "./places.ts";

/** A file of which the window knows the bytes and not where it lies. */
export interface ChosenFile {
  /** With its folders below what was chosen. */
  readonly name: string;
  /** Its name as it was chosen, where another file had that. */
  readonly chosenAs?: string;
  readonly file: File;
}

/** What was chosen to be imported: files whose bytes the window has, and files and folders that the host reads by their paths. */
export interface ToBringIn {
  readonly files: readonly ChosenFile[];
  readonly paths: readonly string[];
  /** Names of those that were refused because they are locked with a password. */
  readonly locked: readonly string[];
}

export const nothingToBringIn: ToBringIn = { files: [], paths: [], locked: [] };

/** Dialogs about the article on the screen, or about what is in focus in it. */
export const articleDialogs = [
  "history-of-span",
  "history-of-card",
  "history-of-article",
  "article-note",
  "choose-entity",
  "choose-card",
  "choose-about",
  "choose-enclosing-card",
  "move-to-card",
  "merge-cards",
  "accept-suggestions",
  "exclusion-reason",
  "fresh-copy",
] as const;

export type Dialog =
  | (typeof articleDialogs)[number]
  | "name"
  | "new-project"
  | "from-package"
  | "open-project"
  | "bring-in"
  | "bring-in-many"
  | "watch"
  | "take-in"
  | "hand-over"
  | "team"
  | "open-shared"
  | "feedback"
  | "export"
  | "save-copy"
  | "rename-project"
  | "examine"
  | "copies"
  | "conflicts"
  | "trash"
  | "versions"
  | "keys"
  | "palette"
  | "choose-beside"
  | "settings"
  | "about-sayso"
  | "save-report"
  | "own-models"
  | "article-about"
  | "tag-articles"
  | "save-comparison"
  | "write-figures"
  | "accept-together"
  | "tagset";

/** The panes beside the article; `beside` is the one for reading. */
export type SidePane = "sidebar" | "cards" | "beside";

/** The menu of what lies at an offset of the article, and where it opens, in pixels of the viewport. */
export interface ArticleMenu {
  readonly offset: number;
  readonly left: number;
  readonly top: number;
}

/** Values of the card in focus are being picked by keys: a field's comes next, or, once that is known, a value's. */
export interface Picking {
  readonly input: string | null;
}

/** Where the tagset's editor begins: at which tab, and at which page of the guideline. */
export interface TagsetPlace {
  readonly tab: "types" | "fields" | "entities" | "roles" | "checks" | "words" | "guideline";
  readonly page: string | null;
}

export interface UiState extends Layout {
  readonly dialog: Dialog | null;
  /** What was chosen or dropped and waits to be imported. */
  readonly toBringIn: ToBringIn;
  /** The article that the dialog is about; `null`: the one on the screen. */
  readonly aboutArticle: Id | null;
  /** Whether the title of the article on the screen is being edited, in its place in the top bar. */
  readonly isRenaming: boolean;
  /** What stands in the place of the article; `null`: the article does. */
  readonly page: PageId | null;
  /** What stands beside the article, shown or not. */
  readonly beside: Beside | null;
  /** What the guide lies over, while it is the page. */
  readonly underGuide: Pick<UiState, "page" | "reading">;
  /** What the editor of an article's text is to put in once it is on the screen. */
  readonly otherText: OtherTextRef | null;
  readonly tagsetPlace: TagsetPlace;
  /** Colleagues' files that were chosen or dropped, to be looked at one after the other. */
  readonly takeInQueue: readonly TakeInFrom[];
  readonly articleMenu: ArticleMenu | null;
  readonly picking: Picking | null;
  /** The card whose note is being written. */
  readonly noteOf: Id | null;
  readonly cardQuery: CardQuery;
  /** The view of the sidebar, shown or not. */
  readonly sidebar: SidebarViewId;
  /** What was last looked at in each place, and in each section, by the first that it shows. */
  readonly lastInPlace: Readonly<Partial<Record<PlaceId, ShownId>>>;
  readonly lastInSection: Readonly<Partial<Record<ShownId, ShownId>>>;
  /** The entity whose page the registry shows; `null` for the list. */
  readonly entity: Id | null;
  /** The page of the guideline that is open; `null` for the first. */
  readonly guidelinePage: string | null;
  /** Whether there is no room for panes beside the article; then one at a time lies over it. */
  readonly narrow: boolean;
  /** Whether there is room for one pane at the right: the cards, or what stands beside the article. */
  readonly tight: boolean;
  /** The pane that lies over the article in a narrow window. */
  readonly drawer: SidePane | null;
}

/** The window as it was left. A view that is there no more gives way to the first. */
export function createUiState(layout: Layout = defaultPreferences.layout): Store<UiState> {
  const view = sidebarViews.find(({ id }) => id === layout.sidebar) ?? sidebarViews[0];
  return createStore<UiState>({
    ...layout,
    sidebar: view.id,
    picking: null,
    noteOf: null,
    cardQuery: allCards,
    dialog: null,
    toBringIn: nothingToBringIn,
    aboutArticle: null,
    isRenaming: false,
    page: null,
    beside: null,
    underGuide: { page: null, reading: false },
    otherText: null,
    ...lastWith({ lastInPlace: {}, lastInSection: {} }, view.id),
    entity: null,
    guidelinePage: null,
    takeInQueue: [],
    tagsetPlace: { tab: "types", page: null },
    articleMenu: null,
    narrow: false,
    tight: false,
    drawer: null,
  });
}

/** What of it is kept for the next time. */
export const layoutOf = (state: UiState): Layout => ({
  sidebar: state.sidebar,
  sidebarShown: state.sidebarShown,
  sidebarWidth: state.sidebarWidth,
  cardsShown: state.cardsShown,
  cardsWidth: state.cardsWidth,
  besideShown: state.besideShown,
  besideWidth: state.besideWidth,
  reading: state.reading,
});

const flags = { sidebar: "sidebarShown", cards: "cardsShown", beside: "besideShown" } as const;

export function isPaneShown(state: UiState, pane: SidePane): boolean {
  if (state.reading || state.page !== null) return false;
  if (pane === "beside" && state.beside === null) return false;
  if (state.narrow) return state.drawer === pane;
  if (pane === "cards" && state.tight && isPaneShown(state, "beside")) return false;
  return state[flags[pane]];
}

export const isViewShown = (state: UiState, view: SidebarViewId): boolean =>
  state.sidebar === view && isPaneShown(state, "sidebar");

/** Shows a pane or puts it away. Showing one ends the reading mode and leaves the page, which have none. */
export function setPaneShown(ui: Store<UiState>, pane: SidePane, shown: boolean): void {
  const { narrow, tight } = ui.get();
  ui.patch({
    ...(narrow ? { drawer: shown ? pane : null } : { [flags[pane]]: shown }),
    ...(shown && pane === "cards" && tight && { besideShown: false }),
    ...(shown && { reading: false, page: null }),
  });
}

/** Shows something beside the article. */
export function showBeside(ui: Store<UiState>, beside: Beside): void {
  ui.patch({ beside });
  setPaneShown(ui, "beside", true);
}

/** Asks how files are to be imported, beside what was chosen before and still waits. */
export function bringInMany(ui: Store<UiState>, more: Partial<ToBringIn>): void {
  const { files, paths, locked } = ui.get().toBringIn;
  const isNew = ({ name, file }: ChosenFile): boolean =>
    !files.some((one) => (one.chosenAs ?? one.name) === name && isSameFile(one.file, file));
  const allPaths = [...new Set([...paths, ...(more.paths ?? [])])];
  const takenNames = new Set([...files.map(({ name }) => name), ...allPaths.map(fileNameIn)]);
  const renamed = new Map<string, string>();
  const fresh = (more.files ?? []).filter(isNew).map(({ name, file }): ChosenFile => {
    const uniqueName = freeName(name, takenNames);
    takenNames.add(uniqueName);
    renamed.set(name, uniqueName);
    return { name: uniqueName, file, ...(uniqueName !== name && { chosenAs: name }) };
  });
  const toBringIn: ToBringIn = {
    files: [...files, ...fresh],
    paths: allPaths,
    locked: [...new Set([...locked, ...(more.locked ?? []).map((name) => renamed.get(name) ?? name)])],
  };
  ui.patch({ dialog: "bring-in-many", toBringIn });
}

const fileNameIn = (path: string): string => path.split(/[\\/]/u).at(-1) ?? path;

/** The name, with a number where another file has it: what came of a file, and its password, are known by its name. */
function freeName(name: string, taken: ReadonlySet<string>): string {
  const dot = name.lastIndexOf(".");
  const [stem, ending] = dot > name.lastIndexOf("/") + 1 ? [name.slice(0, dot), name.slice(dot)] : [name, ""];
  for (let number = 1; ; number += 1) {
    const free = number === 1 ? name : `${stem} (${number})${ending}`;
    if (!taken.has(free)) return free;
  }
}

/** As far as a window can tell of two files of one name. */
const isSameFile = (one: File, other: File): boolean =>
  one.size === other.size && one.lastModified === other.lastModified;

/** Shows the page of an entity in the registry. */
export function showEntity(ui: Store<UiState>, entity: Id): void {
  ui.patch({ entity });
  showView(ui, "entities");
}

/** Shows a view of the sidebar: what every number that is a door does. */
export function showView(ui: Store<UiState>, view: SidebarViewId): void {
  ui.patch({ sidebar: view, ...lastWith(ui.get(), view) });
  setPaneShown(ui, "sidebar", true);
}

/** Shows a page in the place of the article. */
export const showPage = (ui: Store<UiState>, page: PageId): void =>
  ui.patch({
    ...{ page, reading: false, drawer: null, articleMenu: null, picking: null, otherText: null },
    ...lastWith(ui.get(), page),
  });

type LastShown = Pick<UiState, "lastInPlace" | "lastInSection">;

function lastWith({ lastInPlace, lastInSection }: LastShown, id: ShownId): LastShown {
  const standing = standingOf(id);
  if (!standing) return { lastInPlace, lastInSection };
  const { place, section } = standing;
  return {
    lastInPlace: { ...lastInPlace, [place.id]: id },
    lastInSection: { ...lastInSection, [keyOf(section)]: id },
  };
}

const keyOf = ({ shows: [first] }: Section): ShownId => first;

/** Shows what a tab stands for. */
export const showTab = (ui: Store<UiState>, id: ShownId): void =>
  isPage(id) ? showPage(ui, id) : showView(ui, id);

/** Shows what was last looked at in a section of a place. */
export const showSection = (ui: Store<UiState>, section: Section): void =>
  showTab(ui, ui.get().lastInSection[keyOf(section)] ?? keyOf(section));

/** What is on the screen beside the article or in its place; `null` for the article alone. */
export const shownIn = (state: UiState): ShownId | null =>
  state.page ?? (isPaneShown(state, "sidebar") ? state.sidebar : null);

/** Shows what was last looked at in a place; where the place is on the screen, puts it away. */
export function toggleShownPlace(ui: Store<UiState>, place: Place): void {
  const state = ui.get();
  const shown = shownIn(state);
  if (shown === null || standingOf(shown)?.place !== place)
    showTab(ui, state.lastInPlace[place.id] ?? keyOf(place.sections[0]));
  else if (state.page === null) setPaneShown(ui, "sidebar", false);
  else ui.patch({ page: null });
}

/** Shows the guide over whatever is shown. */
export function showGuide(ui: Store<UiState>): void {
  const { page, reading } = ui.get();
  if (page === "guide") return;
  showPage(ui, "guide");
  ui.patch({ underGuide: { page, reading } });
}

/** Goes back to the article, or from the guide to what it lay over. */
export function leavePage(ui: Store<UiState>): void {
  const { page, underGuide } = ui.get();
  ui.patch(page === "guide" ? underGuide : { page: null });
}

// The filter and order of the list of cards: part of the window's state, so that every number elsewhere can be a
// door to the cards that it counts.

export interface CardQuery {
  /** Words that the card holds; empty for all. */
  readonly typed: string;
  /** The id of a facet, `text` for the reading order, or `edited` for the latest edit first. */
  readonly sort: string;
  /** The value wanted of a facet, by the facet's id. */
  readonly where: Readonly<Record<string, string>>;
}

export const allCards: CardQuery = { typed: "", sort: "text", where: {} };

export const isNarrowed = ({ typed, where }: CardQuery): boolean =>
  typed.trim() !== "" || Object.keys(where).length > 0;

/** The query with another value of a facet, or with `null` any. */
export function withValue(query: CardQuery, facet: string, value: string | null): CardQuery {
  const { [facet]: _former, ...others } = query.where;
  return { ...query, where: value === null ? others : { ...others, [facet]: value } };
}

// Keeps how the window is laid out for the next time, a moment after it was changed.

/** Milliseconds without a change after which the layout is kept. */
const restTime = 200;

/** Calls `keep` with each layout that the window comes to rest in; returns how to stop, which keeps what is not yet kept. */
export function rememberLayout(ui: Store<UiState>, keep: (layout: Layout) => void): () => void {
  let keptLayout = layoutOf(ui.get());
  let timer: ReturnType<typeof setTimeout> | undefined;
  const note = (): void => {
    clearTimeout(timer);
    const currentLayout = layoutOf(ui.get());
    if (isSame(currentLayout, keptLayout)) return;
    keptLayout = currentLayout;
    keep(currentLayout);
  };
  const stop = ui.subscribe(() => {
    clearTimeout(timer);
    timer = setTimeout(note, restTime);
  });
  return () => {
    stop();
    note();
  };
}

const isSame = (a: Layout, b: Layout): boolean =>
  (Object.keys(a) as (keyof Layout)[]).every((name) => a[name] === b[name]);

/**
 * Shows the list of articles where an empty project is opened, or one in the place of another, and over it the page that was left in the
 * project; returns how to stop.
 */
export function beginAtArticles(state: ReadableStore<WorkspaceState>, ui: Store<UiState>): () => void {
  let last = openProjectId(state);
  return state.subscribe(() => {
    const project = openProjectId(state);
    if (project === null || project === last) return;
    const isOther = last !== null || state.get().articles.length === 0;
    last = project;
    if (!isOther) return;
    ui.patch({
      ...{ sidebar: "articles", page: null, entity: null, cardQuery: allCards },
      ...lastWith({ lastInPlace: {}, lastInSection: {} }, "articles"),
    });
    showAsLeft(ui, state.get().project?.desk ?? emptyDesk);
  });
}

/** Shows the page, where none is shown, and the entity that were on the screen when a project was left. */
export function showAsLeft(ui: Store<UiState>, { page, entity }: Pick<OpenDesk, "page" | "entity">): void {
  ui.patch({ entity });
  const leftPage = projectPages.find(({ id }) => id === page);
  if (leftPage && ui.get().page === null) showPage(ui, leftPage.id);
}

/** Closes what is about the article on the screen, and what is open over it, once another one takes its place; returns how to stop. */
export function closeWithArticle(state: ReadableStore<WorkspaceState>, ui: Store<UiState>): () => void {
  const shownArticle = (): Id | null => state.get().session?.article.id ?? null;
  let article = shownArticle();
  return state.subscribe(() => {
    if (shownArticle() === article) return;
    article = shownArticle();
    const { dialog, aboutArticle } = ui.get();
    const isAboutIt =
      articleDialogs.some((one) => one === dialog) || (dialog === "article-about" && aboutArticle === null);
    ui.patch({ articleMenu: null, picking: null, ...(isAboutIt && { dialog: null }) });
  });
}
