// German words of the desktop’s menu and dialogs.
import type { menu as english } from "../en/menu.ts";
import type { Translated } from "../translated.ts";

export const menu = {} as const satisfies Translated<typeof english>;
