import type { Octokit } from "../client.ts";
import { failureReason } from "../failure.ts";
import type { RepositoryName } from "../repository-name.ts";

export type Download = { archive: Uint8Array } | { absent: string };

export interface ArtifactRequest {
  repository: RepositoryName;
  runId: number;
  name: string;
  /** Bytes; a longer answer is dropped while it is still arriving. */
  limit: number;
}

/** Milliseconds for the whole archive. */
const patience = 60_000;

/** Fetches one artifact of one run into memory. The archive's address is signed, so the token does not travel there. */
export async function downloadArtifact(
  octokit: Octokit,
  { repository, runId, name, limit }: ArtifactRequest,
  fetch: typeof globalThis.fetch,
): Promise<Download> {
  const repo = { owner: repository.owner, repo: repository.name };
  const { data } = await octokit.rest.actions.listWorkflowRunArtifacts({ ...repo, run_id: runId, name, per_page: 100 });
  // A rerun adds another artifact of the same name; the latest speaks for the commit.
  const [artifact] = data.artifacts.filter((found) => found.name === name).sort((a, b) => b.id - a.id);
  if (artifact === undefined) return { absent: `run ${runId} left no artifact named ${name}` };
  if (artifact.expired) return { absent: `the artifact ${name} of run ${runId} has expired` };
  if (artifact.size_in_bytes > limit) return { absent: `the artifact ${name} is larger than ${limit} bytes` };

  const redirect = await octokit.rest.actions.downloadArtifact({
    ...repo,
    artifact_id: artifact.id,
    archive_format: "zip",
    request: { redirect: "manual" },
  });
  const address = redirect.headers.location;
  if (address === undefined) return { absent: `GitHub gave no address for the artifact ${name}` };
  try {
    const response = await fetch(address, { redirect: "error", signal: AbortSignal.timeout(patience) });
    if (!response.ok || response.body === null) return { absent: `the archive answered with ${response.status}` };
    const archive = await readUpTo(response.body, limit);
    return archive === undefined ? { absent: `the artifact ${name} is larger than ${limit} bytes` } : { archive };
  } catch (error) {
    return { absent: `the archive could not be read: ${failureReason(error)}` };
  }
}

async function readUpTo(body: ReadableStream<Uint8Array>, limit: number): Promise<Uint8Array | undefined> {
  const chunks: Uint8Array[] = [];
  let length = 0;
  for await (const chunk of body) {
    length += chunk.byteLength;
    if (length > limit) return undefined;
    chunks.push(chunk);
  }
  return Buffer.concat(chunks);
}
