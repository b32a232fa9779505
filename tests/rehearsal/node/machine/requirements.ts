import { spawnSync } from "node:child_process";
import { existsSync } from "node:fs";
import process from "node:process";
import { hasGo } from "go-wasm-host/testing";

/** What a node needs of the host, and the Debian package that has it. */
const needed: Readonly<Record<string, string>> = {
  "/usr/sbin/runc": "runc",
  "/usr/lib/cni/bridge": "containernetworking-plugins",
  "/usr/sbin/iptables": "iptables",
  "/usr/sbin/nft": "nftables",
  "/usr/sbin/conntrack": "conntrack",
  "/usr/bin/skopeo": "skopeo",
  "/usr/bin/mmdebstrap": "mmdebstrap",
  "/usr/share/keyrings/debian-archive-keyring.gpg": "debian-archive-keyring",
  "/usr/bin/openssl": "openssl",
  "/usr/bin/git": "git",
};

/**
 * Why no node can run here; undefined where one can. Missing Debian packages are installed, as a node is only asked
 * for where somebody wants it.
 */
export function whyNoNode(): string | undefined {
  if (process.platform !== "linux") return "it needs Linux";
  if (process.getuid?.() !== 0) return "namespaces, mounts and cgroups need root";
  if (!existsSync("/sys/fs/cgroup")) return "no cgroups are mounted at /sys/fs/cgroup";
  if (!hasGo()) return "its programs are built from Go modules, and Go is not installed";
  const packages = missingPackages();
  if (packages.length === 0) return undefined;
  const args = ["install", "--yes", "--no-install-recommends", ...packages];
  const install = spawnSync("apt-get", args, { env: { ...process.env, DEBIAN_FRONTEND: "noninteractive" } });
  if (install.status === 0 && missingPackages().length === 0) return undefined;
  return `these Debian packages are missing and could not be installed: ${packages.join(", ")}`;
}

const missingPackages = (): string[] =>
  Object.entries(needed).flatMap(([path, name]) => (existsSync(path) ? [] : [name]));

/** For `describe.skipIf`, with the reason printed. */
export function cannotRunNode(): boolean {
  const why = whyNoNode();
  if (why !== undefined) console.warn(`skipped: no node can be rehearsed here, because ${why}`);
  return why !== undefined;
}
