// Reading everybody's sets together with how some of them differ.
import { expect, test } from "vitest";
import type { Client } from "../../../shared/api/client.ts";
import { readAndCompare } from "../../../shared/api/compared-review.ts";

const of = { project: "p", article: "a" };

/** A core whose sets are saved anew behind the first `saves` readings. `isEnded`: whoever compares ends it. */
function coreWith({ saves = 0, isEnded = false }) {
  const asked: string[] = [];
  let revision = 1;
  const client = {
    async call(method: string) {
      asked.push(method);
      if (method !== "review.sets")
        return { comparison: isEnded ? null : { of: revision }, revisions: [revision, revision] };
      const sets = ["ana", "ben"].map((id) => ({ annotator: { id }, revision }));
      if (revision <= saves) revision += 1;
      return { sets };
    },
  } as unknown as Client;
  return { client, asked };
}

test.each([0, 1, 3])(
  "reads and compares one revision where something is saved %i times in between",
  async (saves) => {
    const { client, asked } = coreWith({ saves });
    const read = await readAndCompare(client, of, [], () => ["ana", "ben"]);
    expect(read?.sets.sets.map(({ revision }) => revision)).toEqual([saves + 1, saves + 1]);
    expect(read?.comparison).toEqual({ of: saves + 1 });
    expect(asked).toEqual(Array.from({ length: saves + 1 }, () => ["review.sets", "review.compare"]).flat());
  },
);

test("compares nothing where nobody is chosen", async () => {
  const { client, asked } = coreWith({});
  expect(await readAndCompare(client, of, [], () => null)).toBeNull();
  expect(asked).toEqual(["review.sets"]);
});

test("asks no more once it is ended, whatever was saved", async () => {
  const { client, asked } = coreWith({ saves: 1, isEnded: true });
  expect((await readAndCompare(client, of, [], () => ["ben"]))?.comparison).toBeNull();
  expect(asked).toEqual(["review.sets", "review.compare"]);
});
