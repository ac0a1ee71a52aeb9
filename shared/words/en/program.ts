// English words of what Sayso says of itself: its licence, the third-party software in it, and the report for those who mend it.
export const program = {
  licence: "Sayso is free software under the MIT licence.",
  works: "Third-party software",
  "works-about":
    "{count, plural, one {# package} other {# packages}}, each with its licence. All of it comes with Sayso.",
  "no-works": "The list is made when Sayso is built, and is missing here.",
  "covered-by": "It comes with the package above it.",
  electron:
    "The window is Electron and Chromium. Their licences lie in the folder of the program: LICENSE.electron.txt and LICENSES.chromium.html.",
  "report-title": "Save a report",
  "report-about":
    "When Sayso makes a mistake, this helps those who mend it: the version, the system and what the log says. It may name files and folders of yours. Read it first; nothing is sent, and the file holds exactly what stands here.",
  "report-text": "The report",
  "save-report": "Save the report",
  "saving-report": "Saving the report",
} as const;
