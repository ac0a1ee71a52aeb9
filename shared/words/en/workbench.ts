// English words of the workbench: bars, banners, notices and status.
export const workbench = {
  "sidebar-width": "Width of the sidebar",
  "cards-width": "Width of the annotations",
  "leave-reading": "Leave the reading mode",
  reading: "Reading mode",
  article: "Article",
  annotations: "Annotations",
  "no-article": "No article",
  "hide-sidebar": "Hide the sidebar",
  "show-sidebar": "Show the sidebar",
  "hide-cards": "Hide the annotations",
  "show-cards": "Show the annotations",
  "span-count": "{count, plural, one {# span} other {# spans}}",
  "card-count": "{count, plural, one {# card} other {# cards}}",
  "entity-count": "{count, plural, one {# entity} other {# entities}}",
  "card-of": "card {at, number} of {count, number}",
  position: "How far down the article",
} as const;
