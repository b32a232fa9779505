#!/bin/sh
# Answers as systemd-detect-virt does on a virtual machine of Hetzner's.
quiet= container=
for argument in "$@"; do
  case $argument in
    -q | --quiet) quiet=1 ;;
    -c | --container | --chroot | -r | --private-users | --cvm) container=1 ;;
  esac
done
if [ -n "$container" ]; then
  [ -n "$quiet" ] || echo none
  exit 1
fi
[ -n "$quiet" ] || echo kvm
