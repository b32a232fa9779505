import { readFile } from "node:fs/promises";
import { homedir } from "node:os";
import { join } from "node:path";
import { SlipwayError } from "../../model/error.ts";
import type { Terminal } from "../terminal.ts";

/** The key of the file that is named, of SSH_PRIVATE_KEY, or of ~/.ssh/id_ed25519. */
export async function privateKey(file: string | undefined, { env }: Terminal): Promise<string> {
  const given = env["SSH_PRIVATE_KEY"];
  if (file === undefined && given !== undefined && given !== "") return given;
  const path = file ?? join(homedir(), ".ssh", "id_ed25519");
  try {
    return await readFile(path, "utf8");
  } catch (cause) {
    throw new SlipwayError("SLW-SSH-KEY", `the private key ${path} cannot be read`, {
      hint: "Name one by --ssh-key, or put one in SSH_PRIVATE_KEY; ssh-keygen -t ed25519 makes one.",
      cause,
    });
  }
}
