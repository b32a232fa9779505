import { setTimeout as sleep } from "node:timers/promises";
import { checkedEnvironments } from "../../environments.ts";
import type { Environment } from "../../environment/schema.ts";
import type { HetznerAccess, HetznerPorts } from "../../hetzner-access.ts";
import { valid } from "../environment/options.ts";
import type { Terminal } from "../terminal.ts";

/** HCLOUD_TOKEN and HCLOUD_ENDPOINT, as the official tools read them. */
export const accessFrom = ({ env }: Terminal): HetznerAccess => ({
  token: env["HCLOUD_TOKEN"] ?? "",
  endpoint: env["HCLOUD_ENDPOINT"] || undefined,
});

/** The real world, as the command line lends it. */
export function hetznerPorts(terminal: Terminal, signal: AbortSignal): HetznerPorts {
  const say = (message: string): void => terminal.err(`${message}\n`);
  const debug = (terminal.env["SLIPWAY_DEBUG"] ?? "") === "" ? () => undefined : say;
  return {
    fetch,
    clock: {
      now: () => Date.now(),
      sleep: async (milliseconds, aborted) => sleep(milliseconds, undefined, aborted ? { signal: aborted } : {}),
    },
    random: Math.random,
    log: { debug, info: say, warning: say },
    signal,
  };
}

export async function environmentNamed(root: string, name: string): Promise<Environment> {
  const [found] = valid(await checkedEnvironments(root), name);
  if (!found) throw new TypeError(`Environment ${name} was found and is missing`);
  return found.environment;
}
