// Reports at the foot of the page, where nothing that is read moves when they come and go: what an import, an export or the like did.

import { useEffect } from "react";
import { restoreNotes } from "../../../shared/api/reply-words.ts";
import type { Restored } from "../../../shared/api/versions.ts";
import { lossMessage } from "../../../shared/interchange/capabilities.ts";
import { message } from "../../../shared/words/message.ts";
import { useStore } from "../../lib/store.ts";
import { wayTo } from "../../state/history/history.ts";
import { leftRows, needsLook, type Report } from "../../state/project/workspace-state.ts";
import { expireReport } from "../../state/window/reports.ts";
import { Banner } from "../../ui/banner.tsx";
import { Button } from "../../ui/button.tsx";
import { CopyButton } from "../../ui/copy-button.tsx";
import { OutsideText } from "../../ui/outside-text.tsx";
import { useWords } from "../../ui/words.tsx";
import { usePanels } from "../app-context.tsx";
import { CompareButton } from "../changes/compare-button.tsx";
import { TitleInSentence } from "../title-in-sentence.tsx";

export function ReportPlace() {
  const { workspace } = usePanels();
  const report = useStore(workspace.state, (state) => state.report);
  useEffect(() => (report ? expireReport(workspace, report) : undefined), [workspace, report]);
  return <div className="banners at-foot">{report && <ReportBanner report={report} />}</div>;
}

/** What an import or export did: where, how much, and what could not be kept. */
function ReportBanner({ report }: { readonly report: Report }) {
  const { workspace } = usePanels();
  const how = { tone: needsLook(report) ? "caution" : "good", onDismiss: workspace.dismiss } as const;
  if (report.kind === "imported") return <Imported report={report.report} {...how} />;
  if (report.kind === "article-twin") return <AlreadyThere {...report} onDismiss={workspace.dismiss} />;
  if (report.kind === "taken-in") return <Taken report={report.report} {...how} />;
  if (report.kind === "copied") return <Copied report={report.report} {...how} />;
  if (report.kind === "restored") return <RestoredReport {...report} onDismiss={workspace.dismiss} />;
  if (report.kind === "went-to") return <WentTo report={report.report} onDismiss={workspace.dismiss} />;
  if (report.kind === "put-away") return <PutAway report={report.report} onDismiss={workspace.dismiss} />;
  if (report.kind === "taken-back") return <TakenBack report={report.report} onDismiss={workspace.dismiss} />;
  if (report.kind === "project-put-away")
    return <ProjectPutAway report={report.report} onDismiss={workspace.dismiss} />;
  return <Exported {...report} {...how} />;
}

interface Props<Kind extends Exclude<Report["kind"], "article-twin">> {
  readonly report: Extract<Report, { kind: Kind }>["report"];
  onDismiss(): void;
}

interface Toned<Kind extends Exclude<Report["kind"], "article-twin">> extends Props<Kind> {
  readonly tone: "caution" | "good";
}

type ExportedProps = Extract<Report, { kind: "exported" }> & Toned<"exported">;

function Exported({ report, page, tone, onDismiss }: ExportedProps) {
  const { say, tell } = useWords();
  const articlesAndSets = say("workbench.exported", { articles: report.articles, sets: report.sets });
  return (
    <Banner
      tone={tone}
      title={
        page
          ? say(`workbench.written-${page}`)
          : report.tagsetOnly
            ? say("workbench.exported-tagset")
            : articlesAndSets
      }
      onDismiss={onDismiss}
      buttons={<CopyButton label={say("workbench.copy-path")} text={report.paths.join("\n")} />}
    >
      {report.paths.map((path) => (
        <p key={path}>
          <OutsideText>{path}</OutsideText>
        </p>
      ))}
      {report.losses.map((loss) => (
        <p key={loss.what}>{tell(lossMessage(loss))}</p>
      ))}
    </Banner>
  );
}

