import { z } from "zod";
import { SlipwayError } from "../../model/error.ts";
import { type Remote, script } from "../ssh/remote.ts";
import type { Architecture } from "./lock.ts";
import { k3sPaths } from "./paths.ts";

/** What is on a machine: everything the plan asks for, from one round trip. */
export interface ObservedNode {
  architecture: Architecture;
  /** Bytes. */
  memory: number;
  cores: number;
  /** Version that the program on disk says it is; undefined where there is none. */
  version?: string | undefined;
  /** SHA-256 by path, of the files that are there. */
  hashes: Readonly<Record<string, string>>;
  /** Whether etcd holds the state of the cluster. */
  datastore: "sqlite" | "etcd" | "none";
  /** Whether its configuration makes it join another server. */
  joinsAnother: boolean;
  /** systemd's words: active, activating, inactive, failed. */
  service: string;
  /** An earlier run changed something and was stopped before the node was ready again. */
  isUnfinished: boolean;
  /** What the cluster says of its nodes, where this one answers. */
  members: readonly Member[];
}

export interface Member {
  name: string;
  isReady: boolean;
  version: string;
  isServer: boolean;
}

/** Reads the state of a machine. */
export async function observeNode(remote: Remote): Promise<ObservedNode> {
  const output = await remote.run(script(observe), { timeout: 60_000 });
  const fields = new Map<string, string[]>();
  for (const line of output.split("\n")) {
    const space = line.indexOf(" ");
    if (space > 0)
      fields.set(line.slice(0, space), [...(fields.get(line.slice(0, space)) ?? []), line.slice(space + 1)]);
  }
  const one = (name: string): string => fields.get(name)?.[0]?.trim() ?? "";
  const version = /v\d+\.\d+\.\d+\+k3s\d+/.exec(one("version"))?.[0];
  return {
    architecture: architectureOf(one("machine")),
    memory: Number(one("memory")) * 1024,
    cores: Number(one("cores")),
    version,
    hashes: Object.fromEntries((fields.get("hash") ?? []).map((line) => [line.slice(66), line.slice(0, 64)])),
    datastore: one("datastore") === "etcd" ? "etcd" : one("datastore") === "sqlite" ? "sqlite" : "none",
    service: one("service") || "inactive",
    joinsAnother: fields.has("joins"),
    isUnfinished: fields.has("unfinished"),
    members: membersOf(one("nodes")),
  };
}

function architectureOf(machine: string): Architecture {
  if (machine === "x86_64") return "amd64";
  if (machine === "aarch64") return "arm64";
  throw new SlipwayError("SLW-SERVER-COMMAND", `k3s is not installed on machines of type "${machine}"`, {
    hint: "Use a server type with x86 or Arm processors.",
  });
}

const nodeList = z.object({
  items: z.array(
    z.object({
      metadata: z.object({ name: z.string(), labels: z.record(z.string(), z.string()).default({}) }),
      status: z.object({
        conditions: z.array(z.object({ type: z.string(), status: z.string() })).default([]),
        nodeInfo: z.object({ kubeletVersion: z.string() }),
      }),
    }),
  ),
});

function membersOf(json: string): Member[] {
  if (json === "") return [];
  return nodeList.parse(JSON.parse(json)).items.map(({ metadata, status }) => ({
    name: metadata.name,
    isReady: status.conditions.some(({ type, status: value }) => type === "Ready" && value === "True"),
    version: status.nodeInfo.kubeletVersion,
    isServer: "node-role.kubernetes.io/control-plane" in metadata.labels,
  }));
}

const files = [k3sPaths.binary, k3sPaths.config, k3sPaths.audit, k3sPaths.admission];

const observe = `# what there is of k3s
echo "machine $(uname -m)"
echo "memory $(awk '/^MemTotal:/ {print $2}' /proc/meminfo)"
echo "cores $(nproc)"
if [ -x ${k3sPaths.binary} ]; then echo "version $(${k3sPaths.binary} --version 2> /dev/null | head -n 1)"; fi
for file in ${files.join(" ")}; do [ ! -f "$file" ] || echo "hash $(sha256sum "$file")"; done
if [ -d ${k3sPaths.etcd} ]; then echo "datastore etcd"; elif [ -d /var/lib/rancher/k3s/server/db ]; then echo "datastore sqlite"; fi
unit=k3s; [ ! -e /etc/systemd/system/k3s-agent.service ] || unit=k3s-agent
state=$(systemctl is-active $unit 2> /dev/null)
echo "service \${state:-inactive}"
if grep -q '^server:' ${k3sPaths.config} 2> /dev/null; then echo "joins yes"; fi
[ ! -e ${k3sPaths.unfinished} ] || echo "unfinished yes"
if [ "$state" = active ] && [ $unit = k3s ]; then
  nodes=$(timeout 10 ${k3sPaths.binary} kubectl get nodes -o json 2> /dev/null | tr -d '\\n')
  [ -z "$nodes" ] || printf 'nodes %s\\n' "$nodes"
fi
exit 0`;
