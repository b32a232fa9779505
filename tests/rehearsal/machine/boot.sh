#!/bin/sh
# Boots a machine: sh boot.sh STATE IMAGE. Runs as the first process of new mount, UTS, IPC and PID namespaces, in the machine's own
# network namespace and cgroup, and becomes its systemd. STATE holds id, name, virtualisation and everything the machine writes.
set -eu
state=$1 image=$2
root=$state/root
mount --make-rprivate /
mkdir -p "$root" "$state/upper" "$state/work" "$state/dmi/dmi/id"

# cloud-init finds Hetzner by what the firmware says; the serial number is the instance's id.
echo Hetzner > "$state/dmi/dmi/id/sys_vendor"
echo vServer > "$state/dmi/dmi/id/product_name"
cp "$state/id" "$state/dmi/dmi/id/product_serial"
mount -t overlay overlay -o "lowerdir=$image,upperdir=$state/upper,workdir=$state/work" "$root"
mount -t proc -o nosuid,nodev,noexec proc "$root/proc"
# Read-only, or networkd waits for a udev that is not there.
mount -t sysfs -o ro,nosuid,nodev,noexec sysfs "$root/sys"
mount -t overlay -o "ro,lowerdir=$state/dmi:$root/sys/class" overlay "$root/sys/class"
mount -t cgroup2 cgroup2 "$root/sys/fs/cgroup"
echo "BOOT_IMAGE=/boot/vmlinuz root=/dev/sda1 ro quiet" > "$state/cmdline"
mount --bind "$state/cmdline" "$root/proc/cmdline"
cp "$state/meminfo" "$state/meminfo.shown" && mount --bind "$state/meminfo.shown" "$root/proc/meminfo"

# Settings of the whole kernel land in a copy, so that they can be asserted and the host keeps its own. net.* is the namespace's.
rm -rf "$state/sysctl"
for area in vm kernel fs; do
  (cd /proc/sys && find "$area" -type f -readable ! -path '*/binfmt_misc/*') | while read -r file; do
    mkdir -p "$state/sysctl/$(dirname "$file")"
    cat "/proc/sys/$file" > "$state/sysctl/$file" 2> /dev/null || :
  done
  mkdir -p "$state/sysctl/fs/binfmt_misc"
done
cat /proc/sys/kernel/random/uuid > "$state/sysctl/kernel/random/boot_id"
for area in vm kernel fs; do mount --bind "$state/sysctl/$area" "$root/proc/sys/$area"; done
[ ! -e "$root/proc/sysrq-trigger" ] || mount --bind /dev/null "$root/proc/sysrq-trigger"

mount -t tmpfs -o mode=755,nosuid dev "$root/dev"
for device in null zero full random urandom tty; do cp -a "/dev/$device" "$root/dev/"; done
mkdir "$root/dev/pts" "$root/dev/shm"
mount -t devpts -o newinstance,ptmxmode=666,mode=620,gid=5 devpts "$root/dev/pts"
ln -s pts/ptmx "$root/dev/ptmx"
ln -s /proc/self/fd "$root/dev/fd"
ln -s fd/0 "$root/dev/stdin"
ln -s fd/1 "$root/dev/stdout"
ln -s fd/2 "$root/dev/stderr"
mount -t tmpfs -o mode=1777 shm "$root/dev/shm"
touch "$root/dev/console"
: >> "$state/console"
mount --bind "$state/console" "$root/dev/console"
# systemd would see that it is in a PID namespace, and cloud-init then would not look at the firmware.
mount --bind "$state/virtualisation" "$root/usr/bin/systemd-detect-virt"
# What a test lends the machine, read-only.
for lent in "$state"/lent/*; do
  [ -e "$lent" ] || continue
  mkdir -p "$root/opt/rehearsal/$(basename "$lent")"
  mount --bind "$(readlink -f "$lent")" "$root/opt/rehearsal/$(basename "$lent")"
  mount -o remount,bind,ro "$root/opt/rehearsal/$(basename "$lent")"
done
mount -t tmpfs -o mode=755,nosuid,nodev run "$root/run"
hostname "$(cat "$state/name")"
cd "$root"
mkdir -p .old
pivot_root . .old
exec chroot . /bin/sh -c '
  umount -l /.old
  rmdir /.old
  exec setpriv --bounding-set=-sys_time,-sys_module,-mknod,-sys_rawio,-syslog,-wake_alarm,-mac_admin,-mac_override \
    env -i PATH=/usr/sbin:/usr/bin:/sbin:/bin /lib/systemd/systemd --log-target=console' < /dev/null > /dev/null 2>&1
