// A method of the contract, as a type, and the inputs that many of them ask for.
import { z } from "zod";
import { limits } from "../../schema/limits.ts";
import { id } from "../../schema/model.ts";

export const path = z.string().min(1).max(limits.pathLength);
export const name = z.string().trim().min(1).max(200);
/** Names an open project in every later call; made anew at each opening. */
export const project = id;
export const none = z.strictObject({});

/** `method`: its input's schema; the result is named by the type parameter. */
export function method<Result>() {
  return <Input extends z.ZodType>(input: Input): { input: Input; result?: Result } => ({ input });
}
