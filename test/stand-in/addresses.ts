// Chromium outside Electron does not know the scheme `app:`; there, the page lives under an address that no network has.
const suffix = ".app.stand-in.invalid";

/** `app://bundle/x` -> `https://bundle.app.stand-in.invalid/x`; anything else stays. */
export function toChromium(address: string): string {
  return address.replace(/^app:\/\/([^/?#]*)/, (_, host: string) => `https://${host}${suffix}`);
}

export function toElectron(address: string): string {
  return address.replace(
    /^https:\/\/([^/?#]*)\.app\.stand-in\.invalid/,
    (_, host: string) => `app://${host}`,
  );
}
