import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { hostKeyOfLabel, labelOfHostKey } from "./host-key-label.ts";

const publicKey = (bytes: Uint8Array): string => {
  const header = Buffer.from("0000000b7373682d6564323535313900000020", "hex");
  return `ssh-ed25519 ${Buffer.concat([header, bytes]).toString("base64")}`;
};

describe("the label of a host key", () => {
  it("is a valid label of 52 characters and gives the key back, whichever it is", () => {
    fc.assert(
      fc.property(fc.uint8Array({ minLength: 32, maxLength: 32 }), (bytes) => {
        const label = labelOfHostKey(`${publicKey(bytes)} root@somewhere\n`);
        expect(label).toMatch(/^[a-z0-9]([a-z0-9._-]{0,61}[a-z0-9])?$/);
        expect(label).toHaveLength(52);
        expect(hostKeyOfLabel(label)).toBe(publicKey(bytes));
      }),
    );
  });

  it("is made of Ed25519 keys only", () => {
    const short = publicKey(new Uint8Array(31));
    for (const key of [
      "",
      "ssh-rsa AAAAB3NzaC1yc2EAAAADAQABAAAAgQ",
      "ssh-ed25519",
      short,
      short.replace("ssh-ed25519", "ssh-rsa"),
    ])
      expect(() => labelOfHostKey(key)).toThrow(/is not an Ed25519 host key/);
  });

  it("is refused when somebody changed it", () => {
    const label = labelOfHostKey(publicKey(new Uint8Array(32).fill(255)));
    for (const changed of [
      "",
      label.slice(1),
      `${label}a`,
      label.toUpperCase(),
      `${label.slice(0, -1)}7`,
      `${label.slice(0, -1)}1`,
    ])
      expect(() => hostKeyOfLabel(changed)).toThrow(/slipway.dev\/host-key is not an Ed25519 host key/);
  });
});
