import { once } from "node:events";
import { createServer } from "node:net";
import type { Processes } from "../processes.ts";
import type { Endpoint } from "../trust/known-hosts.ts";
import { sshFailure } from "./failure.ts";
import type { Tunnel } from "./remote.ts";

/** Somebody else may take a free port before ssh does; another is then tried. */
const attempts = 3;

/** Forwards a port of this machine's loopback to the same server's loopback, through the shared connection. */
export async function openTunnel(
  processes: Processes,
  shared: readonly string[],
  endpoint: Endpoint,
  remotePort: number,
): Promise<Tunnel> {
  let said = "";
  for (let attempt = 0; attempt < attempts; attempt += 1) {
    const port = await freePort();
    const forwarding = ["-L", `127.0.0.1:${port}:127.0.0.1:${remotePort}`];
    const control = (operation: "forward" | "cancel") =>
      processes.run({ file: "ssh", args: ["-O", operation, ...forwarding, ...shared] });
    const { code, stderr } = await control("forward");
    if (code === 0)
      return {
        port,
        async [Symbol.asyncDispose]() {
          await control("cancel");
        },
      };
    said = stderr;
  }
  throw sshFailure(endpoint, said);
}

async function freePort(): Promise<number> {
  const server = createServer().listen(0, "127.0.0.1");
  await once(server, "listening");
  const address = server.address();
  server.close();
  await once(server, "close");
  if (address === null || typeof address === "string") throw new Error("the loopback has no ports");
  return address.port;
}
