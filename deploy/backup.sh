#!/bin/sh
# One whole, checked copy of the database, made while the hall works.
# Usage: backup.sh FOLDER, with HIRINGHALL_DATABASE as in the settings.
set -eu
umask 077
database=${HIRINGHALL_DATABASE:-hiringhall.sqlite}
copy="$1/hiringhall-$(date -u +%Y%m%dT%H%M%SZ)"

case "$database" in
postgres*)
    # Without the password, which others could see among the processes: it belongs into .pgpass.
    address=$(printf '%s' "$database" | sed -E 's#^[a-z+]+://#postgresql://#; s#://([^:@/]*):.*@#://\1@#')
    pg_dump --format=custom --no-owner --file="$copy.part" --dbname="$address"
    pg_restore --list "$copy.part" >/dev/null
    mv "$copy.part" "$copy.dump"
    echo "$copy.dump"
    ;;
*)
    file=${database#sqlite+aiosqlite:///}
    file=${file#sqlite:///}
    [ -f "$file" ] || { echo "there is no file $file" >&2; exit 1; }
    # Not a plain copy: the newest part of the database is in a file beside it.
    python3 - "$file" "$copy.part" <<'END'
import sqlite3, sys

source, copy = sys.argv[1:]
with sqlite3.connect(source, timeout=30) as database:
    database.execute("VACUUM INTO ?", (copy,))
if sqlite3.connect(copy).execute("PRAGMA integrity_check").fetchone() != ("ok",):
    sys.exit("the copy is damaged")
END
    mv "$copy.part" "$copy.sqlite"
    echo "$copy.sqlite"
    ;;
esac