function Copied({ report, tone, onDismiss }: Toned<"copied">) {
  const { say, list } = useWords();
  const { articles, sets, leftOut, paths } = report;
  return (
    <Banner
      tone={tone}
      title={say("saving.copied", { articles, sets })}
      onDismiss={onDismiss}
      buttons={<CopyButton label={say("workbench.copy-path")} text={paths.join("\n")} />}
    >
      <p>
        <OutsideText>{paths.join("\n")}</OutsideText>
      </p>
      {leftOut.length > 0 && (
        <p>
          <OutsideText>{say("saving.copy-left-out", { titles: list(leftOut) })}</OutsideText>
        </p>
      )}
    </Banner>
  );
}

function Taken({ report, tone, onDismiss }: Toned<"taken-in">) {
  const { say, tell, list } = useWords();
  const { file, rows, missing, assignments, step } = report;
  const setCount = rows.filter(({ outcome }) => outcome === "new" || outcome === "newer").length;
  const came = missing.filter(({ isBrought }) => isBrought).length;
  const skippedRows = leftRows(report);
  const reasons = [...new Set(skippedRows.map(({ outcome }) => outcome))];
  const isNothing = setCount === 0 && came === 0 && assignments === 0 && step === null;
  const lines = [
    ...(came > 0 ? [say("handover.taken-articles", { count: came })] : []),
    ...(setCount > 0 ? [say("handover.taken-sets", { count: setCount })] : []),
    ...(step ? [say("handover.taken-own", { count: step.parts.length })] : []),
    ...(assignments > 0 ? [say("handover.assignments-come", { count: assignments })] : []),
    ...(skippedRows.length > 0
      ? [
          say("handover.taken-left", {
            count: skippedRows.length,
            why: list(reasons.map((outcome) => tell(message(`handover.outcome-${outcome}`)))),
          }),
        ]
      : []),
  ];
  return (
    <Banner
      tone={tone}
      title={
        <OutsideText>
          {say(isNothing ? "handover.taken-in-nothing" : "handover.taken-in", { file })}
        </OutsideText>
      }
      onDismiss={onDismiss}
    >
      {lines.map((line) => (
        <p key={line}>{line}</p>
      ))}
    </Banner>
  );
}

function Imported({ report, tone, onDismiss }: Toned<"imported">) {
  const { article, replacedCharacters, sameTextAs, versionOf, notes } = report;
  const { say, tell, parts } = useWords();
  return (
    <Banner
      tone={tone}
      title={parts("workbench.imported", {
        title: <TitleInSentence key="title">{article.title}</TitleInSentence>,
      })}
      onDismiss={onDismiss}
      buttons={versionOf && <CompareButton old={versionOf.id} present={article.id} />}
    >
      <p>
        {say("workbench.imported-length", {
          count: article.length,
          whole: replacedCharacters === 0 ? "yes" : "no",
        })}
      </p>
      {replacedCharacters > 0 && <p>{say("workbench.imported-replaced", { count: replacedCharacters })}</p>}
      {sameTextAs !== null && <p>{say("workbench.imported-same")}</p>}
      {versionOf && (
        <p>
          <OutsideText>
            {say(versionOf.by === "text" ? "importing.nearly" : "importing.same-address", versionOf)}
          </OutsideText>
        </p>
      )}
      {notes.map((note) => (
        <p key={note.key}>{tell(note)}</p>
      ))}
    </Banner>
  );
}

type ThereProps = Extract<Report, { kind: "article-twin" }> & { onDismiss(): void };

/** Nothing came in: whether the article that is there is meant, or another one of the same text. */
function AlreadyThere({ article, title, importAgain, onDismiss }: ThereProps) {
  const { workspace } = usePanels();
  const { say, parts } = useWords();
  return (
    <Banner
      tone="caution"
      title={parts("workbench.article-twin", {
        title: <TitleInSentence key="title">{title}</TitleInSentence>,
      })}
      onDismiss={onDismiss}
      buttons={
        <>
          <Button
            look="primary"
            onPress={() => {
              onDismiss();
              void workspace.openArticle(article);
            }}
          >
            {say("workbench.open-existing")}
          </Button>
          <Button
            onPress={() => {
              onDismiss();
              void importAgain();
            }}
          >
            {say("workbench.import-again")}
          </Button>
        </>
      }
    />
  );
}

