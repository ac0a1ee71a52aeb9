// What an import or export did: where, how much, and what could not be kept.
import type { WorkspaceState } from "../../state/workspace.ts";
import { Banner } from "../../ui/banner.tsx";
import { CopyButton } from "../../ui/copy-button.tsx";
import { counted } from "../../ui/format-words.ts";
import { OutsideText } from "../../ui/outside-text.tsx";
import { usePanels } from "../app-context.tsx";

type Report = NonNullable<WorkspaceState["report"]>;

export function ReportBanner({ report }: { readonly report: Report }) {
  const { workspace } = usePanels();
  return report.kind === "exported" ? (
    <Exported report={report.report} onDismiss={workspace.dismiss} />
  ) : (
    <Imported report={report.report} onDismiss={workspace.dismiss} />
  );
}

interface Props<Kind extends Report["kind"]> {
  readonly report: Extract<Report, { kind: Kind }>["report"];
  onDismiss(): void;
}

function Exported({ report, onDismiss }: Props<"exported">) {
  return (
    <Banner
      tone={report.losses.length > 0 ? "caution" : "good"}
      title={`Exported ${counted(report.articles, "article")} with ${counted(report.sets, "annotation set")}`}
      onDismiss={onDismiss}
      buttons={<CopyButton label="Copy the path" text={report.paths.join("\n")} />}
    >
      {report.paths.map((path) => (
        <p key={path}>
          <OutsideText>{path}</OutsideText>
        </p>
      ))}
      {report.losses.map((loss) => (
        <p key={loss}>{loss}</p>
      ))}
    </Banner>
  );
}

function Imported({ report, onDismiss }: Props<"imported">) {
  const { article, replacedCharacters, sameTextAs } = report;
  const odd = replacedCharacters > 0 || sameTextAs !== null;
  return (
    <Banner
      tone={odd ? "caution" : "good"}
      title={
        <>
          Brought in <OutsideText>{article.title}</OutsideText>
        </>
      }
      onDismiss={onDismiss}
    >
      <p>{counted(article.length, "character")}, kept exactly as they came.</p>
      {replacedCharacters > 0 && (
        <p>
          {counted(replacedCharacters, "half of a character", "halves of characters")} that no file can hold
          became “�”.
        </p>
      )}
      {sameTextAs !== null && <p>The project already has an article with the same text.</p>}
    </Banner>
  );
}
