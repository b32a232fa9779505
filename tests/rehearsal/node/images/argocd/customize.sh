#!/bin/sh
# The user, folders and links that Argo CD's manifests count on. Paths that begin with /var/run are links out of the new
# root, so none is used.
set -eu
chroot "$1" groupadd --gid 999 argocd
chroot "$1" useradd --uid 999 --gid argocd --home-dir /home/argocd --create-home argocd
mkdir -p "$1/app/config/ssh" "$1/app/config/tls" "$1/app/config/gpg/source" "$1/app/config/gpg/keys"
: >"$1/app/config/ssh/ssh_known_hosts"
ln -sf /app/config/ssh/ssh_known_hosts "$1/etc/ssh/ssh_known_hosts"
chroot "$1" chown argocd /app/config/gpg/keys
chmod 0700 "$1/app/config/gpg/keys"
