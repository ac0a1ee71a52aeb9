// Hands the annotations on: in which format, of which articles, whose, as a file or a folder, and where to.
import { type ReactNode, useEffect, useMemo, useState } from "react";
import type { ArticleSummary, ExportFormat } from "../../../shared/api/contract.ts";
import { ApiError } from "../../../shared/errors/errors.ts";
import { explain } from "../../../shared/errors/explain.ts";
import { type Loss, lossMessage } from "../../../shared/interchange/capabilities.ts";
import type { Id } from "../../../shared/model/id.ts";
import type { Annotator } from "../../../shared/model/project.ts";
import type { WorkProgress } from "../../../shared/model/work.ts";
import type { Text } from "../../../shared/words/message.ts";
import { tagsetName } from "../../../shared/words/tagset-words.ts";
import { useStore } from "../../lib/store.ts";
import { titleOfArticle } from "../../state/project/workspace-state.ts";
import type { Session } from "../../state/session/session.ts";
import type { UiState } from "../../state/window/ui-state.ts";
import { Button } from "../../ui/button.tsx";
import { ChoiceField } from "../../ui/choice-field.tsx";
import { OutsideText } from "../../ui/outside-text.tsx";
import { ScrollRegion } from "../../ui/scroll-region.tsx";
import { SearchField } from "../../ui/search-field.tsx";
import { SegmentedField } from "../../ui/segmented-field.tsx";
import { SwitchField } from "../../ui/switch-field.tsx";
import { useWords } from "../../ui/words.tsx";
import { usePanels } from "../app-context.tsx";
import { useFileTarget } from "../projects/file-target.tsx";
import { FileTargetDialog } from "../projects/file-target-dialog.tsx";
import { safeFileName } from "../projects/paths.ts";
import "../../styles/exchange.css";

interface Props {
  readonly session: Session | null;
  onClose(): void;
}

const scopes = ["article", "chosen", "project"] as const;
type Scope = (typeof scopes)[number];

export function ExportDialog(props: Props) {
  const { workspace } = usePanels();
  const [formats, setFormats] = useState<readonly ExportFormat[]>([]);
  useEffect(() => {
    let isWanted = true;
    void workspace.exportFormats().then((all) => isWanted && setFormats(all));
    return () => {
      isWanted = false;
    };
  }, [workspace]);
  const [first] = formats;
  return first ? <Export {...props} formats={formats} first={first} /> : null;
}

interface ExportProps extends Props {
  readonly formats: readonly ExportFormat[];
  readonly first: ExportFormat;
}

