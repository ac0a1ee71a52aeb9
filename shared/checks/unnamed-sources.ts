// Shared by the checks of unnamed sources: who is one, what the article calls them, and where it says why they are unnamed.
import { isPronoun, nameIn } from "../commands/entity-names.ts";
import { type ArticleText, paragraphAt } from "../model/article-text.ts";
import type { Anonymity, Entity } from "../model/entity.ts";
import type { Id } from "../model/id.ts";
import { selectorOf } from "../model/selector.ts";
import { type Span, spanHull } from "../model/span.ts";
import { reasonIn } from "../suggestions/anonymity-reason.ts";
import type { CheckContext } from "./check.ts";
import { cardsVoicedBy, mentionsBehind } from "./facts.ts";

/** A source that says no more of itself than that it is one. */
const bare =
  /^(?:(?:an?|the|one|two|three|four|five|several|some|many|other|another|multiple|anonymous|unnamed|unidentified)\s+)*(?:source|person|individual|insider)s?$|^people$|^(?:(?:eine?[rn]?|der|die|zwei|drei|mehrere|anonyme[rn]?|ungenannte[rn]?|gut unterrichtete[n]?)\s+)*(?:quellen?|personen?|insider|informant(?:in|en)?)$|^(?:une?|la|des|plusieurs|deux|trois)\s+(?:sources?|personnes?)(?: anonymes?)?$/iu;

/** Who is described by their work alone, as those are who speak on terms. */
const onTerms =
  /\b(?:officials?|aides?|advis[eo]rs?|diplomats?|sources?|insiders?|executives?|staffers?|operatives?|lawmakers?|employees?)\b|(?:kreisen?|mitarbeiter(?:in|n)?|vertrauten?|berater(?:in|n)?|diplomat(?:in|en)?|insider|quellen?|beamten?|beamter)$/iu;

/** The mentions of an unnamed source that speaks in the article; none of anybody else. */
export function unnamedMentions(entity: Entity, context: CheckContext): readonly Span[] {
  if (entity.naming === "named" || entity.mergedInto !== undefined || !isSomebody(entity)) return [];
  const mentions = mentionsBehind(context, entity);
  return cardsVoicedBy(context, mentions).length > 0 ? mentions : [];
}

const isSomebody = ({ type }: Entity): boolean =>
  type === "person" || type === "group" || type === "organization";

/** What the mentions call it, pronouns left out. */
const namesOf = (mentions: readonly Span[]): string[] =>
  mentions.map(nameIn).filter((name) => !isPronoun(name));

/** True when nothing but “a source” is said of it, in the article or the registry. */
export function isBare(entity: Entity, mentions: readonly Span[]): boolean {
  return (
    entity.role === undefined &&
    entity.affiliation === undefined &&
    namesOf(mentions).every((name) => bare.test(name))
  );
}

/** True when its name is kept back on terms, rather than that nobody asked for it. */
export function isKeptBack(entity: Entity, mentions: readonly Span[]): boolean {
  if (entity.naming === "anonymous" || entity.anonymity !== undefined) return true;
  return [entity.name, ...namesOf(mentions)].some((name) => onTerms.test(name));
}

/** The terms and the reason as the article gives them near a mention; `null` where it does not. */
export function reasonNear(mentions: readonly Span[], article: ArticleText, id: Id): Anonymity | null {
  for (const mention of mentions) {
    const at = paragraphAt(article, spanHull(mention).start);
    for (const paragraph of article.paragraphs.slice(at, at + 2)) {
      const givenReason = reasonIn(article.text, paragraph, article.language);
      if (!givenReason) continue;
      const segment = selectorOf(article.text, givenReason.range);
      return { terms: givenReason.terms, reason: givenReason.reason, evidence: { article: id, segment } };
    }
  }
  return null;
}
