// Two versions of the article on the screen, compared: the summary, the claims that are gone, and the texts.
import { ChevronDown, ChevronUp } from "lucide-react";
import { memo, type ReactNode, useEffect, useRef, useState } from "react";
import type { ArticleVersionRef, CopyRef } from "../../../shared/api/methods/comparisons.ts";
import type { ComparedRow, Piece, TextPiece } from "../../../shared/carry/compare-texts.ts";
import { type LostClaim, rowGroups, type VersionComparison } from "../../../shared/carry/comparison.ts";
import type { ApiErrorData } from "../../../shared/errors/errors.ts";
import { hasEncoding } from "../../../shared/files/endings.ts";
import { isLockedPdf } from "../../../shared/importers/without-readers.ts";
import type { Article } from "../../../shared/model/article.ts";
import { useStore } from "../../lib/store.ts";
import { changesIn, comparingVersionsOf, type VersionsState } from "../../state/review/comparing-versions.ts";
import { Button, IconButton } from "../../ui/button.tsx";
import { numbered } from "../../ui/numbered.ts";
import { OutsideText, plainText } from "../../ui/outside-text.tsx";
import { ScrollRegion } from "../../ui/scroll-region.tsx";
import { SegmentedField } from "../../ui/segmented-field.tsx";
import { TextField } from "../../ui/text-field.tsx";
import { useWords } from "../../ui/words.tsx";
import { usePanels } from "../app-context.tsx";
import { takeOtherText } from "../correct/put-in.tsx";
import { EncodingField } from "../encoding-field.tsx";
import type { Page } from "../page.ts";
import { crumbsOf } from "../projects/paths.ts";
import { ComparedChoice, NothingCompared } from "./nothing-compared.tsx";

import "../../styles/changes.css";

