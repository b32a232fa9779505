import {
  chmodSync,
  copyFileSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { basename, dirname, join } from "node:path";
import process from "node:process";
import { command } from "../machine/command.ts";
import { hashOf } from "./cache.ts";

/** A tar file that can be made again: equal keys, equal content. */
export interface Layer {
  key: string;
  make(target: string): Promise<void>;
}

const suite = "trixie";
const mirror = "http://deb.debian.org/debian";
const keyring = "/usr/share/keyrings/debian-archive-keyring.gpg";

export interface DebianSystem {
  packages: readonly string[];
  /** A program that is run with the new root as its argument. */
  customize: string;
}

/** A Debian system of its own, without the pages that nobody reads in a container. */
export const debian = ({ packages, customize }: DebianSystem): Layer => ({
  key: hashOf("debian", suite, ...packages, readFileSync(customize)),
  make: (target) => mmdebstrap("minbase", packages, target, [`--customize-hook=${customize}`]),
});

/** The files of Debian packages and nothing besides, not even what they depend on being set up. */
export const unpacked = (packages: readonly string[]): Layer => ({
  key: hashOf("unpacked", suite, ...packages),
  make: (target) => mmdebstrap("extract", packages, target, []),
});

async function mmdebstrap(
  variant: string,
  packages: readonly string[],
  target: string,
  hooks: readonly string[],
): Promise<void> {
  const unread = ["doc", "man", "info", "locale"].map((name) => `--dpkgopt=path-exclude=/usr/share/${name}/*`);
  const args = [`--variant=${variant}`, "--mode=root", "--format=tar", `--keyring=${keyring}`, ...unread, ...hooks];
  // A fixed date makes the tar the same each time, as far as the mirror is.
  const env = { PATH: process.env["PATH"], SOURCE_DATE_EPOCH: "0", TMPDIR: tmpdir() };
  const what = [`--include=${packages.join(",")}`, suite, target, mirror];
  await command("mmdebstrap", [...args, ...what], { env, within: 600_000 });
}

export type Entry = { copy: string } | { text: string; mode: number } | { link: string };

/** Files owned by root, at their paths in the image. */
export const files = (entries: Readonly<Record<string, Entry>>): Layer => ({
  key: hashOf("files", ...Object.entries(entries).flatMap(([path, entry]) => [path, ...identityOf(entry)])),
  async make(target) {
    const root = mkdtempSync(join(tmpdir(), "slipway-layer-"));
    try {
      for (const [path, entry] of Object.entries(entries)) place(join(root, path), entry);
      const same = ["--sort=name", "--owner=0", "--group=0", "--numeric-owner", "--mtime=@0"];
      await command("tar", ["--create", "--file", target, ...same, "--directory", root, "."]);
    } finally {
      rmSync(root, { recursive: true, force: true });
    }
  },
});

/** Programs are named after their version, so that they need not be read. */
function identityOf(entry: Entry): string[] {
  if ("copy" in entry) return [basename(entry.copy), String(statSync(entry.copy).size)];
  return "link" in entry ? ["link", entry.link] : [entry.text, String(entry.mode)];
}

function place(path: string, entry: Entry): void {
  mkdirSync(dirname(path), { recursive: true, mode: 0o755 });
  if ("link" in entry) symlinkSync(entry.link, path);
  else if ("text" in entry) writeFileSync(path, entry.text, { mode: entry.mode });
  else {
    copyFileSync(entry.copy, path);
    chmodSync(path, 0o755);
  }
}
