// The title of an article within a sentence: shortened, so that the sentence stays one. In a row it is an `OutsideText` cut after two lines.
import { shortened } from "../../shared/model/shortened.ts";
import { OutsideText, plainText } from "../ui/outside-text.tsx";

/** Code units of a title that a sentence shows. */
const longest = 60;

/** For a sentence that takes no elements. */
export const titleInSentence = (title: string): string => shortened(title, longest);

/** For a sentence that takes elements: the whole title is its tooltip. */
export const TitleInSentence = ({ children }: { readonly children: string }) => (
  <span title={plainText(children)}>
    <OutsideText>{titleInSentence(children)}</OutsideText>
  </span>
);
