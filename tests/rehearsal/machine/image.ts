import { spawnSync } from "node:child_process";
import { createHash } from "node:crypto";
import { chmodSync, existsSync, mkdirSync, readdirSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { homedir } from "node:os";
import { join } from "node:path";

/** The operating systems that machines can be made of; Hetzner's names of their images. */
export const releases = { "debian-13": "trixie", "debian-12": "bookworm" } as const;
export type Release = keyof typeof releases;

const packages: Record<Release, readonly string[]> = {
  "debian-13": ["systemd-resolved"],
  "debian-12": ["ifupdown"],
};
const everywhere = [
  "systemd,systemd-sysv,libpam-systemd,dbus,udev,openssh-server,cloud-init,netplan.io,iproute2,isc-dhcp-client",
  "ca-certificates,curl,sudo,nftables,procps,python3,kmod,unattended-upgrades",
].join(",");

/** Set aside because there is no hardware behind them. */
const masked = [
  ..."systemd-udevd.service systemd-udevd-control.socket systemd-udevd-kernel.socket systemd-udev-trigger.service".split(
    " ",
  ),
  ..."systemd-udev-settle.service systemd-modules-load.service systemd-timesyncd.service systemd-random-seed.service".split(
    " ",
  ),
  ..."getty@tty1.service console-getty.service getty.target".split(" "),
];

const cloudConfig: Record<Release, string> = {
  "debian-12": `locale: C.UTF-8\ngrowpart: {mode: "off"}\nresize_rootfs: false\n`,
  "debian-13": `locale: C.UTF-8\ngrowpart: {mode: "off"}\nresize_rootfs: false\ndatasource_list: [Hetzner, None]\nsystem_info: {network: {renderers: [networkd]}}\n`,
};

const version = 1;

/** The folder of a bootable system: built once for each recipe, then kept. Building takes about a minute. */
export function image(release: Release): string {
  const recipe = JSON.stringify([version, release, packages[release], everywhere, masked, cloudConfig[release]]);
  const cache = join(homedir(), ".cache", "slipway-rehearsal");
  const folder = join(cache, `${release}-${createHash("sha256").update(recipe).digest("hex").slice(0, 16)}`);
  if (existsSync(folder)) return folder;
  mkdirSync(cache, { recursive: true });
  const started = Date.now();
  console.log(`building the image of ${release}, which is done once`);
  const building = `${folder}.${process.pid}`;
  try {
    const include = [everywhere, ...packages[release]].join(",");
    const args = ["--variant=minbase", "--mode=root", "--format=directory", `--include=${include}`, "--quiet"];
    run("mmdebstrap", [...args, releases[release], building, "http://deb.debian.org/debian"]);
    prepare(building, release);
    renameSync(building, folder);
  } finally {
    rmSync(building, { recursive: true, force: true });
  }
  console.log(`built it in ${((Date.now() - started) / 1000).toFixed(0)} s: ${folder}`);
  return folder;
}

/** As an image that was never booted: no keys, no name, no id. */
function prepare(root: string, release: Release): void {
  const ssh = join(root, "etc/ssh");
  for (const file of readdirSync(ssh).filter((name) => name.startsWith("ssh_host_"))) rmSync(join(ssh, file));
  for (const file of ["etc/hostname", "etc/resolv.conf"]) rmSync(join(root, file), { force: true });
  writeFileSync(join(root, "etc/machine-id"), "");
  for (const unit of masked) {
    rmSync(join(root, "etc/systemd/system", unit), { force: true });
    run("ln", ["-s", "/dev/null", join(root, "etc/systemd/system", unit)]);
  }
  writeFileSync(join(root, "etc/cloud/cloud.cfg.d/90-image.cfg"), cloudConfig[release]);
  if (release === "debian-13") run("chroot", [root, "systemctl", "enable", "systemd-networkd.service"]);
  chmodSync(root, 0o755);
}

function run(file: string, args: readonly string[]): void {
  const { status, stderr, error } = spawnSync(file, args, { encoding: "utf8", maxBuffer: 64 << 20 });
  if (status !== 0) throw new Error(`${file} ${args.join(" ")}: ${error?.message ?? stderr}`);
}
