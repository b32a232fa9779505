import type { Environment } from "../../src/environment/schema.ts";
import type { Log } from "../../src/model/ports.ts";
import { SlipwayError } from "../../src/model/error.ts";
import type { ProvisionedAccess, ProvisionedOptions } from "../../src/provisioned-cluster.ts";
import { repositoryOf } from "../../src/repository-label.ts";
import { systemClock } from "../runner-log.ts";
import type { Inputs } from "./inputs.ts";

export interface TunnelPorts {
  log: Log;
  signal: AbortSignal;
  env: Record<string, string | undefined>;
}

/** The way to the servers that slipway made at Hetzner, by the inputs hcloud-token and ssh-private-key. */
export function tunnelOf(
  inputs: Pick<Inputs, "hcloud-token" | "ssh-private-key">,
  { root, k3s }: Pick<ProvisionedOptions, "root" | "k3s">,
  { log, signal, env }: TunnelPorts,
): (environment: Environment) => Promise<ProvisionedAccess> {
  return async (environment) => {
    const { "hcloud-token": token, "ssh-private-key": sshPrivateKey } = inputs;
    if (token === undefined || sshPrivateKey === undefined) {
      const { name } = environment.metadata;
      throw new SlipwayError(
        "SLW-USAGE",
        `the input ${token === undefined ? "hcloud-token" : "ssh-private-key"} is not given`,
        {
          hint: `the servers of Environment ${name} are found at Hetzner and reached by SSH; or give a kubeconfig`,
        },
      );
    }
    const { provisionedCluster } = await import("../../src/provisioned-cluster.ts");
    const { systemProcesses } = await import("../../src/server/processes.ts");
    const access = { token, endpoint: env["HCLOUD_ENDPOINT"] || undefined };
    const repository = await repositoryOf(root, env);
    return provisionedCluster(
      environment,
      { root, access, sshPrivateKey, repository, k3s },
      { fetch, clock: systemClock, random: Math.random, log, signal, processes: systemProcesses },
    );
  };
}
