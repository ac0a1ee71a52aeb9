// What was rejected: patterns that are no longer offered in the project, and single places; each can be taken back.
import { Undo2 } from "lucide-react";
import { takeBackRejection } from "../../../shared/commands/index.ts";
import { has } from "../../../shared/model/table.ts";
import { reasonOf } from "../../../shared/suggestions/reasons.ts";
import { useStore } from "../../lib/store.ts";
import type { Session } from "../../state/session/session.ts";
import { type KeptRejection, suggestingOf } from "../../state/suggestions/suggesting.ts";
import { IconButton, Press } from "../../ui/button.tsx";
import { OutsideText } from "../../ui/outside-text.tsx";
import { useWords } from "../../ui/words.tsx";
import { usePanels } from "../app-context.tsx";

/** More than these are not listed: the list is not virtual. */
const most = 300;

export function RejectedList({ session }: { readonly session: Session }) {
  const { say } = useWords();
  const rejections = useStore(suggestingOf(usePanels().workspace).rejections, (value) => value);
  const patterns = rejections.filter(({ rejection }) => rejection.pattern !== null);
  const places = rejections.filter(({ rejection }) => rejection.pattern === null);
  if (rejections.length === 0)
    return (
      <div className="pane-empty">
        <p className="suggestions-none">{say("suggestions.nothing-rejected-title")}</p>
        <p className="quiet">{say("suggestions.nothing-rejected")}</p>
      </div>
    );
  return (
    <div className="suggestions-scroller">
      <Rejected session={session} title={say("suggestions.rejected-patterns")} rejected={patterns} />
      <Rejected session={session} title={say("suggestions.rejected-places")} rejected={places} />
    </div>
  );
}

interface Props {
  readonly session: Session;
  readonly title: string;
  readonly rejected: readonly KeptRejection[];
}

function Rejected({ session, title, rejected }: Props) {
  if (rejected.length === 0) return null;
  return (
    <section className="rejected" aria-label={title}>
      <h3 className="rejected-title">{title}</h3>
      <ul className="rejected-list">
        {rejected.slice(0, most).map((one) => (
          <RejectedItem key={one.rejection.id} session={session} one={one} />
        ))}
      </ul>
    </section>
  );
}

function RejectedItem({ session, one }: { readonly session: Session; readonly one: KeptRejection }) {
  const { workspace } = usePanels();
  const { say, tell } = useWords();
  const { segment, pattern } = one.rejection;
  const title = useStore(
    workspace.state,
    ({ articles }) => articles.find(({ id }) => id === one.article)?.title ?? "",
  );
  const isHere = one.article === session.article.id;
  const show = async (): Promise<void> => {
    if (isHere) session.reveal(segment, "center");
    else await workspace.openArticleAt(one.article, segment);
  };
  const takeBack = async (): Promise<void> => {
    if (!isHere) await workspace.openArticleAt(one.article, segment);
    const shown = workspace.state.get().session;
    if (shown && has(shown.annotations().set.rejections, one.rejection.id))
      shown.run(takeBackRejection, { rejection: one.rejection.id });
  };
  return (
    <li className="rejected-item">
      <Press className="rejected-words" onPress={() => void show()}>
        <span className="cut">
          <OutsideText>
            {pattern
              ? say("suggestions.pattern", { cue: pattern.cue })
              : `${segment.prefix.slice(-20)}${segment.quote}${segment.suffix.slice(0, 20)}`}
          </OutsideText>
        </span>
        <span className="quiet cut">
          <OutsideText>
            {pattern ? `${tell(reasonOf(pattern.rule))} ${isHere ? "" : title}` : title}
          </OutsideText>
        </span>
      </Press>
      {!session.readOnly && (
        <IconButton label={say("suggestions.take-back")} tiny onPress={() => void takeBack()}>
          <Undo2 size={14} aria-hidden />
        </IconButton>
      )}
    </li>
  );
}
