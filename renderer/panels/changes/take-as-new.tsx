// Makes the compared copy the article's new version. Marks that would lose their place are told of first.
import { useState } from "react";
import type { Comparison } from "../../../shared/carry/comparison.ts";
import { Button } from "../../ui/button.tsx";
import { useWords } from "../../ui/words.tsx";

interface Props {
  readonly tags: Comparison["tags"];
  take(): void;
}

export function TakeAsNew({ tags, take }: Props) {
  const { say } = useWords();
  const [asked, setAsked] = useState(false);
  const waiting = tags ? tags.doubtful + tags.lost : 0;
  const isTold = asked && waiting > 0;
  return (
    <>
      <span className="changes-waiting" role="status">
        {isTold && say("changes.take-waiting", { count: waiting })}
      </span>
      <Button onPress={() => (waiting > 0 && !asked ? setAsked(true) : take())}>
        {say(isTold ? "changes.take-all-the-same" : "changes.take-as-new")}
      </Button>
    </>
  );
}
