// Who the voices are, against our own gold: whether mentions are gathered as the annotator gathered them (B³), whom pronouns
// mean, what the entities are and how they are named. Given the gold's mentions, so that nothing else is measured.
import { articleTextOf } from "../../../shared/model/article-text.ts";
import { type Range, sameRange } from "../../../shared/model/range.ts";
import { gatherEntities, type VoiceMention } from "../../../shared/suggestions/entities.ts";
import type { ViaRole } from "../../../shared/suggestions/via.ts";
import type { GoldArticle, GoldCard } from "../../helpers/gold.ts";
import { goldLineOf } from "../../helpers/gold.ts";

export interface Share {
  right: number;
  all: number;
}

export interface EntityFigures {
  /** Sums over mentions, of their shares. */
  readonly precision: Share;
  readonly recall: Share;
  readonly pronouns: Share;
  readonly type: Share;
  readonly naming: Share;
  readonly number: Share;
  readonly reason: Share;
  readonly wrong: readonly string[];
}

const pronoun = /^(?:he|she|it|they|who|i|we|you|his|her|their|’re|they’re|er|sie)$/iu;

export function measureEntities(articles: readonly GoldArticle[]): EntityFigures {
  const figures = {
    precision: { right: 0, all: 0 },
    recall: { right: 0, all: 0 },
    pronouns: { right: 0, all: 0 },
    type: { right: 0, all: 0 },
    naming: { right: 0, all: 0 },
    number: { right: 0, all: 0 },
    reason: { right: 0, all: 0 },
  };
  const wrong: string[] = [];
  for (const article of articles) {
    const { id, text, mentions, entities } = article;
    const found = gatherEntities(articleTextOf(text), voicesOf(article));
    const ours = new Map(
      found.flatMap((one, at) => one.mentions.map(({ range }) => [range.start, at] as const)),
    );
    const of = (range: Range): string => text.slice(range.start, range.end);
    for (const one of mentions) {
      const together = mentions.filter((other) => ours.get(other.start) === ours.get(one.start));
      const same = mentions.filter((other) => other.entity === one.entity);
      const both = together.filter((other) => other.entity === one.entity).length;
      add(figures.precision, both / together.length);
      add(figures.recall, both / same.length);
      const entity = found[ours.get(one.start) ?? -1];
      const gold = entities.find(({ key }) => key === one.entity);
      if (entity && gold) {
        add(figures.type, entity.type === gold.type ? 1 : 0);
        add(figures.naming, entity.naming === gold.naming ? 1 : 0);
        if (entity.type !== gold.type) wrong.push(`${id} ${of(one)}: ${gold.type}, not ${entity.type}`);
        if (entity.naming !== gold.naming)
          wrong.push(`${id} ${of(one)}: ${gold.naming}, not ${entity.naming}`);
      }
      if (both < same.length || both < together.length)
        wrong.push(
          `${id} ${of(one)} [${one.entity}]: with ${together.map((other) => `${of(other)} [${other.entity}]`).join("; ")}`,
        );
      if (!pronoun.test(of(one))) continue;
      const antecedent = entity?.mentions.find(({ range }) => sameRange(range, one));
      const before =
        antecedent &&
        mentions.findLast(
          (other) => other.start < one.start && ours.get(other.start) === ours.get(one.start),
        );
      const isRight = before
        ? before.entity === one.entity
        : entity !== undefined && together.length === 1 && same.length === 1 && entity.name.length > 4;
      add(figures.pronouns, isRight ? 1 : 0);
    }
    for (const gold of entities) {
      const mention = mentions.find(({ entity }) => entity === gold.key);
      const entity = mention && found[ours.get(mention.start) ?? -1];
      if (gold.number !== null) {
        add(figures.number, entity?.number === gold.number ? 1 : 0);
        if (entity?.number !== gold.number)
          wrong.push(`${id} ${gold.key}: ${gold.number} of them, not ${entity?.number}`);
      }
      if (gold.reason !== null) {
        const said = entity?.anonymity?.reason ?? "";
        const isRight = said !== "" && (said.includes(gold.reason) || gold.reason.includes(said));
        add(figures.reason, isRight ? 1 : 0);
        if (!isRight) wrong.push(`${id} ${gold.key}: “${gold.reason}”, not “${said}”`);
      }
    }
  }
  return { ...figures, wrong };
}

function add(share: Share, right: number): void {
  share.right += right;
  share.all += 1;
}

/** The gold's mentions as the engine is given them. */
export function voicesOf(article: GoldArticle): readonly VoiceMention[] {
  const { cards, mentions } = article;
  const kinds = new Map(
    goldLineOf(article, true).attributions.map(({ type }, at) => [cards[at]?.card, type]),
  );
  const holderOf = ({ within }: GoldCard): VoiceMention["enclosing"] => {
    const outer = cards.find(({ card }) => card === within);
    const [voice] = outer?.voice ?? [];
    return outer && voice ? { voice, direct: kinds.get(outer.card) !== "indirect" } : null;
  };
  return mentions.map(({ start, end }) => {
    const range = { start, end };
    const card = cards.find(({ voice, via }) => [...voice, ...via].some((one) => sameRange(one, range)));
    const via = card?.via.find((one) => sameRange(one, range));
    return {
      range,
      via: (via?.role as ViaRole | undefined) ?? null,
      enclosing: card ? holderOf(card) : null,
    };
  });
}

/** As text for people. */
export function entityReport(name: string, articles: readonly GoldArticle[]): string {
  const { precision, recall, pronouns, type, naming, number, reason } = measureEntities(articles);
  const [p, r] = [precision.right / precision.all, recall.right / recall.all];
  const of = ({ right, all }: Share): string => `${percent(right / Math.max(1, all))} of ${all}`;
  return [
    `${name}: entities of ${precision.all} mentions`,
    `  gathered (B³)     P ${percent(p)}  R ${percent(r)}  F1 ${percent((2 * p * r) / (p + r))}`,
    `  pronouns          ${of(pronouns)}`,
    `  type              ${of(type)}`,
    `  naming            ${of(naming)}`,
    `  number unnamed    ${of(number)}`,
    `  reason unnamed    ${of(reason)}`,
    "",
  ].join("\n");
}

const percent = (share: number): string => (100 * share).toFixed(1);