function ChangesPane() {
  const { workspace, ui } = usePanels();
  const { say, tell } = useWords();
  const comparing = comparingVersionsOf(workspace);
  const session = useStore(workspace.state, (value) => value.session);
  const article = session?.article ?? null;
  useEffect(() => comparing.follow(article), [comparing, article]);
  const state = useStore(comparing.state, (value) => value);
  const { comparison, waiting, problem, columns, current, revisions, others } = state;
  const canWrite = useStore(workspace.state, ({ project }) => project !== null && project.readOnly === null);
  const copy = copyIn(state);
  const chooseCopy = (): void => ui.patch({ dialog: "fresh-copy" });
  const compare = (from: ArticleVersionRef, to: ArticleVersionRef): void => {
    if (article) void comparing.compare(article, from, to);
  };
  const reading = copy?.kind === "file" && (
    <CopyReading copy={copy} problem={problem} read={(of) => compare(state.before, of)} />
  );
  if (!comparison)
    return (
      <NothingCompared
        {...{ article, waiting, problem, revisions, others, canWrite, choose: chooseCopy, compare }}
      >
        {problem && reading}
      </NothingCompared>
    );
  const { tags, after, before, texts } = comparison;
  const changes = changesIn(state);
  return (
    <section className="changes" aria-label={say("sidebar.changes")}>
      <ChangesHead state={state} article={article} comparison={comparison} />
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
          <Summary comparison={comparison} />
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

interface ComparedProps {
  readonly state: VersionsState;
  readonly comparison: VersionComparison;
}

interface ChangesHeadProps extends ComparedProps {
  readonly article: Article | null;
}

/** How the texts are shown, the way from change to change, and what can be done with what is compared. */
function ChangesHead({ state, comparison, article }: ChangesHeadProps) {
  const comparing = comparingVersionsOf(usePanels().workspace);
  const { say } = useWords();
  const changes = changesIn(state);
  const { columns, current } = state;
  return (
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
      <ChangesButtons {...{ state, comparison, article }} />
    </div>
  );
}

function ChangesButtons({ state, comparison: { tags, before, after }, article }: ChangesHeadProps) {
  const panels = usePanels();
  const { workspace, ui } = panels;
  const { say } = useWords();
  const comparing = comparingVersionsOf(workspace);
  const canWrite = useStore(workspace.state, ({ project }) => project !== null && project.readOnly === null);
  const copy = copyIn(state);
  const chosenRevision = state.after?.kind === "revision" ? state.after.revision : null;
  const otherRevision =
    chosenRevision !== null && state.others.some(({ id }) => id === chosenRevision) ? chosenRevision : null;
  /** The text of the copy becomes the article's, and everybody's marks are carried over to it. */
  async function takeAsNew(): Promise<void> {
    if (!article || !copy) return;
    if (!(await workspace.revising.takeCopy({ article, of: copy, textHash: state.textHash }))) return;
    ui.patch({ page: null });
    if (copy.kind !== "article") return;
    // What was imported as another article is this one's text now; in the trash, and said with the way back, unless it is marked.
    const importedArticle = workspace.state.get().articles.find(({ id }) => id === copy.article);
    if (importedArticle?.spans === 0) await workspace.trash.putAway("article", copy.article);
  }
  return (
    <span className="changes-doing">
      {state.before.kind === "present" && copy && canWrite && before.text !== after.text && (
        <TakeAsNew key={after.text} tags={tags} take={() => void takeAsNew()} />
      )}
      {article && otherRevision !== null && canWrite && (
        <Button onPress={() => void takeOtherText(panels, { article: article.id, revision: otherRevision })}>
          {say("changes.take-into")}
        </Button>
      )}
      <Button onPress={() => comparing.putAway()}>{say("changes.to-revisions")}</Button>
      <Button onPress={() => ui.patch({ dialog: "fresh-copy" })}>{say("changes.a-file")}</Button>
      <Button onPress={() => ui.patch({ dialog: "save-comparison" })}>{say("changes.save")}</Button>
    </span>
  );
}

/** The fresh copy or other article that the article on the screen is compared with; `null`: it is another version of itself. */
function copyIn({ after }: VersionsState): CopyRef | null {
  return after?.kind === "file" || after?.kind === "article" ? after : null;
}

/** What differs in words, and the key to the colours of the texts. */
function Summary({ comparison: { summary, tags } }: Pick<ComparedProps, "comparison">) {
  const { say, tell } = useWords();
  return (
    <>
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
    </>
  );
}

interface Props {
  readonly tags: VersionComparison["tags"];
  take(): void;
}

/** Makes the compared copy the article's new version. Marks that would lose their place are told of first. */
function TakeAsNew({ tags, take }: Props) {
  const { say } = useWords();
  const [asked, setAsked] = useState(false);
  const waitingCount = tags ? tags.doubtful + tags.lost : 0;
  const isTold = asked && waitingCount > 0;
  return (
    <>
      <span className="changes-waiting" role="status">
        {isTold && say("changes.take-waiting", { count: waitingCount })}
      </span>
      <Button onPress={() => (waitingCount > 0 && !asked ? setAsked(true) : take())}>
        {say(isTold ? "changes.take-all-the-same" : "changes.take-as-new")}
      </Button>
    </>
  );
}

/** The claims that the new version does not have any more as they were, each with who made it. */
function GoneClaims({ claims }: { readonly claims: readonly LostClaim[] }) {
  const { say } = useWords();
  if (claims.length === 0) return <p className="quiet changes-claims">{say("changes.claims-none")}</p>;
  return (
    <section className="changes-claims" aria-label={say("changes.claims-gone")}>
      <h2>{say("changes.claims-gone")}</h2>
      <ol>
        {claims.map(({ id, how, claim, now, voice, cue, paragraph }) => (
          <li key={id}>
            <p className="quiet">
              <b>{say(`changes.claim-${how}`)}</b> · {say("changes.in-paragraph", { number: paragraph })}
            </p>
            {voice + cue !== "" && (
              <p className="changes-who">
                <OutsideText>{voice}</OutsideText> <OutsideText>{cue}</OutsideText>
              </p>
            )}
            <blockquote>
              <OutsideText>{claim}</OutsideText>
            </blockquote>
            {now !== null && (
              <p className="changes-now">
                <OutsideText>{say("changes.claim-now", { words: now })}</OutsideText>
              </p>
            )}
          </li>
        ))}
      </ol>
    </section>
  );
}

type FileCopy = Extract<CopyRef, { kind: "file" }>;

interface CopyReadingProps {
  readonly copy: FileCopy;
  /** Why it could not be read. */
  readonly problem: ApiErrorData | null;
  /** Reads it anew. */
  read(copy: FileCopy): void;
}

/** How the file of a fresh copy is read, where it does not say that itself or says it wrongly: its encoding, which the comparison shows at once, and the password of one that is locked. */
function CopyReading({ copy, problem, read }: CopyReadingProps) {
  const { encoding, ...rest } = copy;
  const file = crumbsOf(copy.path).at(-1)?.name ?? copy.path;
  return (
    <>
      {hasEncoding(copy.path) && (
        <EncodingField
          file={file}
          encoding={encoding}
          onChoose={(chosen) => read(chosen === undefined ? rest : { ...rest, encoding: chosen })}
        />
      )}
      {problem && isLockedPdf(problem, copy.path) && (
        <Password file={file} onGive={(password) => read({ ...copy, password })} />
      )}
    </>
  );
}

interface PasswordProps {
  readonly file: string;
  onGive(password: string): void;
}

function Password({ file, onGive }: PasswordProps) {
  const { say } = useWords();
  const [password, setPassword] = useState("");
  return (
    <form
      className="changes-password"
      onSubmit={(event) => {
        event.preventDefault();
        if (password !== "") onGive(password);
      }}
    >
      <TextField
        autoFocus
        type="password"
        label={say("importing.password-of", { file: plainText(file) })}
        value={password}
        onChange={setPassword}
      />
      <button type="submit" className="button primary" disabled={password === ""}>
        {say("changes.open-with-password")}
      </button>
    </form>
  );
}

interface ChangedTextsProps {
  readonly rows: readonly ComparedRow[];
  readonly columns: boolean;
  /** The row of the change that is shown. */
  readonly current: ComparedRow | null;
  /** What tells the versions apart, the old one first. */
  readonly labels: readonly [string, string];
}

/** The texts of two versions, a row a paragraph: beside each other, or in one. Rows that are the same are folded away. */
function ChangedTexts({ rows, columns, current, labels }: ChangedTextsProps) {
  const { say } = useWords();
  const place = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (current) place.current?.querySelector("[data-current]")?.scrollIntoView({ block: "center" });
  }, [current]);
  return (
    <div ref={place} className={columns ? "changes-texts in-columns" : "changes-texts"}>
      <div className="changes-row changes-heads">
        <h2>
          {say("changes.before")} <small>{labels[0]}</small>
        </h2>
        <h2>
          {say("changes.after")} <small>{labels[1]}</small>
        </h2>
      </div>
      {rowGroups(rows).map(({ folded, rows: members }) => {
        const key = keyOf(members[0]);
        if (!folded) return <Rows key={key} {...{ rows: members, columns, current }} />;
        return (
          <details key={key}>
            <summary>{say("changes.same-left", { count: members.length })}</summary>
            <Rows {...{ rows: members, columns, current: null }} />
          </details>
        );
      })}
    </div>
  );
}

