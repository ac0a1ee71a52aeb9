// What was copied, to be brought in: with its form (headings, lists, quotes) where it came with one, or its text alone, which can be
// changed before; and the title and authors that the article will have.
import { type ClipboardEvent, useMemo } from "react";
import { limits } from "../../../shared/schema/limits.ts";
import { isPasteable, type PasteDraft, proposedAbout, wordsOf } from "../../state/articles/paste-drafts.ts";
import { Button } from "../../ui/button.tsx";
import { SwitchField } from "../../ui/switch-field.tsx";
import { TextField } from "../../ui/text-field.tsx";
import { useWords } from "../../ui/words.tsx";

interface Props {
  readonly draft: PasteDraft;
  change(part: Partial<PasteDraft>): void;
  discard(): void;
}

/** Characters that a field for words can be worked in with: of a longer text it shows the beginning. */
const workable = 100_000;

export function PasteFields({ draft, change, discard }: Props) {
  const { say } = useWords();
  const { text, form, keepsForm } = draft;
  const isFormed = keepsForm && form !== null;
  const { length } = wordsOf(draft);
  const isLong = text.length > workable;
  const isTooLong = length > limits.articleLength;
  const onPaste = (event: ClipboardEvent<HTMLElement>): void => {
    const html = event.clipboardData.getData("text/html");
    const words = event.clipboardData.getData("text/plain");
    const hasForm = html.trim() !== "";
    if (text !== "" || (!hasForm && words.length <= workable)) return;
    // Put into the field by us, together with its form.
    event.preventDefault();
    change({ text: words, form: hasForm ? html : null, keepsForm: hasForm });
  };
  const help = isFormed ? say("articles.paste-formed") : say("articles.paste-long", { length: text.length });
  return (
    <>
      {(isTooLong || (draft.isKept && (text !== "" || form !== null))) && (
        <p className="kept-paste quiet">
          {draft.isKept && say("articles.kept-paste")}{" "}
          <Button onPress={discard}>{say("articles.discard-paste")}</Button>
        </p>
      )}
      <div onPaste={onPaste}>
        <TextField
          label={say("articles.paste")}
          rows={9}
          value={isLong ? text.slice(0, workable) : text}
          isReadOnly={isFormed || isLong}
          onChange={(next) => change({ text: next })}
          {...((!isFormed && !isLong) || isTooLong ? {} : { help })}
          error={isTooLong ? say("articles.too-long", { length, most: limits.articleLength }) : null}
        />
      </div>
      {form !== null && (
        <SwitchField
          label={say("articles.keep-form")}
          value={keepsForm}
          onChange={(wanted) => change({ keepsForm: wanted })}
        />
      )}
      {isPasteable(draft) && <AboutFields draft={draft} change={change} />}
    </>
  );
}

/** The title and the authors as the text gives them, to be put right. */
function AboutFields({ draft, change }: Pick<Props, "draft" | "change">) {
  const { say } = useWords();
  const proposed = useMemo(() => proposedAbout(draft.text), [draft.text]);
  const authors = draft.authors ?? proposed.authors.join("\n");
  return (
    <>
      <TextField
        label={say("about.field-title")}
        value={draft.title ?? proposed.title}
        onChange={(title) => change({ title })}
        maxLength={200}
        {...(draft.title === null && !proposed.isTitled ? { help: say("articles.first-words") } : {})}
      />
      <TextField
        label={say("about.author")}
        rows={Math.min(6, Math.max(2, authors.split("\n").length))}
        value={authors}
        onChange={(typed) => change({ authors: typed })}
        help={say("about.one-a-line")}
      />
    </>
  );
}
