// The name and version that an annotated JSON file carries. Apart from the schema, so that the page can write such files
// without carrying the schemas along.

export const formatName = "sayso-annotated-json";
/** Raised when a reader of the older form would misread the newer one; new optional fields do not raise it. */
export const formatVersion = 1;
