// The page before anything is compared: what it is for, the way to a fresh copy, and the revisions of the article on the screen.
import { FilePlus, type LucideIcon, Newspaper, PenLine, Redo2, Undo2 } from "lucide-react";
import { type ReactNode, useId } from "react";
import type { ArticleVersionRef } from "../../../shared/api/methods/comparisons.ts";
import { growthWords, marksWords, revisionLabel } from "../../../shared/api/reply-words.ts";
import type { ListedRevision } from "../../../shared/api/revisions.ts";
import type { ApiErrorData } from "../../../shared/errors/errors.ts";
import { explain } from "../../../shared/errors/explain.ts";
import type { Article } from "../../../shared/model/article.ts";
import type { Id } from "../../../shared/model/id.ts";
import { sameValue } from "../../../shared/model/same-value.ts";
import type { Text } from "../../../shared/words/message.ts";
import { openBeside } from "../../actions/beside.ts";
import { Banner } from "../../ui/banner.tsx";
import { Button } from "../../ui/button.tsx";
import { ChoiceField } from "../../ui/choice-field.tsx";
import { OutsideText, plainText } from "../../ui/outside-text.tsx";
import { ScrollRegion } from "../../ui/scroll-region.tsx";
import { useWords } from "../../ui/words.tsx";
import { usePanels } from "../app-context.tsx";
import { compareOtherText, takeOtherText } from "../correct/put-in.tsx";

interface Props {
  /** `null`: none is open. */
  readonly article: Article | null;
  readonly waiting: boolean;
  readonly problem: ApiErrorData | null;
  /** `null`: they are being read. */
  readonly revisions: readonly ListedRevision[] | null;
  /** Those that did not lead to the present text. */
  readonly others: readonly ListedRevision[];
  readonly canWrite: boolean;
  choose(): void;
  compare(before: ArticleVersionRef, after: ArticleVersionRef): void;
  /** How what could not be read may be read after all. */
  readonly children: ReactNode;
}

export function NothingCompared(props: Props) {
  const { article, waiting, problem, revisions, others, canWrite, choose, compare, children } = props;
  const panels = usePanels();
  const { workspace } = panels;
  const { say, tell } = useWords();
  const takeBack = (revision: ListedRevision): void => {
    if (article && revision.id !== null)
      void workspace.revising.takeBack({ article: article.id, revision: revision.id });
  };
  const openRevision = (revision: Id | null): void => {
    if (article) openBeside(panels, { kind: "revision", article: article.id, revision, offset: 0 });
  };
  return (
    <section className="changes" aria-label={say("sidebar.changes")}>
      {problem && (
        <Banner tone="danger" title={tell(explain(problem).what)}>
          <p>{tell(explain(problem).advice)}</p>
          {children}
        </Banner>
      )}
      <ScrollRegion label={say("changes.title")} className="changes-start" pane="page">
        <div className="changes-empty">
          <h1>{say("changes.title")}</h1>
          {waiting ? (
            <p role="status">{say("changes.reading")}</p>
          ) : (
            <>
              <p>{say(article === null ? "changes.empty" : "changes.empty-open")}</p>
              <p className="quiet">{say("changes.empty-more")}</p>
              <Button look="primary" isDisabled={article === null} onPress={choose}>
                {say("changes.compare-with-copy")}
              </Button>
            </>
          )}
        </div>
        {article && revisions && !waiting && (
          <RevisionsList
            openBeside={openRevision}
            revisions={revisions}
            isReadOnly={!canWrite}
            showChange={(one, before) => compare(refOf(before), refOf(one))}
            showSince={(one) => compare(refOf(one), { kind: "present" })}
            takeBack={takeBack}
          />
        )}
        {article && others.length > 0 && !waiting && (
          <OtherTextsList
            openBeside={openRevision}
            others={others}
            isReadOnly={!canWrite}
            compare={(revision) => void compareOtherText(panels, { article: article.id, revision })}
            take={(revision) => void takeOtherText(panels, { article: article.id, revision })}
          />
        )}
      </ScrollRegion>
    </section>
  );
}

