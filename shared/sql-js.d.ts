// The part of `sql.js` that is used here, which brings no types of its own.

declare module "sql.js/dist/sql-wasm-inline.js" {
  interface Statement {
    run(values: (string | number | null)[]): void;
  }

  interface Database {
    run(sql: string, values?: (string | number | null)[]): Database;
    exec(sql: string): { readonly columns: readonly string[]; readonly values: readonly unknown[][] }[];
    prepare(sql: string): Statement;
    /** The bytes of the database; every statement is given back. */
    export(): Uint8Array<ArrayBuffer>;
    close(): void;
  }

  interface SqlJs {
    readonly Database: new (bytes?: Uint8Array) => Database;
  }

  export default function initSqlJs(): Promise<SqlJs>;
  export type { Database };
}
