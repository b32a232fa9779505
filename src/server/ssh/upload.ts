import { createHash } from "node:crypto";
import { SlipwayError } from "../../model/error.ts";
import type { Remote, RemoteOptions } from "./remote.ts";
import { script } from "./remote.ts";

export interface Upload {
  path: string;
  content: string | Uint8Array;
  /** Permissions, such as "0600". */
  mode: string;
}

/** Exit code of the script below for a wrong hash. */
const wrongHash = 65;

const receive = `# write a file whole or not at all
set -eu
umask 077
mkdir -p "$(dirname "$1")"
new="$1.$$.new"
trap 'rm -f "$new"' EXIT
cat > "$new"
[ "$(sha256sum < "$new" | cut -d ' ' -f 1)" = "$2" ] || exit ${wrongHash}
chmod "$3" "$new"
sync "$new"
mv -f "$new" "$1"`;

/** Sends a file over standard input; it appears under its name whole, with its mode, and only when its SHA-256 is right. */
export async function upload(
  remote: Remote,
  { path, content, mode }: Upload,
  options: RemoteOptions = {},
): Promise<void> {
  const hash = createHash("sha256").update(content).digest("hex");
  const { code, stderr } = await remote.attempt(script(receive, path, hash, mode), { ...options, stdin: content });
  if (code === 0) return;
  const why = code === wrongHash ? "it arrived damaged" : stderr.trim();
  throw new SlipwayError("SLW-SERVER-COMMAND", `${path} could not be written on the server: ${why}`, {
    hint: "Run again; if it stays, look at the server's free space.",
  });
}
