import type { PullRequestSample } from "../../src/gitops/applicationset/context.ts";
import { type LoopbackServer, startServer } from "../registries/loopback-server.ts";

/** GitHub's list of open pull requests, for any repository asked for. */
export function startForge(samples: readonly PullRequestSample[]): Promise<LoopbackServer> {
  const pulls = samples.map(({ number, title, branch, targetBranch, headSha, author, labels = [] }) => ({
    number,
    title,
    state: "open",
    head: { ref: branch, sha: headSha },
    base: { ref: targetBranch },
    user: { login: author },
    labels: labels.map((name) => ({ name })),
  }));
  return startServer(({ path }, response) => {
    const known = /^\/api\/v3\/repos\/[^/]+\/[^/]+\/pulls(?:\?|$)/.test(path);
    response.writeHead(known ? 200 : 404, { "content-type": "application/json" });
    response.end(JSON.stringify(known ? pulls : { message: `nothing at ${path}` }));
  });
}
