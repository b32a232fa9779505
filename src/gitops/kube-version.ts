import { RenderFailure } from "./failure.ts";

/** `v1.34.2+k3s1` → `1.34.2`: what Argo CD hands to Helm. Empty stays empty. */
export function kubeVersionOf(version: string): string {
  if (version === "") return "";
  const numbers = /^\s*v?(\d+(?:\.\d+)+)/.exec(version)?.[1];
  if (numbers === undefined)
    throw new RenderFailure("render/failed", `${JSON.stringify(version)} is no Kubernetes version`);
  return numbers;
}
