import { createServer } from "node:http";
import type { IncomingMessage, ServerResponse } from "node:http";

export interface SeenRequest {
  method: string;
  path: string;
  host: string;
  authorization: string | undefined;
  headers: IncomingMessage["headers"];
}

export interface LoopbackServer extends AsyncDisposable {
  /** Without a trailing slash. */
  url: string;
  host: string;
  /** Every request in the order of arrival. */
  seen: SeenRequest[];
}

/** A real HTTP server on this machine that remembers what it was asked; on loopback unless given another own address. */
export async function startServer(
  handle: (request: SeenRequest, response: ServerResponse, incoming: IncomingMessage) => void,
  ownAddress = "127.0.0.1",
): Promise<LoopbackServer> {
  const seen: SeenRequest[] = [];
  const server = createServer((request, response) => {
    const { method = "", url: path = "", headers } = request;
    const asked = { method, path, host: headers.host ?? "", authorization: headers.authorization, headers };
    seen.push(asked);
    handle(asked, response, request);
  });
  await new Promise<void>((resolve) => {
    server.listen(0, ownAddress, resolve);
  });
  const address = server.address();
  if (address === null || typeof address === "string") throw new Error("the server has no port");
  const host = `${ownAddress}:${address.port}`;
  return {
    url: `http://${host}`,
    host,
    seen,
    async [Symbol.asyncDispose]() {
      server.closeAllConnections();
      await new Promise((resolve) => {
        server.close(resolve);
      });
    },
  };
}
