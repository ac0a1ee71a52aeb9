// Tables of where people read the guideline differently, by what is said and by check; of agreement over time; and of agreement by
// article.
import { checkTitle } from "../../../shared/checks/check.ts";
import { checkOf } from "../../../shared/checks/index.ts";
import type { Tagset } from "../../../shared/model/tagset.ts";
import type { TimeStretch } from "../../../shared/review/agreement/over-time.ts";
import type { AgreementReport } from "../../../shared/review/agreement/report.ts";
import type { AspectCount } from "../../../shared/review/agreement/rules.ts";
import type { Measuring } from "../../state/review/measuring.ts";
import { OutsideText } from "../../ui/outside-text.tsx";
import { useWords } from "../../ui/words.tsx";
import { aspectName } from "../review-compare/said-words.ts";
import { FiguresTable } from "./figure.tsx";

interface Props {
  readonly measuring: Measuring;
  readonly report: AgreementReport;
  readonly tagset: Tagset;
}

export function GuidelineTables({ measuring, report, tagset }: Props) {
  const { say, tell, number } = useWords();
  return (
    <section>
      <h2 id="agreement-guideline">{say("measuring.guideline")}</h2>
      <FiguresTable
        heads={[
          say("measuring.thing"),
          { number: say("measuring.units") },
          { number: say("measuring.differ") },
          { number: say("measuring.differ-lenient") },
          null,
        ]}
      >
        {report.aspects.map((count) => (
          <AspectLine
            key={`${count.kind} ${count.aspect} ${count.field ?? ""}`}
            {...{ measuring, tagset, count }}
          />
        ))}
      </FiguresTable>
      {report.checks.length > 0 && (
        <FiguresTable
          heads={[
            say("measuring.checks"),
            { number: say("measuring.units") },
            { number: say("measuring.check-differ") },
          ]}
        >
          {report.checks.map(({ check, units, differing }) => {
            const knownCheck = checkOf(check);
            return (
              <tr key={check}>
                <th scope="row">{knownCheck ? tell(checkTitle(knownCheck)) : check}</th>
                <td className="number quiet">{number(units)}</td>
                <td className="number">{number(differing)}</td>
              </tr>
            );
          })}
        </FiguresTable>
      )}
    </section>
  );
}

function AspectLine({ measuring, tagset, count }: Omit<Props, "report"> & { readonly count: AspectCount }) {
  const { say, tell, number } = useWords();
  const { kind, aspect, field, units } = count;
  const of = say(kind === "span" ? "compare.of-span" : "compare.of-card");
  const thing = `${tell(aspectName({ aspect, ...(field !== undefined && { field }) }, tagset))} (${of})`;
  const door = (how: "strict" | "lenient") => (
    <button
      type="button"
      className="figure-door"
      aria-label={say("measuring.open-thing", { thing, count: count[how], units })}
      onClick={() =>
        measuring.show({
          how,
          door: {
            title: thing,
            filter: { how, kind, aspects: [aspect], ...(field !== undefined && { field }) },
          },
        })
      }
    >
      {number(count[how])}
    </button>
  );
  return (
    <tr>
      <th scope="row">{thing}</th>
      <td className="number quiet">{number(units)}</td>
      <td className="number">{door("strict")}</td>
      <td className="number">{door("lenient")}</td>
      <td className="bar-cell">
        <Bar share={units > 0 ? count.strict / units : 0} />
      </td>
    </tr>
  );
}

/** A picture of a share beside its number. */
function Bar({ share }: { readonly share: number }) {
  return (
    <svg className="share-bar" viewBox="0 0 100 8" preserveAspectRatio="none" aria-hidden>
      <rect className="share-all" width={100} height={8} />
      <rect className="share-part" width={100 * Math.min(1, Math.max(0, share))} height={8} />
    </svg>
  );
}

export function OverTime({ time }: { readonly time: readonly TimeStretch[] }) {
  const { say, date, percent, number } = useWords();
  return (
    <section>
      <h2 id="agreement-time">{say("measuring.time")}</h2>
      <p className="quiet figures-about">
        {say(time.length === 0 ? "measuring.time-few" : "measuring.time-about")}
      </p>
      {time.length > 0 && (
        <FiguresTable
          heads={[
            say("measuring.time-from"),
            say("measuring.time-to"),
            { number: say("measuring.units") },
            { number: say("measuring.strict") },
            { number: say("measuring.lenient") },
            null,
          ]}
        >
          {time.map(({ from, to, n, strict, lenient }) => (
            <tr key={`${from} ${to}`}>
              <th scope="row">{date(new Date(from))}</th>
              <td>{date(new Date(to))}</td>
              <td className="number quiet">{number(n)}</td>
              <td className="number">{percent(strict)}</td>
              <td className="number">{percent(lenient)}</td>
              <td className="bar-cell">
                <Bar share={strict} />
              </td>
            </tr>
          ))}
        </FiguresTable>
      )}
    </section>
  );
}

export function ByArticle({ measuring, report }: Omit<Props, "tagset">) {
  const { say, number } = useWords();
  return (
    <section>
      <h2 id="agreement-articles">{say("measuring.by-article")}</h2>
      <FiguresTable
        heads={[
          say("measuring.strip-article"),
          { number: say("measuring.units") },
          { number: say("measuring.disputed") },
          null,
        ]}
      >
        {report.articles.map(({ id, title, units, disputed }) => (
          <tr key={id}>
            <th scope="row">
              <OutsideText>{title}</OutsideText>
            </th>
            <td className="number quiet">{number(units)}</td>
            <td className="number">
              <button
                type="button"
                className="figure-door"
                aria-label={say("measuring.open-thing", { thing: title, count: disputed, units })}
                onClick={() =>
                  measuring.show({
                    how: "strict",
                    door: { title, filter: { how: "strict", articles: [id] } },
                  })
                }
              >
                {number(disputed)}
              </button>
            </td>
            <td className="bar-cell">
              <Bar share={units > 0 ? disputed / units : 0} />
            </td>
          </tr>
        ))}
      </FiguresTable>
    </section>
  );
}
