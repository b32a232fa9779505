#!/bin/sh
# Busybox alone, under the names of the commands that it has.
set -eu
[ -e "$1/bin" ] || ln -s usr/bin "$1/bin"
rm -rf "$1/var/lib/apt" "$1/var/lib/dpkg" "$1/etc/apt"
chroot "$1" /usr/bin/busybox --install -s /usr/bin
mkdir -p "$1/tmp" "$1/proc" "$1/dev" "$1/sys"
