// Puts a whole text into a correction, as one change of the editor that its undo takes out again: one that did not become the article's,
// or corrections that a closed window left.
import { type FormEvent, type RefObject, useCallback, useEffect, useEffectEvent, useState } from "react";
import type { RevisionPreview, RevisionSetPreview } from "../../../shared/api/revisions.ts";
import { ApiError, type ApiErrorData } from "../../../shared/errors/errors.ts";
import type { Id } from "../../../shared/model/id.ts";
import { shortened } from "../../../shared/model/shortened.ts";
import { spanTypeOf, type Tagset } from "../../../shared/model/tagset.ts";
import { type Clash, type RebasedText, rebasedText } from "../../../shared/revise/rebase-text.ts";
import { longestShown, whereTheyDiffer } from "../../../shared/revise/where-they-differ.ts";
import { typeName } from "../../../shared/words/tagset-words.ts";
import type { CorrectionView } from "../../editor/correction-view.ts";
import { latestAnswer } from "../../lib/latest-answer.ts";
import { useStore } from "../../lib/store.ts";
import { correctionDraftsOf, type KeptDraft } from "../../state/articles/correction-drafts.ts";
import type { Correction, OtherTextRef } from "../../state/project/revising.ts";
import { comparingVersionsOf } from "../../state/review/comparing-versions.ts";
import type { Session } from "../../state/session/session.ts";
import { afterSaves } from "../../state/window/after-saves.ts";
import { showPage } from "../../state/window/ui-state.ts";
import { Banner } from "../../ui/banner.tsx";
import { Button } from "../../ui/button.tsx";
import { ModalDialog } from "../../ui/modal-dialog.tsx";
import { numbered } from "../../ui/numbered.ts";
import { OutsideText } from "../../ui/outside-text.tsx";
import { TextField } from "../../ui/text-field.tsx";
import { useWords } from "../../ui/words.tsx";
import { type Panels, usePanels } from "../app-context.tsx";
import { ProblemLine } from "../problem-line.tsx";

interface PutIn {
  readonly what: "other" | "left";
  /** What was in the editor before. */
  readonly before: string;
  readonly now: string;
  /** What gave way, or found no place; `null`: it is not known what both come from, so that all that was in the editor gave way. */
  readonly clashes: readonly Clash[] | null;
}

export interface PuttingIn {
  /** The latest; `null`: none, or it was seen. */
  readonly done: PutIn | null;
  /**
   * `made` makes the new text of the one that is in the editor; `joins`: the revisions whose texts come with it. False where there is no
   * editor any more.
   */
  put(what: PutIn["what"], made: (now: string) => InsertedText, joins?: readonly Id[]): boolean;
  forget(): void;
}

type InsertedText = Pick<RebasedText, "text"> & Pick<PutIn, "clashes">;

/** `settle` has what is in the editor kept, with the revisions whose texts came into it, and looked at. */
export function usePutIn(
  view: RefObject<CorrectionView | null>,
  settle: (joins: readonly Id[]) => void,
): PuttingIn {
  const [done, setDone] = useState<PutIn | null>(null);
  const putText = useCallback<PuttingIn["put"]>(
    (what, made, joins = []) => {
      const editor = view.current;
      if (!editor) return false;
      const textBefore = editor.text();
      const { text: now, clashes } = made(textBefore);
      editor.replace(now);
      settle(joins);
      setDone({ what, before: textBefore, now, clashes });
      editor.focus();
      return true;
    },
    [view, settle],
  );
  const forget = useCallback(() => setDone(null), []);
  return { done, put: putText, forget };
}

interface PutInBannerProps {
  readonly putIn: PutIn;
  /** What is in the editor. */
  readonly text: string;
  onDismiss(): void;
}

/** That something was put into the correction, and what gave way or found no place; gone where undo took it out. */
export function PutInBanner({ putIn: { what, before, now, clashes }, text, onDismiss }: PutInBannerProps) {
  const { say } = useWords();
  const isNothing = before === now;
  if (isNothing && (clashes?.length ?? 0) === 0)
    return <Banner tone="plain" title={say(`revisions.${what}-nothing`)} onDismiss={onDismiss} />;
  if (!isNothing && text === before) return null;
  const title = say(`revisions.${what}-taken`);
  const how = say("revisions.taken-how");
  if (clashes?.length === 0)
    return (
      <Banner tone="plain" title={title} onDismiss={onDismiss}>
        <p>{how}</p>
      </Banner>
    );
  const count = clashes?.length ?? 0;
  const messageId = what === "left" ? "revisions.clashes" : "revisions.other-gave-way";
  return (
    <Banner tone="caution" title={title} onDismiss={onDismiss}>
      <p>
        {clashes ? say(messageId, { count }) : say("revisions.other-in-full")} {how}
      </p>
      {clashes && <ClashList clashes={clashes} />}
    </Banner>
  );
}