function Export({ session, formats, first, onClose }: ExportProps) {
  const { workspace } = usePanels();
  const { say, tell, language } = useWords();
  const state = useStore(workspace.state, (all) => all);
  const { project } = state;
  const exporting = useStore(workspace.exporting, (progress) => progress);
  const [format, setFormat] = useState(first);
  const selection = useSelection(session, format);
  const { scope, ofArticles, whose } = selection;
  const [into, setInto] = useState<"file" | "folder">("file");
  const [report, setReport] = useState(false);
  const [isStopped, setStopped] = useState(false);
  const isFolderOffered = offersFolder(format, scope);
  const isFolder = into === "folder" && isFolderOffered;
  const tagset = project ? tell(tagsetName(project.project.tagset)) : "";
  const [onlyArticle] = ofArticles?.length === 1 ? ofArticles : [];
  const onlyTitle = state.articles.find(({ id }) => id === onlyArticle)?.title;
  const title = scope === "article" ? titleOfArticle(state) : (onlyTitle ?? project?.project.name);
  const base = safeFileName(format.tagsetOnly ? tagset : (title ?? "")) || say("dialogs.annotations-file");
  const target = useFileTarget(isFolder ? base : `${base}.${format.extension}`, write, onClose);

  async function write(path: string, overwrite: boolean): Promise<boolean | null> {
    setStopped(false);
    const outcome = await workspace.exportTo({
      path,
      format: format.id,
      articles: ofArticles,
      annotators: whose,
      ...(isFolder ? { into: "folder" } : {}),
      ...(report && format.holdsAnnotations ? { report: language } : {}),
      overwrite,
    });
    setStopped(outcome === "stopped");
    return outcome === "stopped" ? null : outcome === "written";
  }
  return (
    <FileTargetDialog
      title={say("dialogs.export")}
      target={target}
      writeLabel={say("dialogs.export")}
      isIncomplete={ofArticles?.length === 0 || whose?.length === 0}
      waiting={exporting && <ExportWaiting progress={exporting} />}
      onClose={exporting ? workspace.stopExport : onClose}
    >
      {isStopped && <p role="status">{say("dialogs.export-stopped")}</p>}
      <FormatFields
        formats={formats}
        format={format}
        into={isFolder ? "folder" : "file"}
        isFolderOffered={isFolderOffered}
        onFormat={(chosen) => {
          setFormat(chosen);
          target.forgetName();
        }}
        onInto={(chosen) => {
          setInto(chosen);
          target.forgetName();
        }}
      />
      {!format.tagsetOnly && <SelectionFields session={session} selection={selection} />}
      {format.holdsAnnotations && ofArticles?.length !== 0 && whose?.length !== 0 && (
        <ExportLosses format={format.id} articles={ofArticles} annotators={whose}>
          <SwitchField label={say("dialogs.save-report")} value={report} onChange={setReport} />
        </ExportLosses>
      )}
    </FileTargetDialog>
  );
}

/** Whether a folder would hold more than the one file: what is packed, or a file for each of several articles. */
const offersFolder = (
  { extension, tagsetOnly }: Pick<ExportFormat, "extension" | "tagsetOnly">,
  scope: Scope,
): boolean => !tagsetOnly && (extension === "zip" || scope !== "article");

interface FormatFieldsProps extends Pick<ExportProps, "formats"> {
  readonly format: ExportFormat;
  readonly into: "file" | "folder";
  readonly isFolderOffered: boolean;
  onFormat(format: ExportFormat): void;
  onInto(into: "file" | "folder"): void;
}

/** The format, and whether it is written as a file or a folder. */
function FormatFields({ formats, format, into, isFolderOffered, onFormat, onInto }: FormatFieldsProps) {
  const { say, tell } = useWords();
  return (
    <>
      <div className="pair">
        <ChoiceField
          label={say("dialogs.format")}
          options={formats.map(({ id, name }) => ({ id, name: tell(name) }))}
          value={format.id}
          onChange={(id) => onFormat(formats.find((one) => one.id === id) ?? format)}
        />
        {isFolderOffered && (
          <SegmentedField
            label={say("dialogs.into")}
            value={into}
            options={[
              { id: "file", name: say("dialogs.into-file") },
              { id: "folder", name: say("dialogs.into-folder") },
            ]}
            onChange={onInto}
          />
        )}
      </div>
      <p className="quiet">
        {tell(format.description)}
        {into === "folder" &&
          ` ${say(format.extension === "zip" ? "dialogs.into-folder-files" : "dialogs.into-folder-each")}`}
      </p>
    </>
  );
}

/** The article that the export was asked for, where it is not the one on the screen. */
const otherArticle = (session: Session | null, { aboutArticle }: UiState): Id | null =>
  aboutArticle === session?.article.id ? null : aboutArticle;

type Selection = ReturnType<typeof useSelection>;

