import { join } from "node:path";
import { SlipwayError } from "../../model/error.ts";
import { createSourceCache, toolCacheFolder, toolCacheStore } from "./actions-cache.ts";
import type { SourceCache } from "./actions-cache.ts";
import { folderStore } from "./archive-store.ts";
import type { ArchiveStore } from "./archive-store.ts";
import { parseCredentials } from "./credentials.ts";
import type { RepositoryCredential } from "./credentials.ts";

/** Where sources are kept and how they are reached, as the environment says. */
export interface SourceEnvironment {
  toolCacheDir: string;
  archives: ArchiveStore;
  credentials: RepositoryCredential[];
}

type Environment = Record<string, string | undefined>;

const readCredentials = (env: Environment): RepositoryCredential[] =>
  parseCredentials(env["SLIPWAY_REPOSITORY_CREDENTIALS"]);

/** For the command line: `$XDG_CACHE_HOME/slipway` (a relative path is ignored, as XDG asks), else `~/.cache/slipway`. */
export function homeEnvironment(env: Environment, home: string): SourceEnvironment {
  const configured = env["XDG_CACHE_HOME"];
  const base = configured?.startsWith("/") ? configured : join(home, ".cache");
  const toolCacheDir = join(base, "slipway");
  return { toolCacheDir, archives: folderStore(join(toolCacheDir, "archives")), credentials: readCredentials(env) };
}

/**
 * For an action: archives in the runner's tool cache, carried from job to job by the actions cache. Not for the command
 * line, even on a runner: @actions/tool-cache writes workflow commands to standard output.
 */
export function runnerEnvironment(
  env: Environment,
  onWarning: (message: string) => void,
): SourceEnvironment & { jobCache: SourceCache } {
  const { RUNNER_TOOL_CACHE: toolCache, RUNNER_TEMP: temporary } = env;
  if (!toolCache || !temporary) {
    throw new SlipwayError("SLW-CONFIG", "RUNNER_TOOL_CACHE and RUNNER_TEMP are not both set", {
      hint: "a GitHub Actions runner sets them; use the slipway command elsewhere",
    });
  }
  return {
    toolCacheDir: join(temporary, "slipway-sources"),
    archives: toolCacheStore(async () => import("@actions/tool-cache"), temporary),
    credentials: readCredentials(env),
    jobCache: createSourceCache({
      load: async () => import("@actions/cache"),
      paths: [toolCacheFolder(toolCache)],
      onWarning,
    }),
  };
}
