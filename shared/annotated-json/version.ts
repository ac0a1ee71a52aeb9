// The name and version that an annotated JSON file carries, apart from its schema: whoever writes one, or asks what a file is, needs
// no validator.

export const formatName = "sayso-annotated-json";
/** Raised when a reader of the older form would misread the newer one; new optional fields do not raise it. */
export const formatVersion = 1;
