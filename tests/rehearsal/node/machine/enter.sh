#!/bin/bash
# enter.sh PID CGROUP… -- PROGRAM ARGUMENT…: runs a program in the machine whose first process is PID.
set -eu
pid=$1
shift
while [ "$1" != -- ]; do
  echo 0 >"$1/cgroup.procs"
  shift
done
shift
exec nsenter --target "$pid" --cgroup --mount --uts --ipc --net --pid "$@"
