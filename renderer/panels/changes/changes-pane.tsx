// Two versions of the article on the screen, compared: the summary, the claims that are gone, and the texts.
import "../../styles/changes.css";
import { ChevronDown, ChevronUp } from "lucide-react";
import { useEffect } from "react";
import type { VersionRef } from "../../../shared/api/methods/comparisons.ts";
import { useStore } from "../../lib/store.ts";
import { changesIn, comparingVersionsOf } from "../../state/review/comparing-versions.ts";
import { Button, IconButton } from "../../ui/button.tsx";
import { ScrollRegion } from "../../ui/scroll-region.tsx";
import { SegmentedField } from "../../ui/segmented-field.tsx";
import { useWords } from "../../ui/words.tsx";
import { usePanels } from "../app-context.tsx";
import { takeOtherText } from "../correct/other-texts.ts";
import { ChangedTexts } from "./changed-texts.tsx";
import { ComparedChoice } from "./compared-choice.tsx";
import { CopyReading } from "./copy-reading.tsx";
import { GoneClaims } from "./gone-claims.tsx";
import { NothingCompared } from "./nothing-compared.tsx";
import { TakeAsNew } from "./take-as-new.tsx";

export function ChangesPane() {
  const panels = usePanels();
  const { workspace, ui } = panels;
  const { say, tell } = useWords();
  const comparing = comparingVersionsOf(workspace);
  const session = useStore(workspace.state, (value) => value.session);
  const article = session?.article ?? null;
  useEffect(() => comparing.follow(article), [comparing, article]);
  const state = useStore(comparing.state, (value) => value);
  const { comparison, waiting, problem, columns, current, revisions, others } = state;
  const canWrite = useStore(workspace.state, ({ project }) => project !== null && project.readOnly === null);
  const copy = state.after?.kind === "file" || state.after?.kind === "article" ? state.after : null;
  /** The text of the copy becomes the article's, and everybody's marks are carried over to it. */
  async function takeAsNew(): Promise<void> {
    if (!article || !copy) return;
    if (!(await workspace.revising.takeCopy({ article, of: copy, textHash: state.textHash }))) return;
    ui.patch({ page: null });
    if (copy.kind !== "article") return;
    // What was brought in as another article is this one's text now; in the trash, and said with the way back, unless it is marked.
    const brought = workspace.state.get().articles.find(({ id }) => id === copy.article);
    if (brought?.spans === 0) await workspace.trash.putAway("article", copy.article);
  }
  const chosen = state.after?.kind === "revision" ? state.after.revision : null;
  const other = chosen !== null && others.some(({ id }) => id === chosen) ? chosen : null;
  const choose = (): void => ui.patch({ dialog: "fresh-copy" });
  const compare = (from: VersionRef, to: VersionRef): void => {
    if (article) void comparing.compare(article, from, to);
  };
  const reading = copy?.kind === "file" && (
    <CopyReading copy={copy} problem={problem} read={(of) => compare(state.before, of)} />
  );
  if (!comparison)
    return (
      <NothingCompared {...{ article, waiting, problem, revisions, others, canWrite, choose, compare }}>
        {problem && reading}
      </NothingCompared>
    );
  const { summary, tags, after, before, texts } = comparison;
  const changes = changesIn(state);
  return (
    <section className="changes" aria-label={say("sidebar.changes")}>
      <div className="changes-head">
        <SegmentedField
          label={say("changes.view")}
          labelHidden
          value={columns ? "columns" : "inline"}
          options={[
            { id: "columns", name: say("changes.side-by-side") },
            { id: "inline", name: say("changes.inline") },
          ]}
          onChange={(id) => comparing.setColumns(id === "columns")}
        />
        <span className="changes-walk">
          <IconButton
            label={say("changes.previous")}
            isDisabled={changes.length === 0}
            onPress={() => comparing.step(-1)}
          >
            <ChevronUp size={16} aria-hidden />
          </IconButton>
          <IconButton
            label={say("changes.next")}
            isDisabled={changes.length === 0}
            onPress={() => comparing.step(1)}
          >
            <ChevronDown size={16} aria-hidden />
          </IconButton>
          <span className="quiet" role="status">
            {current !== null && say("changes.at-change", { at: current + 1, of: changes.length })}
          </span>
        </span>
        <span className="changes-doing">
          {state.before.kind === "present" && copy && canWrite && before.text !== after.text && (
            <TakeAsNew key={after.text} tags={tags} take={() => void takeAsNew()} />
          )}
          {article && other !== null && canWrite && (
            <Button onPress={() => void takeOtherText(panels, { article: article.id, revision: other })}>
              {say("changes.take-into")}
            </Button>
          )}
          <Button onPress={() => comparing.putAway()}>{say("changes.to-revisions")}</Button>
          <Button onPress={choose}>{say("changes.a-file")}</Button>
          <Button onPress={() => ui.patch({ dialog: "save-comparison" })}>{say("changes.save")}</Button>
        </span>
      </div>
      <ScrollRegion label={say("changes.compared")} className="changes-scroll" pane="page">
        <header className="changes-summary">
          <h1>{after.title}</h1>
          {revisions && state.after && (
            <ComparedChoice
              revisions={revisions}
              before={{ ref: state.before, label: before.label }}
              after={{ ref: state.after, label: after.label }}
              choose={compare}
            >
              {reading}
            </ComparedChoice>
          )}
          <ul>
            {summary.map((one) => (
              <li key={tell(one)}>{tell(one)}</li>
            ))}
            {tags && <li>{say("changes.tags", tags)}</li>}
          </ul>
          <p className="changes-key">
            <del>{say("changes.key-removed")}</del> <ins>{say("changes.key-added")}</ins>{" "}
            <span className="changes-note moved">{say("changes.key-moved")}</span>{" "}
            <span className="changes-written">{say("changes.key-written")}</span>
          </p>
        </header>
        {tags && <GoneClaims claims={tags.claims} />}
        <ChangedTexts
          rows={texts.rows}
          columns={columns}
          current={current === null ? null : (changes[current] ?? null)}
          labels={[tell(before.label), tell(after.label)]}
        />
      </ScrollRegion>
    </section>
  );
}
