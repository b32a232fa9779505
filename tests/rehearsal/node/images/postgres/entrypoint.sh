#!/bin/sh
# Makes a database cluster on the first start, from POSTGRES_PASSWORD, POSTGRES_USER, POSTGRES_DB and PGDATA, and runs what
# is in /docker-entrypoint-initdb.d; then becomes the server, or whatever else it was told to run.
set -eu

case ${1:-} in
  -*) set -- postgres "$@" ;;
esac
if [ "${1:-}" != postgres ]; then
  exec "$@"
fi
if [ "$(id -u)" = 0 ]; then
  mkdir -p "$PGDATA"
  chown -R postgres:postgres "$PGDATA" /run/postgresql
  exec setpriv --reuid=postgres --regid=postgres --clear-groups "$0" "$@"
fi
if [ -s "$PGDATA/PG_VERSION" ]; then
  exec "$@"
fi

user=${POSTGRES_USER:-postgres}
database=${POSTGRES_DB:-$user}
if [ -z "${POSTGRES_PASSWORD:-}" ]; then
  echo "POSTGRES_PASSWORD is empty: a superuser without a password is refused" >&2
  exit 1
fi
umask 077
mkdir -p "$PGDATA"
password=$(mktemp)
printf '%s\n' "$POSTGRES_PASSWORD" >"$password"
initdb --pgdata="$PGDATA" --username="$user" --pwfile="$password" --auth-local=trust --auth-host=scram-sha-256
rm "$password"
echo "host all all all scram-sha-256" >>"$PGDATA/pg_hba.conf"

pg_ctl --pgdata="$PGDATA" --options="-c listen_addresses=''" --wait start
if [ "$database" != postgres ]; then
  psql --no-psqlrc --set=ON_ERROR_STOP=1 --username="$user" --dbname=postgres --set=name="$database" <<'SQL'
CREATE DATABASE :"name";
SQL
fi
for file in /docker-entrypoint-initdb.d/*; do
  case $file in
    *.sh) sh "$file" ;;
    *.sql) psql --no-psqlrc --set=ON_ERROR_STOP=1 --username="$user" --dbname="$database" --file="$file" ;;
  esac
done
pg_ctl --pgdata="$PGDATA" --mode=fast --wait stop
exec "$@"
