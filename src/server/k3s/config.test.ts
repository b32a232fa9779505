import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { parse } from "yaml";
import { type NodeConfig, nodeFiles } from "./config.ts";
import { reservations } from "./reservations.ts";

const gibibyte = 1024 ** 3;
const single: NodeConfig = {
  node: { name: "dev", role: "server", publicAddresses: ["203.0.113.7", "2001:db8::1"] },
  size: { memory: 4 * gibibyte, cores: 2 },
  datastore: "sqlite",
};
const config = (given: NodeConfig): Record<string, unknown> =>
  parse(nodeFiles(given)[0]?.content ?? "") as Record<string, unknown>;

describe("the configuration of k3s", () => {
  it("of one server is hardened, fits its memory and joins nobody", () => {
    expect(config(single)).toMatchInlineSnapshot(`
      {
        "kube-apiserver-arg": [
          "enable-admission-plugins=NodeRestriction,EventRateLimit",
          "admission-control-config-file=/etc/rancher/k3s/admission.yaml",
          "audit-policy-file=/etc/rancher/k3s/audit.yaml",
          "audit-log-path=/var/lib/rancher/k3s/server/logs/audit.log",
          "audit-log-maxage=30",
          "audit-log-maxbackup=5",
          "audit-log-maxsize=50",
        ],
        "kube-controller-manager-arg": [
          "terminated-pod-gc-threshold=100",
        ],
        "kubelet-arg": [
          "kube-reserved=cpu=100m,memory=800Mi",
          "system-reserved=cpu=100m,memory=250Mi",
          "eviction-hard=memory.available<100Mi,nodefs.available<5%,imagefs.available<5%,nodefs.inodesFree<5%",
          "streaming-connection-idle-timeout=5m",
          "image-gc-high-threshold=75",
          "image-gc-low-threshold=60",
        ],
        "node-name": "dev",
        "protect-kernel-defaults": true,
        "secrets-encryption": true,
        "tls-san": [
          "203.0.113.7",
          "2001:db8::1",
        ],
        "write-kubeconfig-mode": "0600",
      }
    `);
  });

  it("of the first of three servers founds an etcd cluster, that of the others joins it", () => {
    const node = { ...single.node, privateAddress: "10.0.0.2" };
    const first = config({ ...single, node, datastore: "etcd" });
    expect(first).toMatchObject({
      "cluster-init": true,
      "node-ip": "10.0.0.2",
      "advertise-address": "10.0.0.2",
      "tls-san": ["203.0.113.7", "2001:db8::1", "10.0.0.2"],
    });
    const other = config({ ...single, node, datastore: "etcd", joins: "https://10.0.0.2:6443" });
    expect(other).toMatchObject({ server: "https://10.0.0.2:6443", "token-file": "/etc/rancher/k3s/join-token" });
    expect(other).not.toHaveProperty("cluster-init");
  });

  it("of an agent has nothing of a server's", () => {
    const node = { ...single.node, role: "agent" as const, privateAddress: "10.0.0.5" };
    const files = nodeFiles({ ...single, node, joins: "https://10.0.0.2:6443" });
    expect(files.map(({ path }) => path)).toEqual(["/etc/rancher/k3s/config.yaml"]);
    expect(files[0]?.content).not.toMatch(/apiserver|tls-san|secrets-encryption/);
  });

  it("is readable by root alone and the same for the same Environment", () => {
    expect(nodeFiles(single).map(({ mode }) => mode)).toEqual(["0600", "0600", "0600"]);
    expect(nodeFiles(structuredClone(single))).toEqual(nodeFiles(single));
  });

  it("leaves pods more than half of any node's memory", () => {
    const memory = (reserved: string): number => Number(/memory=(\d+)Mi/.exec(reserved)?.[1]);
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 256 }),
        fc.constantFrom("server", "agent"),
        fc.constantFrom("sqlite", "etcd"),
        (size, role, datastore) => {
          const { kubeReserved, systemReserved } = reservations({ memory: size * gibibyte, cores: 2 }, role, datastore);
          const total = memory(kubeReserved) + memory(systemReserved);
          expect(total).toBeGreaterThan(0);
          expect(total).toBeLessThan(size * 1024 * 0.5);
        },
      ),
    );
  });
});
