// The right of reply, as a measure: whether those whom claims are about have a say where the claims stand.
import type { Entity } from "../model/entity.ts";
import { message } from "../words/message.ts";
import type { CountedArticle, Statement } from "./counted-article.ts";
import {
  appearancesIn,
  type CountContext,
  type InsightMeasure,
  ratioMeasure,
  type Selection,
  statementsBy,
  statementWeight,
  sumOf,
} from "./measure.ts";

/** Those whom a statement is about and who do not make it themselves. */
const othersIn = ({ about, voices }: Statement): readonly Entity[] =>
  about.filter(({ id }) => !voices.some(({ entity }) => entity?.id === id));

/** The statements that are chosen: all, those about others, and of these the ones all of whom speak in the article themselves. */
function partsOf(article: CountedArticle, selection: Selection, { weights }: CountContext) {
  const speaking = new Set(appearancesIn(article).flatMap(({ entity }) => entity?.id ?? []));
  const chosen = article.statements.filter((one) => statementWeight(one, selection, weights) > 0);
  const aboutOthers = chosen.filter((one) => othersIn(one).length > 0);
  const answered = aboutOthers.filter((one) => othersIn(one).every(({ id }) => speaking.has(id)));
  return { chosen, aboutOthers, answered, unknown: chosen.filter(({ about }) => about.length === 0) };
}

export const rightOfReply: InsightMeasure = ratioMeasure({
  ...{ unit: "statement", levels: ["source", "statement"], heedsDuplicates: false },
  id: "right-of-reply",
  name: message("insight.name-right-of-reply"),
  about: message("insight.right-of-reply"),
  formula: "cards about others all of whom speak in the article ÷ cards about others",
  source: "Society of Professional Journalists 2014, Code of Ethics: the chance to respond",
  tally(article, selection, context) {
    const { chosen, aboutOthers, answered, unknown } = partsOf(article, selection, context);
    const weigh = (some: readonly Statement[]): number =>
      sumOf(some, (one) => statementWeight(one, selection, context.weights));
    return {
      ...{ numerator: weigh(answered), denominator: weigh(aboutOthers) },
      ...{ n: chosen.length, unknown: unknown.length },
    };
  },
  behind(article, selection, context) {
    const { chosen, aboutOthers, answered, unknown } = partsOf(article, selection, context);
    const asked = new Set(answered.flatMap(othersIn).map(({ id }) => id));
    const replies = statementsBy(
      article,
      appearancesIn(article).filter(({ entity }) => entity !== null && asked.has(entity.id)),
    );
    const withReplies = (some: readonly Statement[]): readonly Statement[] => [
      ...new Set([...some, ...replies]),
    ];
    return {
      ...{ numerator: withReplies(answered), denominator: withReplies(aboutOthers) },
      ...{ unknown, units: chosen },
    };
  },
});
