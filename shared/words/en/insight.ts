// English words of the measures of insight: each in one sentence, and what the command line says of them.
export const insight = {
  statements: "Statements of a source for each card that has a voice; the numerator is their number.",
  "statement-share": "Share of a source’s statements in the statements of all sources.",
  appearances: "Share of articles in which a source speaks; over all sources, how many speak in an article.",
  "appearance-share": "Share of a source’s appearances in the appearances of all sources.",
  space: "Share of the words of a source’s claims in the words of all claims with a voice.",
  "attributed-share":
    "Share of an article’s words that stand in claims; the rest is the outlet’s own voice. Exclusions are out.",
  "verbatim-share": "Share of the words of claims that stand inside quotation marks.",
  "first-voice": "Share of articles whose first card is a source’s.",
  "mean-position": "How far down the article statements stand on average, from 0 at the top to 1 at the end.",
  kinds: "Share of direct, indirect and mixed statements.",
  "anonymity-articles": "Share of all articles in which an unnamed source speaks.",
  "anonymity-articles-with-cards":
    "Share of articles in which an unnamed source speaks, among those with a card.",
  "solely-unnamed":
    "Share of articles in which every person, organization or group that speaks is unnamed, among those in which any speaks.",
  "anonymity-appearances":
    "Share of unnamed sources in the appearances of persons, organizations and groups.",
  "reason-given": "Share of unnamed appearances for which the article gives a reason, with its words.",
  described: "Share of unnamed appearances that are described rather than anonymous.",
  "source-mix":
    "Share of each class of source, or of each value of a field, in all appearances, unknown ones included.",
  "source-mix-known":
    "Share of each class of source, or of each value of a field, in the appearances of which it is known.",
  "sources-mean": "Mean number of sources in an article.",
  "sources-median": "Median number of sources in an article.",
  "sources-spread": "Standard deviation of the number of sources in an article.",
  "single-source": "Share of articles with exactly one source, among those with any.",
  "new-voices": "Share of appearances of sources that speak in no earlier article.",
  concentration: "Chance that two statements drawn at random are by the same source.",
  "top-5": "Share of statements by the five sources with the most.",
  "top-10": "Share of statements by the ten sources with the most.",
  diversity: "Chance that two statements drawn at random are by different sources.",
  entropy: "Shannon entropy of statements over sources, in nats.",
  "effective-sources": "Number of equally frequent sources that would be as diverse.",
  "class-diversity": "Chance that two statements drawn at random are by different classes of source.",
  "class-entropy": "Shannon entropy of statements over classes of source, in nats.",
  "effective-classes": "Number of equally frequent classes of source that would be as diverse.",
  "second-hand": "Share of statements that came through another outlet.",
  "no-comment": "Share of articles in which somebody declines to comment or does not answer.",
  "right-of-reply":
    "Share of statements about others in which all those others speak in the same article, also to decline or deny.",
  "distancing-cues":
    "Share of cues that distance the article from what is said, such as “claims” or “insists”.",
  together: "Articles in which two sources both speak, among those in which either does.",
  "together-paragraphs": "Paragraphs in which two sources both speak, among those in which either does.",

  "no-measure": "There is no measure “{id}”, only: {known}.",
  "no-grouping": "Figures cannot be grouped by “{id}”, only by: {known}.",
  "not-by": "“{measure}” cannot be grouped by “{grouping}”, only by: {known}.",
  "one-of-sources": "Group by “{first}” or by “{second}”: both divide the same sources.",
  "too-many-groups":
    "Grouped like this there are too many groups. Correct dates that lie far from all others, or group by fewer things or a longer time.",
  "no-network": "A network holds one measure of pairs and no other grouping: give one of {known}.",
  "several-people": "Several people annotated “{title}”: {names}.",

  // The command line
  cli: "Count who speaks, how much and how: figures with numerator, denominator and interval.",
  "cli-measure":
    "only these measures, separated by commas; otherwise all that fit the groupings; pairs of sources only if asked for",
  "cli-by":
    "group by these, separated by commas: {groupings}, or by one of the project’s fields for entities",
  "cli-annotator": "count this annotator’s sets",
  "cli-curated": "count curated sets only; otherwise the curated one, or that of the only annotator",
  "cli-duplicates": "how often the same statement counts: {policies} (all)",
  "cli-nested": "count cards within others too",
  "cli-fractional": "divide a card with several voices among them instead of counting it for each",
  "cli-publisher": "only articles of this publisher; may be given several times",
  "cli-set": "only articles in this set of the project (sayso sets)",
  "cli-tag": "only articles with this tag; may be given several times",
  "cli-days": "only articles from this day, month or year on, or up to it",
  "cli-seed": "of the bootstrap (1)",
  "cli-format": "one of {formats} (table)",
  "cli-out": "write the figures to a file instead",
  "cli-list": "list every measure with its definition",
  "cli-no-format": "There is no format “{format}”, only: {formats}.",
  "cli-no-policy": "There is no policy “{policy}”, only: {policies}.",
  "cli-no-day": "“{text}” is not a day, a month or a year such as 2026-03-31, 2026-03 or 2026.",
  "cli-several-people": "{several} Choose one of them with --annotator, or the curated sets with --curated.",
  "cli-one-set": "Give --annotator or --curated: one of the two.",
  "cli-scope":
    "{articles, plural, one {# article} other {# articles}} counted{leftOut, plural, =0 {} one {, # left out because nobody chosen annotated it} other {, # left out because nobody chosen annotated them}}.",
  "cli-few-articles": "Intervals need at least {least, number} articles.",
  "cli-unit": "unit: {unit}",
  "cli-formula": "formula: {formula}",
  "cli-source": "source: {source}",
  "cli-written": "{file}: {groups, plural, one {# figure} other {# figures}}",
} as const;
