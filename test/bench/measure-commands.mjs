// Measures every command of a view from its key to the painted frame, with the keys pressed as a person's arrive.
import { taskTimer, withView } from "./measure-view.mjs";

/** A list of `{ name, key, frame, work }`: times of each round, in milliseconds. */
export async function measureCommands(browser, url, size, rounds) {
  const { commands } = await withView(browser, url, size, async (page, context) => {
    const tasks = await taskTimer(context, page);
    await page.evaluate(() => {
      window.commandBench = window.__peerBench.commands();
    });
    const measured = [];
    for (const { name, key } of await page.evaluate(() => window.commandBench.commands)) {
      const times = [];
      for (let round = 0; round < rounds + 1; round += 1) {
        await page.evaluate(([command, at]) => window.commandBench.prepare(command, at), [name, round]);
        await page.waitForTimeout(250);
        const time = await tasks(async () => {
          await page.evaluate(() => window.keyTimes.arm());
          await page.keyboard.press(key);
          return page.evaluate(() => window.keyTimes.taken());
        });
        if (!(await page.evaluate(() => window.commandBench.happened())))
          throw new Error(`${key} did not ${name}.`);
        // The first time warms up.
        if (round > 0) times.push(time);
      }
      measured.push({
        name,
        key,
        frame: times.map(({ frame }) => frame),
        work: times.map(({ work }) => work),
      });
    }
    return { commands: measured };
  });
  return commands;
}