const keyOf = (row: ComparedRow | undefined): string =>
  row ? `${row.kind} ${row.before?.number ?? ""} ${row.after?.number ?? ""}` : "";

const Rows = memo(function Rows({ rows, columns, current }: Omit<ChangedTextsProps, "labels">) {
  return rows.map((row) => (
    <ChangedRow key={keyOf(row)} row={row} columns={columns} isCurrent={row === current} />
  ));
});

interface ChangedRowProps {
  readonly row: ComparedRow;
  readonly columns: boolean;
  readonly isCurrent: boolean;
}

/** One paragraph of two versions. */
const ChangedRow = memo(function ChangedRow({ row, columns, isCurrent }: ChangedRowProps) {
  const note = useNote(row);
  const { kind, before, after, inline } = row;
  if (columns)
    return (
      <div className={`changes-row ${kind}`} data-current={isCurrent || undefined}>
        <Cell side={before} note={after === null ? note : null} tag="del" />
        <Cell side={after} note={before === null ? note : null} tag="ins" />
      </div>
    );
  const number = after?.number ?? before?.number;
  return (
    <div className={`changes-row ${kind}`} data-current={isCurrent || undefined}>
      <div className="changes-cell">
        <span className="changes-number">{number}</span>
        <p>
          {note}
          <Pieces pieces={inline} />
        </p>
      </div>
    </div>
  );
});

interface CellProps {
  readonly side: ComparedRow["before"];
  readonly note: ReactNode;
  readonly tag: "del" | "ins";
}

function Cell({ side, note, tag }: CellProps) {
  if (!side) return <div className="changes-cell" />;
  return (
    <div className="changes-cell">
      <span className="changes-number">{side.number}</span>
      <p>
        {note}
        <Pieces
          pieces={side.pieces.map(
            ({ text, kind }: Piece): TextPiece => ({
              text,
              kind: kind === "gone" ? (tag === "del" ? "removed" : "added") : kind,
            }),
          )}
        />
      </p>
    </div>
  );
}

function Pieces({ pieces }: { readonly pieces: readonly TextPiece[] }) {
  return numbered(pieces).map(({ key, item }) => <PieceOfText key={key} {...item} />);
}

function PieceOfText({ text, kind }: TextPiece) {
  const words = <OutsideText>{text}</OutsideText>;
  if (kind === "removed") return <del>{words}</del>;
  if (kind === "added") return <ins>{words}</ins>;
  return kind === "written" ? <span className="changes-written">{words}</span> : words;
}

/** What became of a paragraph that has no partner beside it. */
function useNote({ kind, elsewhere = 0 }: ComparedRow): ReactNode {
  const { say } = useWords();
  switch (kind) {
    case "left":
      return <Note look="moved">{say("changes.moved-to", { number: elsewhere })}</Note>;
    case "moved":
      return <Note look="moved">{say("changes.moved-from", { number: elsewhere })}</Note>;
    case "removed":
      return <Note look="out">{say("changes.paragraph-gone")}</Note>;
    case "added":
      return <Note look="in">{say("changes.paragraph-new")}</Note>;
    default:
      return null;
  }
}

const Note = ({ look, children }: { readonly look: string; readonly children: ReactNode }) => (
  <span className={`changes-note ${look}`}>{children} </span>
);

export const changesPage: Page = { Body: ChangesPane };
