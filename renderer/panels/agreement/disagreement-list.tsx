// The disagreements behind a number, or all of them, the most disputed first; each leads to the comparison.
import { X } from "lucide-react";
import type { Id } from "../../../shared/model/id.ts";
import type { Tagset } from "../../../shared/model/tagset.ts";
import type { DisputedUnit } from "../../../shared/review/agreement/disputed.ts";
import { listedDisagreements, type Measuring, type MeasuringState } from "../../state/review/measuring.ts";
import { Button } from "../../ui/button.tsx";
import { OutsideText, plainText } from "../../ui/outside-text.tsx";
import { useWords } from "../../ui/words.tsx";
import { aspectName } from "../review-compare/said-words.ts";
import { TypeForm } from "../span/type-form.tsx";

interface Props {
  readonly measuring: Measuring;
  readonly state: MeasuringState;
  readonly tagset: Tagset;
  /** Opens the comparison on these units of one article. */
  onCompare(article: Id, units: readonly DisputedUnit[]): void;
}

/** More than these are counted, and opened article by article. */
const mostShown = 200;

export function DisagreementList({ measuring, state, tagset, onCompare }: Props) {
  const { say, tell } = useWords();
  const report = state.result?.report;
  if (!report) return null;
  const units = listedDisagreements(state);
  const articles = report.articles.filter(({ id }) => units.some(({ article }) => article === id));
  return (
    <section
      className="disagreements"
      data-pane="page-details"
      tabIndex={-1}
      aria-labelledby="disagreements-title"
    >
      <header className="disagreements-head">
        <h2 id="disagreements-title">
          {state.door ? <OutsideText>{tell(state.door.title)}</OutsideText> : say("measuring.all-disputed")}
        </h2>
        <p className="quiet" role="status">
          {say("measuring.counted", { count: units.length })}
          {units.length > 0 &&
            `, ${say(`measuring.${state.door ? state.door.filter.how : state.how}`).toLowerCase()}`}
        </p>
        {state.door && (
          <Button look="quiet-button" onPress={() => measuring.show({ door: null })}>
            <X size={12} aria-hidden /> {say("measuring.show-everything")}
          </Button>
        )}
        {articles.map(({ id, title }) => (
          <Button
            key={id}
            look="quiet-button"
            onPress={() =>
              onCompare(
                id,
                units.filter(({ article }) => article === id),
              )
            }
          >
            <span className="cut">{say("measuring.open-all", { title: plainText(title) })}</span>
          </Button>
        ))}
      </header>
      {units.length === 0 && <p className="pane-empty quiet">{say("measuring.none")}</p>}
      <ul className="disagreement-list">
        {units.slice(0, mostShown).map((unit) => (
          <Unit
            key={`${unit.article} ${unit.kind} ${unit.members.join()}`}
            {...{ unit, tagset }}
            title={report.articles.find(({ id }) => id === unit.article)?.title ?? ""}
            how={state.door?.filter.how ?? state.how}
            onOpen={() => onCompare(unit.article, [unit])}
          />
        ))}
      </ul>
      {units.length > mostShown && (
        <p className="quiet disagreements-more">{say("measuring.shown-first", { count: mostShown })}</p>
      )}
      {report.unlisted > 0 && (
        <p className="quiet disagreements-more">{say("measuring.unlisted", { count: report.unlisted })}</p>
      )}
    </section>
  );
}

interface UnitProps {
  readonly unit: DisputedUnit;
  readonly tagset: Tagset;
  readonly title: string;
  readonly how: "strict" | "lenient";
  onOpen(): void;
}

function Unit({ unit, tagset, title, how, onOpen }: UnitProps) {
  const { say, tell, list } = useWords();
  const differing = unit.differences.filter(({ isPassed }) => how === "strict" || !isPassed);
  const names = [...new Set(differing.map((one) => tell(aspectName(one, tagset))))];
  return (
    <li>
      <button
        type="button"
        className="disagreement"
        aria-label={`${say("measuring.open-unit", { quote: plainText(unit.quote) })} (${list(names)}; ${plainText(title)})`}
        onClick={onOpen}
      >
        <span className="disagreement-quote">
          {unit.type !== null && <TypeForm tagset={tagset} type={unit.type} />}
          <OutsideText>{unit.quote === "" ? "–" : unit.quote}</OutsideText>
        </span>
        <span className="disagreement-what">
          {list(names)}
          <span className="quiet">
            {" · "}
            <OutsideText>{title}</OutsideText>
          </span>
        </span>
      </button>
    </li>
  );
}
