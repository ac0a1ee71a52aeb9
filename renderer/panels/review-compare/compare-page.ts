// The page on which several annotators' sets of the article are compared.
import { GitCompareArrows } from "lucide-react";
import type { Page } from "../page.ts";
import { ComparePane } from "./compare-pane.tsx";

export const comparePage: Page = { icon: GitCompareArrows, Body: ComparePane };