interface OtherTextsListProps {
  readonly others: readonly ListedRevision[];
  readonly isReadOnly: boolean;
  openBeside(revision: Id | null): void;
  compare(revision: Id): void;
  take(revision: Id): void;
}

/** Texts of the article on the screen that did not become its present one, since it was corrected in two places at once. */
function OtherTextsList({ others, isReadOnly, openBeside: show, compare, take }: OtherTextsListProps) {
  const { say, tell } = useWords();
  const title = useId();
  return (
    <section className="revisions" aria-labelledby={title}>
      <h2 id={title}>{say("changes.others-title")}</h2>
      <p className="quiet">{say("changes.others-about")}</p>
      <ol>
        {others.map((revision) => {
          const { id } = revision;
          const named = { revision: plainText(tell(revisionLabel(revision))) };
          return (
            id !== null && (
              <RevisionRow key={id} revision={revision}>
                <BesideButton revision={revision} onPress={() => show(id)} />
                <Button
                  look="quiet-button"
                  aria-label={say("changes.against-present-of", named)}
                  onPress={() => compare(id)}
                >
                  {say("changes.against-present")}
                </Button>
                {!isReadOnly && (
                  <Button aria-label={say("changes.take-into-of", named)} onPress={() => take(id)}>
                    {say("changes.take-into")}
                  </Button>
                )}
              </RevisionRow>
            )
          );
        })}
      </ol>
    </section>
  );
}

interface RevisionsListProps {
  readonly revisions: readonly ListedRevision[];
  readonly isReadOnly: boolean;
  openBeside(revision: Id | null): void;
  /** What this revision made of the one before it. */
  showChange(revision: ListedRevision, before: ListedRevision): void;
  /** What became of the article since this revision. */
  showSince(revision: ListedRevision): void;
  takeBack(revision: ListedRevision): void;
}

/** The revisions of the article on the screen, the latest first: what each changed, what it did to marks, and the way to compare it. */
function RevisionsList({
  revisions,
  isReadOnly,
  openBeside: show,
  showChange,
  showSince,
  takeBack,
}: RevisionsListProps) {
  const { say, tell } = useWords();
  const title = useId();
  return (
    <section className="revisions" aria-labelledby={title}>
      <h2 id={title}>{say("changes.revisions-title")}</h2>
      <p className="quiet">
        {say(revisions.length > 1 ? "changes.revisions-about" : "changes.revisions-none")}
      </p>
      <ol>
        {revisions.map((revision, at) => {
          /** None for the article as it was imported. */
          const revisionBefore = revisions[at + 1];
          const { id, isPresent } = revision;
          const named = { revision: plainText(tell(revisionLabel(revision))) };
          return (
            <RevisionRow key={id ?? "brought-in"} revision={revision}>
              {isPresent && revisionBefore && !isReadOnly && (
                <Button
                  look="quiet-button"
                  aria-label={say("changes.take-back-of", named)}
                  onPress={() => takeBack(revision)}
                >
                  {say("changes.take-back")}
                </Button>
              )}
              {!isPresent && <BesideButton revision={revision} onPress={() => show(id)} />}
              {!isPresent && (
                <Button
                  look="quiet-button"
                  aria-label={say("changes.against-present-of", named)}
                  onPress={() => showSince(revision)}
                >
                  {say("changes.against-present")}
                </Button>
              )}
              {revisionBefore && (
                <Button
                  aria-label={say("changes.what-it-changed-of", named)}
                  onPress={() => showChange(revision, revisionBefore)}
                >
                  {say("changes.what-it-changed")}
                </Button>
              )}
            </RevisionRow>
          );
        })}
      </ol>
    </section>
  );
}

interface BesideButtonProps {
  readonly revision: ListedRevision;
  onPress(): void;
}

function BesideButton({ revision, onPress }: BesideButtonProps) {
  const { say, tell } = useWords();
  return (
    <Button
      look="quiet-button"
      aria-label={say("beside.open-revision", { revision: plainText(tell(revisionLabel(revision))) })}
      onPress={onPress}
    >
      {say("beside.open")}
    </Button>
  );
}

