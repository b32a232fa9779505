import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { generateKeyPairSync } from "node:crypto";
import { join } from "node:path";
import { command } from "./machine/command.ts";
import { hostName } from "./machine/machine.ts";
import { network } from "./machine/network.ts";

/** Who may speak to the API server, and as whom: the subjects that Kubernetes' own roles and authorizers look for. */
const clients = {
  admin: "/O=system:masters/CN=admin",
  "kube-controller-manager": "/CN=system:kube-controller-manager",
  "kube-scheduler": "/CN=system:kube-scheduler",
  kubelet: `/O=system:nodes/CN=system:node:${hostName}`,
  "kube-proxy": "/CN=system:kube-proxy",
  "apiserver-to-kubelet": "/O=system:masters/CN=kube-apiserver-kubelet-client",
} as const;

export type Client = keyof typeof clients;

const api = ["kubernetes", "kubernetes.default", "kubernetes.default.svc", "kubernetes.default.svc.cluster.local"];
const local = ["DNS:localhost", "IP:127.0.0.1", `IP:${network.address}`];

const servers = {
  apiserver: [...api.map((name) => `DNS:${name}`), "IP:10.43.0.1", ...local],
  "kubelet-server": [`DNS:${hostName}`, ...local],
};

/** A certificate authority for one cluster, with a certificate and key for everybody in it, below `folder`. */
export async function issueCertificates(folder: string): Promise<void> {
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  const authority = ["-addext", "basicConstraints=critical,CA:TRUE", "-addext", "keyUsage=critical,keyCertSign"];
  await request(folder, "ca", "/CN=rehearsal", authority);
  const leaf = ["-addext", "basicConstraints=critical,CA:FALSE"];
  const signed = ["-CA", join(folder, "ca.crt"), "-CAkey", join(folder, "ca.key"), ...leaf];
  const client = ["-addext", "extendedKeyUsage=clientAuth"];
  const server = ["-addext", "extendedKeyUsage=serverAuth"];
  await Promise.all([
    ...Object.entries(clients).map(([name, subject]) => request(folder, name, subject, [...signed, ...client])),
    ...Object.entries(servers).map(([name, names]) =>
      request(folder, name, `/CN=${name}`, [...signed, ...server, "-addext", `subjectAltName=${names.join(",")}`]),
    ),
  ]);
  const pair = generateKeyPairSync("rsa", { modulusLength: 2048 });
  const key = pair.privateKey.export({ type: "pkcs8", format: "pem" });
  writeFileSync(join(folder, "service-accounts.key"), key, { mode: 0o600 });
}

async function request(folder: string, name: string, subject: string, options: readonly string[]): Promise<void> {
  const key = [
    "-newkey",
    "ec",
    "-pkeyopt",
    "ec_paramgen_curve:P-256",
    "-noenc",
    "-keyout",
    join(folder, `${name}.key`),
  ];
  const out = ["-subj", subject, "-days", "30", "-out", join(folder, `${name}.crt`)];
  await command("openssl", ["req", "-x509", ...key, ...out, ...options]);
}

/** A kubeconfig for one of the clients; JSON is YAML too. */
export function writeKubeconfig(folder: string, client: Client, server: string): string {
  const read = (file: string): string => readFileSync(join(folder, file)).toString("base64");
  const path = join(folder, `${client}.kubeconfig`);
  const config = {
    apiVersion: "v1",
    kind: "Config",
    clusters: [{ name: "node", cluster: { server, "certificate-authority-data": read("ca.crt") } }],
    users: [
      {
        name: client,
        user: { "client-certificate-data": read(`${client}.crt`), "client-key-data": read(`${client}.key`) },
      },
    ],
    contexts: [{ name: "node", context: { cluster: "node", user: client } }],
    "current-context": "node",
  };
  writeFileSync(path, JSON.stringify(config), { mode: 0o600 });
  return path;
}
