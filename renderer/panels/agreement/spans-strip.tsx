// The article from beginning to end as a strip: a lane for each annotator with their spans, a row a type within it, and below
// them where they differ.
import { useEffect, useState } from "react";
import { ApiError } from "../../../shared/errors/errors.ts";
import type { AnnotationSetJson } from "../../../shared/model/annotation-set.ts";
import type { Id } from "../../../shared/model/id.ts";
import type { Range } from "../../../shared/model/range.ts";
import type { Tagset } from "../../../shared/model/tagset.ts";
import { disagreementsOf } from "../../../shared/review/agreement/disputed.ts";
import type { AgreementReport } from "../../../shared/review/agreement/report.ts";
import type { Person } from "../../../shared/review/people.ts";
import { typeName } from "../../../shared/words/tagset-words.ts";
import { typeColour } from "../../editor/mark-styles.ts";
import type { MeasuringState } from "../../state/review/measuring.ts";
import { Button } from "../../ui/button.tsx";
import { ChoiceField } from "../../ui/choice-field.tsx";
import { plainText } from "../../ui/outside-text.tsx";
import { useWords } from "../../ui/words.tsx";
import { usePanels } from "../app-context.tsx";
import { PersonMark, saidPerson } from "../review-compare/person-mark.tsx";
import { TypeForm } from "../span/type-form.tsx";

interface Props {
  readonly state: MeasuringState;
  readonly report: AgreementReport;
  readonly tagset: Tagset;
  readonly people: readonly Person[];
  onCompare(article: Id): void;
}

interface Strip {
  readonly article: Id;
  readonly length: number;
  /** In the order of the people. */
  readonly sets: readonly (AnnotationSetJson | undefined)[];
}

const rowHeight = 7;
const width = 1000;

export function SpansStrip({ state, report, tagset, people, onCompare }: Props) {
  const { say, tell } = useWords();
  const [chosen, setChosen] = useState<Id | null>(null);
  const article = report.articles.find(({ id }) => id === chosen) ?? report.articles[0];
  const id = article?.id ?? null;
  const strip = useStrip(id, people);
  if (!article || id === null) return null;
  return (
    <section>
      <h2 id="agreement-strip">{say("measuring.strip")}</h2>
      <div className="pair-choices">
        <ChoiceField
          label={say("measuring.strip-article")}
          value={id}
          options={report.articles.map((one) => ({ id: one.id, name: plainText(one.title) }))}
          onChange={setChosen}
        />
        <Button onPress={() => onCompare(id)}>{say("measuring.open-compare")}</Button>
        <ul className="strip-types">
          {tagset.spanTypes.map((type) => (
            <li key={type.id}>
              <TypeForm tagset={tagset} type={type.id} />
              {tell(typeName(type))}
            </li>
          ))}
        </ul>
      </div>
      <div className="strip">
        <ul className="strip-people" style={{ gridAutoRows: `${laneHeight(tagset)}px` }}>
          {people.map((person) => (
            <li key={person.letter}>
              <PersonMark person={person} />
            </li>
          ))}
          <li className="quiet">{say("measuring.strip-differs")}</li>
        </ul>
        <StripPicture
          people={people}
          tagset={tagset}
          strip={strip}
          disputed={disagreementsOf(report.disputed, { how: state.how, articles: [id] })}
        />
      </div>
    </section>
  );
}

/** Everybody's spans of an article; `null` while they are being read, and where they cannot be. */
function useStrip(id: Id | null, people: readonly Person[]): Strip | null {
  const { workspace } = usePanels();
  const [strip, setStrip] = useState<Strip | null>(null);
  const ids = people.map((person) => person.id).join();
  useEffect(() => {
    if (id === null) return;
    let isWanted = true;
    workspace
      .call((project) => workspace.client.call("review.sets", { project, article: id }))
      .then(({ text, sets }) => {
        const annotatorSets = ids
          .split(",")
          .map((who) => sets.find(({ annotator }) => annotator.id === who)?.set);
        if (isWanted) setStrip({ article: id, length: Math.max(1, text.length), sets: annotatorSets });
      })
      .catch((error: unknown) => {
        if (!(error instanceof ApiError)) throw error;
        if (isWanted) setStrip(null);
      });
    return () => {
      isWanted = false;
    };
  }, [workspace, id, ids]);
  return strip?.article === id ? strip : null;
}

const laneHeight = (tagset: Tagset): number => tagset.spanTypes.length * rowHeight + 4;

interface StripPictureProps extends Pick<Props, "people" | "tagset"> {
  readonly strip: Strip | null;
  readonly disputed: ReturnType<typeof disagreementsOf>;
}

function StripPicture({ people, tagset, strip, disputed }: StripPictureProps) {
  const { say, list } = useWords();
  const height = laneHeight(tagset);
  const counts = people.map((person, at) =>
    say("measuring.strip-person", {
      person: saidPerson(person, say),
      count: strip?.sets[at]?.spans.length ?? 0,
    }),
  );
  return (
    <svg
      role="img"
      aria-label={say("measuring.strip-picture", { people: list(counts) })}
      className="strip-picture"
      viewBox={`0 0 ${width} ${(people.length + 1) * height}`}
      preserveAspectRatio="none"
      style={{ height: (people.length + 1) * height }}
    >
      {people.map((person, lane) => (
        <g key={person.letter} transform={`translate(0 ${lane * height})`}>
          <rect className="strip-lane" y={1} width={width} height={height - 2} />
          {strip && <SpanRects spans={strip.sets[lane]?.spans ?? []} tagset={tagset} strip={strip} />}
        </g>
      ))}
      <g transform={`translate(0 ${people.length * height})`}>
        <rect className="strip-lane" y={1} width={width} height={height - 2} />
        {disputed.map(({ place, members }) =>
          place ? (
            <rect
              key={members.join()}
              className="strip-differs"
              {...acrossOf(place, strip)}
              y={2}
              height={height - 4}
            />
          ) : null,
        )}
      </g>
    </svg>
  );
}

/** Where a range lies on the picture from left to right; what is short is seen all the same. */
function acrossOf({ start, end }: Range, strip: Strip | null): { x: number; width: number } {
  const x = (offset: number): number => (offset / (strip?.length ?? 1)) * width;
  return { x: x(start), width: Math.max(1.5, x(end) - x(start)) };
}

interface SpanRectsProps extends Pick<Props, "tagset"> {
  readonly strip: Strip;
  readonly spans: AnnotationSetJson["spans"];
}

/** One person's spans, a row a type. */
function SpanRects({ spans, tagset, strip }: SpanRectsProps) {
  return spans.flatMap(({ id, type, segments }) => {
    const row = tagset.spanTypes.findIndex((spanType) => spanType.id === type);
    if (row < 0) return [];
    return segments.map((segment) => (
      <rect
        key={`${id} ${segment.start}`}
        {...acrossOf(segment, strip)}
        y={2 + row * rowHeight}
        height={rowHeight - 1.5}
        style={{ fill: `var(${typeColour(row)})` }}
      />
    ));
  });
}
