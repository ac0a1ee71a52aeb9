// The pane beside the article, for reading: another article, an earlier state of one, or an entity. What is written goes into the article.
import { ArrowLeftRight, FileDiff, UsersRound, X } from "lucide-react";
import { type ReactNode, useEffect, useMemo, useRef, useState } from "react";
import type { Beside } from "../../../shared/api/desk.ts";
import { revisionLabel } from "../../../shared/api/reply-words.ts";
import type { RevisionText } from "../../../shared/api/revisions.ts";
import { ApiError, type ApiErrorData } from "../../../shared/errors/errors.ts";
import { explain } from "../../../shared/errors/explain.ts";
import { entityBehind, sourceClass } from "../../../shared/model/entity.ts";
import { entityGroups } from "../../../shared/model/entity-groups.ts";
import type { Id } from "../../../shared/model/id.ts";
import { sameValue } from "../../../shared/model/same-value.ts";
import { classKey } from "../../../shared/words/field-words.ts";
import { type Message, message } from "../../../shared/words/message.ts";
import { closeBeside, swapBeside } from "../../actions/beside.ts";
import { goToEntity } from "../../actions/panes.ts";
import { ArticleEditor } from "../../editor/article-editor.tsx";
import {
  type ArticleEditorHandle,
  type EditorModel,
  followingModel,
  readingModel,
} from "../../editor/editor-model.ts";
import { latestAnswer } from "../../lib/latest-answer.ts";
import { type Store, useStore } from "../../lib/store.ts";
import type { Workspace } from "../../state/project/workspace.ts";
import { comparingVersionsOf } from "../../state/review/comparing-versions.ts";
import { afterSaves } from "../../state/window/after-saves.ts";
import { showPage, type UiState } from "../../state/window/ui-state.ts";
import { Banner } from "../../ui/banner.tsx";
import { IconButton } from "../../ui/button.tsx";
import { OutsideText, plainText } from "../../ui/outside-text.tsx";
import { useWords } from "../../ui/words.tsx";
import { usePanels, useSession } from "../app-context.tsx";
import { EntityTabs } from "../entities/entities-pane.tsx";
import { useCounts } from "../entities/use-mentions.ts";
import { useKeyboard } from "../use-keyboard.ts";
import "../../styles/beside.css";
import "../../styles/entities.css";

/** Texts by what they are; where one is read in them is another thing. */
type TextBeside = Exclude<Beside, { kind: "entity" }>;

/** Which earlier state of an article it is; `null`: the present one, or as it was imported. */
function stateOf(beside: TextBeside): Id | null {
  if (beside.kind === "version") return beside.version;
  return beside.kind === "revision" ? beside.revision : null;
}

export function BesidePane() {
  const beside = useStore(usePanels().ui, (state) => state.beside);
  if (!beside) return null;
  if (beside.kind === "entity") return <EntityBeside key={beside.entity} entity={beside.entity} />;
  return <ArticleBeside key={`${beside.kind} ${beside.article} ${stateOf(beside)}`} beside={beside} />;
}

interface FrameProps {
  readonly title: string;
  /** What it is, below its title. */
  readonly about: string;
  /** Beside the one that closes it. */
  readonly buttons: ReactNode;
  readonly children: ReactNode;
}

function Frame({ title, about, buttons, children }: FrameProps) {
  const panels = usePanels();
  const { say } = useWords();
  const { keysOf } = useKeyboard();
  return (
    <aside
      className="side beside"
      aria-label={say("beside.title", { title: plainText(title) })}
      data-pane="beside"
      tabIndex={-1}
      onKeyDown={({ key, defaultPrevented }) => {
        if (key === "Escape" && !defaultPrevented) closeBeside(panels);
      }}
    >
      <header className="beside-head">
        <div className="beside-names">
          <h2>
            <OutsideText cut>{title}</OutsideText>
          </h2>
          <p className="quiet small">
            <OutsideText cut>{about}</OutsideText>
          </p>
        </div>
        {buttons}
        <IconButton
          label={say("beside.close")}
          keys={keysOf("toggle-beside")}
          tiny
          onPress={() => closeBeside(panels)}
        >
          <X size={16} aria-hidden />
        </IconButton>
      </header>
      {children}
    </aside>
  );
}

