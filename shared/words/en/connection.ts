// English words of a window and its host: lost, started again, and the address that brings them together.
export const connection = {
  kept: "{count, plural, =0 {Everything you did so far is saved.} one {Your unsaved change is kept in this window: leave it open.} other {Your # unsaved changes are kept in this window: leave it open.}}",
  "marks-saved": "Everything you marked is saved.",
  "texts-kept":
    "{count, plural, one {What you corrected in a text and did not save is} other {What you corrected in # texts and did not save is}} kept on this computer.",
  stopped: "Sayso’s host has stopped or cannot be reached.",
  "start-again":
    "This window reconnects on its own as soon as Sayso answers. If it was stopped, start it again the same way.",
  expired: "Sayso was started again and does not know this window yet.",
  "enter-address":
    "Open the address that it printed in another window of this browser, or enter it here: this window then reconnects on its own.",
  address: "Address that Sayso printed",
  "go-on": "Continue",
  refused: "This address has already been used. Sayso has printed a new one: enter that.",
  unreachable: "Sayso no longer answers at its address. Start it again the same way.",
  elsewhere:
    "This address belongs to a Sayso on another port, which cannot be reached from here. Stop it, and start it with --port {port}.",
} as const;
