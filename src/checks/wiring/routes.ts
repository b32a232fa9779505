import { closest } from "../../model/closest.ts";
import { objectAt } from "../../gitops/json.ts";
import { type Backend, backendsOf, routeKinds } from "./backends.ts";
import { isName } from "./fields.ts";
import type { Placed } from "./pods.ts";
import { servicePorts } from "./services.ts";
import { listed, nameOf } from "./subject.ts";
import type { Draft, View, WiringCheck } from "./view.ts";

/** Ingresses and routes to Services and ports that do not exist. */
export const checkRoutes: WiringCheck = (view) =>
  routeKinds.flatMap((kind) =>
    view.cluster.ofKind(kind).flatMap((by) => backendsOf(kind, by).flatMap((backend) => judge(view, backend))),
  );

function judge(view: View, backend: Backend): Draft[] {
  const { by, service, namespace, port } = backend;
  // Annotations of the AWS load balancer controller stand where a Service would.
  if (!isName(service) || !isName(namespace || "none") || port === "use-annotation") return [];
  const found = view.cluster.find("Service", namespace, service);
  if (found !== undefined) return judgePort(backend, found);
  if (view.exists("Service", namespace, service, by) || mayExist(view, namespace, service, by)) return [];
  const near = closest(service, view.serviceNames(namespace));
  const other = view.cluster.named("Service", service).map(({ resource }) => resource.id.namespace ?? "");
  const hint =
    near !== undefined
      ? `Perhaps Service ${near} is meant`
      : other.length > 0
        ? `There is one in namespace ${listed(other)}`
        : "Mend the name, or add the Service";
  const message = `${nameOf(by)}: Service ${service}, which it sends to, is not in this environment`;
  const doubtful = view.isForeign(namespace);
  return [{ rule: "wiring/route-backend", message, hint, by, path: backend.servicePath, doubtful }];
}

function mayExist(view: View, namespace: string, service: string, by: Placed): boolean {
  if (service === "kubernetes" && namespace === "default") return true;
  if (view.isArgo(namespace) && service.startsWith("argocd-")) return true;
  if (view.isSystem(namespace) || view.mayHide(namespace) || view.operators.mayBring(namespace, service)) return true;
  return databaseOf(view, namespace, service, by);
}

/** CloudNativePG's Services: `-rw`, `-ro` and `-r` of each Cluster, and one for each Pooler. */
function databaseOf(view: View, namespace: string, service: string, by: Placed): boolean {
  const cluster = service.replace(/-(?:rw|ro|r)$/, "");
  const group = "postgresql.cnpg.io";
  return (
    (cluster !== service && view.exists(`${group}/Cluster`, namespace, cluster, by)) ||
    view.exists(`${group}/Pooler`, namespace, service, by)
  );
}

function judgePort({ by, service, port, portPath }: Backend, found: Placed): Draft[] {
  const ports = servicePorts(found);
  const isExternal = objectAt(found.resource.manifest, "spec")?.["type"] === "ExternalName";
  if (port === undefined || (isExternal && ports.length === 0) || (typeof port === "string" && !isName(port)))
    return [];
  if (ports.some(({ name, number }) => (typeof port === "number" ? number === port : name === port))) return [];
  const message = `${nameOf(by)}: Service ${service} has no port ${typeof port === "number" ? port : `named ${port}`}`;
  const known = ports.map(({ name, number }) => (name === undefined ? String(number) : `${number} (${name})`));
  const hint = known.length === 0 ? "The Service has no ports" : `It has ${listed(known)}`;
  return [{ rule: "wiring/route-backend", message, hint, by, path: portPath }];
}