function EntityBeside({ entity }: { readonly entity: Id }) {
  const { workspace, ui } = usePanels();
  const { say } = useWords();
  const entities = useStore(workspace.state, (state) => state.entities);
  const counts = useCounts();
  // One that was merged shows what it is now.
  const behind = entityBehind(entities, entity);
  const group = behind && entityGroups(entities).get(behind.id);
  if (!group)
    return (
      <Frame title={say("beside.gone")} about="" buttons={null}>
        <p className="pane-empty quiet">{say("beside.entity-gone")}</p>
      </Frame>
    );
  return (
    <Frame
      title={group.entity.name}
      about={say(classKey(sourceClass(group.entity)))}
      buttons={
        <IconButton label={say("beside.to-registry")} tiny onPress={() => goToEntity(ui, group.entity.id)}>
          <UsersRound size={16} aria-hidden />
        </IconButton>
      }
    >
      <div className="entity-page">
        <EntityTabs group={group} counts={counts} isReadOnly />
      </div>
    </Frame>
  );
}

function ArticleBeside({ beside }: { readonly beside: TextBeside }) {
  const { workspace, ui } = usePanels();
  const { say, tell, language } = useWords();
  const title = useStore(
    workspace.state,
    ({ articles }) => articles.find(({ id }) => id === beside.article)?.title ?? null,
  );
  const session = useSession();
  const tagset = useStore(workspace.state, ({ project }) => project?.project.tagset ?? null);
  const isHere = beside.kind === "article" && session?.article.id === beside.article;
  const here = isHere ? session : null;
  const { read, problem } = useText(workspace, beside, isHere);
  const model = useMemo(() => {
    if (here) return followingModel(here);
    return read && tagset ? readingModel(read.text, tagset, workspace.state) : null;
  }, [here, read, tagset, workspace]);
  if (title === null)
    return (
      <Frame title={say("beside.gone")} about="" buttons={null}>
        <p className="pane-empty quiet">{say("beside.article-gone")}</p>
      </Frame>
    );
  return (
    <Frame
      title={title}
      about={beside.kind === "article" ? say("beside.read-only") : read?.label ? tell(read.label) : ""}
      buttons={<TextButtons beside={beside} />}
    >
      {problem && !here && (
        <Banner tone="danger" title={tell(explain(problem).what)}>
          <p>{tell(explain(problem).advice)}</p>
        </Banner>
      )}
      {model && <ReadText key={language} model={model} title={title} ui={ui} offset={beside.offset} />}
    </Frame>
  );
}

function TextButtons({ beside }: { readonly beside: TextBeside }) {
  const panels = usePanels();
  const { say } = useWords();
  const { keysOf } = useKeyboard();
  const article = useSession()?.article;
  const isOther = article !== undefined && article.id !== beside.article;
  if (beside.kind === "article")
    return (
      <IconButton
        label={say("beside.swap")}
        keys={keysOf("swap-beside")}
        tiny
        isDisabled={!isOther}
        onPress={() => void swapBeside(panels)}
      >
        <ArrowLeftRight size={16} aria-hidden />
      </IconButton>
    );
  if (beside.kind === "version") return null;
  const { revision } = beside;
  return (
    <IconButton
      label={say("changes.against-present")}
      tiny
      isDisabled={article === undefined || isOther}
      onPress={() => {
        if (!article) return;
        showPage(panels.ui, "changes");
        const before = { kind: "revision", revision } as const;
        void comparingVersionsOf(panels.workspace).compare(article, before, { kind: "present" });
      }}
    >
      <FileDiff size={16} aria-hidden />
    </IconButton>
  );
}

