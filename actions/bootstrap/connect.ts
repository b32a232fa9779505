import type { ClusterAccess } from "../../src/bootstrap/options.ts";
import { checkKubeconfig, kubeconfigSecrets } from "../../src/cluster/kubeconfig.ts";
import type { Environment } from "../../src/environment/schema.ts";
import { SlipwayError } from "../../src/model/error.ts";
import type { ProvisionedAccess } from "../../src/provisioned-cluster.ts";
import { maskLines } from "../mask-lines.ts";
import type { Inputs } from "./inputs.ts";

/** A way to the cluster, and a kubeconfig that is still good when it has ended. */
export interface Access extends ClusterAccess {
  ownKubeconfig: string;
}

/** The way to the cluster: a kubeconfig that was given, or a tunnel to the server that slipway made. What is secret in either is masked. */
export function connectorOf(
  { kubeconfig }: Pick<Inputs, "kubeconfig">,
  tunnel: (environment: Environment) => Promise<ProvisionedAccess>,
): (environment: Environment) => Promise<Access> {
  return async (environment) => {
    if (kubeconfig !== undefined) {
      checkKubeconfig(kubeconfig, "the input kubeconfig");
      kubeconfigSecrets(kubeconfig).forEach(maskLines);
      return { kubeconfig, ownKubeconfig: kubeconfig, [Symbol.asyncDispose]: async () => undefined };
    }
    const { metadata, spec } = environment;
    if (spec.server.provider === "none") {
      throw new SlipwayError("SLW-USAGE", "the input kubeconfig is not given", {
        hint: `Environment ${metadata.name} has the provider none; give its kubeconfig`,
      });
    }
    const access = await tunnel(environment);
    kubeconfigSecrets(access.ownKubeconfig).forEach(maskLines);
    return access;
  };
}
