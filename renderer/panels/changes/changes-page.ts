// The page on which two versions of the article are compared.
import { FileDiff } from "lucide-react";
import type { Page } from "../page.ts";
import { ChangesPane } from "./changes-pane.tsx";

export const changesPage: Page = { icon: FileDiff, Body: ChangesPane };
