import { spawn } from "node:child_process";
import { writeFileSync } from "node:fs";
import { request } from "node:https";
import { join } from "node:path";
import process from "node:process";
import type { Json } from "../../src/model/resource.ts";
import { type LoopbackServer, startServer } from "../registries/loopback-server.ts";
import type { ControlPlane } from "../control-plane/control-plane.ts";

export interface Kubectl extends AsyncDisposable {
  /**
   * `kubectl apply` of a manifest as a server-side dry run. `answer` is what the API server said to the one request that
   * would change something; absent where kubectl sent none, `said` being why.
   */
  dryRun(manifest: string, namespace: string): Promise<{ code: number | null; said: string; answer?: Json }>;
}

/** kubectl prints no Status, so what it is told passes through a proxy that remembers it. */
export async function openKubectl(program: string, plane: ControlPlane): Promise<Kubectl> {
  let answer: Json | undefined;
  const proxy = await startProxy(plane, (body) => (answer = body));
  const folder = plane.folder;
  const kubeconfig = join(folder, "kubectl.json");
  writeFileSync(kubeconfig, configFor(proxy.url));
  return {
    async dryRun(manifest, namespace) {
      answer = undefined;
      const file = join(folder, "manifest.json");
      writeFileSync(file, manifest);
      const flags = ["--server-side=false", "--dry-run=server", "--validate=strict", "--namespace", namespace];
      const args = ["--kubeconfig", kubeconfig, "apply", ...flags, "--filename", file];
      const { code, said } = await run(program, args, folder);
      return { code, said, ...(answer !== undefined && { answer }) };
    },
    [Symbol.asyncDispose]: () => proxy[Symbol.asyncDispose](),
  };
}

const configFor = (server: string): string =>
  JSON.stringify({
    apiVersion: "v1",
    kind: "Config",
    clusters: [{ name: "proxy", cluster: { server } }],
    contexts: [{ name: "proxy", context: { cluster: "proxy", user: "" } }],
    "current-context": "proxy",
  });

function startProxy(plane: ControlPlane, onAnswer: (body: Json) => void): Promise<LoopbackServer> {
  const { hostname, port } = new URL(plane.url);
  return startServer(({ method, path, headers }, response, incoming) => {
    const changes = method !== "GET";
    const { host: _own, "accept-encoding": encoding, ...rest } = headers;
    const sent = {
      ...rest,
      authorization: `Bearer ${plane.token}`,
      ...(!changes && encoding !== undefined && { "accept-encoding": encoding }),
    };
    const ca = plane.certificateAuthority;
    const asking = request({ hostname, port, path, method, headers: sent, ca }, (reply) => {
      const chunks: Buffer[] = [];
      reply.on("data", (chunk: Buffer) => chunks.push(chunk));
      reply.on("end", () => {
        const body = Buffer.concat(chunks);
        if (changes) onAnswer(JSON.parse(body.toString()));
        response.writeHead(reply.statusCode ?? 502, reply.headers).end(body);
      });
    });
    asking.on("error", () => response.writeHead(502).end());
    incoming.pipe(asking);
  });
}

function run(program: string, args: string[], home: string): Promise<{ code: number | null; said: string }> {
  const env = { PATH: process.env["PATH"], HOME: home };
  const child = spawn(program, args, { env, stdio: ["ignore", "ignore", "pipe"] });
  let said = "";
  child.stderr.setEncoding("utf8").on("data", (text: string) => (said += text));
  return new Promise((resolve, reject) => {
    child.on("error", reject);
    child.on("close", (code) => resolve({ code, said }));
  });
}
