// Sums the rounds up: medians and percentiles, and each figure's ratio to the floor of the same size.

const sorted = (numbers) => [...numbers].sort((a, b) => a - b);
const quantile = (numbers, part) =>
  sorted(numbers)[Math.min(numbers.length - 1, Math.floor(numbers.length * part))];
const median = (numbers) => quantile(numbers, 0.5);

/** The figures of every size and view, in milliseconds, with `ratio` to the floor where that means anything. */
export function summaryOf(measured, disk) {
  const groups = new Map();
  for (const one of measured) {
    const name = `${one.size} ${one.view}`;
    groups.set(name, [...(groups.get(name) ?? []), one]);
  }
  const figures = Array.from(groups.values(), (rounds) => {
    const [{ size, view }] = rounds;
    const flat = (name, part) => rounds.flatMap((round) => round[name].map((one) => one[part]));
    const scroll = rounds.flatMap((round) => round.scroll);
    return {
      size,
      view,
      rounds: rounds.length,
      open: median(rounds.map((round) => round.open)),
      // Of a window: nothing of the page that marks has been used in it before.
      addFirst: median(rounds.map(({ add: [first] }) => first.frame)),
      addFrame: quantile(flat("add", "frame"), 0.95),
      addWork: median(flat("add", "work")),
      removeFrame: quantile(flat("remove", "frame"), 0.95),
      removeWork: median(flat("remove", "work")),
      scrollP95: quantile(scroll, 0.95),
      scrollMax: Math.max(...scroll),
      jump: median(rounds.map((round) => round.jump)),
      elements: median(rounds.map((round) => round.elements)),
    };
  });
  const floorOf = (size) => figures.find((one) => one.size === size && one.view === "floor");
  return {
    views: figures.map((one) => {
      const floor = floorOf(one.size);
      const ratio = (name) => (floor ? one[name] / floor[name] : null);
      return {
        ...one,
        ratio: {
          open: ratio("open"),
          addFirst: ratio("addFirst"),
          add: ratio("addFrame"),
          addWork: ratio("addWork"),
          remove: ratio("removeFrame"),
          removeWork: ratio("removeWork"),
          scroll: ratio("scrollP95"),
          jump: ratio("jump"),
        },
      };
    }),
    disk: {
      tag: median(disk.tag),
      append: median(disk.append),
      ratio: median(disk.tag) / median(disk.append),
    },
  };
}

/** Each command's median and 95th percentile from key to frame, its work, and the ratio to the floor's key. */
export function commandSummaryOf(size, floor, app) {
  const figuresOf = ({ name, key, frame, work }) => ({
    name,
    key,
    median: median(frame),
    p95: quantile(frame, 0.95),
    work: median(work),
  });
  const least = median(floor.flatMap(({ frame }) => frame));
  const commands = app.map(figuresOf).map((one) => ({ ...one, ratio: one.median / least }));
  return { size, floor: floor.map(figuresOf), least, commands };
}

/** The same as a table for a terminal. */
export function commandTableOf({ size, floor, commands }) {
  const rows = [...floor.map((one) => ({ ...one, name: `floor: ${one.name}`, ratio: null })), ...commands];
  return aligned(
    [`${size}: command`, "key", "key to frame, median/p95", "work"],
    rows.map(({ name, key, median: middle, p95, work, ratio }) => [
      name,
      key,
      `${ms(middle)}/${ms(p95)}${times(ratio)}`,
      ms(work),
    ]),
  );
}

const ms = (number) => (number < 10 ? number.toFixed(1) : number.toFixed(0));
const times = (...ratios) =>
  ratios.includes(null) ? "" : ` (${ratios.map((ratio) => `${ratio.toFixed(1)}x`).join("/")})`;

/** The summary as a table for a terminal. */
export function tableOf({ views, disk }) {
  const header = [
    "size",
    "view",
    "open",
    "first add",
    "add p95/work",
    "remove p95/work",
    "scroll p95/max",
    "jump",
    "elements",
  ];
  const rows = views.map((one) => [
    one.size,
    one.view,
    `${ms(one.open)}${times(one.ratio.open)}`,
    `${ms(one.addFirst)}${times(one.ratio.addFirst)}`,
    `${ms(one.addFrame)}/${ms(one.addWork)}${times(one.ratio.add, one.ratio.addWork)}`,
    `${ms(one.removeFrame)}/${ms(one.removeWork)}${times(one.ratio.remove, one.ratio.removeWork)}`,
    `${ms(one.scrollP95)}/${ms(one.scrollMax)}${times(one.ratio.scroll)}`,
    `${ms(one.jump)}${times(one.ratio.jump)}`,
    String(one.elements),
  ]);
  const note =
    "Milliseconds, and in brackets the ratio to the floor: the bare text in paragraphs, in the same run.";
  const diskLine = `One tag on disk, flushed: ${disk.tag.toFixed(2)} ms; a bare flushed append of as many bytes: ${disk.append.toFixed(2)} ms (${disk.ratio.toFixed(1)}x).`;
  return [aligned(header, rows), note, diskLine, ""].join("\n");
}

/** What aligning and comparing several annotators' units costs, as lines for a terminal. */
export function reviewLines({ alignment: { scattered, chained }, comparison, measures }) {
  const count = (units) => units.toLocaleString("en");
  return [
    `Aligning 5 annotators with 2,000 units each: ${ms(scattered)} ms; where all of them hang together: ${ms(chained)} ms.`,
    `Comparing 5 annotators’ sets, ${count(comparison.units)} spans and cards: ${ms(comparison.milliseconds)} ms.`,
    `Measuring 3 annotators’ ${count(measures.units)} spans in 5 articles: ${ms(measures.line)} ms by command line, ${ms(measures.page)} ms for the page.`,
    "",
  ].join("\n");
}

/** What the index of a large project costs, as lines for a terminal. `first` is absent where only the views were opened. */
export function indexLines({ articles, cards, length, sources, first, again, disk, read, rest, views }) {
  const count = (number) => number.toLocaleString("en");
  const inPart = ["alone", "again", "then", "after others", "again", "then"];
  return [
    `Index of ${count(articles)} articles with ${count(cards)} cards, ${count(sources)} sources and ${megabytes(length)} of text.`,
    ...(first === undefined
      ? []
      : [
          `The first view: ${first.toFixed(1)} s of the processor the first time, ${again.toFixed(2)} s at the next start.`,
        ]),
    `${megabytes(disk)} on the disk, read in ${ms(read)} ms; ${megabytes(rest)} in memory.`,
    aligned(
      ["view", ...inPart, ...(first === undefined ? [] : ["all of it", "again", "after an edit", "rows"])],
      views.map((view) => [
        view.name,
        ...[view.alone, view].flatMap(({ first: computed, next, used }) => [
          `${ms(computed)} ms`,
          `${ms(next)} ms`,
          megabytes(used),
        ]),
        ...(first === undefined
          ? []
          : [...[view.cold, view.warm, view.edited].map((time) => `${ms(time)} ms`), count(view.rows)]),
      ]),
    ),
  ].join("\n");
}

const megabytes = (bytes) => `${(bytes / 1e6).toFixed(1)} MB`;

function aligned(header, rows) {
  const widths = header.map((title, at) => Math.max(title.length, ...rows.map((row) => row[at].length)));
  const line = (row) =>
    row
      .map((cell, at) => cell.padEnd(widths[at]))
      .join("  ")
      .trimEnd();
  return [line(header), ...rows.map(line), ""].join("\n");
}
