import { request } from "node:http";
import { network } from "./machine/network.ts";

export interface HttpAnswer {
  status: number;
  body: string;
}

export interface HttpQuestion {
  method?: string;
  body?: string;
}

/**
 * Asks Traefik on the node's port 80, as a browser would whose DNS knows the host. A connection that cannot be made or
 * breaks is an error.
 */
export function askTraefik(url: string, { method = "GET", body }: HttpQuestion = {}): Promise<HttpAnswer> {
  const { host, pathname, search } = new URL(url);
  return new Promise((resolve, reject) => {
    const asking = request(
      { host: network.address, port: 80, method, path: pathname + search, headers: { host }, timeout: 15_000 },
      (answer) => {
        let text = "";
        answer.setEncoding("utf8").on("data", (chunk: string) => (text += chunk));
        answer.on("error", reject).on("end", () => resolve({ status: answer.statusCode ?? 0, body: text }));
      },
    );
    asking.on("error", reject);
    asking.on("timeout", () => asking.destroy(new Error(`no answer from ${url}`)));
    asking.end(body);
  });
}
