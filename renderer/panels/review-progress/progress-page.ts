// The page that says who annotates what, and how far they are.
import { ListTodo } from "lucide-react";
import type { Page } from "../page.ts";
import { ProgressPane } from "./progress-pane.tsx";

export const progressPage: Page = { icon: ListTodo, Body: ProgressPane };
