// English words of Insight in the window: over what is counted, the views, and what a figure rests on.
export const figures = {
  // Views
  overview: "Overview",
  speakers: "Who speaks",
  mix: "Source mix",
  anonymity: "Anonymity",
  together: "Together",
  between: "Between annotators",
  timeline: "Timeline",

  // What is counted
  articles: "Articles",
  "all-articles": "All articles",
  whose: "Annotations",
  "whose-either": "Curated, else the only annotator’s",
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
    "{articles, plural, =0 {No articles counted} one {# article counted} other {# articles counted}}{leftOut, plural, =0 {} one {, # left out without these annotations} other {, # left out without these annotations}}.{curatedInPart, plural, =0 {} one { # article is curated only in part.} other { # articles are curated only in part.}}{excludedCards, plural, =0 {} one { # card in a stretch left out of the analysis is not counted.} other { # cards in stretches left out of the analysis are not counted.}}",
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
  // Of a mean
  "rests-quotient": "{numerator} ÷ {denominator} · {units}",
  "numerator-of": "{numerator} of {denominator}",
  "numerator-by": "{numerator} ÷ {denominator}",
  units:
    "{unit, select, statement {{n, plural, one {# statement} other {# statements}}} appearance {{n, plural, one {# appearance} other {# appearances}}} source {{n, plural, one {# source} other {# sources}}} paragraph {{n, plural, one {# paragraph} other {# paragraphs}}} word {{n, plural, one {# word} other {# words}}} other {{n, plural, one {# article} other {# articles}}}}",
  unknown: "{unknown} unknown",
  "unknown-label": "Unknown",
  undefined: "none",
  interval: "95% interval {low} to {high}",
  "interval-by-chance": "{low} to {high} by chance",
  points: "{points, plural, one {# point} other {# points}}",
  "interval-about": "How far the figure could be off because these articles and not others were read.",
  "open-cards": "{label}: show its cards",
  "open-articles": "{label}: show its articles",

  definitions: "What these figures mean",

  // While names are hidden
  blind:
    "Blind is on: only your own and the curated annotations are shown. Those of your colleagues stay hidden until you turn it off.",
  "blind-off": "Turn Blind off",

  // Writing to a file
  write: "Export…",
  writing: "Exporting the figures…",
  "write-title": "Export figures: {title}",
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
  "write-file": "Export",
  "write-all-sources": "All sources, not only those shown",
  "write-figures": "Figures",
  "write-cards": "Cards with each figure",
  "write-cards-most": "{count, plural, =0 {none} one {# at most} other {# at most}}",
  "write-stopped": "The export was stopped. No file was written.",

  // Who speaks
  "speakers-counted": "{count, plural, one {# source speaks} other {# sources speak}}",
  "speakers-about":
    "The sources, ranked: their shares of all statements, of the articles, of the words of all claims, and how often they come first.",
  rows: "Rows",
  "rows-entity": "Who speaks",
  "rows-about": "Whom claims are about",
  "about-counted":
    "{count, plural, one {Claims are about # person or thing} other {Claims are about # people and things}}",
  "about-about":
    "Those whom claims are about, ranked: their shares of all statements and of the words of all claims, and how often those who are spoken about have a say.",
  "about-not-given": "Nobody given",
  "nobody-about": "No card says whom its claim is about",
  "nobody-about-advice":
    "Press T on a card, or change many cards at once in Statements: whom claims are about is then counted here.",
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

  // Between annotators
  figure: "Figure",
  spread: "{least} to {most} between {count, plural, one {# annotator} other {# annotators}}",
  "spread-same":
    "the same with {count, plural, =2 {both annotators} one {# annotator} other {all # annotators}}",
  "spread-about":
    "The lowest and the highest value of this figure in the sets of {names}, over the {articles, plural, one {# article that} other {# articles that}} all of them annotated.",
  "open-spread": "{measure}: {spread}. Show the figure by annotator",
  "by-annotator": "The figure by annotator",
  "over-common":
    "Over the {articles, plural, one {# article that} other {# articles that}} {names} {count, plural, =2 {both} one {} other {all}} annotated{leftOut, plural, =0 {} one {; # left out} other {; # left out}}.",
  "common-articles": "{count, plural, one {This article} other {These # articles}}",
  "between-blind": "Names are hidden",
  "between-blind-advice":
    "Figures by annotator would reveal who is who. They appear once “Blind” in Compare is off.",
  "between-alone": "Only one person annotates here",
  "between-alone-advice":
    "Once two people have annotated the same article, this page compares their figures.",
  disagreements: "Open disagreements",
  "disagreements-about":
    "Open disagreements, those that move the figure most first, with what the figure becomes if each is decided as one of the annotators has it.",
  "disagreements-counted":
    "{moving, plural, =0 {No open disagreement moves this figure} one {# open disagreement moves this figure} other {# open disagreements move this figure}}{others, plural, =0 {} one {, # does not} other {, # do not}}.",
  comparing: "Comparing: {done, number} of {of, number}",
  "comparing-begins": "Comparing…",
  disagreement: "Claim",
  "differ-in": "They differ in",
  "decided-as": "Decided as {name}",
  moves: "Moves it by",
  "open-disagreement": "“{quote}” in “{title}”: show in Compare",
  "decided-about":
    "In each row everything else stays as it is in the set of the annotator for whom the figure moves most.",

  // Side by side
  sides: "Side by side",
  "side-by": "Compare",
  "side-publisher": "Publishers",
  "side-period": "Periods",
  "side-set": "Article sets",
  "side-annotator": "Annotators",
  "first-side": "First side",
  "second-side": "Second side",
  "first-side-to": "First side, to",
  "second-side-to": "Second side, to",
  period: "{from} to {to}",
  "no-sides": "Nothing to compare",
  "no-sides-advice":
    "You need two of a kind: two publishers, two months, two article sets or two annotators.",
  "sides-counting": "Counting both sides…",
  "sides-caption":
    "Each figure of {one} and of {other}, with the difference and its interval, the largest differences first.",
  difference: "Difference",
  "difference-interval": "95% interval",
  "of-group": "{title}: {group}",

  // Unknown values, to be given
  "give-field": "{field}, not known",
  "give-publisher": "Articles without a publisher",
  "give-month": "Articles without a month",
  "give-date": "Articles without a date",
  "takes-publisher": "Type the publisher’s name.",
  "takes-month": "Type a day or a month, such as 2026-03-31 or 2026-03.",
  "takes-date": "Type a day, a month or a year, such as 2026-03-31.",
  "left-to-give": "{count, plural, =0 {Everything is known} one {# left} other {# left}}",
  "give-next": "Next",
  "fill-in": "{name}: fill in",
  "close-facts": "Close",
  // Space: articles as strips
  strips: "Space",
  "strips-about":
    "Each strip is an article, from its first word to its last. Colour marks what others say, and who says it; the rest is the publisher’s own voice.",
  "strip-order": "Order",
  "strip-order-project": "As in the project",
  "strip-order-date": "Latest first",
  "strip-order-share": "Most attributed words first",
  "other-sources": "Other sources",
  "strip-share": "{share} of {words, plural, one {# word} other {# words}}",
  "strip-segment": "{who}: words {first, number} to {last, number} of {words, number}",
  "strip-open": "{label}: show in the article",
  "no-strips": "No article is annotated yet",
  "no-strips-advice": "Make cards with voices and claims: each article then becomes a strip here.",

  // Timeline
  "count-statements": "Statements",
  "count-appearances": "Appearances of sources",
  time: "Time",
  "by-day": "Day",
  "by-week": "Week",
  "by-kind": "Kind",
  "by-role": "Role",
  "by-entity": "Source",
  "week-of": "week of {day}",
  lanes: "Lanes",
  "timeline-about":
    "From {first} to {last}. The highest value is {amount} ({where}).{gaps, plural, =0 {} one { # gap without articles is hatched.} other { # gaps without articles are hatched.}}",
  "timeline-title": "{figure} over time",
  "timeline-empty": "Nothing here has a date yet",
  "timeline-empty-advice":
    "Give the articles a date (“About the article”), or choose another figure or longer stretches of time.",
  "too-many-bins": "{count, number} stretches of time are more than a chart can show. Choose longer ones.",
  undated:
    "{articles, plural, one {# article has no known} other {# articles have no known}} {time, select, day {day} week {week} month {month} other {year}}: {cards}",
  "undated-title": "Date not known",
  "lanes-left-out":
    "{count, plural, one {# more source, which speaks in no more articles than these, is not shown.} other {# more sources, which speak in no more articles than these, are not shown.}}",
  "no-articles-from": "no articles: {first} to {last}",
  "no-articles-in": "no articles",
  "save-chart-title": "Save chart…",
  "save-chart": "Save",
  "saving-chart": "Saving the chart",
  "chart-format": "Format",
  "chart-svg": "SVG (sharp at every size)",
  "chart-png": "PNG (twice the size)",
  "chart-table": "Table of this chart",
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
  lopsided: "one of them speaks more than five times as often",
  "lopsided-about":
    "* One of the two speaks more than five times as often as the other, so their share is small whatever they do.",
  "no-meetings": "No two sources to compare",
  "no-meetings-advice":
    "Link the voices of cards to people and sources in the registry: this view then shows which of them speak in the same articles.",

  // The cards behind a figure
  "article-gone": "Not in the project any more",
  "cards-counted": "{count, plural, =0 {No cards} one {# card} other {# cards}}",
  "show-as-table": "Show as a table in Statements",
  "close-cards": "Close the list of cards",
  "no-voice": "No voice",
  "card-gone": "This card cannot be read any more.",
} as const;
