#!/bin/sh
# The user of the official Alpine image, whose id the manifests name, and a server that listens on every address.
set -eu
chroot "$1" groupmod --gid 70 postgres
chroot "$1" usermod --uid 70 --home /var/lib/postgresql postgres
rm -rf "$1/var/lib/postgresql" "$1/etc/postgresql"
mkdir -p "$1/var/lib/postgresql/data" "$1/run/postgresql" "$1/docker-entrypoint-initdb.d"
chroot "$1" chown -R postgres:postgres /var/lib/postgresql /run/postgresql
chmod 3777 "$1/run/postgresql"
sed -i "s/^#listen_addresses = .*/listen_addresses = '*'/" "$1/usr/share/postgresql/17/postgresql.conf.sample"