interface ReadTextProps {
  readonly model: EditorModel;
  readonly title: string;
  readonly ui: Store<UiState>;
  /** Where it is read from. */
  readonly offset: number;
}

/** Milliseconds of rest after a scroll until the place is noted. */
const restTime = 200;

function ReadText({ model, title, ui, offset }: ReadTextProps) {
  const handle = useRef<ArticleEditorHandle>(null);
  const place = useRef(offset);
  useEffect(() => {
    const view = handle.current;
    const scroller = view?.scroller();
    if (!view || !scroller) return;
    const start = Math.min(place.current, model.text.text.length);
    // The pane was given the keyboard before there was a text in it.
    if (document.activeElement === scroller.closest("[data-pane=beside]")) view.focus();
    if (start > 0) view.reveal({ start, end: Math.min(start + 1, model.text.text.length) }, "start");
    let timer: ReturnType<typeof setTimeout> | undefined;
    const note = (): void => {
      place.current = scroller.scrollTop < 1 ? 0 : view.firstVisibleOffset();
      const { beside } = ui.get();
      if (beside && "offset" in beside) ui.patch({ beside: { ...beside, offset: place.current } });
    };
    const wait = (): void => {
      clearTimeout(timer);
      timer = setTimeout(note, restTime);
    };
    scroller.addEventListener("scroll", wait, { passive: true });
    return () => {
      clearTimeout(timer);
      scroller.removeEventListener("scroll", wait);
    };
  }, [model, ui]);
  return <ArticleEditor model={model} title={title} handle={handle} />;
}

interface ReadRevision {
  readonly text: RevisionText;
  /** What the text is called; `null`: it is the article's present one. */
  readonly label: Message | null;
}

/** The text, read at once and after each save; the same object as long as it says the same. `isHere`: it is on the screen anyway. */
function useText(workspace: Workspace, beside: TextBeside, isHere: boolean) {
  const [read, setRead] = useState<ReadRevision | null>(null);
  const [problem, setProblem] = useState<ApiErrorData | null>(null);
  const { kind, article } = beside;
  const earlier = stateOf(beside);
  useEffect(() => {
    if (isHere) return;
    const latest = latestAnswer(
      async () => {
        try {
          return await readers[kind](workspace, article, earlier);
        } catch (error) {
          if (!(error instanceof ApiError)) throw error;
          setProblem(error.toData());
          return null;
        }
      },
      (answer) => {
        setProblem(null);
        setRead((before) => (sameValue(before, answer) ? before : answer));
      },
    );
    void latest.ask();
    const stop = afterSaves(workspace, () => void latest.ask());
    return () => {
      latest.stop();
      stop();
    };
  }, [workspace, kind, article, earlier, isHere]);
  return { read, problem };
}

type Reader = (workspace: Workspace, article: Id, earlier: Id | null) => Promise<ReadRevision | null>;

const readers: Readonly<Record<TextBeside["kind"], Reader>> = {
  article: readPresent,
  revision: readRevision,
  version: readVersion,
};

async function readVersion(
  { versions }: Workspace,
  article: Id,
  version: Id | null,
): Promise<ReadRevision | null> {
  if (version === null) return null;
  const { version: about, ...text } = await versions.textOf(version, article);
  return { text, label: message("beside.in-version", { ...about, at: new Date(about.at) }) };
}

async function readPresent(workspace: Workspace, article: Id): Promise<ReadRevision | null> {
  const present = workspace.state.get().articles.find(({ id }) => id === article);
  if (!present) return null;
  return { text: await workspace.revising.textOf(article, present.revision ?? null), label: null };
}

async function readRevision(
  { revising }: Workspace,
  article: Id,
  revision: Id | null,
): Promise<ReadRevision> {
  const [text, { revisions, others }] = await Promise.all([
    revising.textOf(article, revision),
    revising.list(article),
  ]);
  const listed = [...revisions, ...others].find(({ id }) => id === revision);
  return { text, label: listed ? revisionLabel(listed) : null };
}
