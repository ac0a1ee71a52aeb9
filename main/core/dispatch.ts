// The door: is the name known, does the input fit, then the handler, then the reply. Never throws or rejects.
import type { z } from "zod";
import type { Reply } from "../../shared/api/client.ts";
import { contract, type Method, type ParsedInput, type Result } from "../../shared/api/contract.ts";
import { ApiError } from "../../shared/errors/errors.ts";
import type { Id } from "../../shared/model/id.ts";
import { limits } from "../../shared/schema/limits.ts";
import { isDeeperThan } from "../storage/files/json-text.ts";
import type { Log } from "./log.ts";

/** One function a method. Throws an `ApiError` for what may happen; anything else it throws is our fault. */
export type Handlers = {
  readonly [M in Method]: (input: ParsedInput<M>, client: Id) => Promise<Result<M>> | Result<M>;
};

/** Those of a domain: of a file of `shared/api/methods/`. */
export type HandlersFor<Methods> = Pick<Handlers, keyof Methods & Method>;

/** Those whose names begin so, as `find` in `find.search`. */
export type HandlersNamed<Beginning extends string> = Pick<
  Handlers,
  Extract<Method, `${Beginning}.${string}`>
>;

type Dispatch = (name: string, input: unknown, client: Id) => Promise<Reply>;

/** What no handler foresaw is logged in full under a number, and answered as `internal` with that number. */
export function createDispatch(handlers: Handlers, log: Log, newId: () => Id): Dispatch {
  return async (name, input, client) => {
    try {
      if (!isMethod(name)) throw new ApiError("method-unknown", { method: String(name).slice(0, 100) });
      const handler = handlers[name] as (input: unknown, client: Id) => unknown;
      return { ok: true, value: await handler(parsedInput(name, input), client) };
    } catch (error) {
      if (error instanceof ApiError) return { ok: false, error: error.toData() };
      const id = newId().slice(0, 8);
      log.error(`call ${name}`, error, id);
      return { ok: false, error: new ApiError("internal", { id }).toData() };
    }
  };
}

const isMethod = (name: string): name is Method => Object.hasOwn(contract, name);

function parsedInput(method: Method, input: unknown): unknown {
  if (isDeeperThan(input, limits.jsonDepth))
    throw new ApiError("limit-passed", { method, path: "", why: "levels", limit: limits.jsonDepth });
  const parsed = contract[method].input.safeParse(input);
  if (parsed.success) return parsed.data;
  throw refusalOf(method, parsed.error.issues);
}

/** By the first issue: input that would fit but for a limit says which one, and how much is taken. */
function refusalOf(method: Method, [issue]: readonly z.core.$ZodIssue[]): ApiError {
  if (!issue) return new ApiError("input-invalid", { method, path: "", problem: "" });
  const passed = limitPassed(issue);
  if (!passed) return new ApiError("input-invalid", { method, path: pathOf(issue), problem: issue.message });
  const { origin, maximum } = passed;
  return new ApiError("limit-passed", {
    ...{ method, path: pathOf(passed), limit: Number(maximum) },
    why: origin === "string" ? "characters" : origin === "array" ? "entries" : "number",
  });
}

const pathOf = ({ path }: Pick<z.core.$ZodIssue, "path">): string => path.map(String).join(".");

/** The limit that alone keeps input from fitting; of several forms it fits one but for that. */
function limitPassed(issue: z.core.$ZodIssue): z.core.$ZodIssueTooBig | null {
  if (issue.code === "too_big") return issue;
  if (issue.code !== "invalid_union") return null;
  for (const issues of issue.errors) {
    const limits = issues.map(limitPassed);
    const [first] = limits;
    if (first && !limits.includes(null)) return { ...first, path: [...issue.path, ...first.path] };
  }
  return null;
}