function ProjectPutAway({ report: { path, name }, onDismiss }: Props<"project-put-away">) {
  const { workspace } = usePanels();
  const { say, parts } = useWords();
  return (
    <Banner
      tone="good"
      title={parts("trash.was-put-away-project", {
        title: <TitleInSentence key="title">{name}</TitleInSentence>,
      })}
      onDismiss={onDismiss}
      buttons={
        <Button onPress={() => void workspace.projectTrash.takeBack(path)}>{say("trash.take-back")}</Button>
      }
    >
      <p>
        {say("trash.project-about")} <OutsideText>{path}</OutsideText>
      </p>
    </Banner>
  );
}

function WentTo({ report: { undone, redone, from }, onDismiss }: Props<"went-to">) {
  const { workspace } = usePanels();
  const { say } = useWords();
  const goBack = (): void => {
    onDismiss();
    void workspace.history.goTo(from);
  };
  return (
    <Banner
      tone="good"
      title={
        redone === 0 ? say("history.went-back", { undone }) : say("history.went-over", { undone, redone })
      }
      onDismiss={onDismiss}
      buttons={<Button onPress={goBack}>{say(redone === 0 ? "history.redo-all" : "history.return")}</Button>}
    >
      <p>{say("history.went-to-about")}</p>
    </Banner>
  );
}

const putAwayTitles = {
  article: "trash.was-put-away",
  entity: "trash.was-put-away-entity",
  annotator: "trash.was-put-away-annotator",
} as const;

function PutAway({ report: item, onDismiss }: Props<"put-away">) {
  const { workspace } = usePanels();
  const { say, parts } = useWords();
  return (
    <Banner
      tone="good"
      title={parts(putAwayTitles[item.kind], {
        title: <TitleInSentence key="title">{item.name}</TitleInSentence>,
      })}
      onDismiss={onDismiss}
      buttons={<Button onPress={() => void workspace.trash.takeBack(item)}>{say("trash.take-back")}</Button>}
    >
      <p>{say("trash.put-away-about")}</p>
    </Banner>
  );
}

function TakenBack({ report: { name }, onDismiss }: Props<"taken-back">) {
  const { parts } = useWords();
  const title = <TitleInSentence key="title">{name}</TitleInSentence>;
  return <Banner tone="good" title={parts("trash.is-back", { title })} onDismiss={onDismiss} />;
}

interface RestoredReportProps {
  readonly report: Restored;
  /** What the version is called. */
  readonly named: string;
  onDismiss(): void;
}

function RestoredReport({ report, named, onDismiss }: RestoredReportProps) {
  const { workspace } = usePanels();
  const words = useWords();
  const { say } = words;
  const { step } = report;
  // How many steps were done since it, and how many lead to it where it was taken back.
  const { undo: since, redo: back } = useStore(workspace.history.shown, ({ history }) => {
    const way = step && wayTo(history, step.id);
    return { undo: way?.undo ?? null, redo: way?.redo.length ?? null };
  });
  // Once it has been taken back, or can no longer be, there is nothing left to report.
  if (step && back !== 0) return null;
  const isNothing = step === null && report.back.length === 0;
  const undo = (): void => {
    onDismiss();
    void workspace.history.undo();
  };
  return (
    <Banner
      tone="good"
      title={
        isNothing ? (
          say("versions.restored-nothing")
        ) : (
          <OutsideText>{say("versions.restored", { name: named })}</OutsideText>
        )
      }
      onDismiss={onDismiss}
      buttons={since === 0 && <Button onPress={undo}>{say("versions.undo")}</Button>}
    >
      {step && step.parts.length > 0 && <p>{say("versions.restored-sets", { count: step.parts.length })}</p>}
      {restoreNotes({ ...report, rows: [] }, words).map((line) => (
        <p key={line}>
          <OutsideText>{line}</OutsideText>
        </p>
      ))}
    </Banner>
  );
}
