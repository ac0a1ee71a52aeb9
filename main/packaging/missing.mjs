// The tools, certificates and binaries that the packages need and that this machine lacks, in sentences: asked for before anything is built,
// and all of them at once.
import { isByAzure, missingOfAzure } from "./signing.mjs";

/**
 * Sentences, each of what is missing and how it comes here; empty where everything is there. `wanted` are systems (`linux`, `win`, `mac`);
 * `purpose` is `trial` for packages that nobody signs, `part` for those that are signed and joined elsewhere, `release` for all of it. `machine` tells of this one: `platform` (Node's word), `env`, `hasProgram(name)`,
 * `hasElectron(system)`, and `hasTool(name)`, which is true when electron-builder has fetched that tool of its own or can.
 */
export function missing(wanted, purpose, machine) {
  return wanted
    .flatMap((system) => [
      ...(machine.hasElectron(system) ? [] : [electronIsMissing(system)]),
      ...toolsFor[system](machine),
      ...(purpose === "trial" ? [] : certificatesFor[system](machine)),
    ])
    .concat(purpose === "release" ? signatureOf(machine) : []);
}

const systemNames = { linux: "Linux", win: "Windows", mac: "macOS" };

const electronIsMissing = (system) =>
  `Electron for ${systemNames[system]} is not here and cannot be fetched: give its folder or its zip as --electron-${system} PATH.`;

const toolsFor = {
  linux: ({ env, hasProgram, hasTool }) => [
    ...unless(
      env.CUSTOM_FPM_PATH !== undefined ||
        (env.USE_SYSTEM_FPM === "true" && hasProgram("fpm")) ||
        hasTool("fpm"),
      "fpm, which makes the deb and the rpm, cannot be fetched: install it and set USE_SYSTEM_FPM=true, or name it in CUSTOM_FPM_PATH.",
    ),
    ...unless(
      env.APPIMAGE_TOOLS_PATH !== undefined || hasTool("appimage"),
      "The runtime of AppImages cannot be fetched: name the folder of the tools in APPIMAGE_TOOLS_PATH.",
    ),
    ...unless(hasProgram("rpmbuild"), "rpmbuild, which makes the rpm, is not installed (Debian: rpm)."),
    ...["flatpak", "flatpak-builder"].flatMap((name) =>
      unless(hasProgram(name), `${name}, which makes the flatpak, is not installed (Debian: ${name}).`),
    ),
  ],
  win: ({ platform, hasProgram, hasTool }) => [
    ...unless(hasTool("nsis"), "NSIS, which makes the installer for Windows, cannot be fetched."),
    ...unless(hasTool("wix"), "WiX, which makes the MSI, cannot be fetched."),
    ...unless(
      platform === "win32" || hasProgram("wine"),
      "wine, which WiX needs anywhere but on Windows, is not installed.",
    ),
  ],
  mac: ({ platform }) => unless(platform === "darwin", "The disk image for macOS can be made on macOS only."),
};

const certificatesFor = {
  linux: () => [],
  win: ({ env, platform, hasProgram }) =>
    isByAzure(env)
      ? [
          ...missingOfAzure(env).map(
            (name) => `${name} is not set, without which Azure Trusted Signing signs nothing.`,
          ),
          ...unless(
            platform === "win32" || hasProgram("pwsh"),
            "PowerShell (pwsh), which Azure Trusted Signing is called by, is not installed.",
          ),
        ]
      : unless(
          isSet(env, "WIN_CSC_LINK") || isSet(env, "CSC_LINK"),
          "There is no certificate for Windows: set WIN_CSC_LINK and WIN_CSC_KEY_PASSWORD, or the variables of Azure Trusted Signing (docs/release.md).",
        ),
  mac: ({ env }) => [
    ...unless(
      isSet(env, "CSC_LINK") || isSet(env, "CSC_NAME"),
      "There is no certificate for macOS: set CSC_LINK and CSC_KEY_PASSWORD, or CSC_NAME for one of the keychain.",
    ),
    ...["APPLE_API_KEY", "APPLE_API_KEY_ID", "APPLE_API_ISSUER"].flatMap((name) =>
      unless(isSet(env, name), `${name} is not set, without which Apple does not notarise the application.`),
    ),
  ],
};

const signatureOf = ({ env, hasProgram }) => [
  ...unless(
    isSet(env, "SAYSO_RELEASE_KEY"),
    "SAYSO_RELEASE_KEY, the file of minisign's secret key, is not set.",
  ),
  ...unless(
    hasProgram("minisign"),
    "minisign, which signs the list of sums, is not installed (Debian: minisign).",
  ),
];

const isSet = (env, name) => env[name] !== undefined && env[name] !== "";
const unless = (isThere, sentence) => (isThere ? [] : [sentence]);
