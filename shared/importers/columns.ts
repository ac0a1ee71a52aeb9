// What a table’s columns can hold of an article, apart from the reader, so that the window can ask without holding it.

export const columnFields = ["text", "title", "author", "date", "publisher", "url", "language"] as const;
export type ColumnField = (typeof columnFields)[number];
/** Which column holds what, by its name; those that are absent stand in no column. */
export type Columns = Readonly<Partial<Record<ColumnField, string>>>;