/** Corrections that found no place, each with the words that it was about. */
function ClashList({ clashes }: { readonly clashes: readonly Clash[] }) {
  const { say } = useWords();
  return (
    <ul className="note">
      {numbered(clashes).map(({ key, item: { before, wanted } }) => (
        <li key={key}>
          <OutsideText>{say("revisions.clash", { before, wanted })}</OutsideText>
        </li>
      ))}
    </ul>
  );
}

/** Corrections that found no place when the text became another. */
export function Clashes({ clashes }: { readonly clashes: readonly Clash[] }) {
  const { say } = useWords();
  return (
    <Banner tone="caution" title={say("revisions.clashes", { count: clashes.length })}>
      <ClashList clashes={clashes} />
    </Banner>
  );
}

interface LeftDraftsProps {
  readonly session: Session;
  readonly put: PuttingIn["put"];
}

const none: readonly KeptDraft[] = [];

/** Corrections of the article's text that windows have left which are gone by now: each is put into the one that is being made, or thrown away; none is dropped by itself. */
export function LeftDrafts({ session: { article, text }, put }: LeftDraftsProps) {
  const drafts = correctionDraftsOf(usePanels().workspace);
  const { say, when } = useWords();
  const leftDrafts = useStore(drafts.left, (all) => all.get(article.id) ?? none);
  useEffect(() => drafts.look(), [drafts]);
  useEffect(() => {
    // What somebody wanted to make of it, it is.
    for (const draft of leftDrafts) if (draft.text === text.text) drafts.dropLeft(draft);
  }, [leftDrafts, text, drafts]);
  function putIn(one: KeptDraft): void {
    const rebaseOnto = (now: string) => rebasedText(one.before, one.text, now);
    if (put("left", rebaseOnto, one.joins)) drafts.dropLeft(one);
  }
  return leftDrafts.map((one) => (
    <Banner
      key={`${one.window} ${one.at}`}
      tone="caution"
      title={say("revisions.left", { when: when(new Date(one.at), new Date()) })}
      buttons={
        <>
          <Button onPress={() => putIn(one)}>{say("revisions.left-put-in")}</Button>
          <Button onPress={() => drafts.dropLeft(one)}>{say("revisions.left-throw-away")}</Button>
        </>
      }
    >
      <p>
        <OutsideText>{say("revisions.left-changes", whereTheyDiffer(one.before, one.text))}</OutsideText>
      </p>
    </Banner>
  ));
}

// A summary, before a correction is saved, of its effect on everybody's marks: whose move, whose words change, whose lose their place.

interface PreviewState {
  readonly preview: RevisionPreview | null;
  readonly problem: ApiErrorData | null;
}

interface Props {
  readonly correction: Correction;
  readonly tagset: Tagset;
  onClose(isSaved: boolean): void;
}

const noJoins: readonly Id[] = [];

/** Marks of one person that are shown. */
const most = 30;

export function CorrectSummary({ correction, tagset, onClose }: Props) {
  const { workspace } = usePanels();
  const { say, tell } = useWords();
  const busy = useStore(workspace.state, (state) => state.busy);
  const [note, setNote] = useState("");
  const [wants, setWants] = useState(false);
  const { article, text, why, joins = noJoins } = correction;
  const { preview, problem, setProblem } = useRevisionPreview(correction);

  const save = useEffectEvent(async (): Promise<void> => {
    if (await workspace.revising.revise({ article, text, why, joins }, note.trim())) onClose(true);
    else setProblem(workspace.state.get().problem);
  });
  // What is under way, such as a takeover, comes first; the key that was pressed counts all the same.
  const isReady = preview !== null && busy === null;
  useEffect(() => {
    if (!wants || !isReady) return;
    setWants(false);
    void save();
  }, [wants, isReady]);

  function askToSave(event: FormEvent): void {
    event.preventDefault();
    setWants(true);
  }

  return (
    <ModalDialog
      title={say("revisions.summary-title")}
      wide
      onClose={() => onClose(false)}
      foot={
        <>
          <Button onPress={() => onClose(false)}>{say("revisions.go-on")}</Button>
          <Button look="primary" isDisabled={preview === null} onPress={() => setWants(true)}>
            {say("revisions.save")}
          </Button>
        </>
      }
    >
      <ProblemLine problem={problem} />
      {!preview && !problem && (
        <p className="quiet" role="status">
          {say("revisions.looking")}
        </p>
      )}
      {preview && (
        <form className="correct-summary" onSubmit={askToSave}>
          {preview.sets.length === 0 && <p>{say("revisions.nobody-marked")}</p>}
          {preview.sets.map((set) => (
            <SetEffect key={set.annotator.id} set={set} text={text} tagset={tagset} />
          ))}
          <TextField autoFocus label={say("revisions.note")} value={note} onChange={setNote} />
          <p className="quiet">{say("revisions.can-be-undone")}</p>
          <p className="quiet" role="status">
            {busy !== null && tell(busy)}
          </p>
        </form>
      )}
    </ModalDialog>
  );
}

