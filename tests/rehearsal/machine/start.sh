#!/bin/sh
# start.sh NETNS BOOT STATE IMAGE CGROUP...: enters the cgroups, then boots.
set -eu
netns=$1 boot=$2 state=$3 image=$4
shift 4
for group in "$@"; do echo $$ > "$group/cgroup.procs"; done
exec ip netns exec "$netns" unshare --mount --uts --ipc --pid --fork --kill-child sh "$boot" "$state" "$image"
