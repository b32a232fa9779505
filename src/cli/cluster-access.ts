import type { ClusterAccess } from "../bootstrap/options.ts";
import { readKubeconfig } from "../cluster/kubeconfig.ts";
import type { Environment } from "../environment/schema.ts";
import { SlipwayError } from "../model/error.ts";

/** The kubeconfig that was named; the command line makes no tunnel of its own. */
export function accessBy(kubeconfig: string | undefined): (environment: Environment) => Promise<ClusterAccess> {
  return async ({ metadata }) => {
    if (kubeconfig !== undefined) {
      return { kubeconfig: await readKubeconfig(kubeconfig), [Symbol.asyncDispose]: async () => undefined };
    }
    throw new SlipwayError("SLW-USAGE", `which cluster is that of ${metadata.name}?`, {
      hint: "give --kubeconfig FILE",
    });
  };
}
