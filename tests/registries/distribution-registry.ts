import { spawn } from "node:child_process";
import { generateKeyPairSync, sign } from "node:crypto";
import { writeFile } from "node:fs/promises";
import { createServer } from "node:net";
import { join } from "node:path";
import { setTimeout as delay } from "node:timers/promises";
import { nativeTool } from "go-wasm-host/testing";
import { startServer } from "./loopback-server.ts";
import type { LoopbackServer } from "./loopback-server.ts";

/** The reference implementation of the distribution specification, built once; undefined where there is no Go. */
export function registryProgram(): string | undefined {
  const module = "github.com/distribution/distribution/v3";
  return nativeTool({ name: "registry", module, version: "v3.1.2", package: `${module}/cmd/registry` });
}

export const robot = { username: "robot", password: "hunter2hunter2" };
/** robot and its password, as htpasswd -B writes them. */
const htpasswd = "robot:$2a$04$Y.iM7SgYULgbell/xGTr/uuXBs.8g7MV22v4ASXzDXAOjUGI8WBeC\n";

export interface RealRegistry extends AsyncDisposable {
  host: string;
  /** Where tokens come from, when the registry wants them. */
  tokens?: LoopbackServer;
}

async function freePort(): Promise<number> {
  const server = createServer();
  await new Promise<void>((resolve) => {
    server.listen(0, "127.0.0.1", resolve);
  });
  const address = server.address();
  await new Promise((resolve) => {
    server.close(resolve);
  });
  if (address === null || typeof address === "string") throw new Error("no free port");
  return address.port;
}

const base64url = (value: object): string => Buffer.from(JSON.stringify(value)).toString("base64url");

/** A token service: gives robot a signed token for what it asks, and others nothing. Answers the key to trust, too. */
async function startTokenService(): Promise<{ server: LoopbackServer; jwks: object }> {
  const { privateKey, publicKey } = generateKeyPairSync("ec", { namedCurve: "P-256" });
  const kid = "test-key";
  const wanted = `Basic ${Buffer.from(`${robot.username}:${robot.password}`).toString("base64")}`;
  const server = await startServer(({ path, authorization }, response) => {
    if (authorization !== wanted) {
      response.writeHead(401).end();
      return;
    }
    const scopes = new URL(path, "http://token").searchParams.getAll("scope");
    const access = scopes.map((scope) => {
      const [type, name, actions = ""] = scope.split(":");
      return { type, name, actions: actions.split(",") };
    });
    const now = Math.floor(Date.now() / 1000);
    const claims = {
      iss: "tests",
      aud: "tests",
      sub: robot.username,
      nbf: now - 60,
      iat: now,
      exp: now + 600,
      jti: "1",
      access,
    };
    const text = `${base64url({ alg: "ES256", typ: "JWT", kid })}.${base64url(claims)}`;
    const signature = sign("sha256", Buffer.from(text), { key: privateKey, dsaEncoding: "ieee-p1363" });
    response.end(JSON.stringify({ token: `${text}.${signature.toString("base64url")}` }));
  });
  return { server, jwks: { keys: [{ ...publicKey.export({ format: "jwk" }), kid, use: "sig", alg: "ES256" }] } };
}

/** Starts a real registry process with its data in a folder. */
export async function startDistributionRegistry(
  program: string,
  folder: string,
  auth: "anonymous" | "basic" | "token",
): Promise<RealRegistry> {
  const host = `127.0.0.1:${await freePort()}`;
  const files = {
    htpasswd: join(folder, "htpasswd"),
    jwks: join(folder, "jwks.json"),
    config: join(folder, "config.json"),
  };
  await writeFile(files.htpasswd, htpasswd);
  const tokens = auth === "token" ? await startTokenService() : undefined;
  if (tokens) await writeFile(files.jwks, JSON.stringify(tokens.jwks));
  const token = { realm: `${tokens?.server.url}/token`, service: "tests", issuer: "tests", jwks: files.jwks };
  const config = {
    version: 0.1,
    log: { level: "error", accesslog: { disabled: true } },
    storage: { filesystem: { rootdirectory: join(folder, "data") }, tag: { concurrencylimit: 4 } },
    http: { addr: host },
    // Two tags per page, so that every list has several.
    tags: { maxtags: 2 },
    auth:
      auth === "basic"
        ? { htpasswd: { realm: "tests", path: files.htpasswd } }
        : auth === "token"
          ? { token }
          : undefined,
  };
  await writeFile(files.config, JSON.stringify(config));
  const child = spawn(program, ["serve", files.config], { stdio: ["ignore", "ignore", "pipe"] });
  let said = "";
  child.stderr.setEncoding("utf8").on("data", (text: string) => {
    said += text;
  });
  const ended = new Promise((resolve) => {
    child.on("close", resolve);
  });
  const registry: RealRegistry = {
    host,
    ...(tokens ? { tokens: tokens.server } : {}),
    async [Symbol.asyncDispose]() {
      child.kill();
      await ended;
      await tokens?.server[Symbol.asyncDispose]();
    },
  };
  const deadline = Date.now() + 20_000;
  for (;;) {
    const answer = await fetch(`http://${host}/v2/`).catch(() => undefined);
    if (answer) return registry;
    if (child.exitCode !== null || Date.now() > deadline) {
      await registry[Symbol.asyncDispose]();
      throw new Error(`the registry did not start: ${said}`);
    }
    await delay(50);
  }
}
