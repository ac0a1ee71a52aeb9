// The projects that were moved aside: the way back for each, and what is deleted for good after a question.
import { Trash2, Undo2 } from "lucide-react";
import { useEffect, useState } from "react";
import type { ProjectInTrash } from "../../../shared/api/trash.ts";
import { sizeMessage } from "../../../shared/words/size.ts";
import { useStore } from "../../lib/store.ts";
import { Button, IconButton } from "../../ui/button.tsx";
import { OutsideText, plainText } from "../../ui/outside-text.tsx";
import { useWords } from "../../ui/words.tsx";
import { usePanels } from "../app-context.tsx";
import { DeleteDialog } from "../dialogs/delete-dialog.tsx";
import "../../styles/trash.css";

export function TrashedProjects() {
  const { projectTrash } = usePanels().workspace;
  const { say } = useWords();
  const { projects, unread } = useStore(projectTrash.found, (state) => state);
  const [doomed, setDoomed] = useState<ProjectInTrash | null>(null);
  useEffect(() => void projectTrash.load(), [projectTrash]);
  if (projects.length === 0 && unread.length === 0) return null;
  return (
    <section className="recent" aria-labelledby="trash-heading">
      <h2 id="trash-heading" className="section-heading">
        {say("trash.projects")}
      </h2>
      <p className="quiet small">{say("trash.projects-about")}</p>
      <ul className="trash-list">
        {projects.map((item) => (
          <TrashedProject key={item.path} item={item} onDelete={() => setDoomed(item)} />
        ))}
      </ul>
      {unread.length > 0 && (
        <div role="status">
          <p className="quiet small">{say("trash.projects-unread", { count: unread.length })}</p>
          {unread.map((path) => (
            <p key={path} className="quiet small">
              <OutsideText>{path}</OutsideText>
            </p>
          ))}
          <Button onPress={() => void projectTrash.load()}>{say("trash.look-again")}</Button>
        </div>
      )}
      {doomed && (
        <DeleteDialog
          items={[{ id: doomed.path, name: doomed.name, bytes: doomed.bytes }]}
          onDelete={() => {
            setDoomed(null);
            void projectTrash.deleteForGood([doomed.path]);
          }}
          onClose={() => setDoomed(null)}
        />
      )}
    </section>
  );
}

interface TrashedProjectProps {
  readonly item: ProjectInTrash;
  onDelete(): void;
}

function TrashedProject({ item, onDelete }: TrashedProjectProps) {
  const { projectTrash } = usePanels().workspace;
  const { say, tell, when } = useWords();
  const { path, from, name, by, putAwayAt, bytes } = item;
  const facts = [
    ...(putAwayAt === "" ? [] : [say("trash.by", { by, at: when(new Date(putAwayAt), new Date()) })]),
    tell(sizeMessage(bytes)),
    say("trash.from-of", { path: from }),
  ];
  return (
    <li className="trash-row">
      <div className="trash-words">
        <p className="note-title">
          <OutsideText cut>{name}</OutsideText>
        </p>
        <p className="quiet small">
          <OutsideText>{facts.join(" · ")}</OutsideText>
        </p>
      </div>
      <Button
        aria-label={say("trash.take-back-of", { title: plainText(name) })}
        onPress={() => void projectTrash.takeBack(path)}
      >
        <Undo2 size={14} aria-hidden />
        {say("trash.take-back")}
      </Button>
      <IconButton tiny label={say("trash.delete-of", { title: plainText(name) })} onPress={onDelete}>
        <Trash2 size={14} aria-hidden />
      </IconButton>
    </li>
  );
}
