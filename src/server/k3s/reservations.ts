const mebibyte = 1024 ** 2;

export interface NodeSize {
  /** Bytes, as the machine's kernel counts them. */
  memory: number;
  cores: number;
}

/** Resident memory in MiB, measured on small nodes: k3s with SQLite, what embedded etcd adds, an agent, and the operating system. */
const measured = { server: 800, etcd: 300, agent: 300, system: 250 };

/** A reservation above its share would leave a very small node without room for pods. */
const largestShare = { kubernetes: 0.35, system: 0.12 };

/** What the kubelet keeps from pods, so that they are evicted before the node itself runs out. */
export function reservations(
  { memory, cores }: NodeSize,
  role: "server" | "agent",
  datastore: "sqlite" | "etcd",
): { kubeReserved: string; systemReserved: string } {
  const total = memory / mebibyte;
  const wanted = role === "agent" ? measured.agent : measured.server + (datastore === "etcd" ? measured.etcd : 0);
  const kubernetes = Math.floor(Math.min(wanted, total * largestShare.kubernetes));
  const system = Math.floor(Math.min(measured.system, total * largestShare.system));
  // A twentieth of the cores each, at least 50m: enough to answer, little enough for two cores.
  const cpu = Math.max(50, Math.floor(cores * 50));
  return { kubeReserved: `cpu=${cpu}m,memory=${kubernetes}Mi`, systemReserved: `cpu=${cpu}m,memory=${system}Mi` };
}
