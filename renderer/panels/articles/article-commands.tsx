// The commands for an article: behind its state in the top bar, and at its row in the list.
import { StickyNote } from "lucide-react";
import { Fragment } from "react";
import { Button, Menu, MenuTrigger, Popover, Separator } from "react-aria-components";
import type { ArticleSummary } from "../../../shared/api/contract.ts";
import { setProgress } from "../../../shared/commands/index.ts";
import { articleNoteOf, articleStateOf } from "../../../shared/model/article-state.ts";
import type { Id } from "../../../shared/model/id.ts";
import { type ArticleState, articleStates } from "../../../shared/model/progress.ts";
import type { ActionContext } from "../../actions/action.ts";
import { keyboardOf } from "../../actions/keyboard.ts";
import { useStore } from "../../lib/store.ts";
import type { Session } from "../../state/session/session.ts";
import { MenuChoices } from "../../ui/choices-menu.tsx";
import { useWords } from "../../ui/words.tsx";
import { ActionItems, MenuAt, type MenuPlace } from "../action-menu.tsx";
import { usePanels, useSession } from "../app-context.tsx";
import { later } from "../run-later.ts";
import { useKeyboard } from "../use-keyboard.ts";
import { StateMark } from "./state-mark.tsx";

/** Ids of actions. */
const groups: readonly (readonly string[])[] = [
  ["open-in-tab", "open-beside", "toggle-bookmark"],
  ["rename-article", "article-about", "article-note", "copy-title", "copy-link"],
  ["correct-text", "show-revisions", "history-of-article"],
  ["export", "put-article-away"],
];

/** Runs an action on this article, which is opened first where it has to be. */
export async function runOnArticle(context: ActionContext, id: string, article: Id): Promise<void> {
  const action = keyboardOf(context).action(id);
  if (!action || !(action.anyArticle || (await openedArticle(context, article)))) return;
  // Some actions depend on where the keyboard is, which the menu still has.
  later(() => {
    if (action.enabled({ ...context, article })) action.run({ ...context, article });
  });
}

/** The session of this article, on the screen from then on; `null` where it cannot be opened, which is shown. */
async function openedArticle({ workspace }: ActionContext, article: Id): Promise<Session | null> {
  const isOpen = (): boolean => workspace.state.get().session?.article.id === article;
  if (!isOpen()) await workspace.openArticle(article);
  return isOpen() ? workspace.state.get().session : null;
}

/** One step of the history, whether the article is on the screen or not. Where it cannot be opened the window says why. */
export async function setArticleState(
  { workspace }: Pick<ActionContext, "workspace">,
  article: Id,
  state: ArticleState,
): Promise<void> {
  const { session } = workspace.state.get();
  const ownSession = session?.article.id === article ? session : await workspace.openBeside(article);
  ownSession?.run(setProgress, { state });
  await ownSession?.queue.drained();
}

interface CommandsProps {
  readonly article: Id;
  readonly state: ArticleState;
}

/** The entries of a menu about an article: its states, and then the actions in groups. */
function ArticleCommands({ article, state }: CommandsProps) {
  const panels = usePanels();
  const session = useSession();
  const { say } = useWords();
  const { action } = useKeyboard();
  return (
    <>
      <MenuChoices
        title={say("articles.state-of-article")}
        isSingle
        options={articleStates.map((id) => ({ id, name: say(`articles.state-${id}`) }))}
        chosen={[state]}
        onChoose={([chosen]) => {
          if (chosen) void setArticleState(panels, article, chosen);
        }}
      />
      {groups.map((ids) => (
        <Fragment key={ids[0]}>
          <Separator className="choice-separator" />
          <ActionItems
            actions={ids.flatMap((id) => action(id) ?? [])}
            hasTicks
            // Where no article is on the screen, the action opens this one first.
            isDisabled={(one) =>
              (session !== null || one.anyArticle === true) && !one.enabled({ ...panels, article })
            }
          />
        </Fragment>
      ))}
    </>
  );
}

interface MenuProps {
  readonly article: ArticleSummary;
  readonly place: MenuPlace;
  onClose(): void;
}

/** The menu at the row of an article in the list. */
export function ArticleRowMenu({ article: { id: article, state }, place, onClose }: MenuProps) {
  const panels = usePanels();
  const session = useSession();
  const { say } = useWords();
  const isOpen = session?.article.id === article;
  return (
    <MenuAt
      label={say("articles.commands")}
      place={place}
      onClose={onClose}
      onAction={(id) => void runOnArticle(panels, id, article)}
    >
      <ArticleCommands article={article} state={isOpen ? articleStateOf(session.annotations().set) : state} />
    </MenuAt>
  );
}

/** The state of the article on the screen, and the menu behind it. */
export function ArticleStateMenu({ session }: { readonly session: Session }) {
  const panels = usePanels();
  const { say } = useWords();
  const { state, hasNote } = useStore(session.shown, ({ annotations }) => ({
    state: articleStateOf(annotations.set),
    hasNote: articleNoteOf(annotations.set) !== "",
  }));
  const words = say(`articles.state-${state}`);
  const { id: article } = session.article;
  return (
    <MenuTrigger>
      <Button
        className="button quiet-button state-button"
        aria-label={say("articles.state", { state: words })}
      >
        <StateMark state={state} />
        <span className="state-words">{words}</span>
        {hasNote && <StickyNote size={12} aria-hidden />}
      </Button>
      <Popover className="popover" placement="bottom" offset={4}>
        <Menu
          className="choices"
          aria-label={say("articles.commands")}
          onAction={(key) => void runOnArticle(panels, String(key), article)}
        >
          <ArticleCommands article={article} state={state} />
        </Menu>
      </Popover>
    </MenuTrigger>
  );
}
