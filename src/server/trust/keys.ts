import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { SlipwayError } from "../../model/error.ts";
import { privateFolder } from "../private-folder.ts";
import type { Processes } from "../processes.ts";

/** A key pair as OpenSSH writes it: the private half in its own format, the public half as one line without a comment. */
export interface KeyPair {
  privateKey: string;
  publicKey: string;
}

/** A host key for a server that does not exist yet. `ssh-keygen` makes it, so that the format is OpenSSH's own. */
export async function newHostKey(processes: Processes): Promise<KeyPair> {
  await using folder = await privateFolder();
  const path = join(folder.path, "key");
  await keygen(processes, ["-q", "-t", "ed25519", "-N", "", "-C", "", "-f", path]);
  const [privateKey, publicKey] = await Promise.all([readFile(path, "utf8"), readFile(`${path}.pub`, "utf8")]);
  return { privateKey, publicKey: publicKey.trim() };
}

/** The public half of a user's private key, as it came from a secret. */
export async function publicKeyOf(privateKey: string, processes: Processes): Promise<string> {
  await using folder = await privateFolder();
  const path = await folder.write("key", keyFile(privateKey));
  const printed = await keygen(processes, ["-y", "-P", "", "-f", path]);
  return printed.trim().split(/\s+/).slice(0, 2).join(" ");
}

/** What people paste loses its last newline or gains carriage returns, and OpenSSH then calls the key invalid. */
export const keyFile = (privateKey: string): string => `${privateKey.replaceAll("\r\n", "\n").trim()}\n`;

async function keygen(processes: Processes, args: readonly string[]): Promise<string> {
  const { code, stdout, stderr } = await processes.run({ file: "ssh-keygen", args });
  if (code === 0) return stdout;
  if (code === undefined) {
    throw new SlipwayError("SLW-SSH-KEY", `ssh-keygen could not be run: ${stderr.trim()}`, {
      hint: "Install OpenSSH's client (openssh-client on Debian and Ubuntu).",
    });
  }
  const reason = /passphrase/.test(stderr) ? "it has a passphrase" : `OpenSSH says: ${lastLine(stderr)}`;
  throw new SlipwayError("SLW-SSH-KEY", `the private key cannot be used: ${reason}`, {
    hint: "The secret must hold the whole private key file, without a passphrase: ssh-keygen -t ed25519 -N '' -f slipway",
  });
}

/** The path of the key is ours and says nothing to the reader. */
const lastLine = (text: string): string => (text.trim().split("\n").at(-1) ?? "").replace(/"?\/\S*\/key"?:? ?/, "");
