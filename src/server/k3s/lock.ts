import { createHash } from "node:crypto";
import { z } from "zod";
import { SlipwayError } from "../../model/error.ts";

const architectures = ["amd64", "arm64"] as const;
export type Architecture = (typeof architectures)[number];

const pinnedFile = z.strictObject({
  url: z.url().describe("Where the file is."),
  sha256: z
    .string()
    .regex(/^[0-9a-f]{64}$/)
    .describe("Its SHA-256; another file is refused."),
});
export type PinnedFile = z.output<typeof pinnedFile>;

const pinnedRelease = z.strictObject({
  installer: pinnedFile.describe("The install script, as of the release's tag."),
  binaries: z
    .strictObject({ amd64: pinnedFile, arm64: pinnedFile })
    .partial()
    .describe("The program, by architecture."),
});
export type PinnedRelease = z.output<typeof pinnedRelease>;

/** Releases of k3s by version, each file with the hash that it had when a person pinned it. */
export const k3sLockSchema = z.strictObject({ releases: z.record(z.string(), pinnedRelease) });
export type K3sLock = z.output<typeof k3sLockSchema>;

/** The files that install a version, or why they are not known. Nothing is installed that is not pinned. */
export function pinnedFiles(
  lock: K3sLock,
  version: string,
  architecture: Architecture,
): { installer: PinnedFile; binary: PinnedFile } {
  const { installer, binaries } = pinnedReleaseOf(lock, version);
  const binary = binaries[architecture];
  if (binary) return { installer, binary };
  throw notPinned(`k3s ${version} on ${architecture}`, lock);
}

/** A release that is pinned, for whichever architecture. */
export function pinnedReleaseOf(lock: K3sLock, version: string): PinnedRelease {
  const release = lock.releases[version];
  if (release) return release;
  throw notPinned(`k3s ${version}`, lock);
}

const notPinned = (what: string, { releases }: K3sLock): SlipwayError =>
  new SlipwayError(
    "SLW-K3S-HASH",
    `no hashes are pinned for ${what}; there are: ${Object.keys(releases).join(", ") || "none"}`,
    {
      hint: "`slipway lock --k3s` pins what the Environments declare; look at the change, commit it, and run this again",
    },
  );

/** Bytes at an address. */
export type Download = (url: string) => Promise<Uint8Array>;

/** Addresses in front of a release's tag. */
export interface ReleasePlaces {
  releases: string;
  /** Where the installer is, as `<tag>/install.sh`. */
  sources: string;
}

const official: ReleasePlaces = {
  releases: "https://github.com/k3s-io/k3s/releases/download",
  sources: "https://raw.githubusercontent.com/k3s-io/k3s",
};
const binaryNames: Record<Architecture, string> = { amd64: "k3s", arm64: "k3s-arm64" };

/** Reads a release's hashes, to be reviewed and committed: from then on the file decides, not the place it came from. */
export async function pinRelease(
  version: string,
  download: Download,
  { releases, sources }: ReleasePlaces = official,
): Promise<PinnedRelease> {
  const tag = encodeURIComponent(version);
  const installerUrl = `${sources}/${tag}/install.sh`;
  const installer = { url: installerUrl, sha256: sha256(await download(installerUrl)) };
  const binaries = await Promise.all(
    architectures.map(async (architecture) => {
      const sums = new TextDecoder().decode(await download(`${releases}/${tag}/sha256sum-${architecture}.txt`));
      const name = binaryNames[architecture];
      return [architecture, { url: `${releases}/${tag}/${name}`, sha256: hashOf(sums, name, version) }] as const;
    }),
  );
  return pinnedRelease.parse({ installer, binaries: Object.fromEntries(binaries) });
}

/** Lines of sha256sum(1): the hash, two spaces or a space and an asterisk, the name. */
function hashOf(sums: string, name: string, version: string): string {
  const found = sums
    .split("\n")
    .map((line) => /^([0-9a-f]{64}) [ *](.+)$/.exec(line.trim()))
    .find((match) => match?.[2] === name);
  if (found?.[1]) return found[1];
  throw new SlipwayError("SLW-K3S-HASH", `the release ${version} has no hash of ${name}`);
}

export const sha256 = (content: string | Uint8Array): string => createHash("sha256").update(content).digest("hex");
