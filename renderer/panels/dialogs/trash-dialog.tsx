// The trash: the articles that were put away, and the way back for each.
import "../../styles/trash.css";
import { Undo2 } from "lucide-react";
import { useEffect, useState } from "react";
import type { ArticlePutAway } from "../../../shared/api/contract.ts";
import { Button } from "../../ui/button.tsx";
import { ModalDialog } from "../../ui/modal-dialog.tsx";
import { OutsideText, plainText } from "../../ui/outside-text.tsx";
import { useWords } from "../../ui/words.tsx";
import { usePanels } from "../app-context.tsx";

export function TrashDialog({ onClose }: { onClose(): void }) {
  const { workspace } = usePanels();
  const { say } = useWords();
  const [articles, setArticles] = useState<readonly ArticlePutAway[] | null>(null);
  useEffect(() => {
    let isOpen = true;
    void workspace.listTrash().then((found) => {
      if (!isOpen) return;
      if (found === null) onClose();
      else setArticles(found);
    });
    return () => {
      isOpen = false;
    };
  }, [workspace, onClose]);
  const takeBack = (article: string): void => {
    onClose();
    void workspace.takeBack(article);
  };
  return (
    <ModalDialog
      title={say("trash.title")}
      wide
      onClose={onClose}
      foot={<Button onPress={onClose}>{say("ui.close")}</Button>}
    >
      {articles?.length === 0 ? (
        <p className="trash-empty">{say("trash.empty")}</p>
      ) : (
        <ul className="trash-list">
          {articles?.map((article) => (
            <TrashRow key={article.id} article={article} onTakeBack={() => takeBack(article.id)} />
          ))}
        </ul>
      )}
      <p className="quiet">{say("trash.about")}</p>
    </ModalDialog>
  );
}

function TrashRow({ article, onTakeBack }: { readonly article: ArticlePutAway; onTakeBack(): void }) {
  const { say, when } = useWords();
  const { title, by, putAwayAt } = article;
  return (
    <li className="trash-row">
      <div className="trash-words">
        <p className="note-title">
          <OutsideText cut>{title}</OutsideText>
        </p>
        {putAwayAt !== "" && (
          <p className="quiet">
            <OutsideText>{say("trash.by", { by, at: when(new Date(putAwayAt), new Date()) })}</OutsideText>
          </p>
        )}
      </div>
      <Button aria-label={say("trash.take-back-of", { title: plainText(title) })} onPress={onTakeBack}>
        <Undo2 size={14} aria-hidden />
        {say("trash.take-back")}
      </Button>
    </li>
  );
}
