#!/bin/bash
# The machine's first process, as arguments: boot|live FOLDER NAME ADDRESS MEMORY-BYTES|- HIERARCHY…, the last as
# VERSION:NAME:MOUNT-OPTIONS:CGROUP. "boot" joins the machine's cgroups, "live" has them as the root of its view.
set -eu
act=$1 folder=$2 name=$3 address=$4 memory=$5
arguments=("${@:2}")
shift 5

if [ "$act" = boot ]; then
  for hierarchy; do
    echo 0 >"${hierarchy##*:}/cgroup.procs"
  done
  exec unshare --cgroup bash "$0" live "${arguments[@]}"
fi

cgroup=/sys/fs/cgroup
mount -t proc proc /proc
single=$([[ $1 == 2::* ]] && echo yes || echo no)
if [ "$single" = yes ]; then
  mount -t cgroup2 cgroup2 $cgroup
  echo 0 >$cgroup/system/cgroup.procs
  for controller in $(<$cgroup/cgroup.controllers); do
    echo "+$controller" >$cgroup/cgroup.subtree_control
  done
else
  mount -t tmpfs -o mode=755 tmpfs $cgroup
  for hierarchy; do
    IFS=: read -r version own options _ <<<"$hierarchy"
    mkdir "$cgroup/$own"
    case $version:$options in
      2:*) mount -t cgroup2 cgroup2 "$cgroup/$own" ;;
      1:name=*) mount -t cgroup -o "none,$options" cgroup "$cgroup/$own" ;;
      1:*) mount -t cgroup -o "$options" cgroup "$cgroup/$own" ;;
    esac
    echo 0 >"$cgroup/$own/system/cgroup.procs"
  done
fi

if [ "$memory" != - ]; then
  sed "s/^MemTotal:.*/MemTotal: $((memory / 1024)) kB/" /proc/meminfo >"$folder/meminfo"
  mount --bind "$folder/meminfo" /proc/meminfo
fi

# The kubelet sets kernel parameters; those of the host stay as they are. A boot has an id of its own.
read -r boot_id </proc/sys/kernel/random/uuid
for family in vm kernel; do
  rm -rf "$folder/sys/$family"
  mkdir -p "$folder/sys/$family"
  cp -r "/proc/sys/$family/." "$folder/sys/$family/" 2>/dev/null || true
  [ $family = vm ] || echo "$boot_id" >"$folder/sys/kernel/random/boot_id"
  mount --bind "$folder/sys/$family" "/proc/sys/$family"
done

for tree in etc var; do
  mkdir -p "$folder/upper/$tree" "$folder/work/$tree"
  mount -t overlay overlay -o "lowerdir=/$tree,upperdir=$folder/upper/$tree,workdir=$folder/work/$tree" "/$tree"
done
mount -t tmpfs -o mode=755 tmpfs /run
mkdir -p /run/netns
# Overlays do not stack, and these hold the overlays of containers.
for store in containerd kubelet rancher; do
  mkdir -p "$folder/lib/$store" "/var/lib/$store"
  mount --bind "$folder/lib/$store" "/var/lib/$store"
done
mount --make-rshared /

hostname "$name"
echo "$name" >/etc/hostname
printf '127.0.0.1 localhost\n%s %s\n' "$address" "$name" >/etc/hosts
echo 1 >/proc/sys/net/ipv4/ip_forward
touch "$folder/up"
while :; do sleep 3600; done