/** Which articles are exported, and whose annotations. */
function useSelection(session: Session | null, format: ExportFormat) {
  const { workspace, ui } = usePanels();
  const { project, articles } = useStore(workspace.state, (all) => all);
  const [other] = useState(() => otherArticle(session, ui.get()));
  const [scope, setScope] = useState<Scope>(other !== null ? "chosen" : session ? "article" : "project");
  const [chosen, setChosen] = useState<ReadonlySet<Id>>(new Set(other === null ? [] : [other]));
  const [leftOut, setLeftOut] = useState<ReadonlySet<Id>>(new Set());
  const people = project?.project.annotators ?? [];
  const current = session?.article ?? null;
  const ofArticles = useMemo(() => {
    if (format.tagsetOnly || scope === "project") return null;
    if (scope === "article") return current && [current.id];
    // In the order of the project.
    return articles.flatMap(({ id }) => (chosen.has(id) ? [id] : []));
  }, [format, scope, current, chosen, articles]);
  const whose = useMemo(
    () => (leftOut.size === 0 ? null : people.flatMap(({ id }) => (leftOut.has(id) ? [] : [id]))),
    [leftOut, people],
  );
  const choices = { scope, setScope, chosen, setChosen, leftOut, setLeftOut };
  return { articles, people, ofArticles, whose, ...choices };
}

interface SelectionFieldsProps {
  readonly session: Session | null;
  readonly selection: Selection;
}

function SelectionFields({ session, selection }: SelectionFieldsProps) {
  const { say } = useWords();
  const { articles, people, scope, chosen } = selection;
  const scopeNames = {
    article: say("dialogs.this-article"),
    chosen: say("dialogs.some-articles"),
    project: say("dialogs.all-articles", { count: articles.length }),
  };
  return (
    <>
      <SegmentedField
        label={say("dialogs.what")}
        value={scope}
        options={scopes
          .filter((id) => id !== "article" || session !== null)
          .map((id) => ({ id, name: scopeNames[id] }))}
        onChange={selection.setScope}
      />
      {scope === "chosen" && (
        <ChosenArticles articles={articles} chosen={chosen} onChoose={selection.setChosen} />
      )}
      {people.length > 1 && (
        <ChosenPeople people={people} leftOut={selection.leftOut} onLeaveOut={selection.setLeftOut} />
      )}
    </>
  );
}

/** How far an export is. */
function ExportWaiting({ progress: { done, of } }: { readonly progress: WorkProgress }) {
  const { say } = useWords();
  return (
    <div className="exchange-waiting">
      {of > 0 ? (
        <progress
          className="exchange-progress"
          max={of}
          value={done}
          aria-label={say("dialogs.export-progress")}
        />
      ) : (
        <span className="exchange-bar" aria-hidden />
      )}
      <p role="status">{say("dialogs.exporting")}</p>
    </div>
  );
}

interface ChosenPeopleProps {
  readonly people: readonly Annotator[];
  readonly leftOut: ReadonlySet<Id>;
  onLeaveOut(leftOut: ReadonlySet<Id>): void;
}

/** Whose annotations: all are ticked at first, the curated set among them. */
function ChosenPeople({ people, leftOut, onLeaveOut }: ChosenPeopleProps) {
  const { say } = useWords();
  return (
    <fieldset className="export-people">
      <legend className="field-label">{say("dialogs.whose")}</legend>
      {people.map(({ id, name, kind }) => (
        <label key={id} className="export-tick">
          <input
            type="checkbox"
            checked={!leftOut.has(id)}
            onChange={(event) => {
              const leftOutIds = new Set(leftOut);
              if (event.target.checked) leftOutIds.delete(id);
              else leftOutIds.add(id);
              onLeaveOut(leftOutIds);
            }}
          />
          {kind === "curation" ? say("dialogs.whose-curated") : <OutsideText>{name}</OutsideText>}
        </label>
      ))}
    </fieldset>
  );
}

interface ChosenArticlesProps {
  readonly articles: readonly ArticleSummary[];
  readonly chosen: ReadonlySet<Id>;
  onChoose(chosen: ReadonlySet<Id>): void;
}

/** Rows that are shown; the rest is found by narrowing the list. */
const mostShown = 200;

