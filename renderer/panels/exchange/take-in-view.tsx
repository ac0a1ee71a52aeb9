// A preview of a colleague's file and of what taking it in would do: article by article and person by person.
import type { TakeInPlanned } from "../../../shared/api/take-in.ts";
import { foldAlike } from "../../../shared/errors/fold-alike.ts";
import type { FileFinding } from "../../../shared/files/finding.ts";
import { leftValuesMessage, passedMessage } from "../../../shared/interchange/tally.ts";
import { useStore } from "../../lib/store.ts";
import type { TakeInInput } from "../../state/project/exchange.ts";
import { ChoiceField } from "../../ui/choice-field.tsx";
import { numbered } from "../../ui/numbered.ts";
import { OutsideText, plainText } from "../../ui/outside-text.tsx";
import { ScrollRegion } from "../../ui/scroll-region.tsx";
import { SegmentedField } from "../../ui/segmented-field.tsx";
import { useWords } from "../../ui/words.tsx";
import { usePanels } from "../app-context.tsx";
import { titleInSentence } from "../title-in-sentence.tsx";
import { byArticle, takesAnything } from "./take-in-refusal.tsx";
import { TakeInSet } from "./take-in-set.tsx";

interface Props {
  readonly seen: { readonly ok: true } & TakeInPlanned;
  readonly choices: TakeInInput;
  readonly decided: TakeInInput["decided"];
  onChoices(choices: TakeInInput): void;
  onDecided(decided: TakeInInput["decided"]): void;
}

export function TakeInView({ seen, choices, decided, onChoices, onDecided }: Props) {
  const { say } = useWords();
  const articles = byArticle(seen, new Set(Object.keys(choices.places)));
  const place = (cameAs: string, where: string): void => {
    const { [cameAs]: _before, ...others } = choices.places;
    const places = where === "bring" ? others : { ...others, [cameAs]: placeOf(cameAs, where) };
    onChoices({ ...choices, places });
  };
  return (
    <>
      <Source seen={seen} />
      <WhichTwin seen={seen} twins={choices.twins} onTwins={(twins) => onChoices({ ...choices, twins })} />
      <WhoseWork seen={seen} own={choices.own} onOwn={(own) => onChoices({ ...choices, own })} />
      {seen.alike.map(({ people, names: [one, other] }) => (
        <p key={people.join()} className="note caution">
          {say("review.alike-note", { one: plainText(one), other: plainText(other) })}
        </p>
      ))}
      <ScrollRegion className="exchange-articles" label={say("handover.what-it-holds")}>
        {articles.length === 0 && <p className="quiet">{say("handover.holds-nothing")}</p>}
        {articles.map(({ cameAs, title, rows, isMissing, isNamesake, among }) => (
          <section key={cameAs} className="exchange-article">
            <h3>
              <OutsideText cut="after-two">{title}</OutsideText>
            </h3>
            {among.length > 0 && (
              <TwinPlace title={title} among={among} onChange={(where) => place(cameAs, where)} />
            )}
            {isNamesake && (
              <p className="note caution">
                {say("handover.is-namesake", { title: plainText(titleInSentence(title)) })}
              </p>
            )}
            {isMissing && (
              <Place
                title={title}
                value={cameAs in choices.places ? (choices.places[cameAs] ?? "leave") : "bring"}
                onChange={(where) => place(cameAs, where)}
              />
            )}
            <ul>
              {rows.map((row) => (
                <TakeInSet
                  key={`${row.annotator.id} ${row.outcome}`}
                  row={row}
                  decided={decided}
                  onDecided={onDecided}
                />
              ))}
            </ul>
          </section>
        ))}
      </ScrollRegion>
      <Sum seen={seen} />
    </>
  );
}

const placeOf = (cameAs: string, where: string): string | null =>
  where === "leave" ? null : where === "own" ? cameAs : where;

