import { stringify } from "yaml";
import { paths } from "../paths.ts";
import type { KeyPair } from "../trust/keys.ts";
import { firstBootScript } from "./first-boot.ts";
import { metadataGuard, metadataGuardUnit, sysctlFile } from "./kernel.ts";
import { sshdConfig } from "./sshd.ts";

/** Hetzner Cloud takes up to 32 KiB. */
export const userDataLimit = 32 * 1024;

export interface UserDataOptions {
  /** Pinned for the first connection and changed over it, because user-data stays readable on the server. */
  hostKey: KeyPair;
  /** Public keys that may log in as root, a line each. */
  authorizedKeys: readonly string[];
  /** Whether security updates may restart the server, and when (`HH:MM`, the server's time, which is UTC). */
  reboot: "never" | { at: string };
}

/** The `#cloud-config` that a server is made with. It holds no secret that is good for longer than the first connection. */
export function userData({ hostKey, authorizedKeys, reboot }: UserDataOptions): string {
  const guard = "/etc/slipway/metadata-guard.nft";
  const script = "/usr/local/lib/slipway/first-boot";
  const config = {
    disable_root: false,
    ssh_pwauth: false,
    ssh_deletekeys: true,
    ssh_keys: { ed25519_private: hostKey.privateKey, ed25519_public: `${hostKey.publicKey}\n` },
    users: [{ name: "root", lock_passwd: true, ssh_authorized_keys: authorizedKeys.map((key) => key.trim()) }],
    write_files: [
      file("/etc/ssh/sshd_config.d/10-slipway.conf", sshdConfig),
      file("/etc/sysctl.d/90-slipway.conf", sysctlFile()),
      file("/etc/apt/apt.conf.d/52slipway-upgrades", upgrades(reboot)),
      file(guard, metadataGuard),
      file("/etc/systemd/system/slipway-metadata-guard.service", metadataGuardUnit(guard)),
      file(paths.injectedHostKey, `${hostKey.publicKey}\n`),
      { ...file(script, firstBootScript), permissions: "0755" },
    ],
    runcmd: [[script]],
  };
  const text = `#cloud-config\n${stringify(config, { lineWidth: 0 })}`;
  const size = Buffer.byteLength(text);
  if (size > userDataLimit) throw new RangeError(`user-data has ${size} bytes, Hetzner takes ${userDataLimit}`);
  return text;
}

const file = (path: string, content: string) => ({ path, content, permissions: "0644", owner: "root:root" });

function upgrades(reboot: UserDataOptions["reboot"]): string {
  const restart =
    reboot === "never"
      ? ['Unattended-Upgrade::Automatic-Reboot "false";']
      : ['Unattended-Upgrade::Automatic-Reboot "true";', `Unattended-Upgrade::Automatic-Reboot-Time "${reboot.at}";`];
  return ['APT::Periodic::Update-Package-Lists "1";', 'APT::Periodic::Unattended-Upgrade "1";', ...restart, ""].join(
    "\n",
  );
}
