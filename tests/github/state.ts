import { z } from "zod";

import type { Description } from "./description.ts";

export interface FakeComment {
  id: number;
  issue: number;
  body: string;
  author: string;
}

export interface FakePull {
  number: number;
  headSha: string;
  headRef: string;
  /** "owner/name", or null when the fork is gone. */
  headRepository: string | null;
  open: boolean;
  title?: string;
  body?: string;
  baseRef?: string;
}

export interface FakeArtifact {
  id: number;
  runId: number;
  name: string;
  expired: boolean;
  archive: Uint8Array;
  /** What GitHub says the size is; the archive's by default. */
  claimedSize?: number;
}

export interface State {
  repository: string;
  defaultBranch: string;
  /** Who the token acts as, and whether it may write. */
  viewer: { login: string; canWrite: boolean };
  comments: FakeComment[];
  pulls: FakePull[];
  artifacts: FakeArtifact[];
}

export function emptyState(rest: Partial<State> = {}): State {
  return {
    repository: "acme/platform",
    defaultBranch: "main",
    viewer: { login: "github-actions[bot]", canWrite: true },
    comments: [],
    pulls: [],
    artifacts: [],
    ...rest,
  };
}

type Shape = Record<string, unknown>;
const shape = z.record(z.string(), z.unknown());

/** State in GitHub's words: its own examples, with the fields that matter here replaced. */
export function wireFormat(description: Description, state: State, baseUrl: string) {
  const firstOf = (name: string): Shape => z.tuple([shape], z.unknown()).parse(description.example(name))[0];
  const user = (login: string): Shape => {
    const type = login.endsWith("[bot]") ? "Bot" : "User";
    return { ...shape.parse(firstOf("issue-comment-items")["user"]), login, type };
  };
  const web = `https://github.com/${state.repository}`;
  return {
    comment: ({ id, issue, body, author }: FakeComment): Shape => ({
      ...firstOf("issue-comment-items"),
      id,
      body,
      html_url: `${web}/pull/${issue}#issuecomment-${id}`,
      user: user(author),
    }),
    repository: (): Shape => ({
      ...shape.parse(description.example("full-repository")),
      // The example lacks what the schema requires.
      has_discussions: false,
      full_name: state.repository,
      default_branch: state.defaultBranch,
    }),
    createdPull: ({ number, headRef, title, body, open }: FakePull): Shape => {
      const example = shape.parse(description.example("pull-request"));
      const head = { ...shape.parse(example["head"]), ref: headRef };
      const html_url = `${web}/pull/${number}`;
      return {
        ...example,
        requested_teams: [],
        number,
        title,
        body,
        state: open ? "open" : "closed",
        html_url,
        head,
      };
    },
    pull: ({ number, headSha, headRef, headRepository, open }: FakePull): Shape => {
      const example = firstOf("pull-request-simple-items");
      const head = shape.parse(example["head"]);
      const repo =
        headRepository === null
          ? null
          : { ...shape.parse(head["repo"]), full_name: headRepository, name: headRepository.split("/")[1] };
      // The example's teams lack a field that the schema requires.
      return {
        ...example,
        requested_teams: [],
        number,
        html_url: `${web}/pull/${number}`,
        state: open ? "open" : "closed",
        head: { ...head, ref: headRef, sha: headSha, repo },
      };
    },
    artifact: ({ id, name, expired, archive, claimedSize }: FakeArtifact): Shape => {
      const artifacts = z
        .object({ artifacts: z.tuple([shape], z.unknown()) })
        .parse(description.example("artifact-paginated"));
      const size = claimedSize ?? archive.byteLength;
      return { ...artifacts.artifacts[0], id, name, expired, size_in_bytes: size, url: `${baseUrl}/artifacts/${id}` };
    },
  };
}
