#!/bin/sh
# Dumps a database without the vault's keys, then the keys apart, and throws away what is older than KEEP_DAYS.
# A dump that is whole has its name; one that broke off ends with .part and is gone at the next run.
set -eu
umask 077
keys=intake.identity_data_key
now=$(date -u +%Y%m%dT%H%M%SZ)
rm -f "/backup/data/$NAME-"*.part "/backup/keys/$NAME-"*.part

dump() {
  file=$1
  shift
  pg_dump --dbname="$DATABASE_URL" --format=custom --file="$file.part" "$@"
  mv "$file.part" "$file"
}

dump "/backup/data/$NAME-$now.dump" --exclude-table-data="$keys"
if [ "$HOLDS_KEYS" = true ]; then
  dump "/backup/keys/$NAME-$now.dump" --data-only --table="$keys"
fi
find /backup -name "$NAME-*.dump" -mtime "+$((KEEP_DAYS - 1))" -delete
