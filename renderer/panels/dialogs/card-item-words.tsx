// A card as an entry of a list to choose from.
import type { Annotations } from "../../../shared/model/annotation-set.ts";
import type { ArticleText } from "../../../shared/model/article-text.ts";
import { effectiveKind } from "../../../shared/model/kind.ts";
import type { Words } from "../../../shared/words/say.ts";
import type { FinderItem } from "../../ui/finder.tsx";
import { plainText } from "../../ui/outside-text.tsx";
import { claimWords, cueWords, voiceWords } from "../card-words.ts";
import type { FoundCard } from "./find-cards.ts";
import { TwoLines } from "./two-lines.tsx";

export function cardItem(
  { card, words }: FoundCard,
  annotations: Annotations,
  text: ArticleText,
  { say }: Words,
): FinderItem {
  const who = [voiceWords(card, annotations), cueWords(card, annotations)].filter((part) => part !== "");
  const kind = effectiveKind(card, annotations.set, text);
  return {
    id: card.id,
    text: plainText(words),
    content: (
      <TwoLines
        main={[
          who.join(" ") || say("dialogs.no-voice-or-cue"),
          ...(kind === null ? [] : [say(`cards.kind-${kind}`)]),
        ].join(" · ")}
        help={claimWords(card, annotations) || say("dialogs.no-claim")}
      />
    ),
  };
}
