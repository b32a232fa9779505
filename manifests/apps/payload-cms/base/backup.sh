#!/bin/sh
# Dumps the database next to the earlier dumps, proves that the dump can be read, and only then forgets the oldest ones.
set -eu
umask 077
target="/backups/payload-$(date -u +%Y%m%dT%H%M%SZ).dump"
trap 'rm -f "$target.partial"' EXIT
pg_dump --format=custom --no-owner --file="$target.partial" "$DATABASE_URI"
pg_restore --list "$target.partial" > /dev/null
mv "$target.partial" "$target"
sha256sum "$target" > "$target.sha256"
ls -1 /backups/payload-*.dump | sort -r | tail -n +"$((KEEP + 1))" | while read -r old; do
  rm -f "$old" "$old.sha256"
done
echo "kept $(ls -1 /backups/payload-*.dump | wc -l) dumps, newest $target ($(stat -c %s "$target") bytes)"