const pictures: Readonly<Record<ListedRevision["why"], LucideIcon>> = {
  correction: PenLine,
  "new-version": Newspaper,
  "taken-back": Undo2,
  "done-again": Redo2,
  "brought-in": FilePlus,
};

interface RevisionRowProps {
  readonly revision: ListedRevision;
  /** Its buttons. */
  readonly children: ReactNode;
}

/** One revision of the article in a list: what it was, when and by whom, what it did to marks, and what can be done with it. */
function RevisionRow({ revision, children }: RevisionRowProps) {
  const words = useWords();
  const { say, tell, when, date, time } = words;
  const { why, at, by, note, file, isPresent, sets } = revision;
  const Picture = pictures[why];
  const moment = new Date(at);
  const growth = growthWords(revision);
  const facts = [
    when(moment, new Date()),
    ...(by === "" ? [] : [by]),
    ...(file === null ? [] : [say("changes.from-file", { file })]),
    ...(growth ? [tell(growth)] : []),
  ];
  return (
    <li className="revisions-row" data-present={isPresent || undefined}>
      <Picture size={16} aria-hidden className="revisions-picture" />
      <div className="revisions-words">
        <p className="note-title">
          {say(`changes.made-${why}`)}{" "}
          {isPresent && <span className="changes-note moved">{say("changes.is-present")}</span>}
        </p>
        <p className="quiet" title={`${date(moment)}, ${time(moment)}`}>
          <OutsideText>{facts.join(" · ")}</OutsideText>
        </p>
        {note !== "" && (
          <p>
            <OutsideText>{note}</OutsideText>
          </p>
        )}
        {sets.map((marks) => {
          const line = marksWords(marks, words);
          return (
            line && (
              <p key={marks.annotator} className="quiet">
                <OutsideText>{line}</OutsideText>
              </p>
            )
          );
        })}
      </div>
      <div className="revisions-buttons">{children}</div>
    </li>
  );
}

// The choice of the two versions to compare: any revisions of the article, the article as it is, or a copy that was chosen.

interface ChosenVersion {
  readonly ref: ArticleVersionRef;
  readonly label: Text;
}

interface ComparedChoiceProps {
  readonly revisions: readonly ListedRevision[];
  readonly before: ChosenVersion;
  readonly after: ChosenVersion;
  choose(before: ArticleVersionRef, after: ArticleVersionRef): void;
  /** What more is to be chosen of them. */
  readonly children?: ReactNode;
}

const refOf = ({ id, isPresent }: ListedRevision): ArticleVersionRef =>
  isPresent ? { kind: "present" } : { kind: "revision", revision: id };

export function ComparedChoice({ revisions, before, after, choose, children }: ComparedChoiceProps) {
  const { say, tell } = useWords();
  const versions: readonly ChosenVersion[] = revisions.map((one) => ({
    ref: refOf(one),
    label: revisionLabel(one),
  }));
  const nameOf = ({ ref, label }: ChosenVersion): string =>
    ref.kind === "present" ? say("changes.present-made", { made: tell(label) }) : tell(label);
  const fieldOf = (chosen: ChosenVersion, name: "old" | "new", take: (ref: ArticleVersionRef) => void) => {
    // A file, or another article, is there for as long as it is chosen.
    const isListed = versions.some(({ ref }) => sameValue(ref, chosen.ref));
    const offered = isListed ? versions : [...versions, chosen];
    return (
      <ChoiceField
        label={say(`changes.${name}`)}
        options={offered.map(({ ref, label }, at) => ({
          id: String(at),
          name: plainText(nameOf({ ref, label })),
        }))}
        value={String(offered.findIndex(({ ref }) => sameValue(ref, chosen.ref)))}
        onChange={(id) => {
          const chosenVersion = offered[Number(id)];
          if (chosenVersion) take(chosenVersion.ref);
        }}
      />
    );
  };
  return (
    <div className="changes-choice">
      {fieldOf(before, "old", (ref) => choose(ref, after.ref))}
      {fieldOf(after, "new", (ref) => choose(before.ref, ref))}
      {children}
    </div>
  );
}
