// Beside the news that both sides corrected an article's text: the other text taken into a correction, or compared.
import type { Id } from "../../../shared/model/id.ts";
import { Button } from "../../ui/button.tsx";
import { OutsideText } from "../../ui/outside-text.tsx";
import { useWords } from "../../ui/words.tsx";
import { usePanels } from "../app-context.tsx";
import { compareOtherText, takeOtherText } from "../correct/other-texts.ts";

interface Props {
  readonly article: Id;
  readonly title: string;
  /** The revision whose text it is. */
  readonly revision: Id;
}

export function OtherTextButtons({ article, title, revision }: Props) {
  const panels = usePanels();
  const { say } = useWords();
  return (
    <>
      <Button onPress={() => void compareOtherText(panels, { article, revision })}>
        <OutsideText>{say("outside.compare-other-text", { title })}</OutsideText>
      </Button>
      <Button onPress={() => void takeOtherText(panels, { article, revision })}>
        <OutsideText>{say("outside.take-other-text", { title })}</OutsideText>
      </Button>
    </>
  );
}