/** Some of the project's articles, ticked in a list that can be narrowed. */
function ChosenArticles({ articles, chosen, onChoose }: ChosenArticlesProps) {
  const { say } = useWords();
  const [query, setQuery] = useState("");
  const lowerQuery = query.trim().toLowerCase();
  const matchingArticles = articles.filter(({ title }) => title.toLowerCase().includes(lowerQuery));
  const shownArticles = matchingArticles.slice(0, mostShown);
  const change = (ids: readonly Id[], isIn: boolean): void => {
    const chosenIds = new Set(chosen);
    for (const id of ids) isIn ? chosenIds.add(id) : chosenIds.delete(id);
    onChoose(chosenIds);
  };
  const ids = matchingArticles.map(({ id }) => id);
  return (
    <fieldset className="export-articles">
      <legend className="visually-hidden">{say("dialogs.some-articles")}</legend>
      <div className="export-articles-head">
        <SearchField label={say("dialogs.find-articles")} value={query} onChange={setQuery} />
        <Button look="quiet-button" onPress={() => change(ids, true)}>
          {say("dialogs.choose-found", { count: matchingArticles.length })}
        </Button>
        <Button look="quiet-button" isDisabled={chosen.size === 0} onPress={() => onChoose(new Set())}>
          {say("dialogs.choose-none")}
        </Button>
      </div>
      <ScrollRegion label={say("dialogs.some-articles")} className="export-articles-list">
        {shownArticles.map(({ id, title }) => (
          <label key={id} className="export-tick">
            <input
              type="checkbox"
              checked={chosen.has(id)}
              onChange={(event) => change([id], event.target.checked)}
            />
            <OutsideText cut="after-two">{title}</OutsideText>
          </label>
        ))}
        {matchingArticles.length > shownArticles.length && (
          <p className="quiet">
            {say("dialogs.more-articles", { count: matchingArticles.length - shownArticles.length })}
          </p>
        )}
      </ScrollRegion>
      <p className="quiet" role="status">
        {say("dialogs.articles-chosen", { count: chosen.size })}
      </p>
    </fieldset>
  );
}

// The losses of this export in the chosen format, counted before anything is written.

interface LossesProps {
  readonly format: string;
  /** `null`: all. */
  readonly articles: readonly Id[] | null;
  readonly annotators: readonly Id[] | null;
  /** What can be done with the list, where there is one. */
  readonly children: ReactNode;
}

type LossReply = { readonly losses: readonly Loss[] } | { readonly why: Text };

function ExportLosses({ format, articles, annotators, children }: LossesProps) {
  const { workspace } = usePanels();
  const { say, tell, list } = useWords();
  const [counted, setCounted] = useState<LossReply | null>(null);
  useEffect(() => {
    let isWanted = true;
    setCounted(null);
    workspace.exportLosses(format, { articles, annotators }).then(
      (losses) => isWanted && setCounted({ losses }),
      (error: unknown) => {
        if (!(error instanceof ApiError)) throw error;
        // The next look ends this one.
        if (isWanted && error.problem !== "export-stopped") setCounted({ why: explain(error.toData()).what });
      },
    );
    return () => {
      isWanted = false;
    };
  }, [workspace, format, articles, annotators]);
  return (
    <>
      <ScrollRegion label={say("dialogs.loses")} className="export-losses">
        <div aria-live="polite" aria-busy={counted === null}>
          {counted === null ? (
            <p className="quiet">{say("dialogs.loses-counting")}</p>
          ) : "why" in counted ? (
            <p className="quiet">{say("dialogs.loses-unknown", { why: counted.why })}</p>
          ) : counted.losses.length === 0 ? (
            <p className="quiet">{say("dialogs.loses-nothing")}</p>
          ) : (
            <>
              <h3>{say("dialogs.loses")}</h3>
              <ul>
                {counted.losses.map((loss) => (
                  <li key={loss.what}>
                    {tell(lossMessage(loss))}
                    {loss.examples.length > 0 && (
                      <span className="quiet">
                        {" "}
                        <OutsideText>
                          {say("dialogs.loses-examples", { examples: list(loss.examples) })}
                        </OutsideText>
                      </span>
                    )}
                  </li>
                ))}
              </ul>
            </>
          )}
        </div>
      </ScrollRegion>
      {counted !== null && "losses" in counted && counted.losses.length > 0 && children}
    </>
  );
}
