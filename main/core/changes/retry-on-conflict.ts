// Rebuilds a step and applies it again when another window saved in between, at most five times.
import { ApiError } from "../../../shared/errors/errors.ts";

/** How often a step is built before the conflict is told. */
const mostAttempts = 5;

/**
 * Builds something and applies it; where that meets a conflict, all over again. `attempt` is 1 at the first. Rejects with whatever
 * the building says, and with what the last application said.
 */
export async function retryOnConflict<Draft, Answer>(
  build: (attempt: number) => Promise<Draft>,
  apply: (draft: Draft) => Promise<Answer>,
): Promise<Answer> {
  for (let attempt = 1; ; attempt += 1) {
    const draft = await build(attempt);
    try {
      return await apply(draft);
    } catch (error) {
      if (!(error instanceof ApiError) || error.code !== "conflict" || attempt === mostAttempts) throw error;
    }
  }
}
