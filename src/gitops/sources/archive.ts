import { createGunzip } from "node:zlib";
import { SourceProblem } from "./problem.ts";

export interface ArchiveLimits {
  /** Largest archive as downloaded, in bytes. */
  packed: number;
  /** Largest archive once unpacked, in bytes. */
  unpacked: number;
}

/** Unpacked: what Helm itself loads at most (helm.sh/helm/v4 pkg/chart/loader/archive `MaxDecompressedChartSize`). */
export const defaultArchiveLimits: ArchiveLimits = { packed: 20 * 2 ** 20, unpacked: 100 * 2 ** 20 };

const tarBlock = 512;
const checksumAt = 148;
const checksumLength = 8;

/** Whether a block is a tar header: its checksum is the sum of its bytes with the checksum field as spaces (POSIX pax). */
function isTarHeader(block: Buffer): boolean {
  const field = block.toString("latin1", checksumAt, checksumAt + checksumLength).replace(/[\0 ]+$/, "");
  const spaces = checksumLength * " ".charCodeAt(0);
  const others = block.reduce(
    (sum, byte, i) => (i >= checksumAt && i < checksumAt + checksumLength ? sum : sum + byte),
    0,
  );
  return /^[ 0-7]+$/.test(field) && Number.parseInt(field, 8) === others + spaces;
}

function describeStart(bytes: Uint8Array): string {
  const start = Buffer.from(bytes.subarray(0, 200)).toString("latin1").trimStart();
  if (start.startsWith("<")) return "it is a web page";
  return bytes.length === 0 ? "it is empty" : "it does not start as gzip does";
}

/** Makes sure that bytes are a whole, reasonably sized gzipped tar, without keeping what is unpacked. */
export async function checkArchive(bytes: Uint8Array, what: string, limits: ArchiveLimits): Promise<void> {
  if (bytes[0] !== 0x1f || bytes[1] !== 0x8b) {
    throw new SourceProblem(`${what} is not a gzipped archive: ${describeStart(bytes)}`);
  }
  const gunzip = createGunzip();
  gunzip.end(bytes);
  let first = Buffer.alloc(0);
  let length = 0;
  try {
    for await (const chunk of gunzip) {
      if (!Buffer.isBuffer(chunk)) continue;
      length += chunk.length;
      if (length > limits.unpacked) {
        throw new SourceProblem(`${what} unpacks to more than ${limits.unpacked / 2 ** 20} MiB`);
      }
      if (first.length < tarBlock) first = Buffer.concat([first, chunk]);
    }
  } catch (error) {
    if (error instanceof SourceProblem) throw error;
    throw new SourceProblem(`${what} is damaged or cut off: ${error instanceof Error ? error.message : String(error)}`);
  }
  if (first.length < tarBlock || !isTarHeader(first.subarray(0, tarBlock))) {
    throw new SourceProblem(`${what} is gzipped, but holds no tar archive`);
  }
}

/** Makes sure that bytes start as a tar archive does; its size is that of the download. */
export function checkPlainTar(bytes: Uint8Array, what: string): void {
  if (bytes.length < tarBlock || !isTarHeader(Buffer.from(bytes.subarray(0, tarBlock))))
    throw new SourceProblem(`${what} is no tar archive: ${describeStart(bytes).replace("gzip", "tar")}`);
}
