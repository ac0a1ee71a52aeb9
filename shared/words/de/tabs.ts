// German words of the tabs over the article.
import type { tabs as english } from "../en/tabs.ts";
import type { Translated } from "../translated.ts";

export const tabs = {
  tabs: "Geöffnete Artikel",
  open: "In neuem Reiter öffnen",
  close: "Reiter schließen",
  "close-named": "Reiter schließen: {title}",
  "next-tab": "Nächster Reiter",
  "previous-tab": "Voriger Reiter",
} as const satisfies Translated<typeof english>;
