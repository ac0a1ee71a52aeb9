// Every limit of the contract: input that would fit but for it is refused as what it is, with the place and with how much is taken.
import { expect, test } from "vitest";
import { z } from "zod";
import { createDispatch, type Handlers } from "../../../main/core/dispatch.ts";
import { contract } from "../../../shared/api/contract.ts";
import { explain } from "../../../shared/errors/explain.ts";
import { languages, localeFor } from "../../../shared/words/language.ts";
import { createWords } from "../../../shared/words/say.ts";
import { hasRepetition } from "../../helpers/tier.ts";

type Schema = z.core.$ZodType;
type Def = z.core.$ZodTypes["_zod"]["def"];

/** The least that fits most strings of the contract: an id, a name, a day, a path, a hash, and no bytes as Base64. */
const strings = ["a", "2026-01-01", "/a", "", "a".repeat(64), "2026-01-01T00:00:00.000Z", "0".repeat(64)];

const defOf = (schema: Schema): Def => (schema as z.core.$ZodTypes)._zod.def;

/** Something that fits a schema; `undefined` for what may be absent. */
function sampleOf(schema: Schema): unknown {
  const def = defOf(schema);
  switch (def.type) {
    case "string":
      return strings.find((one) => z.safeParse(schema, one).success);
    case "number":
      return [0, 1, ...leastOf(def)].find((one) => z.safeParse(schema, one).success);
    case "boolean":
      return false;
    case "nullable":
    case "null":
      return null;
    case "array":
      return [[], [sampleOf(def.element)], [sampleOf(def.element), other(def.element)]].find(
        (one) => z.safeParse(schema, one).success,
      );
    case "tuple": {
      const [first, ...rest] = def.items;
      return first ? [sampleOf(first), ...rest.map(other)] : [];
    }
    case "object":
      return Object.fromEntries(
        Object.entries(def.shape).flatMap(([name, field]) => {
          const value = sampleOf(field);
          return value === undefined ? [] : [[name, value]];
        }),
      );
    case "record":
      return {};
    case "enum":
      return Object.values(def.entries)[0];
    case "literal":
      return def.values[0];
    case "union":
      return def.options.map(sampleOf).find((one) => one !== undefined);
    case "readonly":
    case "nonoptional":
      return sampleOf(def.innerType);
    case "pipe":
      return sampleOf(def.in);
    case "lazy":
      return sampleOf(def.getter());
    default:
      return undefined;
  }
}

/** The numbers that are just large enough. */
const leastOf = ({ checks = [] }: Def): readonly number[] =>
  checks.flatMap((check) => {
    const { value, check: kind } = check._zod.def as { value?: number; check: string };
    return kind === "greater_than" && value !== undefined ? [value] : [];
  });

/** Another one, where two must differ. */
const other = (schema: Schema): unknown =>
  defOf(schema).type === "string"
    ? ["b", "/b"].find((one) => z.safeParse(schema, one).success)
    : sampleOf(schema);

interface Oversized {
  readonly value: unknown;
  readonly path: readonly (string | number)[];
  readonly limit: number;
}

/** The most that a quick run makes of anything: the longest texts and lists take seconds each. */
const most = hasRepetition ? 20_000_000 : 20_000;

/** The limit that a schema itself sets, as far as it can be passed in a moment. */
function limitOf({ checks = [] }: Def): number | null {
  for (const check of checks) {
    const {
      maximum,
      value,
      check: kind,
    } = check._zod.def as { maximum?: number; value?: number; check: string };
    const limit = kind === "max_length" ? maximum : kind === "less_than" ? value : undefined;
    if (limit !== undefined && limit < (kind === "max_length" ? most : Number.MAX_SAFE_INTEGER)) return limit;
  }
  return null;
}

/** What fits but for one limit, for each limit in a schema, as far as `depth` levels. */
function oversizedIn(schema: Schema, depth = 8): readonly Oversized[] {
  if (depth === 0) return [];
  const def = defOf(schema);
  const limit = limitOf(def);
  const inside = (one: Schema): readonly Oversized[] => oversizedIn(one, depth - 1);
  switch (def.type) {
    case "string":
      return limit === null ? [] : [{ value: "a".repeat(Math.ceil((limit + 1) / 4) * 4), path: [], limit }];
    case "number":
      return limit === null ? [] : [{ value: limit + 1, path: [], limit }];
    case "array": {
      const own =
        limit === null ? [] : [{ value: new Array(limit + 1).fill(sampleOf(def.element)), path: [], limit }];
      const within = inside(def.element).map(({ value, path, ...of }) => ({
        ...of,
        value: [value],
        path: [0, ...path],
      }));
      return [...own, ...within];
    }
    case "object": {
      const whole = sampleOf(schema) as object;
      // Where an example has to be like nothing that is tried here, its limits are those of its parts elsewhere.
      if (!z.safeParse(schema, whole).success) return [];
      return Object.entries(def.shape).flatMap(([name, field]) =>
        inside(field).map(({ value, path, ...of }) => ({
          ...of,
          value: { ...whole, [name]: value },
          path: [name, ...path],
        })),
      );
    }
    case "union":
      return def.options.flatMap(inside);
    case "nullable":
    case "optional":
    case "readonly":
    case "nonoptional":
      return oversizedIn(def.innerType, depth);
    case "pipe":
      return oversizedIn(def.in, depth);
    case "lazy":
      return inside(def.getter());
    default:
      return [];
  }
}

const handlers = new Proxy({} as Handlers, { get: () => () => null });
const dispatch = createDispatch(
  handlers,
  { error: (...what: unknown[]) => expect.fail(String(what)) } as never,
  () => "id",
);

test("whatever is more than a method takes is refused by its limit, with the place and with what to do", async () => {
  let found = 0;
  for (const [name, { input }] of Object.entries(contract)) {
    if (!z.safeParse(input, sampleOf(input)).success) continue;
    for (const { value, path, limit } of oversizedIn(input)) {
      found += 1;
      const reply = await dispatch(name, value, "window");
      const at = `${name} ${path.join(".")}`;
      if (reply.ok) expect.fail(`${at} was taken.`);
      expect({ at, ...reply.error }).toMatchObject({
        ...{ at, code: "invalidInput", problem: "limit-passed" },
        detail: { method: name, path: path.join("."), limit },
      });
    }
  }
  expect(found).toBeGreaterThan(200);
});

test("the sentence says where it is too much, how much is taken, and what to do", () => {
  for (const language of languages) {
    const { tell, number } = createWords(localeFor(language, []));
    for (const why of ["characters", "entries", "levels", "number"]) {
      const { what, advice } = explain({
        problem: "limit-passed",
        detail: { method: "project.apply", path: "step.note", why, limit: 5_000 },
      });
      expect(tell(what)).toContain("step.note");
      expect(tell(what)).toContain(number(5_000));
      expect(tell(advice)).toMatch(/^[A-Z].*\.$/u);
    }
  }
});
