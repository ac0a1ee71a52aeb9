// The facts of an article beside its text: each value with who or what says so, to be put right.
import { useEffect, useState } from "react";
import type { KnownArticle } from "../../../shared/api/replies.ts";
import { ApiError, type ApiErrorData } from "../../../shared/errors/errors.ts";
import { type Explanation, explain } from "../../../shared/errors/explain.ts";
import { isPageFile } from "../../../shared/files/endings.ts";
import type { LeftOutPart as Part } from "../../../shared/importers/html-body.ts";
import type { Original } from "../../../shared/model/article.ts";
import {
  aboutProblem,
  hasSeveral,
  type KnownFact,
  type KnownField,
  knownFields,
  type SaidAbout,
  saidIn,
} from "../../../shared/model/article-about.ts";
import type { Id } from "../../../shared/model/id.ts";
import { shortened } from "../../../shared/model/shortened.ts";
import { useStore } from "../../lib/store.ts";
import { describeArticle, knownOfArticle } from "../../state/articles/describing.ts";
import { Button } from "../../ui/button.tsx";
import { ConfirmButtons, ModalDialog } from "../../ui/modal-dialog.tsx";
import { numbered } from "../../ui/numbered.ts";
import { OutsideText } from "../../ui/outside-text.tsx";
import { TextField } from "../../ui/text-field.tsx";
import { useWords } from "../../ui/words.tsx";
import { usePanels } from "../app-context.tsx";
import { PageLink } from "../page-link.tsx";
import { ProblemLine } from "../problem-line.tsx";

interface Props {
  readonly article: Id;
  onClose(): void;
}

type Typed = Readonly<Record<KnownField, string>>;

export function AboutDialog({ article, onClose }: Props) {
  const { workspace } = usePanels();
  const { say } = useWords();
  const readOnly = useStore(workspace.state, ({ project }) => project?.readOnly !== null);
  const { known, typed, problem, setTyped, setProblem } = useFacts(article);
  const wrong = (field: KnownField) => (typed && known ? wrongIn(field, typed[field], known.known) : null);
  const canKeep = typed !== null && !readOnly && knownFields.every((field) => wrong(field) === null);

  async function saveFacts(): Promise<void> {
    if (!typed || !canKeep) return;
    const failed = await describeArticle(workspace, article, saidOf(typed));
    if (failed) setProblem(failed);
    else onClose();
  }

  return (
    <ModalDialog
      title={say("about.title")}
      wide
      onClose={onClose}
      foot={
        <ConfirmButtons onCancel={onClose} isDisabled={!canKeep} onPress={() => void saveFacts()}>
          {say("about.keep")}
        </ConfirmButtons>
      }
    >
      <ProblemLine problem={problem} />
      {typed === null || known === null ? (
        problem === null && (
          <p className="quiet" role="status">
            {say("about.looking")}
          </p>
        )
      ) : (
        <FactFields
          {...{ known, typed, readOnly, wrong }}
          onType={setTyped}
          onKeep={() => void saveFacts()}
        />
      )}
      {typed !== null && (
        <PageLink address={typed.url.trim()} label={say("about.open-page")} onProblem={setProblem} />
      )}
      {known?.original && (
        <p className="quiet">
          <OutsideText>{say("about.original", { file: known.original.fileName })}</OutsideText>{" "}
          {say("about.hash", { hash: known.original.sha256.slice(0, 16), bytes: known.original.byteLength })}
        </p>
      )}
      {known?.original && (
        <LeftOutOfPage article={article} original={known.original} readOnly={readOnly} onClose={onClose} />
      )}
    </ModalDialog>
  );
}

/** What is known of the article, what is typed of it, and why it cannot be read or kept. */
function useFacts(article: Id) {
  const { workspace } = usePanels();
  const [known, setKnown] = useState<KnownArticle | null>(null);
  const [typed, setTyped] = useState<Typed | null>(null);
  const [problem, setProblem] = useState<ApiErrorData | null>(null);

  useEffect(() => {
    let isWanted = true;
    knownOfArticle(workspace, article).then(
      (found) => {
        if (!isWanted) return;
        setKnown(found);
        setTyped(typedOf(saidIn(found.known)));
      },
      (error) => isWanted && setProblem(error.toData()),
    );
    return () => {
      isWanted = false;
    };
  }, [workspace, article]);

  return { known, typed, problem, setTyped, setProblem };
}

/** What is wrong with what is typed in a field; what the article came with may stay as it is. */
function wrongIn(field: KnownField, typed: string, known: readonly KnownFact[]): Explanation | null {
  const values = valuesOf(field, typed);
  const knownValues = saidIn(known)[field];
  const valuesToCheck =
    field === "title" && values.length === 0 ? [""] : values.filter((value) => !knownValues.includes(value));
  for (const value of valuesToCheck) {
    const why = aboutProblem(field, value);
    if (why !== null) return explain({ problem: "about-invalid", detail: { field, value, why } });
  }
  return null;
}

interface FactFieldsProps {
  readonly known: KnownArticle;
  readonly typed: Typed;
  readonly readOnly: boolean;
  wrong(field: KnownField): Explanation | null;
  onType(typed: Typed): void;
  onKeep(): void;
}

