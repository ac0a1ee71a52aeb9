"""Prints what Python's own SQLite finds in a database that we wrote, as JSON: the columns and rows of each table.

    python3 check_database.py FILE

Ends with a message where the database is damaged or a key is referred to that is not there.
"""

import json
import sqlite3
import sys

database = sqlite3.connect(f"file:{sys.argv[1]}?mode=ro", uri=True)
for check in ("integrity_check", "foreign_key_check"):
    found = database.execute(f"PRAGMA {check}").fetchall()
    if found not in ([("ok",)], []):
        sys.exit(f"{check}: {found}")
tables = {}
for (name,) in database.execute("SELECT name FROM sqlite_schema WHERE type = 'table' ORDER BY rowid").fetchall():
    if name == "about":
        about = dict(database.execute("SELECT name, value FROM about").fetchall())
        if set(about) != {"project", "generator", "exported_at"}:
            sys.exit(f"about: {about}")
        continue
    cursor = database.execute(f'SELECT * FROM "{name}" ORDER BY rowid')
    tables[name] = {"columns": [column[0] for column in cursor.description], "rows": [list(row) for row in cursor]}
print(json.dumps(tables))
