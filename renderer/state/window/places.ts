// The views of the sidebar, the pages that take the place of the article, and the places of the window at which they stand.
import { type Message, message } from "../../../shared/words/message.ts";

// The views of the sidebar, each with the key that shows it. What each shows is in `panels/sidebar/index.ts`.

export const sidebarViews = [
  { id: "articles", title: message("sidebar.articles"), key: "Mod+1" },
  { id: "cards", title: message("sidebar.cards"), key: "Mod+2" },
  { id: "checks", title: message("sidebar.checks"), key: "Mod+3" },
  { id: "find", title: message("sidebar.find"), key: "Mod+4" },
  { id: "entities", title: message("sidebar.entities"), key: "Mod+5" },
  { id: "guideline", title: message("sidebar.guideline"), key: "Mod+6" },
  { id: "history", title: message("sidebar.history"), key: "Mod+7" },
  { id: "talk", title: message("sidebar.talk"), key: "Mod+8" },
  { id: "suggestions", title: message("sidebar.suggestions"), key: "Mod+9" },
  { id: "orphans", title: message("sidebar.orphans"), key: "Alt+o" },
  { id: "todo", title: message("sidebar.todo"), key: null },
  { id: "gaps", title: message("sidebar.gaps"), key: null },
  { id: "uncarded", title: message("sidebar.uncarded"), key: null },
  { id: "bookmarks", title: message("bookmarks.title"), key: null },
  { id: "anonymous", title: message("sidebar.anonymous"), key: null },
] as const;

export type SidebarViewId = (typeof sidebarViews)[number]["id"];

// The pages, in the order of the keys Mod+Alt+1 to Mod+Alt+9. What each shows is in `panels/pages/index.ts`.

export const pages = [
  { id: "compare", title: message("sidebar.compare") },
  { id: "decide", title: message("sidebar.decide") },
  { id: "agreement", title: message("sidebar.agreement") },
  { id: "progress", title: message("sidebar.article-table") },
  { id: "people", title: message("sidebar.people") },
  { id: "missed", title: message("sidebar.missed") },
  { id: "changes", title: message("sidebar.changes") },
  { id: "board", title: message("sidebar.board") },
  { id: "overview", title: message("figures.overview") },
  { id: "statements", title: message("statements.title") },
  { id: "speakers", title: message("figures.speakers") },
  { id: "mix", title: message("figures.mix") },
  { id: "anonymity", title: message("figures.anonymity") },
  { id: "together", title: message("figures.together") },
  { id: "between", title: message("figures.between") },
  { id: "sides", title: message("figures.sides") },
  { id: "timeline", title: message("figures.timeline") },
  { id: "strips", title: message("figures.strips") },
  { id: "entity-table", title: message("entities.table-title") },
  { id: "set-table", title: message("sets.table-title") },
  { id: "correct", title: message("revisions.page"), isOutsidePlaces: true },
  { id: "guide", title: message("sidebar.guide"), isOutsidePlaces: true },
] as const;

/** Those of the project; of the others one is reached from the article that it is about, and the guide from everywhere. */
export const projectPages = pages.filter((page) => !("isOutsidePlaces" in page));

export type PageId = (typeof pages)[number]["id"];

/** Whatever a tab shows: a view of the sidebar or a page. */
export type ShownId = SidebarViewId | PageId;

export interface Section {
  readonly title: Message;
  /** The first is shown where none of them was looked at yet. */
  readonly shows: readonly [ShownId, ...ShownId[]];
  /** What the first is called beside the others, where that is not its title. */
  readonly firstTitle?: Message;
  /** Those that have a tab only while they are shown or have something to count. */
  readonly tabOnDemand?: readonly ShownId[];
}

export type PlaceId = "articles" | "article" | "people" | "insight" | "review" | "find" | "guideline";

export interface Place {
  readonly id: PlaceId;
  readonly title: Message;
  readonly sections: readonly [Section, ...Section[]];
  /** Whether it stands at the foot of the rail, with the settings. */
  readonly isTool?: true;
}

const titles = new Map<ShownId, Message>([...sidebarViews, ...pages].map(({ id, title }) => [id, title]));

export function titleOf(id: ShownId): Message {
  const title = titles.get(id);
  if (!title) throw new RangeError(`No tab shows ${id}.`);
  return title;
}

const section = (id: ShownId): Section => ({ title: titleOf(id), shows: [id] });

export const places: readonly Place[] = [
  {
    id: "articles",
    title: message("sidebar.articles"),
    sections: [
      { title: message("sidebar.article-list"), shows: ["articles"] },
      section("board"),
      {
        title: titleOf("progress"),
        firstTitle: message("sidebar.article-table-articles"),
        shows: ["progress", "set-table"],
      },
      section("bookmarks"),
    ],
  },
  {
    id: "article",
    title: message("sidebar.article"),
    sections: [
      section("cards"),
      {
        title: message("sidebar.todo"),
        firstTitle: message("sidebar.todo-all"),
        shows: ["todo", "checks", "gaps", "suggestions", "uncarded", "orphans", "missed"],
        tabOnDemand: ["gaps", "orphans", "missed"],
      },
      section("talk"),
      {
        title: message("sidebar.history"),
        firstTitle: message("sidebar.history-steps"),
        shows: ["history", "changes"],
      },
    ],
  },
  {
    id: "people",
    title: message("sidebar.people-and-sources"),
    sections: [section("entities"), section("entity-table"), section("people"), section("anonymous")],
  },
  {
    id: "insight",
    title: message("sidebar.insight"),
    sections: [
      section("overview"),
      section("statements"),
      section("speakers"),
      section("mix"),
      section("anonymity"),
      section("timeline"),
      section("strips"),
      section("together"),
      section("sides"),
      section("between"),
    ],
  },
  {
    id: "review",
    title: message("sidebar.review"),
    sections: [section("compare"), section("decide"), section("agreement")],
  },
  { id: "find", title: message("sidebar.find"), sections: [section("find")], isTool: true },
  { id: "guideline", title: message("sidebar.guideline"), sections: [section("guideline")], isTool: true },
];

/** The place where it stands, and the section there; `null` for a page that is only reached from its article. */
export function standingOf(id: ShownId): { readonly place: Place; readonly section: Section } | null {
  for (const place of places) {
    const section = place.sections.find(({ shows }) => shows.includes(id));
    if (section) return { place, section };
  }
  return null;
}

export const isPage = (id: ShownId): id is PageId => pages.some((page) => page.id === id);

/** What the command that goes there is called: its place and its tab. */
export function commandTitleOf(id: ShownId): Message {
  const standing = standingOf(id);
  if (!standing) throw new RangeError(`No place shows ${id}.`);
  const { place, section } = standing;
  if (place.sections.length === 1) return message("actions.show-place", { place: place.title });
  const tab = id === section.shows[0] ? section.title : titleOf(id);
  return message("actions.show-tab", { place: place.title, tab });
}
