import { spawn, spawnSync } from "node:child_process";
import { mkdir, writeFile } from "node:fs/promises";
import { dirname, join } from "node:path";
import type { ServerResponse } from "node:http";
import { startServer } from "./loopback-server.ts";
import type { LoopbackServer } from "./loopback-server.ts";

const quiet = {
  GIT_AUTHOR_NAME: "A",
  GIT_AUTHOR_EMAIL: "a@example.com",
  GIT_COMMITTER_NAME: "A",
  GIT_COMMITTER_EMAIL: "a@example.com",
  GIT_AUTHOR_DATE: "2026-11-23T07:00:00Z",
  GIT_COMMITTER_DATE: "2026-11-23T07:00:00Z",
  GIT_CONFIG_GLOBAL: "/dev/null",
  GIT_CONFIG_NOSYSTEM: "1",
};

export function git(folder: string, ...args: string[]): string {
  const result = spawnSync("git", args, {
    cwd: folder,
    env: { PATH: process.env["PATH"], ...quiet },
    encoding: "utf8",
  });
  if (result.status !== 0) throw new Error(`git ${args.join(" ")}: ${result.stderr}`);
  return result.stdout.trim();
}

/** Makes a repository with one commit per entry and answers their ids; an entry's name becomes a tag. */
export async function makeRepository(
  folder: string,
  commits: Record<string, Record<string, string>>,
): Promise<Record<string, string>> {
  await mkdir(folder, { recursive: true });
  git(folder, "init", "--quiet", "--initial-branch", "main");
  const ids: Record<string, string> = {};
  for (const [tag, files] of Object.entries(commits)) {
    for (const [path, text] of Object.entries(files)) {
      await mkdir(dirname(join(folder, path)), { recursive: true });
      await writeFile(join(folder, path), text);
    }
    git(folder, "add", "--all");
    git(folder, "commit", "--quiet", "--message", tag);
    git(folder, "tag", "--annotate", "--message", tag, tag);
    ids[tag] = git(folder, "rev-parse", "HEAD");
  }
  return ids;
}

export interface GitServerOptions {
  login?: { username: string; password: string };
  /** Speaks the first version of the protocol only, in which a server gives out no commit but those that a name points to. */
  firstProtocol?: boolean;
  /** Where it listens, where that is not loopback. */
  ownAddress?: string;
}

/** Serves the repositories under a folder over HTTP through git's own `http-backend`. */
export async function startGitServer(root: string, options: GitServerOptions = {}): Promise<LoopbackServer> {
  const { login, firstProtocol = false, ownAddress } = options;
  const wanted = login && `Basic ${Buffer.from(`${login.username}:${login.password}`).toString("base64")}`;
  return startServer(({ method, path, authorization, headers }, response, incoming) => {
    if (wanted !== undefined && authorization !== wanted) {
      response.writeHead(401, { "www-authenticate": 'Basic realm="git"' }).end();
      return;
    }
    const [pathInfo = "", query = ""] = path.split("?");
    const env = {
      PATH: process.env["PATH"],
      GIT_PROJECT_ROOT: root,
      GIT_HTTP_EXPORT_ALL: "1",
      GIT_PROTOCOL: firstProtocol ? "" : String(headers["git-protocol"] ?? ""),
      PATH_INFO: pathInfo,
      QUERY_STRING: query,
      REQUEST_METHOD: method,
      CONTENT_TYPE: headers["content-type"] ?? "",
      HTTP_CONTENT_ENCODING: headers["content-encoding"] ?? "",
    };
    const child = spawn("git", ["http-backend"], { env, stdio: ["pipe", "pipe", "ignore"] });
    incoming.pipe(child.stdin);
    const chunks: Buffer[] = [];
    child.stdout.on("data", (chunk: Buffer) => chunks.push(chunk));
    child.on("close", () => answerFromCgi(Buffer.concat(chunks), response));
  }, ownAddress);
}

function answerFromCgi(output: Buffer, response: ServerResponse): void {
  const end = output.indexOf("\r\n\r\n");
  const lines = output.subarray(0, end).toString("latin1").split("\r\n");
  const headers = Object.fromEntries(
    lines.map((line) => [line.slice(0, line.indexOf(":")), line.slice(line.indexOf(":") + 1).trim()]),
  );
  response.writeHead(Number.parseInt(headers["Status"] ?? "200", 10), headers).end(output.subarray(end + 4));
}
