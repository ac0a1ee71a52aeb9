// Measures one view of one article in a page of its own. Main-thread work is what the browser itself counts as task time,
// less what the same waiting costs when nothing is done.

/** Of a window: so many that the first ones, in which the browser compiles what it runs, weigh no more than in an hour's work. */
const adds = 48;
/** So many different ones; each is taken away before the next. */
const tags = 24;
const scrollFrames = 90;

/** Takes every figure of a view once; a list where a percentile is wanted. Times are milliseconds. */
export function measureView(browser, url, size) {
  return withView(browser, url, size, async (page, context) => {
    const tasks = await taskTimer(context, page);
    const add = [];
    const remove = [];
    for (let index = 0; index < adds; index += 1) {
      const tag = index % tags;
      add.push(await tasks(() => page.evaluate((at) => window.bench.add(at), tag)));
      remove.push(await tasks(() => page.evaluate((at) => window.bench.remove(at), tag)));
    }
    const elements = await page.evaluate(() => window.bench.elements());
    const scroll = await page.evaluate((frames) => window.bench.scroll(frames), scrollFrames);
    await page.waitForTimeout(300);
    const jump = await page.evaluate(() => window.bench.jump());
    return { add, remove, scroll, jump, elements };
  });
}

/** Opens a view with an article of a size on a page of its own, hands it to `use`, and closes it. */
export async function withView(browser, url, size, use) {
  const context = await browser.newContext({ viewport: { width: 1280, height: 900 } });
  const page = await context.newPage();
  const failures = [];
  page.on("pageerror", (error) => failures.push(error.message));
  try {
    await page.goto(url);
    await page.evaluate((chosen) => window.prepareBench(chosen), size);
    await page.evaluate(() => document.fonts.ready.then(() => undefined));
    await page.waitForTimeout(300);
    const open = await page.evaluate(() => window.bench.open());
    await page.waitForTimeout(500);
    const used = await use(page, context);
    if (failures.length > 0) throw new Error(`The page failed: ${failures.join("; ")}`);
    return { open, ...used };
  } finally {
    await context.close();
  }
}

/** Opening leaves work for idle moments, such as the first look of the checks: waits until it is over. */
async function untilQuiet(taskTime, page) {
  for (let waits = 0; waits < 60; waits += 1) {
    const before = await taskTime();
    await page.waitForTimeout(500);
    if ((await taskTime()) - before < 15) return;
  }
  throw new Error("The page never came to rest.");
}

/** Returns a function that runs one measure and tells the time that it tells to the painted frame and its main-thread work. */
export async function taskTimer(context, page) {
  const session = await context.newCDPSession(page);
  await session.send("Performance.enable");
  const taskTime = async () => {
    const { metrics } = await session.send("Performance.getMetrics");
    return (metrics.find(({ name }) => name === "TaskDuration")?.value ?? 0) * 1000;
  };
  const settle = () => page.waitForTimeout(60);
  const work = async (measure) => {
    const before = await taskTime();
    const frame = await measure();
    await settle();
    return { frame, work: (await taskTime()) - before };
  };
  await untilQuiet(taskTime, page);
  const idle = [];
  for (let time = 0; time < 5; time += 1)
    idle.push((await work(() => page.evaluate(() => window.idleFrame()))).work);
  idle.sort((a, b) => a - b);
  return async (measure) => {
    const { frame, work: all } = await work(measure);
    return { frame, work: Math.max(0, all - (idle[2] ?? 0)) };
  };
}
