import type { Octokit } from "./client.ts";
import type { RepositoryName } from "./repository-name.ts";

export interface Issue {
  number: number;
  title: string;
  body: string;
  url: string;
  author: string;
}

/** A repository's issues, as far as one that is kept up to date needs them. */
export interface Issues {
  /** Open ones, oldest first, without pull requests. */
  listOpen: () => Promise<Issue[]>;
  create: (title: string, body: string) => Promise<Issue>;
  update: (number: number, title: string, body: string) => Promise<void>;
  close: (number: number) => Promise<void>;
}

/** https://docs.github.com/rest/issues/issues */
export function issuesOf(octokit: Octokit, repository: RepositoryName): Issues {
  const repo = { owner: repository.owner, repo: repository.name };
  const { issues } = octokit.rest;
  return {
    listOpen: async () => {
      const found = await octokit.paginate(issues.listForRepo, { ...repo, state: "open", per_page: 100 });
      return found
        .filter((one) => one.pull_request === undefined)
        .map(issueOf)
        .sort((a, b) => a.number - b.number);
    },
    create: async (title, body) => issueOf((await issues.create({ ...repo, title, body })).data),
    update: async (number, title, body) => {
      await issues.update({ ...repo, issue_number: number, title, body });
    },
    close: async (number) => {
      await issues.update({ ...repo, issue_number: number, state: "closed", state_reason: "completed" });
    },
  };
}

interface WireIssue {
  number: number;
  title: string;
  body?: string | null;
  html_url: string;
  user: { login: string } | null;
}

const issueOf = ({ number, title, body, html_url: url, user }: WireIssue): Issue => ({
  number,
  title,
  body: body ?? "",
  url,
  author: user?.login ?? "",
});

export interface StickyIssue {
  issues: Issues;
  /** Login of the token's account: a marker in somebody else's issue is an imitation and is left alone. */
  viewer: () => Promise<string>;
  name: string;
  /** What the issue should say; absent where none should be open. */
  wanted?: { title: string; body: string };
}

export type IssueOutcome =
  | { action: "none"; url?: undefined }
  | { action: "opened" | "updated" | "unchanged" | "closed"; url: string };

/** GitHub refuses bodies over 65,536 characters. */
const bodyLimit = 64_000;

export const issueMarker = (name: string): string => `<!-- slipway:${name} -->`;

/** Keeps at most one issue of a name open: writes only what differs, and closes it when nothing is wanted. */
export async function stickyIssue({ issues, viewer, name, wanted }: StickyIssue): Promise<IssueOutcome> {
  const login = await viewer();
  const isOwn = ({ author, body }: Issue): boolean =>
    (author === login || author === `${login}[bot]`) && body.startsWith(issueMarker(name));
  const [oldest, ...younger] = (await issues.listOpen()).filter(isOwn);
  for (const duplicate of younger) await issues.close(duplicate.number);
  if (wanted === undefined) {
    if (oldest === undefined) return { action: "none" };
    await issues.close(oldest.number);
    return { action: "closed", url: oldest.url };
  }
  const body = `${issueMarker(name)}\n${wanted.body}`.slice(0, bodyLimit);
  if (oldest === undefined) return { action: "opened", url: (await issues.create(wanted.title, body)).url };
  const isSame = oldest.title === wanted.title && withoutTime(oldest.body) === withoutTime(body);
  if (isSame) return { action: "unchanged", url: oldest.url };
  await issues.update(oldest.number, wanted.title, body);
  return { action: "updated", url: oldest.url };
}

/** The time alone is no news to whoever watches the issue. */
const withoutTime = (body: string): string =>
  body.replaceAll("\r\n", "\n").replaceAll(/^As of .*\.$/gm, "").trim();
