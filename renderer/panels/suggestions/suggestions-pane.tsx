// The suggestions of an article, in one of several lists: what is offered, what is in no card, what was rejected, and how good they are.
import { useState } from "react";
import { ChoiceField } from "../../ui/choice-field.tsx";
import { useWords } from "../../ui/words.tsx";
import { useSession } from "../app-context.tsx";
import { MeasuredFigures } from "./measured-figures.tsx";
import { MissedList } from "./missed-list.tsx";
import { ModelsLine } from "./models-line.tsx";
import { OfferedList } from "./offered-list.tsx";
import { RejectedList } from "./rejected-list.tsx";
import { SuggestingSwitch } from "./suggesting-switch.tsx";
import { useSuggestions } from "./use-suggestions.ts";
import "../../styles/suggestions.css";

const lists = ["offered", "missed", "rejected", "measure"] as const;

export function SuggestionsPane() {
  const { say } = useWords();
  const session = useSession();
  const { status, proposed, models } = useSuggestions();
  const [list, setList] = useState<(typeof lists)[number]>("offered");
  if (!session) return <p className="pane-empty quiet">{say("suggestions.no-article")}</p>;
  const language = proposed?.language ?? "en";
  return (
    <div className="suggestions">
      <div className="suggestions-head">
        <ChoiceField
          label={say("suggestions.show")}
          labelHidden
          value={list}
          options={lists.map((id) => ({ id, name: say(`suggestions.list-${id}`) }))}
          onChange={(id) => setList(lists.find((one) => one === id) ?? "offered")}
        />
      </div>
      {list === "missed" && <MissedList session={session} />}
      {list === "measure" && <MeasuredFigures session={session} />}
      {list === "rejected" && <RejectedList session={session} />}
      {list === "offered" && status === "off" && <SuggestingSwitch session={session} />}
      {list === "offered" && status === "looking" && (
        <p className="pane-empty quiet" role="status">
          {say("suggestions.looking")}
        </p>
      )}
      {list === "offered" && status === "failed" && (
        <p className="pane-empty quiet" role="status">
          {say("suggestions.failed")}
        </p>
      )}
      {list === "offered" && status === "ready" && (
        <>
          {language !== "en" && (
            <p className="suggestions-note quiet">{say(`suggestions.language-${language}`)}</p>
          )}
          <ModelsLine models={models} />
          <OfferedList session={session} />
        </>
      )}
    </div>
  );
}
