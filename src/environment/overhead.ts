import type { ServerType } from "./catalogue.ts";

const gibibyte = 1024 ** 3;
const mebibyte = 1024 ** 2;

/** Something that runs on a node and that no manifest asks for. Bytes and cores. */
export interface Overhead {
  name: string;
  memory: number;
  cpu: number;
}

/**
 * Measured in November 2026 on one node: k3s 1.36 with SQLite, resident memory after the sync of a small platform; Argo CD 3.6
 * between its core installation (0.5 GiB) and the full one (0.9 GiB). CPU is what k3s' own CoreDNS and metrics-server request.
 */
export const overheads: readonly Overhead[] = [
  { name: "the operating system", memory: 0.25 * gibibyte, cpu: 0 },
  { name: "k3s", memory: 0.8 * gibibyte, cpu: 0 },
  { name: "k3s' own pods", memory: 0.15 * gibibyte, cpu: 0.2 },
  { name: "Argo CD", memory: 0.7 * gibibyte, cpu: 0 },
];

/** What the kernel and the machine's firmware keep of the memory that is paid for. */
const kernelShare = 0.07;
/** The kubelet evicts pods below this: `evictionHard` memory.available. */
const evictionReserve = 100 * mebibyte;

/** What a node has to give, in bytes and cores. */
export function allocatable({ cores, memory }: Pick<ServerType, "cores" | "memory">): { memory: number; cpu: number } {
  return { memory: memory * gibibyte * (1 - kernelShare) - evictionReserve, cpu: cores };
}
