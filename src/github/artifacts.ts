import { failureReason } from "./failure.ts";
import type { Log } from "../model/ports.ts";

/** Files to keep with the workflow run, all below `directory`. */
interface ArtifactUpload {
  name: string;
  files: string[];
  directory: string;
}

export type UploadOutcome = "uploaded" | "not uploaded";

export interface ArtifactStore {
  /** Says itself what went wrong. */
  upload: (artifact: ArtifactUpload) => Promise<UploadOutcome>;
}

/** Days; long enough for a review, short enough not to fill the account's storage. */
const retentionDays = 14;

/**
 * The run's artifact service. Outside a runner, where its address and token are absent, nothing is uploaded. The
 * client is loaded on first use: it weighs more than the rest of an action together.
 */
export function artifactStore(env: Record<string, string | undefined>, log: Log): ArtifactStore {
  return {
    upload: async ({ name, files, directory }) => {
      if (!env["ACTIONS_RUNTIME_TOKEN"] || !env["ACTIONS_RESULTS_URL"]) {
        log.debug("No artifact service here: ACTIONS_RUNTIME_TOKEN and ACTIONS_RESULTS_URL are not set");
        return "not uploaded";
      }
      try {
        const { DefaultArtifactClient } = await import("@actions/artifact");
        await new DefaultArtifactClient().uploadArtifact(name, files, directory, { retentionDays });
        return "uploaded";
      } catch (error) {
        log.info(`The artifact ${name} could not be kept with the run: ${failureReason(error)}`);
        return "not uploaded";
      }
    },
  };
}
