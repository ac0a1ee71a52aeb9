// The projects opened before, newest first.
import { Trash2, X } from "lucide-react";
import { Button } from "react-aria-components";
import { useStore } from "../../lib/store.ts";
import { IconButton } from "../../ui/button.tsx";
import { OutsideText, plainText } from "../../ui/outside-text.tsx";
import { useWords } from "../../ui/words.tsx";
import { usePanels } from "../app-context.tsx";
import { openProject } from "../opening.ts";

export function RecentProjects() {
  const panels = usePanels();
  const { say, when } = useWords();
  const recent = useStore(panels.workspace.state, ({ settings }) => settings.recentProjects);
  if (recent.length === 0) return null;
  return (
    <section className="recent" aria-labelledby="recent-heading">
      <h2 id="recent-heading" className="section-heading">
        {say("welcome.recent")}
      </h2>
      <ul>
        {recent.map(({ path, name, openedAt }) => (
          <li key={path} className="recent-row">
            <Button className="recent-open" onPress={() => openProject(panels, path)}>
              <span className="recent-name">
                <OutsideText cut>{name}</OutsideText>
              </span>
              <span className="recent-when">{when(new Date(openedAt), new Date())}</span>
              <span className="recent-path">
                <OutsideText cut>{path}</OutsideText>
              </span>
            </Button>
            <IconButton
              tiny
              label={say("trash.put-away-project", { name: plainText(name) })}
              onPress={() => void panels.workspace.projectTrash.putAway(path)}
            >
              <Trash2 size={14} aria-hidden />
            </IconButton>
            <IconButton
              tiny
              label={say("welcome.forget", { name: plainText(name) })}
              onPress={() => void panels.workspace.forgetProject(path)}
            >
              <X size={14} aria-hidden />
            </IconButton>
          </li>
        ))}
      </ul>
    </section>
  );
}
