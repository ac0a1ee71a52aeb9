// The first page: what Sayso is for, the ways to begin, and the projects of before.
import { BookOpen, FolderOpen, FolderPlus, PackageOpen, Settings, Trash2, X } from "lucide-react";
import { type ReactNode, useState } from "react";
import { Button } from "react-aria-components";
import { useStore } from "../../lib/store.ts";
import { Banner } from "../../ui/banner.tsx";
import { IconButton } from "../../ui/button.tsx";
import { OutsideText, plainText } from "../../ui/outside-text.tsx";
import { useWords } from "../../ui/words.tsx";
import { usePanels } from "../app-context.tsx";
import { filesOf } from "../articles/chosen-files.ts";
import { readReview } from "../articles/read-review.ts";
import { useDrop } from "../articles/use-drop.ts";
import { openProject, openSample, startFromPackage } from "../opening.ts";
import { Alerts } from "../workbench/alerts.tsx";
import { BusyLine } from "../workbench/busy-line.tsx";
import { ReportPlace } from "../workbench/report-place.tsx";
import { ThemeMenu } from "../workbench/theme-menu.tsx";
import { TrashedProjects } from "./trashed-projects.tsx";

export function WelcomePage() {
  const panels = usePanels();
  const { say } = useWords();
  const version = useStore(panels.workspace.state, ({ host }) => host.version);
  return (
    <div className="welcome">
      <header className="welcome-bar">
        <BusyLine />
        <ThemeMenu />
        <IconButton label={say("settings.title")} onPress={() => panels.ui.patch({ dialog: "settings" })}>
          <Settings size={16} aria-hidden />
        </IconButton>
      </header>
      <Alerts />
      <ReportPlace />
      <PackageDrop />
      <main className="welcome-page">
        <h1 className="welcome-name">Sayso</h1>
        <p className="welcome-lead">{say("welcome.lead")}</p>
        <div className="welcome-ways">
          <Way
            title={say("welcome.sample")}
            help={say("welcome.sample-about")}
            picture={<BookOpen size={18} aria-hidden />}
            onPress={() => openSample(panels)}
          />
          <Way
            title={say("welcome.new")}
            help={say("welcome.new-about")}
            picture={<FolderPlus size={18} aria-hidden />}
            onPress={() => panels.ui.patch({ dialog: "new-project" })}
          />
          <Way
            title={say("projects.from-package")}
            help={say("welcome.from-package-about")}
            picture={<PackageOpen size={18} aria-hidden />}
            onPress={() => startFromPackage(panels)}
          />
          <Way
            title={say("welcome.open")}
            help={say("welcome.open-about")}
            picture={<FolderOpen size={18} aria-hidden />}
            onPress={() => panels.ui.patch({ dialog: "open-project" })}
          />
        </div>
        <RecentProjects />
        <TrashedProjects />
      </main>
      <footer className="welcome-foot quiet small">{say("welcome.version", { version })}</footer>
    </div>
  );
}

/** A colleague's package that is dropped here: the offer to start a project with it. */
function PackageDrop() {
  const panels = usePanels();
  const { say } = useWords();
  const [isOther, setIsOther] = useState(false);
  const isFree = useStore(panels.ui, ({ dialog }) => dialog === null);
  async function takePackage(files: ReturnType<typeof filesOf>): Promise<void> {
    const [first] = (await files).files;
    const text = first ? await readReview(first.file) : null;
    setIsOther(text === null);
    if (first && text !== null) startFromPackage(panels, { name: first.file.name, text });
  }
  const over = useDrop(isFree, (data) => void takePackage(filesOf(data)));
  return (
    <>
      {isOther && (
        <Banner tone="caution" title={say("welcome.no-package")} onDismiss={() => setIsOther(false)} />
      )}
      {over && <div className="drop-veil">{say("projects.from-package")}</div>}
    </>
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

/** The projects opened before, newest first. */
function RecentProjects() {
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
