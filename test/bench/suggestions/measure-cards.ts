// What suggestions say beside voice, cue and claim, against our own gold: what the words came through, and the card's fields.
import { overlaps } from "../../../shared/model/range.ts";
import { type RuleSuggestion, suggest } from "../../../shared/suggestions/suggest.ts";
import type { GoldArticle, GoldCard } from "../../helpers/gold.ts";

export interface CardFigures {
  /** Cards that are found, whose other words and fields are compared. */
  readonly cards: number;
  readonly counts: Readonly<Record<string, { right: number; found: number; gold: number }>>;
  readonly wrong: readonly string[];
}

/** The suggestion whose cue and claim touch the card's. */
const foundFor = (card: GoldCard, all: readonly RuleSuggestion[]): RuleSuggestion | undefined =>
  all.find(
    ({ cue, claim }) =>
      card.cue !== null &&
      overlaps(card.cue, cue) &&
      claim.some((one) => card.claim.some((other) => overlaps(one, other))),
  );

/** Of each value that is not the usual one: how many are right, found, and in the gold; `field`: how many agree at all. */
export function measureCards(articles: readonly GoldArticle[]): CardFigures {
  const counts: Record<string, { right: number; found: number; gold: number }> = {};
  const wrong: string[] = [];
  let cards = 0;
  const add = (name: string, right: number, found: number, gold: number): void => {
    const row = counts[name] ?? { right: 0, found: 0, gold: 0 };
    counts[name] = { right: row.right + right, found: row.found + found, gold: row.gold + gold };
  };
  for (const article of articles) {
    const all = suggest(article.text, { nested: true });
    for (const card of article.cards) {
      const ours = foundFor(card, all);
      if (!ours) continue;
      cards += 1;
      const words = `${article.id} ${card.card} ${article.text.slice(card.cue?.start ?? 0, card.cue?.end ?? 0)}`;
      for (const field of ["polarity", "act", "channel", "hedged"] as const) {
        const [gold, found] = [String(card.fields[field]), String(ours.fields[field])];
        add(field, gold === found ? 1 : 0, 1, 1);
        if (gold !== usual[field]) add(`  ${field} ${gold}`, gold === found ? 1 : 0, 0, 1);
        if (found !== usual[field]) add(`  ${field} ${found}`, 0, 1, 0);
        if (gold !== found) wrong.push(`${words}: ${field} ${gold}, not ${found}`);
      }
      const rightVia = card.via.filter((one) =>
        ours.via.some((other) => one.role === other.role && overlaps(one, other.range)),
      );
      add("via", rightVia.length, ours.via.length, card.via.length);
      for (const { role } of card.via) add(`  via ${role}`, 0, 0, 1);
      for (const { role } of rightVia) add(`  via ${role}`, 1, 0, 0);
      for (const { role } of ours.via) add(`  via ${role}`, 0, 1, 0);
      if (rightVia.length < Math.max(card.via.length, ours.via.length))
        wrong.push(
          `${words}: via ${card.via.map(({ start, end, role }) => `${role} ${article.text.slice(start, end)}`).join(", ")}, not ${ours.via.map(({ range, role }) => `${role} ${article.text.slice(range.start, range.end)}`).join(", ")}`,
        );
    }
  }
  return { cards, counts, wrong };
}

const usual = { polarity: "asserts", act: "say", channel: "unspecified", hedged: "false" } as const;

/** As text for people. */
export function cardReport(name: string, articles: readonly GoldArticle[]): string {
  const { cards, counts } = measureCards(articles);
  const rows = Object.entries(counts)
    .sort(([a], [b]) => order(a).localeCompare(order(b)))
    .map(
      ([row, { right, found, gold }]) => `  ${row.padEnd(28)}right ${right}, found ${found}, gold ${gold}`,
    );
  return [`${name}: ${cards} cards that are found`, ...rows, ""].join("\n");
}

const order = (row: string): string => row.trim();
