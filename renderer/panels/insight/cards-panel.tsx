// The cards behind a figure, beside the view that shows it: who says what in which article. Enter goes to the words. A number that counts articles has
// those in their place.
import { type ReactNode, useCallback, useEffect, useMemo, useState } from "react";
import { ApiError } from "../../../shared/errors/errors.ts";
import type { CountedCard } from "../../../shared/insight/figure-cards.ts";
import { setFromJson } from "../../../shared/model/annotation-set.ts";
import { claimWords, cueWords, voiceWords } from "../../../shared/model/card-words.ts";
import type { Id } from "../../../shared/model/id.ts";
import { get, tableOf } from "../../../shared/model/table.ts";
import { goToArticle } from "../../actions/articles.ts";
import { openStatement } from "../../actions/statements.ts";
import { useStore } from "../../lib/store.ts";
import { type ChosenArticles, type ChosenCards, insightOf } from "../../state/insight/insight.ts";
import type { Workspace } from "../../state/project/workspace.ts";
import { showPage } from "../../state/window/ui-state.ts";
import { Button } from "../../ui/button.tsx";
import { OpeningList } from "../../ui/opening-list.tsx";
import { OutsideText } from "../../ui/outside-text.tsx";
import { useWords } from "../../ui/words.tsx";
import { usePanels } from "../app-context.tsx";
import { useTitles } from "../use-titles.ts";
import { DetailsPane } from "./details-pane.tsx";

/** Pixels of a row. */
const rowHeight = 74;
const articleRowHeight = 34;

interface PanelProps {
  readonly chosen: ChosenCards;
  /** What gives the values that are not known, above the cards. */
  readonly unknown?: ReactNode;
}

export function CardsPanel({ chosen, unknown }: PanelProps) {
  const { workspace, ui } = usePanels();
  const { say, tell } = useWords();
  const { cards, title } = chosen;
  return (
    <DetailsPane
      title={tell(title)}
      about={
        <p className="quiet" role="status">
          {say("figures.cards-counted", { count: cards.length })}
        </p>
      }
      closeLabel={say("figures.close-cards")}
      onClose={insightOf(workspace).closeDetails}
    >
      {unknown}
      {cards.length > 0 && (
        <Button look="quiet-button" onPress={() => showPage(ui, "statements")}>
          {say("figures.show-as-table")}
        </Button>
      )}
      <CardList chosen={chosen} />
    </DetailsPane>
  );
}

/** Articles that a number counts; each leads to its text. */
export function ArticlesPanel({ chosen: { title, articles } }: { readonly chosen: ChosenArticles }) {
  const panels = usePanels();
  const { workspace } = panels;
  const { say, tell } = useWords();
  const insight = insightOf(workspace);
  const at = useStore(insight.state, ({ cardAt }) => cardAt);
  const titles = useTitles();
  const indexes = useMemo(() => articles.map((_, index) => index), [articles]);
  return (
    <DetailsPane
      title={tell(title)}
      about={
        <p className="quiet" role="status">
          {say("figures.units", { n: articles.length, unit: "article" })}
        </p>
      }
      closeLabel={say("figures.close-facts")}
      onClose={insight.closeDetails}
    >
      <OpeningList
        label={tell(title)}
        items={indexes}
        rowHeight={articleRowHeight}
        open={Math.min(at, articles.length - 1)}
        takesKeyboardBack
        keyOf={String}
        goTo={insight.goToCard}
        row={(index) => (
          <span className="opening-says">
            <span className="cut">
              <OutsideText>{titles.get(articles[index] ?? "") ?? say("figures.article-gone")}</OutsideText>
            </span>
          </span>
        )}
        detail={() => null}
        onPress={(index) => {
          const article = articles[index];
          if (article !== undefined && titles.has(article)) void goToArticle(panels, article);
        }}
      />
    </DetailsPane>
  );
}

function CardList({ chosen }: { readonly chosen: ChosenCards }) {
  const panels = usePanels();
  const { workspace } = panels;
  const insight = insightOf(workspace);
  const { tell } = useWords();
  const at = useStore(insight.state, ({ cardAt }) => cardAt);
  const titles = useTitles();
  const read = useCardReader(workspace, chosen);
  const { cards, title } = chosen;
  const indexes = useMemo(() => cards.map((_, index) => index), [cards]);
  return (
    <OpeningList
      label={tell(title)}
      items={indexes}
      rowHeight={rowHeight}
      open={Math.min(at, cards.length - 1)}
      takesKeyboardBack
      keyOf={String}
      goTo={insight.goToCard}
      row={(index) => {
        const card = cards[index];
        return card && <CardRow card={card} title={titles.get(card.article) ?? ""} read={read} />;
      }}
      detail={() => null}
      onPress={(index) => {
        const card = cards[index];
        if (card) void openStatement(panels, card);
      }}
    />
  );
}

/** A card in words, as its set has it now. */
interface CardLine {
  readonly who: string;
  readonly cue: string;
  readonly claim: string;
}

/** `null`: it is not there any more, or cannot be read. */
type ReadCard = (card: CountedCard) => Promise<CardLine | null>;

/** Reads each article once for all the rows that show a card of it. */
function useCardReader(workspace: Workspace, chosen: ChosenCards): ReadCard {
  // Another list is read anew: marks may have changed since.
  const readings = useMemo(
    () => ({ chosen, byArticle: new Map<Id, ReturnType<typeof readSets>>() }),
    [chosen],
  );
  return useCallback(
    async ({ article, annotator, card }) => {
      const reading = readings.byArticle.get(article) ?? readSets(workspace, article);
      readings.byArticle.set(article, reading);
      const annotations = (await reading)?.get(annotator);
      const attribution = annotations && get(annotations.set.attributions, card);
      if (!annotations || !attribution) return null;
      return {
        who: voiceWords(attribution, annotations),
        cue: cueWords(attribution, annotations),
        claim: claimWords(attribution, annotations),
      };
    },
    [workspace, readings],
  );
}

async function readSets({ client, call }: Workspace, article: Id) {
  try {
    const { sets, entities } = await call((project) => client.call("review.sets", { project, article }));
    const registry = tableOf(entities);
    return new Map(
      sets.map(({ annotator, set }) => [annotator.id, { set: setFromJson(set), entities: registry }]),
    );
  } catch (error) {
    if (!(error instanceof ApiError)) throw error;
    return null;
  }
}

interface RowProps {
  readonly card: CountedCard;
  /** Of its article. */
  readonly title: string;
  readonly read: ReadCard;
}

function CardRow({ card, title, read }: RowProps) {
  const { say } = useWords();
  const [line, setLine] = useState<CardLine | null | undefined>(undefined);
  useEffect(() => {
    let isShown = true;
    void read(card).then((words) => isShown && setLine(words));
    return () => {
      isShown = false;
    };
  }, [card, read]);
  return (
    <span className="opening-says">
      <span className="cut">
        <strong>
          <OutsideText>{line ? line.who || say("figures.no-voice") : ""}</OutsideText>
        </strong>{" "}
        <OutsideText>{line?.cue ?? ""}</OutsideText>
      </span>
      <span className="opening-quote cut">
        {line === null ? (
          <span className="quiet">{say("figures.card-gone")}</span>
        ) : (
          <OutsideText>{line?.claim ?? "…"}</OutsideText>
        )}
      </span>
      <span className="quiet cut">
        <OutsideText>{title}</OutsideText>
      </span>
    </span>
  );
}
