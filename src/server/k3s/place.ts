import { SlipwayError } from "../../model/error.ts";
import type { Log } from "../../model/ports.ts";
import { type Remote, type RemoteOptions, script } from "../ssh/remote.ts";
import { upload } from "../ssh/upload.ts";
import { type Download, type PinnedFile, sha256 } from "./lock.ts";

const exits = { unreachable: 70, wrongHash: 65 } as const;

/** Nothing is in place, not even for a moment, whose hash is not the pinned one. */
const fetchThere = `# fetch a pinned file
set -eu
umask 022
[ ! -f "$3" ] || [ "$(sha256sum < "$3" | cut -d ' ' -f 1)" != "$2" ] || exit 0
mkdir -p "$(dirname "$3")"
trap 'rm -f "$3.new"' EXIT
curl --fail --silent --show-error --location --retry 3 --connect-timeout 10 --output "$3.new" "$1" || exit ${exits.unreachable}
[ "$(sha256sum < "$3.new" | cut -d ' ' -f 1)" = "$2" ] || exit ${exits.wrongHash}
chmod 755 "$3.new"
sync "$3.new"
mv -f "$3.new" "$3"`;

/** Puts a pinned program on the server: fetched there, or, where the server cannot get out (IPv6 only), fetched here and sent. */
export async function placeProgram(
  remote: Remote,
  { url, sha256: pinned }: PinnedFile,
  path: string,
  { download, log, ...options }: RemoteOptions & { download: Download; log: Log },
): Promise<void> {
  const { code, stderr } = await remote.attempt(script(fetchThere, url, pinned, path), options);
  if (code === 0) return;
  if (code === exits.wrongHash) throw wrongHash(url);
  if (code !== exits.unreachable)
    throw new SlipwayError("SLW-SERVER-COMMAND", `${path} could not be written: ${stderr.trim()}`);
  log.info(
    `the server cannot fetch ${url} itself (${stderr.trim().split("\n").at(-1) ?? ""}), so it is sent from here`,
  );
  const content = await download(url);
  if (sha256(content) !== pinned) throw wrongHash(url);
  await upload(remote, { path, content, mode: "0755" }, options);
}

const wrongHash = (url: string): SlipwayError =>
  new SlipwayError("SLW-K3S-HASH", `${url} does not have the pinned hash; nothing was installed`, {
    hint: "Either the file was changed since it was pinned, or somebody is in between. Compare with the release's own page before pinning again.",
  });
