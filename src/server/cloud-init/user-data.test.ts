import { describe, expect, it } from "vitest";
import { parse } from "yaml";
import { z } from "zod";
import { userData, userDataLimit } from "./user-data.ts";

const hostKey = {
  privateKey: "-----BEGIN OPENSSH PRIVATE KEY-----\nAAAA\n-----END OPENSSH PRIVATE KEY-----\n",
  publicKey: "ssh-ed25519 AAAAhost",
};
const schema = z.object({
  ssh_keys: z.object({ ed25519_private: z.string(), ed25519_public: z.string() }),
  users: z.array(z.object({ name: z.string(), lock_passwd: z.boolean(), ssh_authorized_keys: z.array(z.string()) })),
  write_files: z.array(z.object({ path: z.string(), content: z.string(), permissions: z.string() })),
  runcmd: z.array(z.array(z.string())),
});
const make = (reboot: "never" | { at: string } = "never", keys = ["ssh-ed25519 AAAAuser\n"]): string =>
  userData({ hostKey, authorizedKeys: keys, reboot });
const file = (text: string, path: string): string =>
  schema.parse(parse(text)).write_files.find((one) => one.path === path)?.content ?? "";

describe("user-data", () => {
  it("is a cloud-config with the host key as OpenSSH wrote it and the user's key", () => {
    const text = make();
    expect(text.startsWith("#cloud-config\n")).toBe(true);
    const config = schema.parse(parse(text));
    expect(config.ssh_keys.ed25519_private).toBe(hostKey.privateKey);
    expect(config.users).toEqual([{ name: "root", lock_passwd: true, ssh_authorized_keys: ["ssh-ed25519 AAAAuser"] }]);
    expect(config.runcmd).toEqual([["/usr/local/lib/slipway/first-boot"]]);
  });

  it("has one secret, which is the key that is changed after the first connection", () => {
    expect(make().split("PRIVATE KEY").length - 1).toBe(2);
    const keys = ["disable_root", "ssh_pwauth", "ssh_deletekeys", "ssh_keys", "users", "write_files", "runcmd"];
    expect(Object.keys(z.record(z.string(), z.unknown()).parse(parse(make())))).toEqual(keys);
  });

  it("restarts the server after updates when it is told to", () => {
    const upgrades = "/etc/apt/apt.conf.d/52slipway-upgrades";
    expect(file(make(), upgrades)).toContain('Automatic-Reboot "false"');
    expect(file(make({ at: "03:30" }), upgrades)).toContain('Automatic-Reboot-Time "03:30"');
  });

  it("is refused where it is larger than Hetzner takes", () => {
    expect(Buffer.byteLength(make())).toBeLessThan(userDataLimit / 3);
    expect(() => make("never", [`ssh-rsa ${"A".repeat(userDataLimit)}`])).toThrow(/Hetzner takes 32768/);
  });
});
