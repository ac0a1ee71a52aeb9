// What was left out of the page that an article is from, to be looked at, and the way to have it back: as another article, since the
// text of this one may have been annotated.
import { useState } from "react";
import { ApiError, type ApiErrorData } from "../../../shared/errors/errors.ts";
import { explain } from "../../../shared/errors/explain.ts";
import { isPage } from "../../../shared/files/endings.ts";
import type { LeftOut as Part } from "../../../shared/importers/html-body.ts";
import type { Original } from "../../../shared/model/article.ts";
import type { Id } from "../../../shared/model/id.ts";
import { shortened } from "../../../shared/model/shortened.ts";
import { Button } from "../../ui/button.tsx";
import { numbered } from "../../ui/numbered.ts";
import { OutsideText } from "../../ui/outside-text.tsx";
import { useWords } from "../../ui/words.tsx";
import { usePanels } from "../app-context.tsx";

interface Props {
  readonly article: Id;
  readonly original: Original;
  readonly readOnly: boolean;
  onClose(): void;
}

export function LeftOutOfPage({ article, original, readOnly, onClose }: Props) {
  const { workspace } = usePanels();
  const { say, tell } = useWords();
  const [parts, setParts] = useState<readonly Part[] | null>(null);
  const [kept, setKept] = useState<ReadonlySet<number>>(new Set());
  const [problem, setProblem] = useState<ApiErrorData | null>(null);
  if (!isPage(original.fileName)) return null;

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
      {problem && (
        <p role="alert">
          <OutsideText>{tell(explain(problem).what)}</OutsideText>
        </p>
      )}
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
