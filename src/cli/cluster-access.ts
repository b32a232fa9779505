import type { ClusterAccess } from "../bootstrap/options.ts";
import { readKubeconfig } from "../cluster/kubeconfig.ts";
import type { Environment } from "../environment/schema.ts";
import { SlipwayError } from "../model/error.ts";
import type { ProvisionedOptions } from "../provisioned-cluster.ts";
import type { Terminal } from "./terminal.ts";

export interface AccessOptions {
  root: string;
  kubeconfig?: string;
  sshKey?: string;
}

/** The kubeconfig that was named, or the way to the servers that slipway made for the Environment. */
export function accessBy(
  { root, kubeconfig, sshKey }: AccessOptions,
  k3s: ProvisionedOptions["k3s"],
  terminal: Terminal,
  signal: AbortSignal,
): (environment: Environment) => Promise<ClusterAccess> {
  return async (environment) => {
    if (kubeconfig !== undefined) {
      return { kubeconfig: await readKubeconfig(kubeconfig), [Symbol.asyncDispose]: async () => undefined };
    }
    const { metadata, spec } = environment;
    if (spec.server.provider === "none") {
      throw new SlipwayError("SLW-USAGE", `which cluster is that of ${metadata.name}?`, {
        hint: "give --kubeconfig FILE",
      });
    }
    const { openProvisioned } = await import("./hetzner/open-provisioned.ts");
    return openProvisioned(environment, { root, sshKey, k3s }, terminal, signal);
  };
}