function Source({ seen }: Pick<Props, "seen">) {
  const { say, tell, parts, date, time } = useWords();
  const {
    file,
    form,
    project,
    exportedAt,
    blind,
    isVerified,
    otherTagset,
    otherFacts,
    otherFactsInAll,
    mended,
    foreign,
  } = seen;
  const at = new Date(exportedAt);
  return (
    <>
      <p>
        {foreign
          ? parts("foreign.source-foreign", {
              file: <OutsideText key="file">{file}</OutsideText>,
              format: tell(foreign.format),
            })
          : parts(`handover.source-${form === "foreign" ? "project" : form}`, {
              file: <OutsideText key="file">{file}</OutsideText>,
              project: <OutsideText key="project">{project}</OutsideText>,
            })}{" "}
        {form !== "project" &&
          !Number.isNaN(at.getTime()) &&
          say("handover.made-at", { when: `${date(at)}, ${time(at)}` })}{" "}
        {blind && say("handover.is-blind")}
      </p>
      {!isVerified && (
        <p className="note caution" role="alert">
          {say("handover.is-unverified")}
        </p>
      )}
      {mended && (
        <FindingList
          summary={say("handover.mended", { moved: mended.movedInAll, left: mended.leftInAll })}
          findings={mended.findings}
        />
      )}
      {foreign && <ForeignNote foreign={foreign} />}
      {otherFacts.length > 0 && (
        <FindingList
          summary={say("handover.other-facts-of", { count: otherFactsInAll })}
          findings={otherFacts}
        />
      )}
      {otherTagset && <p className="quiet">{say("handover.other-tagset")}</p>}
    </>
  );
}

interface WhoseWorkProps extends Pick<Props, "seen"> {
  readonly own: TakeInInput["own"];
  onOwn(own: TakeInInput["own"]): void;
}

/** Whether sets that are said to be the person's own are so: anybody can write a file that says it. */
function WhoseWork({ seen, own = "ask", onOwn }: WhoseWorkProps) {
  const { say } = useWords();
  const isAsked = seen.rows.some(({ outcome }) => outcome === "own-asked");
  if (!isAsked && own === "ask") return null;
  return (
    <div className="note caution">
      <p>{say("handover.own-question", { file: plainText(seen.file) })}</p>
      <SegmentedField
        label={say("handover.own-label")}
        labelHidden
        value={own}
        options={[
          { id: "merge", name: say("handover.own-merge") },
          { id: "leave", name: say("handover.own-leave") },
        ]}
        onChange={onOwn}
      />
    </div>
  );
}

interface WhichTwinProps extends Pick<Props, "seen"> {
  readonly twins: TakeInInput["twins"];
  onTwins(twins: TakeInInput["twins"]): void;
}

/** Where articles belong whose text several here have: one answer for all that nobody has placed. */
function WhichTwin({ seen, twins = "ask", onTwins }: WhichTwinProps) {
  const { say } = useWords();
  if (seen.twins.length === 0 && twins === "ask") return null;
  return (
    <div className="note caution">
      {seen.twins.length > 0 && <p>{say("handover.twins-question", { count: seen.twins.length })}</p>}
      <SegmentedField
        label={say("handover.twins-label")}
        labelHidden
        value={twins}
        options={[
          { id: "same", name: say("handover.twins-same") },
          { id: "new", name: say("handover.twins-new") },
        ]}
        onChange={onTwins}
      />
    </div>
  );
}

interface TwinPlaceProps {
  readonly title: string;
  readonly among: TakeInPlanned["twins"][number]["among"];
  onChange(where: string): void;
}

/** Which of several articles of one text one of the file's is. */
function TwinPlace({ title, among, onChange }: TwinPlaceProps) {
  const { say, date, time } = useWords();
  return (
    <ChoiceField
      label={say("handover.twins-place", { title: plainText(title) })}
      placeholder={say("handover.twins-choose")}
      value={null}
      options={[
        ...among.map(({ id, title: name, addedAt }) => {
          const at = new Date(addedAt);
          return {
            id,
            name: say("handover.twins-is", { title: plainText(name), when: `${date(at)}, ${time(at)}` }),
          };
        }),
        { id: "own", name: say("handover.twins-own") },
        { id: "leave", name: say("handover.place-leave") },
      ]}
      onChange={onChange}
    />
  );
}

function ForeignNote({ foreign }: { readonly foreign: NonNullable<TakeInPlanned["foreign"]> }) {
  const { say } = useWords();
  const { tally, findings, filesInAll } = foreign;
  const result = say("foreign.result", { ...tally });
  return (
    <>
      {findings.length === 0 ? <p>{result}</p> : <FindingList summary={result} findings={findings} />}
      {filesInAll > 1 && <FileSums foreign={foreign} />}
      {tally.passed > 0 && <PassedList foreign={foreign} />}
      {tally.valuesLeft > 0 && <LeftValueList foreign={foreign} />}
    </>
  );
}

