// English words of the first page.
export const welcome = {
  lead: "Mark who speaks, what is claimed and where it comes from in news articles, on your own machine.",
  sample: "Open the sample project",
  "sample-about": "Two short articles, already tagged: see what Sayso is for in a minute.",
  new: "New project",
  "new-about": "A folder of yours that holds the articles and what is marked in them.",
  "from-package-about":
    "A file that a colleague sent: its articles, tagset and marks become a project of yours.",
  "no-package":
    "That is no review package. Open or make a project first; then files dropped on the window come in as articles.",
  open: "Open a project",
  "open-about": "A folder made by Sayso, yours or a colleague’s.",
  version: "Version {version} · works without the network",
  recent: "Recent projects",
  forget: "Remove {name} from this list",
} as const;
