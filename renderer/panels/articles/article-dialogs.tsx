// Small dialogs about articles: one's own note on an article as a whole, and tags for all articles that the list, the board and the table
// show.
import { useMemo, useState } from "react";
import { setProgress } from "../../../shared/commands/index.ts";
import type { ApiErrorData } from "../../../shared/errors/errors.ts";
import { longestTag, tidyTags } from "../../../shared/model/article-about.ts";
import { articleNoteOf } from "../../../shared/model/article-state.ts";
import { limits } from "../../../shared/schema/limits.ts";
import { tagArticles } from "../../state/articles/describing.ts";
import { tagsOfArticles } from "../../state/review/listed-articles.ts";
import type { Session } from "../../state/session/session.ts";
import { ChoicesMenu } from "../../ui/choices-menu.tsx";
import { ConfirmButtons, ModalDialog } from "../../ui/modal-dialog.tsx";
import { plainText } from "../../ui/outside-text.tsx";
import { TextField } from "../../ui/text-field.tsx";
import { useWords } from "../../ui/words.tsx";
import { usePanels } from "../app-context.tsx";
import { ProblemLine } from "../problem-line.tsx";
import { useListedArticles } from "./use-listed-articles.ts";

interface NoteProps {
  readonly session: Session;
  onClose(): void;
}

export function ArticleNoteDialog({ session, onClose }: NoteProps) {
  const { workspace } = usePanels();
  const { say } = useWords();
  const [note, setNote] = useState(() => articleNoteOf(session.annotations().set));
  const tooLong = note.length > limits.noteLength;
  const saveNote = (): void => {
    if (session.readOnly || note.trim() === articleNoteOf(session.annotations().set)) {
      onClose();
      return;
    }
    // Where no name is given, it is still there.
    workspace.whenNamed(() => {
      onClose();
      session.run(setProgress, { note: note.trim() });
    });
  };
  return (
    <ModalDialog
      title={say("articles.note-title")}
      // Escape leaves, it does not throw away; that is what the button is for.
      onClose={() => {
        if (!tooLong) saveNote();
      }}
      foot={
        <ConfirmButtons onCancel={onClose} isDisabled={tooLong || session.readOnly} onPress={saveNote}>
          {say("articles.keep-note")}
        </ConfirmButtons>
      }
    >
      <TextField
        autoFocus
        label={say("articles.note")}
        labelHidden
        rows={6}
        value={note}
        onChange={setNote}
        isReadOnly={session.readOnly}
        help={say("articles.note-help")}
        error={
          tooLong ? say("articles.note-too-long", { length: note.length, most: limits.noteLength }) : null
        }
      />
    </ModalDialog>
  );
}

/** Tags are put on and taken off as one step. */
export function TagArticlesDialog({ onClose }: { onClose(): void }) {
  const { workspace } = usePanels();
  const { say, list, compare } = useWords();
  const { shown, isKnown } = useListedArticles(false);
  const [typed, setTyped] = useState("");
  const [removed, setRemoved] = useState<readonly string[]>([]);
  const [problem, setProblem] = useState<ApiErrorData | null>(null);
  const tags = useMemo(() => tagsOfArticles(shown, compare), [shown, compare]);
  const added = tidyTags(typed.split("\n"));
  const isTooLong = added.some((tag) => tag.length > longestTag);
  const isReady = isKnown && shown.length > 0 && !isTooLong && added.length + removed.length > 0;
  async function save(): Promise<void> {
    if (!isReady) return;
    const articles = shown.map(({ id }) => id);
    const failed = await tagArticles(workspace, articles, { add: added, remove: removed });
    if (failed) setProblem(failed);
    else onClose();
  }
  return (
    <ModalDialog
      title={say("articles.tag-title")}
      onClose={onClose}
      foot={
        <ConfirmButtons onCancel={onClose} isDisabled={!isReady} onPress={() => void save()}>
          {say("articles.tag-save")}
        </ConfirmButtons>
      }
    >
      <p role="status">
        {isKnown ? say("articles.tag-about", { count: shown.length }) : say("progress.reading")}
      </p>
      <ProblemLine problem={problem} />
      <TextField
        autoFocus
        label={say("articles.tag-add")}
        rows={3}
        value={typed}
        onChange={setTyped}
        help={say("about.one-tag-a-line")}
        error={isTooLong ? say("articles.tag-too-long", { most: longestTag }) : null}
      />
      {tags.length > 0 && (
        <ChoicesMenu
          label={say("filters.condition", {
            title: say("articles.tag-remove"),
            values: removed.length > 0 ? list(removed.map(plainText)) : say("articles.tag-none"),
          })}
          title={say("articles.tag-remove")}
          options={tags.map((id) => ({ id, name: plainText(id) }))}
          chosen={removed}
          onChoose={setRemoved}
        />
      )}
    </ModalDialog>
  );
}
