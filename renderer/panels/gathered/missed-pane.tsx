// Possibly missed attributions in the articles that were begun: quotations without a claim, words of saying without a card. Each is opened
// in its article, or said to need nothing, by one key.

import { useEffect, useMemo } from "react";
import { dropMiss, openPlace } from "../../actions/gathered.ts";
import { useStore } from "../../lib/store.ts";
import { type ListedMiss, listMissed } from "../../state/review/gathered-lists.ts";
import { gatheringOf } from "../../state/review/gathering.ts";
import { Button } from "../../ui/button.tsx";
import { ChoiceField } from "../../ui/choice-field.tsx";
import { OpeningList } from "../../ui/opening-list.tsx";
import { OutsideText } from "../../ui/outside-text.tsx";
import { useWords } from "../../ui/words.tsx";
import { ActionKeys } from "../action-keys.tsx";
import { usePanels, useSession } from "../app-context.tsx";
import type { Page, PageProps } from "../page.ts";
import { InContext } from "../suggestions/in-context.tsx";
import { missedTitle } from "../suggestions/part-words.ts";
import { GatheredFrame } from "./gathered-frame.tsx";
import { PutAsideList, putAsideOf } from "./put-aside-list.tsx";

/** Pixels of a closed row. */
const rowHeight = 52;

function MissedPane({ project }: PageProps) {
  const panels = usePanels();
  const { say } = useWords();
  const session = useSession();
  const gathering = gatheringOf(panels.workspace);
  const state = useStore(gathering.state, (value) => value);
  const { miss: chosen, onlyHere, isAside } = useStore(gathering.view, (value) => value);
  useEffect(() => gathering.follow("missed"), [gathering]);
  const only = onlyHere ? (session?.article.id ?? null) : null;
  const listedMisses = useMemo(() => listMissed(state.missed, only), [state.missed, only]);
  const openIndex = chosen === null ? -1 : listedMisses.findIndex(({ key }) => key === chosen);
  const readOnly = project.readOnly !== null;
  return (
    <GatheredFrame
      label={say("gathered.missed-title")}
      state={state}
      counted={say("suggestions.missed-count", { count: listedMisses.length })}
      note={
        isAside
          ? say("gathered.missed-aside-about")
          : say("gathered.missed-about", { unbegun: state.missed?.unbegun ?? 0 })
      }
      keyHelp={say("gathered.missed-keys")}
      filters={
        <ChoiceField
          label={say("gathered.where")}
          labelHidden
          value={onlyHere ? "here" : "project"}
          options={[
            { id: "project", name: say("suggestions.measure-project") },
            { id: "here", name: say("suggestions.measure-article") },
          ]}
          onChange={(id) => gathering.view.patch({ onlyHere: id === "here", miss: null })}
        />
      }
    >
      {isAside ? (
        <PutAsideList all={putAsideOf(state.rejections, "missed")} readOnly={readOnly} />
      ) : (
        <OpeningList
          label={say("gathered.missed-title")}
          items={listedMisses}
          rowHeight={rowHeight}
          open={openIndex}
          keyOf={({ key }) => key}
          goTo={({ key }) => gathering.view.patch({ miss: key })}
          close={() => gathering.view.patch({ miss: null })}
          row={(miss) => <MissRow miss={miss} />}
          detail={(miss) => <MissDetail miss={miss} readOnly={readOnly} />}
          onOpenRowKey={(miss, event) => {
            if (event.key !== "Enter") return;
            event.preventDefault();
            void openPlace(panels, miss.article, miss.segment);
          }}
        />
      )}
      {state.missed !== null && !isAside && listedMisses.length === 0 && (
        <p className="pane-empty quiet">{say("gathered.nothing-missed")}</p>
      )}
    </GatheredFrame>
  );
}

function MissRow({ miss }: { readonly miss: ListedMiss }) {
  const { say, percent } = useWords();
  const title = useStore(
    usePanels().workspace.state,
    ({ articles }) => articles.find(({ id }) => id === miss.article)?.title ?? "",
  );
  return (
    <span className="opening-says">
      <span className="opening-quote cut">
        {miss.kind === "quotation" ? (
          <OutsideText>{miss.segment.quote}</OutsideText>
        ) : (
          <InContext segment={miss.segment} />
        )}
      </span>
      <span className="quiet cut">
        {say(missedTitle(miss))} · {percent(miss.likely)} · <OutsideText>{title}</OutsideText>
      </span>
    </span>
  );
}

function MissDetail({ miss, readOnly }: { readonly miss: ListedMiss; readonly readOnly: boolean }) {
  const panels = usePanels();
  const { say } = useWords();
  const { article, segment } = miss;
  return (
    <>
      <p className="gathered-words">
        <InContext segment={segment} />
      </p>
      <div className="gathered-buttons">
        <Button look="primary" onPress={() => void openPlace(panels, article, segment)}>
          {say("gathered.show-in-article")} <ActionKeys action="open-missed" />
        </Button>
        {!readOnly && (
          <Button onPress={() => dropMiss(panels, miss)}>
            {say("gathered.waive")} <ActionKeys action="waive-missed" />
          </Button>
        )}
      </div>
    </>
  );
}

export const missedPage: Page = { Body: MissedPane };
