import { generateKeyPairSync, randomBytes } from "node:crypto";
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import process from "node:process";
import { setTimeout as sleep } from "node:timers/promises";
import { type ApiClient, apiClient } from "./api-client.ts";
import { etcd, kubeApiserver } from "./binaries.ts";
import { freePorts, type Started, start, until } from "./processes.ts";

/** A real etcd and a real kube-apiserver on loopback ports, with nothing that would run or schedule anything. */
export interface ControlPlane extends AsyncDisposable {
  /** Speaks as a member of system:masters. */
  api: ApiClient;
  url: string;
  /** The certificate authority of `url`, PEM. */
  certificateAuthority: string;
  token: string;
  /** A kubeconfig file with both. */
  kubeconfig: string;
  /** Signs the tokens of service accounts, PEM file. */
  serviceAccountKey: string;
  /** Gone with the control plane. */
  folder: string;
  /** Ends the API server at once and starts it again on the same store and port, after a pause in milliseconds. */
  restartApiServer(pause: number): Promise<void>;
}

export interface ControlPlaneOptions {
  /** Whether there are controllers, which make the objects that admission of service accounts wants in each namespace. */
  controllers?: "present" | "absent";
}

/**
 * Admission is the API server's default but for ServiceAccount where there are no controllers. The certificate is the one the
 * API server signs for itself where it is given none.
 */
export async function startControlPlane({ controllers = "absent" }: ControlPlaneOptions = {}): Promise<ControlPlane> {
  const programs = { etcd: etcd(), apiserver: kubeApiserver() };
  const folder = mkdtempSync(join(tmpdir(), "slipway-judge-"));
  const running: Started[] = [];
  const stop = async (): Promise<void> => {
    for (const program of running.toReversed()) await program[Symbol.asyncDispose]();
    rmSync(folder, { recursive: true, force: true });
  };
  try {
    const [client = 0, peer = 0, secure = 0] = await freePorts(3);
    running.push(startEtcd(programs.etcd, folder, client, peer));
    const token = randomBytes(24).toString("hex");
    const serviceAccountKey = writeServiceAccountKey(folder);
    const apiserver = { store: client, port: secure, token, serviceAccountKey, controllers };
    running.push(startApiserver(programs.apiserver, folder, apiserver));

    const url = `https://127.0.0.1:${secure}`;
    const certificate = join(folder, "certificates", "apiserver.crt");
    await until("certificate", async () => existsSync(certificate), { within: 60_000, programs: running });
    const certificateAuthority = readFileSync(certificate, "utf8");
    const api = apiClient({ url, certificateAuthority, token });
    const isReady = async (): Promise<boolean> => (await api.get("/readyz").catch(() => undefined))?.status === 200;
    await until("API server that is ready", isReady, { within: 120_000, programs: running });

    const kubeconfig = join(folder, "kubeconfig");
    writeFileSync(kubeconfig, kubeconfigOf(url, certificateAuthority, token));
    const restartApiServer = async (pause: number): Promise<void> => {
      await running.pop()?.kill();
      await sleep(pause);
      running.push(startApiserver(programs.apiserver, folder, apiserver));
      await until("API server that is ready again", isReady, { within: 120_000, programs: running });
    };
    return {
      ...{ api, url, certificateAuthority, token, kubeconfig, serviceAccountKey, folder, restartApiServer },
      [Symbol.asyncDispose]: stop,
    };
  } catch (error) {
    await stop();
    throw error;
  }
}

function startEtcd(path: string, folder: string, client: number, peer: number): Started {
  const [clientUrl, peerUrl] = [`http://127.0.0.1:${client}`, `http://127.0.0.1:${peer}`];
  const args = [
    `--data-dir=${join(folder, "etcd")}`,
    `--listen-client-urls=${clientUrl}`,
    `--advertise-client-urls=${clientUrl}`,
    `--listen-peer-urls=${peerUrl}`,
    `--initial-advertise-peer-urls=${peerUrl}`,
    `--initial-cluster=default=${peerUrl}`,
    "--unsafe-no-fsync",
  ];
  return start({ name: "etcd", path, args, env: { PATH: process.env["PATH"] }, folder });
}

interface ApiServerSettings {
  store: number;
  port: number;
  token: string;
  serviceAccountKey: string;
  controllers: "present" | "absent";
}

function writeServiceAccountKey(folder: string): string {
  const key = join(folder, "service-accounts.pem");
  const pair = generateKeyPairSync("rsa", { modulusLength: 2048 });
  writeFileSync(key, pair.privateKey.export({ type: "pkcs8", format: "pem" }), { mode: 0o600 });
  return key;
}

function startApiserver(
  path: string,
  folder: string,
  { store, port, token, serviceAccountKey, controllers }: ApiServerSettings,
): Started {
  const tokens = join(folder, "tokens.csv");
  writeFileSync(tokens, `${token},judge,judge,"system:masters"\n`, { mode: 0o600 });
  const args = [
    `--etcd-servers=http://127.0.0.1:${store}`,
    "--bind-address=127.0.0.1",
    "--advertise-address=127.0.0.1",
    "--endpoint-reconciler-type=none",
    `--secure-port=${port}`,
    `--cert-dir=${join(folder, "certificates")}`,
    `--token-auth-file=${tokens}`,
    `--service-account-key-file=${serviceAccountKey}`,
    `--service-account-signing-key-file=${serviceAccountKey}`,
    "--service-account-issuer=https://kubernetes.default.svc.cluster.local",
    "--authorization-mode=RBAC",
    "--allow-privileged=true",
    ...(controllers === "present" ? [] : ["--disable-admission-plugins=ServiceAccount"]),
    "--kubelet-preferred-address-types=InternalIP",
    "--service-cluster-ip-range=10.43.0.0/16",
    "--profiling=false",
  ];
  return start({ name: "kube-apiserver", path, args, env: { PATH: process.env["PATH"], HOME: folder }, folder });
}

function kubeconfigOf(server: string, authority: string, token: string): string {
  return JSON.stringify({
    apiVersion: "v1",
    kind: "Config",
    clusters: [
      { name: "judge", cluster: { server, "certificate-authority-data": Buffer.from(authority).toString("base64") } },
    ],
    users: [{ name: "judge", user: { token } }],
    contexts: [{ name: "judge", context: { cluster: "judge", user: "judge" } }],
    "current-context": "judge",
  });
}