function FactFields({ known, typed, readOnly, wrong, onType, onKeep }: FactFieldsProps) {
  const { say, tell } = useWords();
  const errorIn = (field: KnownField): string | null => {
    const problem = wrong(field);
    return problem && `${tell(problem.what)} ${tell(problem.advice)}`;
  };
  return (
    <form
      className="about-fields"
      onSubmit={(event) => {
        event.preventDefault();
        onKeep();
      }}
    >
      {knownFields.map((field) => (
        <TextField
          key={field}
          autoFocus={field === "title"}
          label={say(field === "title" ? "about.field-title" : `about.${field}`)}
          value={typed[field]}
          isReadOnly={readOnly}
          {...(hasSeveral(field) ? { rows: Math.min(6, Math.max(2, typed[field].split("\n").length)) } : {})}
          onChange={(value) => onType({ ...typed, [field]: value })}
          help={<Origin {...{ known, field }} typed={typed[field]} />}
          error={errorIn(field)}
        />
      ))}
      <button type="submit" hidden />
    </form>
  );
}

interface OriginProps {
  readonly known: KnownArticle;
  readonly field: KnownField;
  readonly typed: string;
}

/** Who says what stands in a field, or that it is this person now. */
function Origin({ known: { known, language }, field, typed }: OriginProps) {
  const { say, list } = useWords();
  const facts = known.filter((fact) => fact.field === field);
  const helpOf: Partial<Record<KnownField, string>> = {
    author: say("about.one-a-line"),
    tags: say("about.one-tag-a-line"),
    language: say(`about.read-as-${language ?? "none"}`),
  };
  const help = helpOf[field] === undefined ? "" : `${helpOf[field]} `;
  if (typed !== typedOf(saidIn(known))[field]) return <>{`${help}${say("about.by-you")}`}</>;
  if (facts.length === 0) return <>{`${help}${say("about.nobody")}`}</>;
  const origins = [...new Set(facts.map(({ from }) => say(`about.from-${from}`)))];
  return <>{`${help}${say("about.from", { origins: list(origins) })}`}</>;
}

const valuesOf = (field: KnownField, text: string): string[] =>
  (hasSeveral(field) ? text.split("\n") : [text])
    .map((value) => value.replace(/\s+/gu, " ").trim())
    .filter((value) => value !== "");

const typedOf = (said: SaidAbout): Typed =>
  Object.fromEntries(
    knownFields.map((field) => [field, hasSeveral(field) ? said[field].join("\n") : (said[field][0] ?? "")]),
  ) as Typed;

const saidOf = (typed: Typed): SaidAbout =>
  Object.fromEntries(
    knownFields.map((field) => [field, valuesOf(field, typed[field])]),
  ) as unknown as SaidAbout;

// The parts of an article's web page that were left out of its text, to be looked at, and the way to have them back: as another article,
// since the text of this one may have been annotated.

interface LeftOutProps {
  readonly article: Id;
  readonly original: Original;
  readonly readOnly: boolean;
  onClose(): void;
}

function LeftOutOfPage({ article, original, readOnly, onClose }: LeftOutProps) {
  const { workspace } = usePanels();
  const { say } = useWords();
  const [parts, setParts] = useState<readonly Part[] | null>(null);
  const [kept, setKept] = useState<ReadonlySet<number>>(new Set());
  const [problem, setProblem] = useState<ApiErrorData | null>(null);
  if (!isPageFile(original.fileName)) return null;

  async function loadParts(): Promise<void> {
    try {
      const { left } = await workspace.call((project) =>
        workspace.client.call("article.left", { project, article }),
      );
      setParts(left);
    } catch (error) {
      if (!(error instanceof ApiError)) throw error;
      setProblem(error.toData());
    }
  }
  async function importAgain(keep: "everything" | number[]): Promise<void> {
    onClose();
    await workspace.importAgain(article, keep);
  }
  return (
    <section aria-label={say("about.left-title")} className="left-out">
      <p className="note-title">{say("about.left-title")}</p>
      <ProblemLine problem={problem} />
      {parts === null ? (
        <Button onPress={() => void loadParts()}>{say("about.left-show")}</Button>
      ) : (
        <>
          <p className="quiet" role="status">
            {say("about.left-count", { count: parts.length })}
          </p>
          <PartList parts={parts} kept={kept} readOnly={readOnly} onKeep={setKept} />
          {!readOnly && (
            <div className="bring-in-ways">
              <Button isDisabled={kept.size === 0} onPress={() => void importAgain([...kept])}>
                {say("about.left-again", { count: kept.size })}
              </Button>
              <Button onPress={() => void importAgain("everything")}>{say("about.left-everything")}</Button>
            </div>
          )}
        </>
      )}
    </section>
  );
}

interface PartListProps {
  readonly parts: readonly Part[];
  /** By number in the list. */
  readonly kept: ReadonlySet<number>;
  readonly readOnly: boolean;
  onKeep(kept: ReadonlySet<number>): void;
}

/** Characters of a part that are shown. */
const shownLength = 240;
function PartList({ parts, kept, readOnly, onKeep }: PartListProps) {
  const { say } = useWords();
  return (
    <ul className="left-out-parts">
      {numbered(parts.map((part, number) => ({ ...part, number }))).map(
        ({ key, item: { kind, text, number } }) => (
          <li key={key}>
            <label>
              <input
                type="checkbox"
                checked={kept.has(number)}
                disabled={readOnly}
                onChange={({ target }) => {
                  const keptNumbers = new Set(kept);
                  if (target.checked) keptNumbers.add(number);
                  else keptNumbers.delete(number);
                  onKeep(keptNumbers);
                }}
              />{" "}
              <strong>{say(`about.left-${kind}`)}</strong>{" "}
              <OutsideText>{shortened(text, shownLength)}</OutsideText>
            </label>
          </li>
        ),
      )}
    </ul>
  );
}
