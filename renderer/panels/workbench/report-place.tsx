// At the foot of the page, where nothing that is read moves when it comes and goes: what an import, an export or the like did.
import { useEffect } from "react";
import { useStore } from "../../lib/store.ts";
import { expireReport } from "../../state/window/reports.ts";
import { usePanels } from "../app-context.tsx";
import { ReportBanner } from "./report-banner.tsx";

export function ReportPlace() {
  const { workspace } = usePanels();
  const report = useStore(workspace.state, (state) => state.report);
  useEffect(() => (report ? expireReport(workspace, report) : undefined), [workspace, report]);
  return <div className="banners at-foot">{report && <ReportBanner report={report} />}</div>;
}
