import { chmodSync, copyFileSync, mkdirSync, readFileSync, symlinkSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import process from "node:process";
import { setTimeout as sleep } from "node:timers/promises";
import { parseAllDocuments } from "yaml";
import { isObject } from "../../src/gitops/json.ts";
import type { Json, JsonObject } from "../../src/model/resource.ts";
import { argocd, argocdSource, helm, kustomize, redis } from "./binaries.ts";
import type { ControlPlane } from "./control-plane.ts";
import { freePorts, type Started, start, until } from "./processes.ts";

/** Argo CD's own processes on a control plane: repo server, application and ApplicationSet controller, API server. */
export interface ArgoCd extends AsyncDisposable {
  /** What its API server answers to a GET; throws for anything but success, with Argo CD's words. */
  get(path: string): Promise<Json>;
  post(path: string, body: Json): Promise<{ status: number; body: Json }>;
  logs(): string;
  /** Ends one role's process as a crash would, and starts it again after a pause in milliseconds. */
  restart(role: string, pause: number): Promise<void>;
}

export interface ArgoCdOptions {
  /** Who makes Argo CD's objects: this harness, as few as possible, or what is being tested. */
  installed?: "minimally" | "already";
  /** Further arguments of the application controller. */
  controller?: readonly string[];
}

export const argoNamespace = "argocd";

/** Built, or found in the cache, before anything starts: a build takes minutes. */
export const buildArgoCd = (): { argocd: string; helm: string; kustomize: string; redis: string } => ({
  argocd: argocd(),
  helm: helm(),
  kustomize: kustomize(),
  redis: redis(),
});

export async function startArgoCd(plane: ControlPlane, options: ArgoCdOptions = {}): Promise<ArgoCd> {
  const { installed = "minimally", controller = [] } = options;
  const programs = buildArgoCd();
  if (installed === "minimally") await install(plane);
  const folder = join(plane.folder, "argocd");
  const bin = fillBin(folder, programs);
  const ports = await freePorts(10);
  const [cache = 0, repo = 0, server = 0, ...others] = ports;
  const password = "judge";
  const env = environment(plane, folder, bin, password);
  const running: Started[] = [];
  const starts = new Map<string, () => Started>();
  const role = (name: string, args: readonly string[]): void => {
    const as = { ...env, ARGOCD_BINARY_NAME: `argocd-${name}` };
    const begin = (): Started => start({ name, path: programs.argocd, args, env: as, folder });
    starts.set(name, begin);
    running.push(begin());
  };
  const stop = async (): Promise<void> => {
    for (const program of running.toReversed()) await program[Symbol.asyncDispose]();
  };
  const repoServer = [`127.0.0.1:${repo}`, "--repo-server-plaintext"];
  const redisAt = `--redis=127.0.0.1:${cache}`;
  const namespace = [`--kubeconfig=${plane.kubeconfig}`, `--namespace=${argoNamespace}`];
  const local = (flag: string): string => `--${flag}=127.0.0.1:${others.shift()}`;
  const metrics = (): string[] => ["--metrics-address=127.0.0.1", `--metrics-port=${others.shift()}`];
  try {
    running.push(start({ name: "redis", path: programs.redis, args: [`127.0.0.1:${cache}`], env, folder }));
    const health = others.shift();
    const listen = ["--address=127.0.0.1", `--port=${repo}`, "--metrics-address=127.0.0.1", `--metrics-port=${health}`];
    role("repo-server", [...listen, redisAt, "--disable-tls", "--client-ca-path=", "--loglevel=warn"]);
    // A generator that fails once is tried again after minutes.
    await until("repo server", () => answers(`http://127.0.0.1:${health}/healthz`), {
      within: 120_000,
      programs: running,
    });
    role("application-controller", [
      ...namespace,
      redisAt,
      `--repo-server=${repoServer[0]}`,
      "--repo-server-plaintext",
      `--metrics-port=${others.shift()}`,
      "--repo-error-grace-period-seconds=0",
      "--loglevel=warn",
      ...controller,
    ]);
    role("applicationset-controller", [
      ...namespace,
      `--argocd-repo-server=${repoServer[0]}`,
      "--repo-server-plaintext",
      local("metrics-addr"),
      local("probe-addr"),
      local("webhook-addr"),
      "--loglevel=warn",
    ]);
    role("server", [
      ...namespace,
      "--address=127.0.0.1",
      `--port=${server}`,
      ...metrics(),
      redisAt,
      `--repo-server=${repoServer[0]}`,
      "--repo-server-plaintext",
      "--insecure",
      "--disable-auth",
      "--loglevel=warn",
    ]);
    const url = `http://127.0.0.1:${server}`;
    await until("Argo CD", () => answers(`${url}/healthz`), { within: 120_000, programs: running });
    return {
      async get(path) {
        const answer = await fetch(`${url}${path}`);
        const body: Json = JSON.parse(await answer.text());
        if (!answer.ok) throw new Error(isObject(body) ? String(body["message"]) : `${answer.status}`);
        return body;
      },
      async post(path, body) {
        const headers = { "content-type": "application/json" };
        const answer = await fetch(`${url}${path}`, { method: "POST", headers, body: JSON.stringify(body) });
        return { status: answer.status, body: JSON.parse(await answer.text()) };
      },
      async restart(name, pause) {
        const at = running.findIndex((program) => program.name === name);
        await running[at]?.kill();
        await sleep(pause);
        const again = starts.get(name)?.();
        if (again === undefined) throw new Error(`Argo CD has no ${name}`);
        running[at] = again;
      },
      logs: () => running.map((program) => `== ${program.name}\n${program.log()}`).join("\n"),
      [Symbol.asyncDispose]: stop,
    };
  } catch (error) {
    await stop();
    throw error;
  }
}

const answers = async (url: string): Promise<boolean> => (await fetch(url).catch(() => undefined))?.ok === true;

/** What `core-install.yaml` brings, but for workloads, accounts and roles: the processes run outside, as an administrator. */
async function install({ api }: ControlPlane): Promise<void> {
  const text = readFileSync(join(argocdSource(), "manifests", "core-install.yaml"), "utf8");
  const objects = parseAllDocuments(text).map((document): Json => document.toJS());
  const create = async (path: string, object: Json): Promise<void> => {
    const { status, body } = await api.post(path, object);
    if (status !== 201) throw new Error(`${path}: ${status} ${JSON.stringify(body)}`);
  };
  await create("/api/v1/namespaces", named("v1", "Namespace", argoNamespace));
  for (const object of objects.filter(isObject)) {
    if (object["kind"] === "CustomResourceDefinition") {
      await create("/apis/apiextensions.k8s.io/v1/customresourcedefinitions", object);
    } else if (object["kind"] === "ConfigMap") {
      await create(`/api/v1/namespaces/${argoNamespace}/configmaps`, withSettings(object));
    }
  }
  const labels = { "app.kubernetes.io/part-of": "argocd", "app.kubernetes.io/name": "argocd-secret" };
  const secret = { ...named("v1", "Secret", "argocd-secret"), type: "Opaque" };
  await create(`/api/v1/namespaces/${argoNamespace}/secrets`, {
    ...secret,
    metadata: { name: "argocd-secret", labels },
    stringData: { "server.secretkey": "judge" },
  });
  const served = "/apis/argoproj.io/v1alpha1/namespaces/argocd/appprojects";
  await until("kind Application", async () => (await api.get(served)).status === 200, { within: 30_000 });
}

/** What slipway takes for granted: charts in kustomizations are inflated. */
function withSettings(object: JsonObject): JsonObject {
  const { metadata } = object;
  if (!isObject(metadata) || metadata["name"] !== "argocd-cm") return object;
  const data = isObject(object["data"]) ? object["data"] : {};
  return { ...object, data: { ...data, "kustomize.buildOptions": "--enable-helm" } };
}

const named = (apiVersion: string, kind: string, name: string): JsonObject => ({
  apiVersion,
  kind,
  metadata: { name },
});

/** Argo CD finds its tools by name. */
function fillBin(folder: string, programs: { argocd: string; helm: string; kustomize: string }): string {
  const bin = join(folder, "bin");
  mkdirSync(bin, { recursive: true });
  for (const [name, path] of Object.entries(programs)) if (name !== "redis") symlinkSync(path, join(bin, name));
  const wrapper = join(bin, "git-verify-wrapper.sh");
  copyFileSync(join(argocdSource(), "hack", "git-verify-wrapper.sh"), wrapper);
  chmodSync(wrapper, 0o755);
  return bin;
}

function environment(plane: ControlPlane, folder: string, bin: string, password: string): NodeJS.ProcessEnv {
  const own = (name: string): string => {
    const path = join(folder, name);
    mkdirSync(path, { recursive: true });
    return path;
  };
  const ssh = own("ssh");
  writeFileSync(join(ssh, "ssh_known_hosts"), "");
  return {
    PATH: `${bin}:${process.env["PATH"]}`,
    HOME: own("home"),
    TMPDIR: own("tmp"),
    KUBECONFIG: plane.kubeconfig,
    REDIS_PASSWORD: password,
    ARGOCD_FAKE_IN_CLUSTER: "true",
    ARGOCD_TLS_DATA_PATH: own("tls"),
    ARGOCD_SSH_DATA_PATH: ssh,
    ARGOCD_GNUPGHOME: own("gpg"),
    ARGOCD_GPG_ENABLED: "false",
  };
}
