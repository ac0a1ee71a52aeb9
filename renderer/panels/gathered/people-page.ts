// The page that lists people whom the project's articles name and who are not in the registry yet.
import { UserRoundSearch } from "lucide-react";
import type { Page } from "../page.ts";
import { PeoplePane } from "./people-pane.tsx";

export const peoplePage: Page = { icon: UserRoundSearch, Body: PeoplePane };
