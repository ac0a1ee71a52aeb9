// Holds a value from outside to its schema, however much is wrong with it.
import type { z } from "zod";

type Parsed<T> =
  | { readonly success: true; readonly data: T }
  | {
      readonly success: false;
      readonly issues: readonly { readonly path: readonly PropertyKey[]; readonly message: string }[];
    };

/** As `safeParse`, which throws where a long list is wrong in every entry: it hands all issues on as the arguments of one call. */
export function parsed<T>(schema: z.ZodType<T>, value: unknown): Parsed<T> {
  try {
    const result = schema.safeParse(value);
    return result.success ? result : { success: false, issues: result.error.issues };
  } catch (error) {
    if (!(error instanceof RangeError)) throw error;
    return { success: false, issues: [{ path: [], message: "More is wrong with it than can be listed" }] };
  }
}
