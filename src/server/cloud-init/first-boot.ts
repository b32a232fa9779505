import { paths } from "../paths.ts";

/**
 * What the first boot does after cloud-init has written the files, as a POSIX shell script. cloud-init runs it again on a server that
 * was restored from a snapshot, because that has a new instance id: every part looks before it acts. The file it leaves names the
 * instance, so that one from a snapshot is not taken for this server's.
 */
export const firstBootScript = `#!/bin/sh
set -eu
export DEBIAN_FRONTEND=noninteractive
state=$(dirname ${paths.firstBoot})
instance=$(cat ${paths.instanceId})
step="start"
warnings=""
mkdir -p "$state"

leave() {
  printf '{"instance":"%s","status":"%s","step":"%s","warnings":[%s]}\\n' "$instance" "$1" "$step" "$warnings" > "$state/first-boot.new"
  sync "$state/first-boot.new"
  mv -f "$state/first-boot.new" ${paths.firstBoot}
}
warn() {
  warnings="$warnings\${warnings:+,}\\"$1\\""
}
trap 'code=$?; [ "$code" -eq 0 ] || leave failed' EXIT

# A key prepared on the server that the snapshot was taken of must not become this one's.
rm -f ${paths.nextHostKey} ${paths.nextHostKey}.pub

step="packages"
missing=""
command -v nft > /dev/null || missing="$missing nftables"
command -v curl > /dev/null || missing="$missing curl"
command -v unattended-upgrade > /dev/null || missing="$missing unattended-upgrades"
if [ -n "$missing" ]; then
  apt-get -o DPkg::Lock::Timeout=300 -o Acquire::Retries=5 update
  apt-get -o DPkg::Lock::Timeout=300 -o Acquire::Retries=5 install --yes --no-install-recommends $missing
fi

step="metadata guard"
systemctl daemon-reload
systemctl enable --now slipway-metadata-guard.service

step="kernel settings"
sysctl -q -p /etc/sysctl.d/90-slipway.conf

step="unattended upgrades"
systemctl enable --now apt-daily.timer apt-daily-upgrade.timer

step="swap"
memory=$(awk '/^MemTotal:/ {print int($2 / 1024)}' /proc/meminfo)
if [ "$memory" -lt 9216 ] && [ ! -e /swapfile ] && [ -z "$(swapon --show --noheadings)" ]; then
  if (umask 077 && rm -f /swapfile.new && fallocate -l 2G /swapfile.new && mkswap -q /swapfile.new) && swapon /swapfile.new; then
    swapoff /swapfile.new
    mv /swapfile.new /swapfile
    grep -q '^/swapfile ' /etc/fstab || printf '/swapfile none swap sw 0 0\\n' >> /etc/fstab
    swapon /swapfile
  else
    rm -f /swapfile.new
    warn "the file system takes no swap file"
  fi
fi

step="done"
leave "done"
`;
