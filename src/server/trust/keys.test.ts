import { describe, expect, it } from "vitest";
import { systemProcesses } from "../processes.ts";
import { newHostKey, publicKeyOf } from "./keys.ts";

describe("keys", () => {
  it("are Ed25519 in OpenSSH's format, and never the same twice", async () => {
    const [one, other] = await Promise.all([newHostKey(systemProcesses), newHostKey(systemProcesses)]);
    expect(one.privateKey).toMatch(
      /^-----BEGIN OPENSSH PRIVATE KEY-----\n[\s\S]+\n-----END OPENSSH PRIVATE KEY-----\n$/,
    );
    expect(one.publicKey).toMatch(/^ssh-ed25519 [A-Za-z0-9+/]{68}$/);
    expect(one.publicKey).not.toBe(other.publicKey);
  });

  it("give their public half, also when pasting has cost them the last newline or added carriage returns", async () => {
    const { privateKey, publicKey } = await newHostKey(systemProcesses);
    for (const pasted of [privateKey, privateKey.trim(), privateKey.replaceAll("\n", "\r\n"), `\n${privateKey}\n`])
      expect(await publicKeyOf(pasted, systemProcesses)).toBe(publicKey);
  });

  it("that cannot be used are refused with the reason, and without the key or its path", async () => {
    const error = await publicKeyOf("-----BEGIN OPENSSH PRIVATE KEY-----\nbm9wZQ==\n", systemProcesses).catch(
      (e: unknown) => e,
    );
    expect(error).toMatchObject({ code: "SLW-SSH-KEY", message: expect.not.stringMatching(/bm9wZQ|slw-/) as unknown });
    await expect(publicKeyOf(withPassphrase, systemProcesses)).rejects.toThrow(/it has a passphrase/);
    const absent = {
      ...systemProcesses,
      run: () => systemProcesses.run({ file: "slipway-no-such-program", args: [] }),
    };
    await expect(newHostKey(absent)).rejects.toThrow(/ssh-keygen could not be run/);
  });
});

/** Made for this test; its passphrase is “not a secret”. */
const withPassphrase = `-----BEGIN OPENSSH PRIVATE KEY-----
b3BlbnNzaC1rZXktdjEAAAAACmFlczI1Ni1jdHIAAAAGYmNyeXB0AAAAGAAAABALYj4Wqt
yiwla1D9B/lALgAAAAAQAAAAEAAAAzAAAAC3NzaC1lZDI1NTE5AAAAIJpdvmidJDi5DOZu
WcC5ALFoN42YvFXgR45PvcWZD0wXAAAAkJNvRSebL5FwkOnBopkq88gsLx+h5+6oSGb2gQ
M5HuYkOxSZxXxk83lAi7//qcMLoOZ1QIPNIVn03QXBCzx6dEL3CTNz9HgOR/ui/icZTUat
rLDVjIaYB+tUd09LA4cK8baF0YgJ5t7l2DKFa5cjUfCDTD2WYctWzQAaUcYp/TPtCNS0aE
5fEWTZiBbySEF7tw==
-----END OPENSSH PRIVATE KEY-----
`;
