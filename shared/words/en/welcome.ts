// English words of the first page.
export const welcome = {
  lead: "Mark who speaks, what is claimed and where it comes from in news articles, on your own machine.",
  sample: "Open the sample project",
  "sample-about": "Twelve short articles, already tagged: see what Sayso is for in a minute.",
  new: "New project",
  "new-about": "A folder of yours that holds the articles and what is marked in them.",
  "from-package-about": "The articles, tagset and marks in a colleague’s file become a project of your own.",
  "no-package": "This is not a review package. To import articles, open or create a project first.",
  open: "Open a project",
  "open-about": "A folder made by Sayso, yours or a colleague’s.",
  version: "Version {version} · works without the network",
  recent: "Recent projects",
  forget: "Remove {name} from this list",
} as const;
