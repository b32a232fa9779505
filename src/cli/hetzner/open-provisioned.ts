import type { ClusterAccess } from "../../bootstrap/options.ts";
import type { Environment } from "../../environment/schema.ts";
import { provisionedCluster, type ProvisionedOptions } from "../../provisioned-cluster.ts";
import { repositoryOf } from "../../repository-label.ts";
import { systemProcesses } from "../../server/processes.ts";
import type { Terminal } from "../terminal.ts";
import { accessFrom, hetznerPorts } from "./ports.ts";
import { privateKey } from "./private-key.ts";

/** The way to the servers that slipway made, with HCLOUD_TOKEN and the user's key. */
export async function openProvisioned(
  environment: Environment,
  { root, sshKey, k3s }: Pick<ProvisionedOptions, "root" | "k3s"> & { sshKey: string | undefined },
  terminal: Terminal,
  signal: AbortSignal,
): Promise<ClusterAccess> {
  const sshPrivateKey = await privateKey(sshKey, terminal);
  const repository = await repositoryOf(root, terminal.env);
  return provisionedCluster(
    environment,
    { root, access: accessFrom(terminal), sshPrivateKey, repository, k3s },
    { ...hetznerPorts(terminal, signal), processes: systemProcesses },
  );
}
