// The themes in the order in which they are offered.
import type { Theme } from "../../../shared/api/contract.ts";

export const themeChoices = ["system", "light", "dark", "high-contrast"] as const satisfies readonly Theme[];
