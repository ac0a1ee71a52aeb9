// The picture of a severity, so that colour is never alone in telling them apart.
import { CircleDashed, Newspaper, Ruler } from "lucide-react";
import type { CheckSeverity } from "../../../shared/checks/check.ts";

const pictures = { unfinished: CircleDashed, newsroom: Newspaper, style: Ruler } as const;

export function SeverityIcon({
  severity,
  size = 14,
}: {
  readonly severity: CheckSeverity;
  readonly size?: number;
}) {
  const Picture = pictures[severity];
  return <Picture size={size} aria-hidden className={`severity ${severity}`} />;
}
