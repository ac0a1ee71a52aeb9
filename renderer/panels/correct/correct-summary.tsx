// A summary, before a correction is saved, of its effect on everybody's marks: whose move, whose words change, whose lose their place.
import { type FormEvent, useEffect, useEffectEvent, useState } from "react";
import type { RevisionPreview, RevisionSetPreview } from "../../../shared/api/revisions.ts";
import { ApiError, type ApiErrorData } from "../../../shared/errors/errors.ts";
import type { Id } from "../../../shared/model/id.ts";
import { shortened } from "../../../shared/model/shortened.ts";
import { spanTypeOf, type Tagset } from "../../../shared/model/tagset.ts";
import { longestShown, whereTheyDiffer } from "../../../shared/revise/where-they-differ.ts";
import { typeName } from "../../../shared/words/tagset-words.ts";
import { latestAnswer } from "../../lib/latest-answer.ts";
import { useStore } from "../../lib/store.ts";
import type { Correction } from "../../state/project/revising.ts";
import { afterSaves } from "../../state/window/after-saves.ts";
import { Button } from "../../ui/button.tsx";
import { ModalDialog } from "../../ui/modal-dialog.tsx";
import { OutsideText } from "../../ui/outside-text.tsx";
import { TextField } from "../../ui/text-field.tsx";
import { useWords } from "../../ui/words.tsx";
import { usePanels } from "../app-context.tsx";
import { ProblemLine } from "../problem-line.tsx";

interface PreviewState {
  readonly preview: RevisionPreview | null;
  readonly problem: ApiErrorData | null;
}

interface Props {
  readonly correction: Correction;
  readonly tagset: Tagset;
  onClose(isSaved: boolean): void;
}

const none: readonly Id[] = [];

/** Marks of one person that are shown. */
const most = 30;

export function CorrectSummary({ correction, tagset, onClose }: Props) {
  const { workspace } = usePanels();
  const { say, tell } = useWords();
  const busy = useStore(workspace.state, (state) => state.busy);
  const [note, setNote] = useState("");
  const [wants, setWants] = useState(false);
  const { article, text, why, joins = none } = correction;
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
          {records.length > most && <li>{say("revisions.more", { count: records.length - most })}</li>}
        </ul>
      )}
    </section>
  );
}
