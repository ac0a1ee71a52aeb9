// The tier of a test run: `npm run check` does the least, `npm test` every capability once, `npm run test:all` the repetitions
// too. Counts decide, never clocks, so that a test means the same on every machine.

type Tier = "check" | "test" | "all";

const tiers: readonly Tier[] = ["check", "test", "all"];

/** The tier of this run, from `SAYSO_TEST_TIER`; a test that is run by hand is in the middle one. */
export const tier: Tier = tiers.find((one) => one === process.env.SAYSO_TEST_TIER) ?? "test";

/** Whether journeys are run with what is only repetition: in `test:all`, and where words of their titles were given. */
export const hasRepetition: boolean = tier === "all" || Boolean(process.env.SAYSO_TEST_PATTERN);

/**
 * How often a law is tried now: `usual` times a third in `npm test`, at least 5; a tenth in `check`, at least 2; twice `usual` in
 * `test:all`. Never more often than `usual` in the short ones.
 */
export function runs(usual: number): number {
  if (tier === "all") return usual * 2;
  const [part, least] = tier === "test" ? [3, 5] : [10, 2];
  return Math.min(usual, Math.max(least, Math.ceil(usual / part)));
}

/** How often a piece is repeated for an input that is to be large: `usual` times, and an eighth of it in `check`. */
export const repeats = (usual: number): number => (tier === "check" ? Math.ceil(usual / 8) : usual);

/**
 * What a sweep over alike cases tries now: all of them in `test:all`, otherwise the first and the last of each kind, in their order, or
 * the first alone where the last is not `worthTwo`. Cases are of one kind when a mistake that shows in one would show in the others.
 */
export function ofEachKind<Case>(
  cases: readonly Case[],
  kindOf: (one: Case) => string,
  worthTwo: (one: Case) => boolean = () => true,
): readonly Case[] {
  if (tier === "all") return cases;
  const first = new Map<string, number>();
  const last = new Map<string, number>();
  for (const [at, one] of cases.entries()) {
    const kind = kindOf(one);
    if (!first.has(kind)) first.set(kind, at);
    if (worthTwo(one)) last.set(kind, at);
  }
  const chosen = new Set([...first.values(), ...last.values()]);
  return cases.filter((_, at) => chosen.has(at));
}
