// The page on which the agreement of everybody's sets is measured.
import { Grid3x3 } from "lucide-react";
import type { Page } from "../page.ts";
import { AgreementPane } from "./agreement-pane.tsx";

export const agreementPage: Page = { icon: Grid3x3, Body: AgreementPane };
