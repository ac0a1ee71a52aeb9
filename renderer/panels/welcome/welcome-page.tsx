// The first page: what Sayso is for, the ways to begin, and the projects of before.
import {
  BookOpen,
  CircleHelp,
  FolderOpen,
  FolderPlus,
  PackageOpen,
  Settings,
  Trash2,
  Users,
  X,
} from "lucide-react";
import { type ReactNode, useEffect, useState } from "react";
import { Button as AriaButton } from "react-aria-components";
import type { ProjectInTrash } from "../../../shared/api/trash.ts";
import { sizeMessage } from "../../../shared/words/size.ts";
import { runAction } from "../../actions/keyboard.ts";
import { useStore } from "../../lib/store.ts";
import { Banner } from "../../ui/banner.tsx";
import { Button, IconButton } from "../../ui/button.tsx";
import { OutsideText, plainText } from "../../ui/outside-text.tsx";
import { useWords } from "../../ui/words.tsx";
import { usePanels } from "../app-context.tsx";
import { filesOf } from "../articles/chosen-files.ts";
import { readReview, useDrop } from "../articles/drop-target.tsx";
import { DeleteDialog, TrashRow } from "../dialogs/trash-dialog.tsx";
import { openProject, openSample, startFromPackage } from "../opening.ts";
import { Alerts } from "../workbench/alerts.tsx";
import { BusyLine } from "../workbench/busy-line.tsx";
import { ReportPlace } from "../workbench/report-place.tsx";
import { ThemeMenu } from "../workbench/theme-menu.tsx";
import "../../styles/trash.css";

export function WelcomePage() {
  const panels = usePanels();
  const { say } = useWords();
  const version = useStore(panels.workspace.state, ({ host }) => host.version);
  return (
    <div className="welcome">
      <header className="welcome-bar">
        <BusyLine />
        <ThemeMenu />
        <IconButton label={say("guide.open")} onPress={() => runAction(panels, "show-guide")}>
          <CircleHelp size={16} aria-hidden />
        </IconButton>
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
        <RecentProjects />
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
            title={say("team.open-title")}
            help={say("team.open-welcome")}
            picture={<Users size={18} aria-hidden />}
            onPress={() => panels.ui.patch({ dialog: "open-shared" })}
          />
          <Way
            title={say("welcome.open")}
            help={say("welcome.open-about")}
            picture={<FolderOpen size={18} aria-hidden />}
            onPress={() => panels.ui.patch({ dialog: "open-project" })}
          />
        </div>
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
    <AriaButton className="way" aria-label={title} onPress={onPress}>
      <span className="way-picture">{picture}</span>
      <span className="way-words">
        <span className="way-title">{title}</span>
        <span className="way-help">{help}</span>
      </span>
    </AriaButton>
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
            <AriaButton className="recent-open" onPress={() => openProject(panels, path)}>
              <span className="recent-name">
                <OutsideText cut>{name}</OutsideText>
              </span>
              <span className="recent-when">{when(new Date(openedAt), new Date())}</span>
              <span className="recent-path">
                <OutsideText cut>{path}</OutsideText>
              </span>
            </AriaButton>
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

/** The projects that were moved aside: the way back for each, and what is deleted for good after a question. */
function TrashedProjects() {
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

function TrashedProject({ item, onDelete }: { readonly item: ProjectInTrash; onDelete(): void }) {
  const { projectTrash } = usePanels().workspace;
  const { say, tell, when } = useWords();
  const { path, from, name, by, putAwayAt, bytes } = item;
  const facts = [
    ...(putAwayAt === "" ? [] : [say("trash.by", { by, at: when(new Date(putAwayAt), new Date()) })]),
    tell(sizeMessage(bytes)),
    say("trash.from-of", { path: from }),
  ];
  return (
    <TrashRow
      name={name}
      facts={facts}
      onTakeBack={() => void projectTrash.takeBack(path)}
      onDelete={onDelete}
    />
  );
}
