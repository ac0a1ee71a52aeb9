// One remark: who said it and when, and what. One's own can be changed and taken back.
import { Pencil, Trash2 } from "lucide-react";
import { useState } from "react";
import { editRemark, removeRemark } from "../../../shared/commands/index.ts";
import type { SaidRemark } from "../../../shared/review/threads.ts";
import type { Session } from "../../state/session/session.ts";
import { IconButton } from "../../ui/button.tsx";
import { ClippedMarkdown } from "../../ui/markdown.tsx";
import { OutsideText } from "../../ui/outside-text.tsx";
import { useWords } from "../../ui/words.tsx";
import { RemarkField } from "./remark-field.tsx";
import { useNameOf } from "./use-annotators.ts";

interface Props {
  readonly remark: SaidRemark;
  /** The article's session, where the remark is this person's own and can be changed; `null` where not. */
  readonly session: Session | null;
}

export function RemarkItem({ remark, session }: Props) {
  const { say, parts } = useWords();
  const nameOf = useNameOf();
  const [draft, setDraft] = useState<string | null>(null);
  const { kind, text, provenance } = remark;
  const name = nameOf(remark.by);
  const who = name === null ? say("talk.you") : <OutsideText key="who">{name}</OutsideText>;
  return (
    <li className={`remark ${kind}`}>
      <p className="remark-head">
        <span className="remark-who">{kind === "remark" ? who : parts(`talk.did-${kind}`, { who })}</span>{" "}
        <When remark={remark} />
        {session && draft === null && (
          <span className="remark-tools">
            <IconButton label={say("talk.edit")} tiny onPress={() => setDraft(text)}>
              <Pencil size={13} aria-hidden />
            </IconButton>
            <IconButton
              label={say("talk.remove")}
              tiny
              onPress={() => void session.run(removeRemark, { remark: remark.id })}
            >
              <Trash2 size={13} aria-hidden />
            </IconButton>
          </span>
        )}
      </p>
      {draft === null
        ? text !== "" && <ClippedMarkdown text={text} />
        : session && (
            <RemarkField
              label={say("talk.edit")}
              value={draft}
              autoFocus
              onChange={setDraft}
              onLeave={() => setDraft(null)}
              onSend={(words, mentions) => {
                if (words.trim() === text) return setDraft(null);
                const outcome = session.run(editRemark, { remark: remark.id, text: words, mentions });
                if ("change" in outcome) setDraft(null);
              }}
            >
              <div className="remark-buttons">
                <button type="submit" className="button primary">
                  {say("talk.keep")}
                </button>
                <button type="button" className="button plain" onClick={() => setDraft(null)}>
                  {say("ui.cancel")}
                </button>
              </div>
            </RemarkField>
          )}
      {provenance.editedAt !== undefined && <p className="quiet remark-edited">{say("talk.edited")}</p>}
    </li>
  );
}

/** When it was said, by the clock of whoever said it, which may say anything. */
function When({ remark: { provenance } }: { readonly remark: SaidRemark }) {
  const { when } = useWords();
  const at = new Date(provenance.at);
  if (Number.isNaN(at.getTime())) return null;
  return (
    <time className="quiet" dateTime={provenance.at}>
      {when(at, new Date())}
    </time>
  );
}
