// The first page: what Sayso is for, the ways to begin, and the projects of before.
import { BookOpen, FolderOpen, FolderPlus } from "lucide-react";
import type { ReactNode } from "react";
import { Button } from "react-aria-components";
import { useStore } from "../../state/store.ts";
import { usePanels } from "../app-context.tsx";
import { chooseProject, openSample } from "../opening.ts";
import { Alerts } from "../workbench/alerts.tsx";
import { BusyLine } from "../workbench/busy-line.tsx";
import { ThemeMenu } from "../workbench/theme-menu.tsx";
import { RecentProjects } from "./recent-projects.tsx";

export function WelcomePage() {
  const panels = usePanels();
  const version = useStore(panels.workspace.state, ({ host }) => host.version);
  return (
    <div className="welcome">
      <header className="welcome-bar">
        <BusyLine />
        <ThemeMenu />
      </header>
      <Alerts />
      <main className="welcome-page">
        <h1 className="welcome-name">Sayso</h1>
        <p className="welcome-lead">
          Mark who speaks, what is claimed and where it comes from in news articles, on your own machine.
        </p>
        <div className="welcome-ways">
          <Way
            title="Open the sample project"
            help="Two short articles, already tagged: see what Sayso is for in a minute."
            picture={<BookOpen size={18} aria-hidden />}
            onPress={() => openSample(panels)}
          />
          <Way
            title="New project"
            help="A folder of yours that holds the articles and what is marked in them."
            picture={<FolderPlus size={18} aria-hidden />}
            onPress={() => panels.ui.patch({ dialog: "new-project" })}
          />
          <Way
            title="Open a project"
            help="A folder made by Sayso, yours or a colleague’s."
            picture={<FolderOpen size={18} aria-hidden />}
            onPress={() => void chooseProject(panels)}
          />
        </div>
        <RecentProjects />
      </main>
      <footer className="welcome-foot quiet small">Version {version} · works without the network</footer>
    </div>
  );
}

interface WayProps {
  readonly title: string;
  readonly help: string;
  readonly picture: ReactNode;
  onPress(): void;
}

function Way({ title, help, picture, onPress }: WayProps) {
  return (
    <Button className="way" aria-label={title} onPress={onPress}>
      <span className="way-picture">{picture}</span>
      <span className="way-words">
        <span className="way-title">{title}</span>
        <span className="way-help">{help}</span>
      </span>
    </Button>
  );
}
