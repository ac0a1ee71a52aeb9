// By what statements are found: the words of whoever speaks, whether it is an entity or not, of the cue, of the claim and of whom it is about.
import { expect, test } from "vitest";
import { defaultScope, indexedProject } from "../../../shared/insight/scope.ts";
import { finish } from "../../../shared/model/work.ts";
import { listStatements } from "../../../shared/statements/list-statements.ts";
import { entity } from "../../helpers/marked-article.ts";
import { plantedProject } from "../../helpers/planted-statements.ts";

const project = plantedProject(
  [
    {
      id: "a1",
      cards: [
        { voices: ["ines"], cue: "said", claim: "the bridge is shut" },
        { voices: [{ words: "A dock worker" }], cue: "warned", claim: "the steel is old", about: ["mills"] },
        {
          voices: ["ines", { words: "Neighbours" }],
          cue: "agreed",
          claim: "the noise is bad",
          about: ["old", "ines"],
        },
      ],
    },
  ],
  [
    entity("ines", "Ines Prado"),
    entity("mills", "Norrland Mills"),
    entity("old", "The Mills", { mergedInto: "mills" }),
  ],
);

function found(typed: string, where: Readonly<Record<string, readonly string[]>> = {}): readonly string[] {
  const text = project.articles[0]?.text ?? "";
  const { sets, set, filter } = defaultScope;
  const query = {
    ...{ scope: { sets, set, filter }, cards: null, typed, where, node: null },
    sort: { by: "text", isDescending: false },
  };
  const listed = finish(
    listStatements(indexedProject(project), query, { textOf: () => text, isCounting: false }),
  );
  if (!listed.ok) throw new RangeError(listed.problem.key);
  return listed.listing.found.map(({ statement }) => statement.card);
}

test("finds statements by the words of those who speak, whether they are entities or not", () => {
  expect(found("prado")).toEqual(["c1", "c3"]);
  expect(found("DOCK worker")).toEqual(["c2"]);
  expect(found("prado neighbours")).toEqual(["c3"]);
  expect(found("worker steel warned")).toEqual(["c2"]);
  expect(found("worker bridge")).toEqual([]);
});

test("finds statements by whom they are about, through merges, and those about nobody", () => {
  expect(found("norrland")).toEqual(["c2", "c3"]);
  expect(found("", { about: ["mills"] })).toEqual(["c2", "c3"]);
  expect(found("", { about: ["ines"] })).toEqual(["c3"]);
  expect(found("", { about: ["-"] })).toEqual(["c1"]);
});
