// Random pages, well-formed and not: tags in any order, entities, comments, and scripts that hold a word that must not get out.
import * as fastCheck from "fast-check";

export { test } from "vitest";

const word = fastCheck.constantFrom(
  "Ruiz",
  "said",
  "“bridge”",
  "&amp;",
  "&nbsp;",
  "\ud83d\ude00",
  "é",
  "<",
  ">",
  "&#x110000;",
  "&#0;",
);
const tag = fastCheck.constantFrom(
  ..."p div li h1 blockquote table tr td b a article br figcaption pre nav ul meta svg".split(" "),
);
const piece = fastCheck.oneof(
  {
    weight: 4,
    arbitrary: fastCheck.array(word, { minLength: 1, maxLength: 12 }).map((words) => words.join(" ")),
  },
  { weight: 3, arbitrary: tag.map((name) => `<${name}>`) },
  { weight: 3, arbitrary: tag.map((name) => `</${name}>`) },
  {
    weight: 1,
    // A tag that was begun by a lone "<" before it ends first: what follows in it is its name and attributes, and no element.
    arbitrary: fastCheck
      .constantFrom(
        "<script>SECRET</script>",
        "<style>SECRET</style>",
        "<!-- SECRET -->",
        "<p hidden>SECRET</p>",
      )
      .map((hidden) => `</i>${hidden}`),
  },
);

export const fc = {
  ...fastCheck,
  html: fastCheck.array(piece, { maxLength: 60 }).map((pieces) => pieces.join("")),
};