/** What the correction does, as it is now, or why that cannot be told. */
function useRevisionPreview({ article, text, why }: Correction) {
  const { workspace } = usePanels();
  const [preview, setPreview] = useState<RevisionPreview | null>(null);
  const [problem, setProblem] = useState<ApiErrorData | null>(null);
  useEffect(() => {
    const loadPreview = (): Promise<PreviewState> =>
      workspace.revising.preview({ article, text, why }).then(
        (found) => ({ preview: found, problem: null }),
        (error: unknown) => {
          if (!(error instanceof ApiError)) throw error;
          return { preview: null, problem: error.toData() };
        },
      );
    const latest = latestAnswer(loadPreview, (seen) => {
      setPreview(seen.preview);
      setProblem(seen.problem);
    });
    void latest.ask();
    // What others mark meanwhile goes along, too.
    const stop = afterSaves(workspace, () => void latest.ask());
    return () => {
      latest.stop();
      stop();
    };
  }, [workspace, article, text, why]);
  return { preview, problem, setProblem };
}

interface SetEffectProps {
  readonly set: RevisionSetPreview;
  /** What the article is to become. */
  readonly text: string;
  readonly tagset: Tagset;
}

function SetEffect({ set, text, tagset }: SetEffectProps) {
  const { say, tell } = useWords();
  const { annotator, same, moved, reworded, waiting, exclusions, records } = set;
  const name = annotator.role === "own" ? say("revisions.you") : annotator.name;
  const nameOf = (type: string | null): string => {
    const spanType = type === null ? undefined : spanTypeOf(tagset, type);
    return spanType ? tell(typeName(spanType)) : (type ?? say("orphans.is-exclusion"));
  };
  return (
    <section className="correct-set" aria-label={name}>
      <h3>
        <OutsideText>{name}</OutsideText>
      </h3>
      <p>
        {same + moved + reworded + waiting === 0
          ? say("revisions.none-stands")
          : say("revisions.counts", { stay: same + moved, reworded, waiting })}
        {exclusions > 0 && ` ${say("revisions.exclusions-counted", { count: exclusions })}`}
      </p>
      {records.length > 0 && (
        <ul className="note">
          {records.slice(0, most).map(({ id, type, how, quote, segments }) => {
            const newQuote = segments.map(({ start, end }) => text.slice(start, end)).join(" … ");
            return (
              <li key={id} className="correct-row">
                <span className="correct-record">{nameOf(type)}</span>
                <OutsideText>
                  {how === "waits"
                    ? say("revisions.loses", { quote: shortened(quote, longestShown) })
                    : say("revisions.changes", whereTheyDiffer(quote, newQuote))}
                </OutsideText>
              </li>
            );
          })}
          {records.length > most && <li>{say("ui.more", { count: records.length - most })}</li>}
        </ul>
      )}
    </section>
  );
}

// The uses of a text of the article that did not become its present one: it is compared with that, or put into a correction.

type WindowPanels = Pick<Panels, "workspace" | "ui">;

/** Opens the editor of the article's text, which puts the other text in; news of that text is seen then. */
export async function takeOtherText({ workspace, ui }: WindowPanels, other: OtherTextRef): Promise<void> {
  await workspace.openArticle(other.article);
  const { session, news } = workspace.state.get();
  if (session?.article.id !== other.article) return;
  showPage(ui, "correct");
  ui.patch({ otherText: other });
  workspace.dismissNews(news.filter((one) => "otherText" in one && one.otherText === other.revision));
}

/** Shows what the other text says otherwise than the present one. */
export async function compareOtherText({ workspace, ui }: WindowPanels, other: OtherTextRef): Promise<void> {
  await workspace.openArticle(other.article);
  const article = workspace.state.get().session?.article;
  if (article?.id !== other.article) return;
  showPage(ui, "changes");
  const versionAfter = { kind: "revision", revision: other.revision } as const;
  await comparingVersionsOf(workspace).compare(article, { kind: "present" }, versionAfter);
}
