import { objectAt, stringAt } from "../../gitops/json.ts";
import type { Finding } from "../../model/finding.ts";
import type { Platform } from "../platform.ts";
import { type Item, itemsOf, textsOf } from "../wiring/fields.ts";
import { about, listed, nameOf, ownWorkloads, type Workload } from "./workloads.ts";

const enforce = "pod-security.kubernetes.io/enforce";
/** What the baseline level of Pod Security lets containers add: the runtime's defaults, which most drop first. */
const harmless: ReadonlySet<string> = new Set([
  "AUDIT_WRITE",
  "CHOWN",
  "DAC_OVERRIDE",
  "FOWNER",
  "FSETID",
  "KILL",
  "MKNOD",
  "NET_BIND_SERVICE",
  "SETFCAP",
  "SETGID",
  "SETPCAP",
  "SETUID",
  "SYS_CHROOT",
]);

interface Reach {
  says: string;
  path: string;
}

/** Pods that reach past their container, unless their namespace is declared to be for such pods. */
export function checkHostAccess(platform: Platform): Finding[] {
  const meant = privilegedNamespaces(platform);
  return ownWorkloads(platform).flatMap((workload) => {
    const [first, ...others] = meant.has(workload.namespace) ? [] : [...ofPod(workload), ...ofContainers(workload)];
    if (first === undefined) return [];
    return [
      about("policy/host-access", platform, workload, {
        says: `it has ${listed([first, ...others].map(({ says }) => says))}`,
        path: first.path,
        hint: `Leave out what it can do without. A namespace that is for such pods says so with the label ${enforce}: privileged.`,
      }),
    ];
  });
}

function ofPod({ spec, path }: Workload): Reach[] {
  const shared = ["hostNetwork", "hostPID", "hostIPC"]
    .filter((field) => spec[field] === true)
    .map((field) => ({ says: field, path: `${path}.${field}` }));
  const volumes = itemsOf(spec, "volumes", path).flatMap(({ value, path: volume }) => {
    const host = stringAt(value, "hostPath", "path");
    return host === undefined ? [] : [{ says: `the node's ${host}`, path: `${volume}.hostPath` }];
  });
  return [...shared, ...volumes];
}

function ofContainers({ spec, path, containers }: Workload): Reach[] {
  const own = spec["hostNetwork"] === true;
  return [...containers, ...itemsOf(spec, "initContainers", path)].flatMap((container) => [
    ...ofSecurityContext(container),
    ...(own ? [] : hostPorts(container)),
  ]);
}

function ofSecurityContext(container: Item): Reach[] {
  const context = objectAt(container.value, "securityContext");
  const path = `${container.path}.securityContext`;
  if (context?.["privileged"] === true) {
    return [{ says: `the privileged container ${nameOf(container)}`, path: `${path}.privileged` }];
  }
  const added = textsOf(objectAt(context, "capabilities")?.["add"]).filter(
    (one) => !harmless.has(one.replace(/^CAP_/, "")),
  );
  if (added.length === 0) return [];
  const word = added.length === 1 ? "the capability" : "the capabilities";
  return [{ says: `${word} ${listed(added)} in container ${nameOf(container)}`, path: `${path}.capabilities.add` }];
}

function hostPorts(container: Item): Reach[] {
  return itemsOf(container.value, "ports", container.path).flatMap(({ value, path }) => {
    const port = value["hostPort"];
    return typeof port === "number" && port > 0 ? [{ says: `the node's port ${port}`, path: `${path}.hostPort` }] : [];
  });
}

function privilegedNamespaces({ applications }: Platform): ReadonlySet<string> {
  const found = new Set<string>();
  for (const { id, manifest } of applications.flatMap(({ resources }) => resources)) {
    if (id.kind !== "Namespace") continue;
    if (objectAt(manifest, "metadata", "labels")?.[enforce] === "privileged") found.add(id.name);
  }
  return found;
}
