// Steps that are made from what stands: what another window saves between the making and the check makes them anew.
import { ApiError } from "../../../shared/errors/errors.ts";

/** How often a step is made before the conflict is told. */
const most = 5;

/**
 * Makes something and applies it; where that meets a conflict, all over again. `tried` is 1 at the first making. Rejects with
 * whatever the making says, and with what the last application said.
 */
export async function makeAndApply<Made, Answer>(
  make: (tried: number) => Promise<Made>,
  apply: (made: Made) => Promise<Answer>,
): Promise<Answer> {
  for (let tried = 1; ; tried += 1) {
    const draft = await make(tried);
    try {
      return await apply(draft);
    } catch (error) {
      if (!(error instanceof ApiError) || error.code !== "conflict" || tried === most) throw error;
    }
  }
}
