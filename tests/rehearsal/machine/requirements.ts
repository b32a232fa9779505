import { spawnSync } from "node:child_process";
import { existsSync } from "node:fs";
import process from "node:process";

/** What a machine needs of the host, and the Debian package that has it. */
const needed: Readonly<Record<string, string>> = {
  "/usr/bin/mmdebstrap": "mmdebstrap",
  "/usr/share/keyrings/debian-archive-keyring.gpg": "debian-archive-keyring",
  "/usr/bin/unshare": "util-linux",
  "/usr/sbin/ip": "iproute2",
  "/usr/bin/ssh": "openssh-client",
};

/** Why no machine can be started here; undefined where one can. Missing packages are installed, as root may. */
function whyNoMachine(): string | undefined {
  if (process.platform !== "linux") return "it needs Linux";
  if (process.getuid?.() !== 0) return "namespaces, mounts and cgroups need root";
  if (!existsSync("/sys/fs/cgroup")) return "no cgroups are mounted at /sys/fs/cgroup";
  const missing = missingPackages();
  if (missing.length === 0) return undefined;
  console.log(`installing ${missing.join(", ")}, which machines need`);
  const args = ["install", "--yes", "--no-install-recommends", ...missing];
  spawnSync("apt-get", args, { env: { ...process.env, DEBIAN_FRONTEND: "noninteractive" } });
  const left = missingPackages();
  return left.length === 0
    ? undefined
    : `these Debian packages are missing and could not be installed: ${left.join(", ")}`;
}

const missingPackages = (): string[] =>
  Object.entries(needed).flatMap(([path, name]) => (existsSync(path) ? [] : [name]));

/** For `describe.skipIf`, with the reason printed. */
export function cannotStartMachines(): boolean {
  const why = whyNoMachine();
  if (why !== undefined) console.warn(`skipped: no machine can be started here, because ${why}`);
  return why !== undefined;
}
