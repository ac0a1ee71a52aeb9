// The page that lists what may be missed in the articles that were begun.
import { MessageSquareQuote } from "lucide-react";
import type { Page } from "../page.ts";
import { MissedPane } from "./missed-pane.tsx";

export const missedPage: Page = { icon: MessageSquareQuote, Body: MissedPane };
