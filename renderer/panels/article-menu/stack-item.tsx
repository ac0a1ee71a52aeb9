// One span of those that lie at a place: its type, its words, and the card it stands in.
import { usersOf } from "../../../shared/model/annotation-set.ts";
import type { Id } from "../../../shared/model/id.ts";
import { spanText } from "../../../shared/model/span.ts";
import { get } from "../../../shared/model/table.ts";
import { spanTypeOf } from "../../../shared/model/tagset.ts";
import type { Words } from "../../../shared/words/say.ts";
import { typeName } from "../../../shared/words/tagset-words.ts";
import type { Session } from "../../state/session/session.ts";
import { OutsideText, plainText } from "../../ui/outside-text.tsx";
import { useWords } from "../../ui/words.tsx";
import { cardWords } from "../card-words.ts";
import { TypeForm } from "../span/type-form.tsx";

interface Props {
  readonly session: Session;
  readonly span: Id;
}

/** Code units of a span that a line of the menu could ever show. */
const longest = 120;

export function StackItem({ session, span }: Props) {
  const { tell } = useWords();
  const { type, words, card } = describe(session, span, useWords());
  return (
    <>
      <TypeForm tagset={session.tagset} type={get(session.annotations().set.spans, span)?.type ?? ""} />
      <span className="choice-text stack-words">
        <span className="cut">
          <span className="quiet">{tell(type)} </span>
          <OutsideText>{words}</OutsideText>
        </span>
        <span className="quiet cut">
          <OutsideText>{card}</OutsideText>
        </span>
      </span>
    </>
  );
}

export function stackItemText(session: Session, span: Id, words: Words): string {
  const found = describe(session, span, words);
  return `${words.tell(found.type)} ${plainText(found.words)}, ${plainText(found.card)}`;
}

function describe(session: Session, id: Id, { say }: Words) {
  const annotations = session.annotations();
  const span = get(annotations.set.spans, id);
  const spanType = spanTypeOf(session.tagset, span?.type ?? "");
  const [user] = usersOf(annotations.set, id);
  return {
    type: spanType ? typeName(spanType) : (span?.type ?? ""),
    words: span ? spanText(span).slice(0, longest) : "",
    card: user ? cardWords(user, annotations).slice(0, longest) : say("proposals.in-no-card"),
  };
}
