// Words in quotation marks were said by somebody: they want to be a claim, unless they are a title or a word used as one.
import { tagSelection } from "../commands/tag-spans.ts";
import { overlaps, type Range } from "../model/range.ts";
import { records } from "../model/table.ts";
import { quotationsTouching } from "../model/text-units.ts";
import { wordsOf } from "../model/words.ts";
import { message } from "../words/message.ts";
import { typeName } from "../words/tagset-words.ts";
import { type CheckOf, fixBy } from "./check.ts";
import { fits } from "./facts.ts";

/** Titles of works and names have few words, and all that matter are capitalised. */
const longestTitle = 6;
const small = new Set(
  "a an and as at by for from in of on or the to with der die das des dem den und von im am zu zur zum für mit auf le la les de du et à l un une en el los las y".split(
    " ",
  ),
);

export const quotationOutsideClaims: CheckOf<"quotation"> = {
  id: "quotation-outside-claims",
  of: "quotation",
  severity: "newsroom",
  page: "claim",
  find(quotation, { annotations, metadata, places, tagset, text }) {
    const { inner, start, end } = quotation;
    const isOutside = (range: Range): boolean => !overlaps(range, quotation);
    if (!metadata.every(isOutside)) return null;
    for (const { segment } of records(annotations.set.exclusions)) if (!isOutside(segment)) return null;
    if (places.overlapping(quotation).some(({ type }) => fits(tagset, "claim", type))) return null;
    const words = wordsOf(text.text, inner).map((word) => text.text.slice(word.start, word.end));
    if (words.length === 0 || isTitle(words)) return null;
    // What is quoted within a quotation is told with the outer one.
    const isInner = quotationsTouching(text, quotation).some(
      (other) => other.start < start && other.end >= end,
    );
    return isInner ? null : { says: message("checks.quotation-outside-claims-says"), range: { start, end } };
  },
  fixes({ start, end }, { tagset }) {
    const type = tagset.spanTypes.find(({ id }) => fits(tagset, "claim", id));
    if (!type) return [];
    return [
      fixBy(message("checks.fix-mark-as", { type: typeName(type) }), tagSelection, {
        range: { start, end },
        type: type.id,
        snap: true,
        card: null,
      }),
    ];
  },
};

const isTitle = (words: readonly string[]): boolean =>
  words.length <= longestTitle &&
  words.every((word, at) => /^[\p{Lu}\p{N}]/u.test(word) || (at > 0 && small.has(word)));
