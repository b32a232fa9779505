import type { KubernetesApi } from "../api/api.ts";

const lines = "15";

/**
 * The last lines of a container, `namespace/pod/container`; of the one before, where it has just been restarted. Empty where
 * there are none: the log of a failure is worth having, and not worth failing for.
 */
export async function readLogTail(api: KubernetesApi, key: string): Promise<string> {
  const [namespace = "", pod = "", container = ""] = key.split("/").map(encodeURIComponent);
  const path = `/api/v1/namespaces/${namespace}/pods/${pod}/log`;
  for (const previous of ["false", "true"]) {
    const query = { container: decodeURIComponent(container), tailLines: lines, previous };
    const answer = await api.ask({ method: "GET", path, query }).catch(() => undefined);
    if (answer?.status !== 200) continue;
    const text = typeof answer.body === "string" ? answer.body : JSON.stringify(answer.body);
    if (text.trim() !== "") return text.trimEnd();
  }
  return "";
}
