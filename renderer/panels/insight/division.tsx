// Dividing the figures of a view by what is said of articles: their publisher, their author or their month.
import type { ReactNode } from "react";
import type { Words } from "../../../shared/words/say.ts";
import { enterPaneOnceShown } from "../../actions/panes.ts";
import { useStore } from "../../lib/store.ts";
import { insightOf } from "../../state/insight/insight.ts";
import { Press } from "../../ui/button.tsx";
import { ChoiceField } from "../../ui/choice-field.tsx";
import { OutsideText } from "../../ui/outside-text.tsx";
import { useWords } from "../../ui/words.tsx";
import { usePanels } from "../app-context.tsx";
import { timeName } from "./time-names.ts";

const divisions = ["none", "publisher", "author", "month", "year"] as const;
export type Division = (typeof divisions)[number];

/** The division that is picked, and the field that picks another. */
export function useDivision(): readonly [Division, ReactNode] {
  const insight = insightOf(usePanels().workspace);
  const { say } = useWords();
  const picked = useStore(insight.state, ({ picks }) => picks.division);
  const division = divisions.find((id) => id === picked) ?? "none";
  return [
    division,
    <ChoiceField
      key="division"
      label={say("figures.division")}
      value={division}
      options={divisions.map((id) => ({ id, name: say(`figures.by-${id}`) }))}
      onChange={(id) => insight.pick("division", id)}
    />,
  ];
}

const factOf = { publisher: "publisher", month: "month", year: "date" } as const;

interface HeadProps {
  readonly division: Division;
  /** `null`: the part whose value is not known. */
  readonly part: string | null;
  readonly name: string;
}

/** The name of a part of a division. Of what is not known it leads to the articles, to be filled in. */
export function DivisionHead({ division, part, name }: HeadProps) {
  const insight = insightOf(usePanels().workspace);
  const { say } = useWords();
  const fact = division === "none" || division === "author" || part !== null ? null : factOf[division];
  const isOpen = useStore(insight.state, ({ missingFact }) => fact !== null && missingFact === fact);
  if (fact === null) return <OutsideText>{name}</OutsideText>;
  return (
    <Press
      className="insight-door"
      aria-label={say("figures.fill-in", { name })}
      aria-pressed={isOpen}
      onPress={() => {
        insight.showMissing(fact);
        enterPaneOnceShown("page-details");
      }}
    >
      {name}
    </Press>
  );
}

/** What a part of a division is called; `null`: the one whose value is not known. */
export function divisionName(
  division: Exclude<Division, "none">,
  key: string | null,
  words: Pick<Words, "say" | "locale">,
): string {
  if (key === null) return words.say(`figures.no-${division}`);
  return division === "month" ? timeName("month", key, words) : key;
}