type ForeignProps = Parameters<typeof ForeignNote>[0];

/** What becomes of the annotations of each file. */
function FileSums({ foreign: { files, filesInAll } }: ForeignProps) {
  const { say } = useWords();
  return (
    <details className="note">
      <summary>{say("foreign.by-file", { count: filesInAll })}</summary>
      <ul className="exchange-lost">
        {files.map(({ file, ...sums }) => (
          <li key={file}>{say("foreign.of-file", { file: plainText(file), ...sums })}</li>
        ))}
        {filesInAll > files.length && (
          <li>{say("foreign.more-files", { count: filesInAll - files.length })}</li>
        )}
      </ul>
    </details>
  );
}

/** What layers, columns and elements without marks hold. */
function PassedList({ foreign: { tally, passedOver } }: ForeignProps) {
  const { say, tell } = useWords();
  return (
    <details className="note">
      <summary>{say("foreign.passed", { count: tally.passed })}</summary>
      <ul className="exchange-lost">
        {passedOver.map((one) => (
          <li key={`${one.why} ${one.name}`}>
            <OutsideText>{tell(passedMessage(one))}</OutsideText>
          </li>
        ))}
      </ul>
    </details>
  );
}

/** What is left out of what is said of marks and relations that come in. */
function LeftValueList({ foreign: { tally, leftValues } }: ForeignProps) {
  const { say, tell } = useWords();
  return (
    <details className="note">
      <summary>{say("foreign.values-left", { count: tally.valuesLeft })}</summary>
      <ul className="exchange-lost">
        {leftValues.map((one) => (
          <li key={JSON.stringify([one.of, one.name, one.why])}>
            <OutsideText>{tell(leftValuesMessage(one))}</OutsideText>
          </li>
        ))}
      </ul>
    </details>
  );
}

interface PlaceProps {
  readonly title: string;
  readonly value: string;
  onChange(where: string): void;
}

/** Which article here one of the file's is. */
function Place({ title, value, onChange }: PlaceProps) {
  const { workspace } = usePanels();
  const { say } = useWords();
  const articles = useStore(workspace.state, (state) => state.articles);
  return (
    <ChoiceField
      label={say("handover.place", { title: plainText(titleInSentence(title)) })}
      value={value}
      options={[
        { id: "bring", name: say("handover.place-bring") },
        { id: "leave", name: say("handover.place-leave") },
        ...articles.map(({ id, title }) => ({
          id,
          name: say("handover.place-is", { title: plainText(titleInSentence(title)) }),
        })),
      ]}
      onChange={onChange}
    />
  );
}

/** What comes with the sets, or that nothing does. */
function Sum({ seen }: Pick<Props, "seen">) {
  const { say, list } = useWords();
  const { annotators, entities, assignments, unfinished } = seen;
  if (!takesAnything(seen)) return <p role="status">{say("handover.changes-nothing")}</p>;
  const names = annotators.map(({ name }) => plainText(name));
  return (
    <p className="quiet">
      {[
        ...(names.length > 0 ? [say("handover.newcomers", { names: list(names) })] : []),
        ...(entities > 0 ? [say("handover.entities-come", { count: entities })] : []),
        ...(assignments > 0 ? [say("handover.assignments-come", { count: assignments })] : []),
        ...(unfinished > 0 ? [say("handover.unfinished", { count: unfinished })] : []),
      ].join(" ")}
    </p>
  );
}

// The findings about a file: faults in it, and what was moved in it, folded away until somebody wants to read them.

const kindOf = ({ what }: FileFinding): string => (typeof what === "string" ? what : what.key);

interface FindingListProps {
  readonly summary: string;
  readonly findings: readonly FileFinding[];
}

export function FindingList({ summary, findings }: FindingListProps) {
  const { say, tell } = useWords();
  return (
    <details className="note caution">
      <summary>{summary}</summary>
      <ul className="exchange-lost">
        {numbered(foldAlike(findings, kindOf)).map(({ key, item: { item, more } }) => (
          <li key={key}>
            <OutsideText>{tell(item.what)}</OutsideText>{" "}
            <span className="quiet mono">
              <OutsideText>{tell(item.where)}</OutsideText>
            </span>
            {more > 0 && <p>{say("doctor.more-alike", { count: more })}</p>}
          </li>
        ))}
      </ul>
    </details>
  );
}
