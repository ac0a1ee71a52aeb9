// English words of Insight in the window: over what is counted, the views, and what a figure rests on.
export const figures = {
  // Views
  overview: "Overview",
  speakers: "Who speaks",
  mix: "Source mix",
  anonymity: "Anonymity",
  together: "Together",

  // What is counted
  articles: "Articles",
  "all-articles": "All articles",
  whose: "Annotations",
  "whose-either": "Curated, else the only ones",
  "whose-curation": "Curated",
  policies: "Counting rules",
  duplicates: "Statements that say the same thing",
  "duplicates-all": "Count each time",
  "duplicates-document": "Count once per article",
  "duplicates-day": "Count once per day",
  "duplicates-week": "Count once per week",
  "duplicates-month": "Count once per month",
  "duplicates-year": "Count once per year",
  nested: "Count cards within other cards",
  fractional: "Divide a card among its voices",

  // Counting
  counting: "Counting: {done, number} of {of, number}",
  progress: "How much is counted",
  stopped: "Counting was stopped.",
  "go-on": "Continue",
  counted:
    "{articles, plural, =0 {No articles counted} one {# article counted} other {# articles counted}}{leftOut, plural, =0 {} one {, # left out without these annotations} other {, # left out without these annotations}}.",
  damaged:
    "{count, plural, one {This article cannot be read and is left out: {titles}} other {These articles cannot be read and are left out: {titles}}}",

  // Nothing to count
  "no-articles": "Nothing to count yet",
  "no-articles-advice":
    "Import articles and make cards in them: this page then shows who speaks, how much and how.",
  "go-to-articles": "Go to the articles",
  "whose-advice": "Whose annotations should count?",

  // Figures
  rests: "{numerator} of {denominator} · {units}",
  "numerator-of": "{numerator} of {denominator}",
  units:
    "{unit, select, statement {{n, plural, one {# statement} other {# statements}}} appearance {{n, plural, one {# appearance} other {# appearances}}} source {{n, plural, one {# source} other {# sources}}} paragraph {{n, plural, one {# paragraph} other {# paragraphs}}} word {{n, plural, one {# word} other {# words}}} other {{n, plural, one {# article} other {# articles}}}}",
  unknown: "{unknown} unknown",
  "unknown-label": "Unknown",
  undefined: "none",
  interval: "95% interval {low} to {high}",
  "interval-about": "How far the figure could be off because these articles and not others were read.",
  "open-cards": "{label}: show its cards",

  definitions: "What these figures mean",

  // While names are hidden
  blind:
    "Blind is on: only your own and the curated annotations are shown. Those of your colleagues stay hidden until you turn it off.",
  "blind-off": "Turn Blind off",

  // Writing to a file
  write: "Write…",
  writing: "Writing the figures…",
  "write-title": "Write figures: {title}",
  "write-about":
    "The figures of this view, over the same articles and annotations and by the same counting rules.",
  "write-as": "Format",
  "write-html": "Report (HTML)",
  "write-markdown": "Report (Markdown)",
  "write-xlsx": "Workbook (Excel)",
  "write-csv": "Table (CSV)",
  "write-json": "Data (JSON)",
  "write-graphml": "Network (GraphML)",
  "write-edges": "Edges of the network (CSV)",
  "write-file": "Write",
  "write-all-sources": "All sources, not only those shown",
  "write-stopped": "Writing was stopped. No file was written.",

  // Who speaks
  "speakers-counted": "{count, plural, one {# source speaks} other {# sources speak}}",
  "speakers-about":
    "The sources, ranked: their shares of all statements, of the articles, of the words of all claims, and how often they come first.",
  source: "Source",
  "show-more": "Show {count, plural, one {# more} other {# more}}",
  "voice-unknown": "Voice not known",
  "no-speakers": "Nobody speaks yet",
  "no-speakers-advice":
    "Link the voices of cards to people and sources in the registry: they are then counted here.",

  // Source mix
  dimension: "Sources by",
  class: "Source class",
  basis: "Share",
  "of-all": "of all",
  "of-known": "of the known",
  "all-counted": "Everything counted",
  appearances: "Appearances",
  "not-known": "Not known",
  "mix-about":
    "How the appearances of sources are divided: a row for each part, a column for each kind of source.",
  "no-mix": "No source is known yet",
  "no-mix-advice":
    "Link the voices of cards to people and sources in the registry: their mix then shows here.",

  // Divided by what is said of articles
  division: "Divided by",
  "by-none": "Not divided",
  "by-publisher": "Publisher",
  "by-author": "Author",
  "by-month": "Month",
  "by-year": "Year",
  "no-publisher": "Publisher not known",
  "no-author": "Author not known",
  "no-month": "Month not known",
  "no-year": "Year not known",

  // Anonymity
  "anonymity-about": "How often sources go unnamed, and whether a reason is given.",
  "unnamed-sources":
    "{count, plural, =0 {No unnamed source speaks} one {# unnamed source speaks} other {# unnamed sources speak}}",

  // Together
  "meeting-form": "Show as",
  "meeting-matrix": "Matrix",
  "meeting-network": "Network",
  "meeting-in": "Together in",
  "in-together": "the same article",
  "in-together-paragraphs": "the same paragraph",
  "meeting-order": "Order",
  "order-community": "Who meets most",
  "order-count": "Number of articles",
  "meeting-limit": "Sources",
  "meeting-most": "The {count, number} most frequent",
  "meeting-shown":
    "{shown, number} of {count, plural, one {# source} other {# sources}}: those that speak in the most articles.",
  "meeting-units": "{units} counted",
  "matrix-together": "In how many articles two sources both speak: a row and a column for each source.",
  "matrix-together-paragraphs":
    "In how many paragraphs two sources both speak: a row and a column for each source.",
  "network-together":
    "Network of {sources, plural, one {# source} other {# sources}} with {ties, plural, one {# tie} other {# ties}} between those that speak in the same article. Left and right go from source to source, up and down through the ties of one. The matrix has the same figures as a table.",
  "network-together-paragraphs":
    "Network of {sources, plural, one {# source} other {# sources}} with {ties, plural, one {# tie} other {# ties}} between those that speak in the same paragraph. Left and right go from source to source, up and down through the ties of one. The matrix has the same figures as a table.",
  "network-about":
    "The larger the circle, the more articles a source speaks in; the thicker the line, the more often two speak together. Colours mark sources that speak together more than with others.",
  "network-cut": "Of {count, number} ties the {shown, number} strongest are drawn; the matrix has them all.",
  "meeting-title": "{one} and {other}",
  "meeting-together":
    "{one} and {other}: both in {both, number} of {either, plural, one {# article} other {# articles}} with either, {share}",
  "meeting-together-paragraphs":
    "{one} and {other}: both in {both, number} of {either, plural, one {# paragraph} other {# paragraphs}} with either, {share}",
  "meeting-never": "{one} and {other}: never together",
  "meeting-own": "{name}: in {count, plural, one {# article} other {# articles}}",
  lopsided: "one of them speaks over five times as often",
  "lopsided-about":
    "* One of the two speaks over five times as often as the other, so their share is small whatever they do.",
  "no-meetings": "No two sources to compare",
  "no-meetings-advice":
    "Link the voices of cards to people and sources in the registry: this view then shows which of them speak in the same articles.",

  // The cards behind a figure
  "cards-counted": "{count, plural, =0 {No cards} one {# card} other {# cards}}",
  "show-as-table": "Show as a table in Statements",
  "close-cards": "Close the list of cards",
  "no-voice": "No voice",
  "card-gone": "This card cannot be read any more.",

  // Names of measures
  "measure-together": "Together in articles",
  "measure-together-paragraphs": "Together in paragraphs",
  "measure-sources-mean": "Sources per article",
  "measure-top-5": "The five most frequent sources",
  "measure-attributed-share": "Attributed words",
  "measure-verbatim-share": "Verbatim words",
  "measure-anonymity-articles": "Articles with an unnamed source",
  "measure-reason-given": "Reason given for anonymity",
  "measure-single-source": "Articles with a single source",
  "measure-second-hand": "Second-hand statements",
  "measure-statement-share": "Statements",
  "measure-appearances": "Articles",
  "measure-space": "Space",
  "measure-first-voice": "First voice",
  "measure-source-mix": "Source mix, of all",
  "measure-source-mix-known": "Source mix, of the known",
  "measure-anonymity-articles-with-cards": "With an unnamed source, of articles with a card",
  "measure-solely-unnamed": "Solely unnamed sources",
  "measure-anonymity-appearances": "Unnamed appearances",
  "measure-described": "Described rather than anonymous",
} as const;
