"""Computes the hash of a review package as docs/review.md says, with none of our code.

    python3 check_package.py FILE

Prints the hash that the file states and the one that it has.
"""

import hashlib
import json
import sys


def is_index(key):
    """Whether JavaScript takes the name for a number, which it has before all others."""
    return key.isascii() and key.isdigit() and str(int(key)) == key and int(key) < 2**32 - 1


def in_order(keys):
    numbers = sorted((key for key in keys if is_index(key)), key=int)
    naming = [key for key in ("id", "name") if key in keys]
    others = [key for key in keys if not is_index(key) and key not in naming]
    return numbers + naming + sorted(others, key=lambda key: key.encode("utf-16-be", "surrogatepass"))


def ordered(value):
    if isinstance(value, list):
        return [ordered(one) for one in value]
    if isinstance(value, dict):
        return {key: ordered(value[key]) for key in in_order(value)}
    return value


with open(sys.argv[1], encoding="utf-8") as file:
    package = json.load(file)
stated = package.pop("sha256")
text = json.dumps(ordered(package), ensure_ascii=False, separators=(",", ":"))
print(stated, hashlib.sha256(text.encode("utf-8")).hexdigest())
