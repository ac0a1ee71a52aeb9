// English words of what a person should know of how articles came in.
export const importing = {
  "encoding-guessed": "Read as {encoding}; it does not say so itself",
  "attachments-left": "{count, plural, one {# attachment was left out} other {# attachments were left out}}",
  "running-heads-left":
    "{count, plural, one {# running head or page number was left out} other {# running heads and page numbers were left out}}",
  "hyphens-mended":
    "{count, plural, one {# word broken at the end of a line was made whole} other {# words broken at the ends of lines were made whole}}",
  "turned-text-left":
    "{count, plural, one {# piece of turned text was left out} other {# pieces of turned text were left out}}",
  unmapped: "Many of its characters cannot be told: check the text",
  "row-taken": "taken",
  "row-skipped": "left out",
  "row-refused": "refused",
  "column-file": "File",
  "column-what": "What happened",
  "column-title": "Title",
  "column-id": "Article",
  "column-why": "Why",
  "same-text": "The same text as “{title}”",
  "same-bytes": "The same file as “{title}”",
  nearly: "Nearly the same text as “{title}”",
  counts:
    "{taken, plural, one {# article} other {# articles}} taken, {skipped, number} left out, {refused, number} refused",
  stopped: "Stopped; what was taken until then stays.",
} as const;
