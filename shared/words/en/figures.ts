// English words of Insight in the window: over what is counted, the views, and what a figure rests on.
export const figures = {
  // Views
  overview: "Overview",

  // What is counted
  articles: "Articles",
  "all-articles": "All articles",
  whose: "Annotations",
  "whose-either": "Curated, else the only ones",
  "whose-curation": "Curated",
  policies: "Counting rules",
  duplicates: "Statements that say the same",
  "duplicates-all": "Count each time",
  "duplicates-document": "Count once an article",
  "duplicates-day": "Count once a day",
  "duplicates-week": "Count once a week",
  "duplicates-month": "Count once a month",
  "duplicates-year": "Count once a year",
  nested: "Count cards within other cards",
  fractional: "Divide a card among its voices",

  // Counting
  counting: "Counting: {done, number} of {of, number}",
  progress: "How much is counted",
  stopped: "Counting was stopped.",
  "go-on": "Continue",
  counted:
    "{articles, plural, =0 {No articles counted} one {# article counted} other {# articles counted}}{leftOut, plural, =0 {} other {, # without these annotations left out}}.",
  damaged:
    "{count, plural, one {This article cannot be read and is left out: {titles}} other {These articles cannot be read and are left out: {titles}}}",

  // Nothing to count
  "no-articles": "Nothing to count yet",
  "no-articles-advice": "Import articles and make cards in them: this page then shows who speaks, how much and how.",
  "go-to-articles": "Go to the articles",
  "whose-advice": "Whose annotations should count?",

  // Figures
  "rests-on":
    "{unit, select, statement {{n, plural, one {# statement} other {# statements}}} appearance {{n, plural, one {# appearance} other {# appearances}}} source {{n, plural, one {# source} other {# sources}}} paragraph {{n, plural, one {# paragraph} other {# paragraphs}}} other {{n, plural, one {# article} other {# articles}}}}{unknown, plural, =0 {} other {, # unknown}}",
  interval: "95 % between {low} and {high}",
  "measure-sources-mean": "Sources an article",
  "measure-top-5": "The five most frequent sources",
  "measure-attributed-share": "Attributed words",
  "measure-verbatim-share": "Verbatim words",
  "measure-anonymity-articles": "Articles with an unnamed source",
  "measure-reason-given": "Reason given for anonymity",
  "measure-single-source": "Articles with a single source",
  "measure-second-hand": "Second-hand statements",
} as const;
