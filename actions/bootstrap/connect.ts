import type { ClusterAccess } from "../../src/bootstrap/options.ts";
import { checkKubeconfig, kubeconfigSecrets } from "../../src/cluster/kubeconfig.ts";
import type { Environment } from "../../src/environment/schema.ts";
import { SlipwayError } from "../../src/model/error.ts";
import { maskLines } from "../mask-lines.ts";
import type { Inputs } from "./inputs.ts";

/**
 * The way to the cluster: a kubeconfig that was given. Where slipway provisioned the server, the way is a tunnel through SSH,
 * which is made by whoever knows both Hetzner and SSH; until it is, the kubeconfig is asked for there, too.
 */
export function connectorOf(
  inputs: Pick<Inputs, "kubeconfig">,
  tunnel?: (environment: Environment) => Promise<ClusterAccess>,
): (environment: Environment) => Promise<ClusterAccess> {
  return async (environment) => {
    const { kubeconfig } = inputs;
    if (kubeconfig !== undefined) {
      checkKubeconfig(kubeconfig, "the input kubeconfig");
      kubeconfigSecrets(kubeconfig).forEach(maskLines);
      return { kubeconfig, [Symbol.asyncDispose]: async () => undefined };
    }
    if (tunnel !== undefined) return tunnel(environment);
    throw new SlipwayError("SLW-USAGE", "the input kubeconfig is not given", {
      hint: `Environment ${environment.metadata.name} has the provider ${environment.spec.server.provider}; give its kubeconfig`,
    });
  };
}
