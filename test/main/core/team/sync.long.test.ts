// A sync that is ended before one of its calls of git: the project opens with all that was acknowledged, and doing it again does the rest.
import { expect, test } from "vitest";
import { hasRepetition } from "../../../helpers/tier.ts";
import { mark, marksOf, sharedFiles, sync, teamScene } from "./team-scene.ts";

test("ended before a call of git, the project opens, and doing it again brings both to the same bytes", async () => {
  const scene = await teamScene();
  const { ana, article } = scene;
  const counted: (readonly string[])[] = [];
  await mark(ana, article, 6);
  await mark(scene.ben, article, 12);
  await sync(ana);
  const counting = {
    ...scene.ben,
    context: { ...scene.ben.context, onCall: (args: readonly string[]) => void counted.push(args) },
  };
  await sync(counting);
  const calls = [...counted];
  expect(calls.length).toBeGreaterThan(15);
  // Before the work is kept, before what came is, before it is sent, and before that is known here; and where there is time before every
  // third call as well. Kills at any call are the torture's.
  const steps = ["commit-tree", "fetch", "update-ref", "push"].map((name) =>
    calls.findLastIndex(([one]) => one === name),
  );
  const others = calls.flatMap((_args, at) => (at % 3 === 0 && !steps.includes(at) ? [at] : []));
  const stops = hasRepetition ? [...steps, ...others] : steps;
  for (const [round, at] of stops.entries()) {
    await mark(ana, article, 18 + round);
    await mark(scene.ben, article, 18 + round);
    await sync(ana);
    let made = 0;
    const stopping = {
      ...scene.ben,
      context: {
        ...scene.ben.context,
        onCall: () => {
          made += 1;
          if (made > at) throw new Error("stopped");
        },
      },
    };
    // With fewer calls than before, this one comes to its end.
    await sync(stopping).catch((error: Error) => expect(error.message).toBe("stopped"));
    const expected = { Ana: 3 + round, Ben: 2 + round };
    expect((await marksOf(scene.ben, article)).Ben).toBe(expected.Ben);
    await sync(scene.ben);
    await sync(ana);
    expect(sharedFiles(ana.root)).toEqual(sharedFiles(scene.ben.root));
    expect(await marksOf(ana, article)).toEqual(expected);
  }
});
