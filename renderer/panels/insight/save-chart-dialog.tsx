// Saves a chart as a picture: as an SVG, which stays sharp and can be edited, or as a PNG of twice its size.
import { useState } from "react";
import { SegmentedField } from "../../ui/segmented-field.tsx";
import { useWords } from "../../ui/words.tsx";
import { usePanels } from "../app-context.tsx";
import { useFileTarget } from "../projects/file-target.tsx";
import { FileTargetDialog } from "../projects/file-target-dialog.tsx";
import { safeFileName } from "../projects/paths.ts";
import { asBase64, type ChartWords, chartAsPng, chartAsSvg } from "./chart-file.ts";

const formats = ["svg", "png"] as const;

interface Props {
  readonly words: ChartWords;
  /** The chart as it is shown. */
  chart(): Element | null;
  onClose(): void;
}

export function SaveChartDialog({ words, chart, onClose }: Props) {
  const { workspace } = usePanels();
  const { say } = useWords();
  const [format, setFormat] = useState<(typeof formats)[number]>("svg");
  const target = useFileTarget(`${safeFileName(words.title) || "chart"}.${format}`, write, onClose);

  async function write(path: string, overwrite: boolean): Promise<boolean> {
    const shown = chart();
    if (!(shown instanceof SVGSVGElement)) return false;
    const picture =
      format === "svg" ? new Blob([chartAsSvg(shown, words, true).text]) : await chartAsPng(shown, words);
    return workspace.exchange.writeChart({ format, base64: await asBase64(picture), path, overwrite });
  }
  return (
    <FileTargetDialog
      title={say("figures.save-chart-title")}
      target={target}
      writeLabel={say("figures.save-chart")}
      onClose={onClose}
    >
      <SegmentedField
        label={say("figures.chart-format")}
        options={formats.map((id) => ({ id, name: say(`figures.chart-${id}`) }))}
        value={format}
        onChange={(id) => {
          setFormat(id);
          target.forgetName();
        }}
      />
    </FileTargetDialog>
  );
}
