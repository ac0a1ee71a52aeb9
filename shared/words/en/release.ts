// English words of the examination of a release.
export const release = {
  cli: "Tell whether the files in the folder of a release are those that its maintainers signed.",
  "cli-key": "the maintainers’ public key of minisign, or the file with it",
  "no-key": "--key is no public key of minisign, and no file with one.",
  "is-missing": "It is not there.",
  "signature-form": "This is no signature of minisign, or not whole.",
  "signature-key": "It was signed with another key.",
  "signature-signature": "The signature does not hold: the list of sums, or the signature, was changed.",
  "no-list": "This is no list of sums.",
  "not-listed": "It is not on the signed list.",
  "other-bytes": "Its bytes are not those that were signed.",
  "no-description": "It does not describe a release.",
  "no-bill": "It is no bill of materials, or not whole.",
  "other-bill": "It is the bill of materials of another application.",
  "no-application": "There is no application in it where the release says so.",
  "other-archive": "The application in it is not the one that the release describes.",
  "other-fuses": "The fuses of the program in it are not those that the release describes.",
  signed: "Signed: {comment}",
  sound:
    "The release is sound: {files, plural, one {one file has} other {# files have}} the signed bytes, and {applications, plural, one {one application was} other {# applications were}} looked into.",
  unsound:
    "Do not install it: {count, plural, one {one thing is} other {# things are}} not as the maintainers signed them.",
} as const;
