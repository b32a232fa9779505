import type { Environment, HetznerServer } from "./environment/schema.ts";
import { SlipwayError } from "./model/error.ts";

/** What an Environment declares at Hetzner. Throws SLW-USAGE where its cluster is somebody else's. */
export function hetznerServer({ metadata: { name }, spec: { server } }: Environment): HetznerServer {
  if (server.provider === "hetzner") return server;
  throw new SlipwayError(
    "SLW-USAGE",
    `Environment ${name} has no server to make: its provider is "${server.provider}"`,
    {
      hint: `Its cluster exists already; slipway bootstrap ${name} --kubeconfig FILE is the next step.`,
    },
  );
}
