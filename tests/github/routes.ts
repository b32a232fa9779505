import { z } from "zod";

import type { Description, Operation } from "./description.ts";
import type { State } from "./state.ts";
import { wireFormat } from "./state.ts";

export interface Answer {
  status: number;
  headers?: Record<string, string>;
  body?: unknown;
}

export interface Call {
  operation: Operation;
  query: URLSearchParams;
  body: unknown;
  baseUrl: string;
}

const commentBody = z.object({ body: z.string() });
const newPull = z.object({ title: z.string(), body: z.string(), head: z.string(), base: z.string() });

/** GitHub refuses longer bodies with this very sentence. */
const tooLong = {
  message: "Validation Failed",
  errors: [
    {
      resource: "IssueComment",
      code: "unprocessable",
      field: "data",
      message: "Body is too long (maximum is 65536 characters)",
    },
  ],
  documentation_url: "https://docs.github.com/rest",
};
const noAccess: Answer = {
  status: 403,
  body: { message: "Resource not accessible by integration", documentation_url: "https://docs.github.com/rest" },
};
const notFound: Answer = {
  status: 404,
  body: { message: "Not Found", documentation_url: "https://docs.github.com/rest" },
};

/** What each operation does to the state. An operation that is not here is one nobody expects. */
export function answer(description: Description, state: State, call: Call): Answer | undefined {
  const { operation, query, body } = call;
  const wire = wireFormat(description, state, call.baseUrl);
  const number = (name: string): number => Number(operation.path[name]);
  if (`${operation.path["owner"]}/${operation.path["repo"]}` !== state.repository) return notFound;
  const writes = ["issues/create-comment", "issues/update-comment", "issues/delete-comment", "pulls/create"];
  if (writes.includes(operation.id) && !state.viewer.canWrite) return noAccess;

  switch (operation.id) {
    case "issues/list-comments": {
      const found = state.comments.filter(({ issue }) => issue === number("issue_number"));
      return paged(found.map(wire.comment), call);
    }
    case "issues/create-comment": {
      const text = commentBody.parse(body).body;
      if (text.length > 65_536) return { status: 422, body: tooLong };
      const id = Math.max(1000, ...state.comments.map((comment) => comment.id)) + 1;
      const comment = { id, issue: number("issue_number"), body: text, author: state.viewer.login };
      state.comments.push(comment);
      return { status: 201, body: wire.comment(comment) };
    }
    case "issues/update-comment": {
      const comment = state.comments.find(({ id }) => id === number("comment_id"));
      if (comment === undefined) return notFound;
      comment.body = commentBody.parse(body).body;
      return { status: 200, body: wire.comment(comment) };
    }
    case "issues/delete-comment": {
      const index = state.comments.findIndex(({ id }) => id === number("comment_id"));
      if (index < 0) return notFound;
      state.comments.splice(index, 1);
      return { status: 204 };
    }
    case "pulls/list": {
      const wanted = query.get("head");
      const open = query.get("state") ?? "open";
      const found = state.pulls
        .filter((pull) => open === "all" || pull.open === (open === "open"))
        .filter((pull) => wanted === null || wanted === `${pull.headRepository?.split("/")[0]}:${pull.headRef}`);
      return paged(found.map(wire.pull), call);
    }
    case "pulls/create": {
      const { title, body: text, head, base } = newPull.parse(body);
      const created = {
        number: Math.max(0, ...state.pulls.map((pull) => pull.number)) + 1,
        headSha: "c".repeat(40),
        headRef: head,
        headRepository: state.repository,
        open: true,
        title,
        body: text,
        baseRef: base,
      };
      state.pulls.push(created);
      return { status: 201, body: wire.createdPull(created) };
    }
    case "repos/get":
      return { status: 200, body: wire.repository() };
    case "actions/list-workflow-run-artifacts": {
      const name = query.get("name");
      const found = state.artifacts.filter((artifact) => artifact.runId === number("run_id"));
      const artifacts = found.filter((artifact) => name === null || artifact.name === name).map(wire.artifact);
      return { status: 200, body: { total_count: artifacts.length, artifacts } };
    }
    case "actions/download-artifact": {
      const found = state.artifacts.find(({ id }) => id === number("artifact_id"));
      return found === undefined
        ? notFound
        : { status: 302, headers: { location: `${call.baseUrl}/_archives/${found.id}` } };
    }
    default:
      return undefined;
  }
}

function paged(items: unknown[], { query, operation, baseUrl }: Call): Answer {
  const size = Number(query.get("per_page") ?? 30);
  const page = Number(query.get("page") ?? 1);
  const last = Math.max(1, Math.ceil(items.length / size));
  const path = operation.pointer.split("/")[2]?.replaceAll("~1", "/") ?? "";
  const address = (to: number): string => {
    const filled = path.replaceAll(/\{(\w+)\}/gu, (_, name: string) => operation.path[name] ?? "");
    const onward = new URLSearchParams({ ...Object.fromEntries(query), page: String(to) });
    return `${baseUrl}${filled}?${onward.toString()}`;
  };
  const link = page < last ? { link: `<${address(page + 1)}>; rel="next", <${address(last)}>; rel="last"` } : {};
  return { status: 200, headers: link, body: items.slice((page - 1) * size, page * size) };
}
