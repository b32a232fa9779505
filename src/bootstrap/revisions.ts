import { createSources, emptyLock } from "../gitops/sources.ts";
import { environmentOf } from "../run/fetching.ts";
import type { BootstrapPorts } from "./options.ts";

/** What a revision means now, read from the repository itself; unknown where it cannot be reached from here. */
export function revisionResolver(
  ports: Pick<BootstrapPorts, "env" | "signal" | "sources" | "log">,
): (repoURL: string, revision: string) => Promise<string | undefined> {
  const { toolCacheDir, archives, credentials } = environmentOf(ports);
  return async (repoURL, revision) => {
    // Sources remember what they have resolved, and a branch moves.
    const { resolver } = createSources({
      lock: emptyLock,
      toolCacheDir,
      archives,
      credentials,
      env: ports.env,
      signal: ports.signal,
    });
    const found = await resolver.git({ repoURL, revision });
    if ("commit" in found) return found.commit;
    ports.log.debug(`what ${revision} of ${repoURL} is cannot be told from here: ${found.unavailable}`);
    return undefined;
  };
}
