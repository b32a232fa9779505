import type { Octokit } from "./client.ts";
import type { RepositoryName } from "./repository-name.ts";

export interface Comment {
  id: number;
  body: string;
  url: string;
  /** The login as REST spells it: bots end in `[bot]`. */
  author: string;
}

/** The conversation of one pull request. */
export interface Comments {
  /** Oldest first, all pages. */
  list: () => Promise<Comment[]>;
  create: (body: string) => Promise<Comment>;
  update: (id: number, body: string) => Promise<Comment>;
  remove: (id: number) => Promise<void>;
}

interface WireComment {
  id: number;
  body?: string;
  html_url: string;
  user: { login: string } | null;
}

/** https://docs.github.com/rest/issues/comments: to this API a pull request is an issue. */
export function commentsOf(octokit: Octokit, repository: RepositoryName, pullRequest: number): Comments {
  const repo = { owner: repository.owner, repo: repository.name };
  const { issues } = octokit.rest;
  return {
    list: async () => {
      const pages = { ...repo, issue_number: pullRequest, per_page: 100 };
      const found = await octokit.paginate(issues.listComments, pages);
      return found.map(comment).sort((a, b) => a.id - b.id);
    },
    create: async (body) => comment((await issues.createComment({ ...repo, issue_number: pullRequest, body })).data),
    update: async (id, body) => comment((await issues.updateComment({ ...repo, comment_id: id, body })).data),
    remove: async (id) => {
      await issues.deleteComment({ ...repo, comment_id: id });
    },
  };
}

/**
 * Who the token acts as. GraphQL answers this for personal, App and workflow tokens alike; REST's `GET /user` refuses
 * the latter two.
 */
export async function viewerLogin(octokit: Octokit): Promise<string> {
  const { viewer } = await octokit.graphql<{ viewer: { login: string } }>("query { viewer { login } }");
  return viewer.login;
}

function comment(wire: WireComment): Comment {
  return { id: wire.id, body: wire.body ?? "", url: wire.html_url, author: wire.user?.login ?? "" };
}
