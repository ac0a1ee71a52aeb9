// How long tests take: the slowest of a run, and those that are over their budget, which only `npm run test:times` holds against them.

/** Milliseconds that a test may take on a quiet machine with two cores. */
const budgets = { unit: 2_000, journey: 12_000 };

/** What may take longer, by its file or its title, and why. */
const exceptions = [];

const isException = ({ file, title }) =>
  exceptions.some(({ test }) => file.includes(test) || title.includes(test));

const seconds = (time) => `${(time / 1000).toFixed(1)} s`;
const lineOf = ({ file, title, time }) => `${seconds(time).padStart(7)}  ${file}: ${title}`;
const bySlowness = (a, b) => b.time - a.time;

/** Lines of the twenty slowest tests; none for a handful of tests. */
export function slowestOf(durations) {
  if (durations.length <= 20) return [];
  return ["— the slowest tests:", ...durations.toSorted(bySlowness).slice(0, 20).map(lineOf)];
}

/** A line for each test that is over its budget. */
export function overBudget(durations) {
  return durations
    .filter((one) => one.time > budgets[one.kind] && !isException(one))
    .toSorted(bySlowness)
    .map((one) => `${lineOf(one)} (its budget is ${seconds(budgets[one.kind])})`);
}
