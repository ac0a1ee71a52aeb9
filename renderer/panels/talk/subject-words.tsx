// What a thread is on, in words: the article, or the words of the span, card or conflict.
import type { RemarkSubject } from "../../../shared/model/remark.ts";
import { OutsideText } from "../../ui/outside-text.tsx";
import { useWords } from "../../ui/words.tsx";

export function SubjectWords({ on }: { readonly on: RemarkSubject }) {
  const { say } = useWords();
  if (on.what === "article") return say("talk.on-article");
  if (on.quote === "") return say(`talk.on-${on.what}`);
  return (
    <>
      {on.what !== "span" && <span className="quiet">{say(`talk.on-${on.what}`)}: </span>}
      <span className="thread-quote">
        <OutsideText>{on.quote}</OutsideText>
      </span>
    </>
  );
}
