// The page on which conflicts between annotators' sets are decided.
import { Gavel } from "lucide-react";
import type { Page } from "../page.ts";
import { DecidePane } from "./decide-pane.tsx";

export const decidePage: Page = { icon: Gavel, Body: DecidePane };
