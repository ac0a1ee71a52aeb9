// English words of “About Sayso”: its licence, and the third-party software in it.
export const program = {
  licence: "Sayso is free software under the MIT licence.",
  works: "Third-party software",
  "works-about":
    "{count, plural, one {# package} other {# packages}}, each with its licence. All of it comes with Sayso.",
  "no-works": "The list is made when Sayso is built, and is missing here.",
  "covered-by": "It comes with the package above it.",
  electron:
    "The window is Electron and Chromium. Their licences lie in the folder of the program: LICENSE.electron.txt and LICENSES.chromium.html.",
} as const;
