// German words of the workbench: bars, banners, notices and status.
import type { workbench as english } from "../en/workbench.ts";
import type { Translated } from "../translated.ts";

export const workbench = {} as const satisfies Translated<typeof english>;
