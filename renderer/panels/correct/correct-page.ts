// The page on which an article's text is corrected.
import { PencilLine } from "lucide-react";
import type { Page } from "../page.ts";
import { CorrectPane } from "./correct-pane.tsx";

export const correctPage: Page = { icon: PencilLine, Body: CorrectPane };
