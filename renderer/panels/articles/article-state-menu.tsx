// The state of the article on the screen, and behind it the other states and the note on the article.
import { StickyNote } from "lucide-react";
import { Button, Menu, MenuItem, MenuTrigger, Popover, Separator } from "react-aria-components";
import { setProgress } from "../../../shared/commands/index.ts";
import { articleNoteOf, articleStateOf } from "../../../shared/model/article-state.ts";
import { articleStates } from "../../../shared/model/progress.ts";
import { useStore } from "../../lib/store.ts";
import type { Session } from "../../state/session/session.ts";
import { MenuChoices } from "../../ui/menu-choices.tsx";
import { useWords } from "../../ui/words.tsx";
import { ActionKeys } from "../action-keys.tsx";
import { usePanels } from "../app-context.tsx";
import { runLater } from "../run-later.ts";
import { useKeyboard } from "../use-keyboard.ts";
import { StateMark } from "./state-mark.tsx";

interface Choice {
  readonly id: "about" | "note" | "correct-text" | "show-revisions" | "history" | "put-away";
  readonly name: string;
  /** An action has the same id, whose keys are shown. */
  readonly hasKeys?: boolean;
  readonly isDisabled?: boolean;
}

export function ArticleStateMenu({ session }: { readonly session: Session }) {
  const panels = usePanels();
  const { ui, workspace } = panels;
  const { action } = useKeyboard();
  const { say } = useWords();
  const { state, hasNote } = useStore(session.shown, ({ annotations }) => ({
    state: articleStateOf(annotations.set),
    hasNote: articleNoteOf(annotations.set) !== "",
  }));
  const words = say(`articles.state-${state}`);
  const choices: readonly Choice[] = [
    { id: "about", name: say("about.menu") },
    { id: "note", name: say("articles.note-menu") },
    {
      id: "correct-text",
      name: say("revisions.action"),
      hasKeys: true,
      isDisabled: !action("correct-text")?.enabled(panels),
    },
    { id: "show-revisions", name: say("actions.show-revisions"), hasKeys: true },
    { id: "history", name: say("history.record-article") },
    { id: "put-away", name: say("trash.put-away"), isDisabled: session.readOnly },
  ];
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
          aria-label={say("articles.state-of-article")}
          onAction={(key) => {
            if (key === "about") ui.patch({ dialog: "article-about", aboutArticle: null });
            else if (key === "note") ui.patch({ dialog: "article-note" });
            else if (key === "history") ui.patch({ dialog: "history-of-article" });
            else if (key === "correct-text" || key === "show-revisions") runLater(panels, key);
            else if (key === "put-away") void workspace.trash.putAway("article", session.article.id);
          }}
        >
          <MenuChoices
            title={say("articles.state-of-article")}
            options={articleStates.map((id) => ({ id, name: say(`articles.state-${id}`) }))}
            chosen={[state]}
            onChoose={([chosen]) => {
              if (chosen) session.run(setProgress, { state: chosen });
            }}
          />
          <Separator className="choice-separator" />
          {choices.map(({ id, name, hasKeys = false, isDisabled = false }) => (
            <MenuItem key={id} id={id} className="choice" textValue={name} isDisabled={isDisabled}>
              <span className="choice-tick" />
              <span className="choice-text">{name}</span>
              {hasKeys && <ActionKeys action={id} />}
            </MenuItem>
          ))}
        </Menu>
      </Popover>
    </MenuTrigger>
  );
}
