// From article to article, and what one says of the article as a whole.

import type { ArticleSummary } from "../../shared/api/contract.ts";
import { setProgress } from "../../shared/commands/index.ts";
import { articleStateOf } from "../../shared/model/article-state.ts";
import type { Id } from "../../shared/model/id.ts";
import { articleStates } from "../../shared/model/progress.ts";
import { message } from "../../shared/words/message.ts";
import { isMyTurn } from "../state/review/assigning.ts";
import { sortArticles } from "../state/review/listed-articles.ts";
import { showPage } from "../state/window/ui-state.ts";
import { type ActionContext, type ActionEntry, inSession } from "./action.ts";
import { showArticle } from "./panes.ts";

/** All articles in the order of the list, whether it shows them or not. */
function inOrder({ workspace }: ActionContext) {
  const { articles, settings } = workspace.state.get();
  const { compare } = new Intl.Collator();
  return sortArticles(articles, { sort: settings.articleListing.sort, compare });
}

const currentOf = ({ workspace }: Pick<ActionContext, "workspace">): Id | null =>
  workspace.state.get().session?.article.id ?? null;

/** The article that an action is about: the one that it is asked for, else the one on the screen. */
const articleOf = ({ article, ...context }: ActionContext): Id | null => article ?? currentOf(context);

/** Whether the article can be written: in this project, and on the screen. */
function isWritable(context: ActionContext): boolean {
  const { project, session } = context.workspace.state.get();
  const article = articleOf(context);
  const isOpenReadOnly = session?.article.id === article && session.readOnly;
  return article !== null && project?.readOnly === null && !isOpenReadOnly;
}

/** Opens an article in the place of the page, with the keyboard. */
export async function goToArticle(
  { workspace, ui }: Pick<ActionContext, "workspace" | "ui">,
  article: Id,
): Promise<void> {
  await workspace.openArticle(article);
  showArticle(ui);
}

/** The next one that needs this person: not done, and assigned to them where anything is. */
const nextOfMine = (context: ActionContext) =>
  nextUnfinished(inOrder(context), currentOf(context), isMyTurn(context.workspace.state.get()));

const step = (direction: 1 | -1, key: string): ActionEntry => {
  const id = direction === 1 ? "next-article" : "previous-article";
  const neighbourOf = (context: ActionContext) => around(inOrder(context), currentOf(context), direction)[0];
  return {
    id,
    group: "project",
    keys: [key],
    enabled: (context) => neighbourOf(context) !== undefined,
    run(context) {
      const article = neighbourOf(context);
      if (article) void context.workspace.openArticle(article.id);
    },
  };
};

export const articleActions: readonly ActionEntry[] = [
  step(1, "Alt+PageDown"),
  step(-1, "Alt+PageUp"),
  {
    id: "next-unfinished-article",
    group: "project",
    keys: ["Alt+a"],
    enabled: (context) => nextOfMine(context) !== null,
    run(context) {
      const article = nextOfMine(context);
      if (article) void context.workspace.openArticle(article.id);
    },
  },
  ...articleStates.map((state) =>
    inSession({
      id: `article-${state}` as const,
      group: "project",
      keys: [],
      enabled: ({ session }) => !session.readOnly && articleStateOf(session.annotations().set) !== state,
      run: ({ session }) => void session.run(setProgress, { state }),
    }),
  ),
  {
    id: "put-article-away",
    title: message("trash.put-away"),
    group: "project",
    keys: [],
    anyArticle: true,
    enabled: isWritable,
    run(context) {
      const article = articleOf(context);
      if (article !== null) void context.workspace.trash.putAway("article", article);
    },
  },
  inSession({
    id: "rename-article",
    group: "project",
    keys: ["F2"],
    enabled: isWritable,
    run: ({ ui }) => ui.patch({ isRenaming: true, reading: false }),
  }),
  inSession({
    id: "correct-text",
    title: message("revisions.action"),
    group: "project",
    keys: ["Alt+e"],
    scope: "article",
    enabled: isWritable,
    run({ ui, session: { view, wanted } }) {
      const at = view.current?.caret() ?? view.current?.firstVisibleOffset();
      if (at !== undefined) wanted.current = { start: at, end: at };
      showPage(ui, "correct");
    },
  }),
  {
    id: "article-about",
    title: message("about.action"),
    group: "project",
    keys: ["Alt+i"],
    anyArticle: true,
    enabled: (context) => articleOf(context) !== null,
    run: ({ ui, article = null }) => ui.patch({ dialog: "article-about", aboutArticle: article }),
  },
  {
    id: "tag-articles",
    title: message("articles.tag-action"),
    group: "project",
    keys: [],
    enabled({ workspace }) {
      const { project, articles } = workspace.state.get();
      return project?.readOnly === null && articles.length > 0;
    },
    run: ({ ui }) => ui.patch({ dialog: "tag-articles" }),
  },
  inSession({
    id: "article-note",
    group: "project",
    keys: [],
    run: ({ ui }) => ui.patch({ dialog: "article-note" }),
  }),
];

// The next article in the list, and the next that still needs work. Pure.

type Listed = Pick<ArticleSummary, "id" | "state">;

/**
 * The next article after `current`, going round, that is this person's turn and not done; `null` when all the others are done or
 * others' turn.
 */
export function nextUnfinished<T extends Listed>(
  articles: readonly T[],
  current: string | null,
  isMine: (article: string) => boolean = () => true,
): T | null {
  return around(articles, current, 1).find(({ id, state }) => state !== "done" && isMine(id)) ?? null;
}

/** The other articles in the order in which one comes to them from `current`, going round. */
export function around<T extends Listed>(
  articles: readonly T[],
  current: string | null,
  direction: 1 | -1,
): readonly T[] {
  const ordered = direction === 1 ? articles : articles.toReversed();
  const at = ordered.findIndex(({ id }) => id === current);
  return at < 0 ? ordered : [...ordered.slice(at + 1), ...ordered.slice(0, at)];
}
