import { readFileSync } from "node:fs";
import { basename, join } from "node:path";
import { argocd, argocdSource, helm, kustomize, versions } from "../../../control-plane/binaries.ts";
import type { AddOn } from "../add-ons/add-ons.ts";
import { pauseImage } from "../parts/containerd.ts";
import { coredns, localPathProvisioner, traefik } from "../programs/programs.ts";
import { ownProgram } from "./go-programs.ts";
import { debian, type Entry, files, type Layer, unpacked } from "./layers.ts";
import type { ImageConfig } from "./oci.ts";

/** An image under the name that manifests call it by. */
export interface ImageRecipe {
  name: string;
  layers: readonly Layer[];
  config: ImageConfig;
}

const here = import.meta.dirname;
const path = "PATH=/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin";

const addOnRecipes: Readonly<Record<AddOn, () => ImageRecipe[]>> = {
  dns: () => [alone("coredns/coredns:1.15.0", coredns(), {})],
  volumes: () => [alone("rancher/local-path-provisioner:v0.0.30", localPathProvisioner(), {}), busybox()],
  ingress: () => [alone("traefik:v3.7.13", traefik(), { User: "65532:65532" })],
};

export const addOnImages = (addOns: readonly AddOn[]): ImageRecipe[] =>
  addOns.flatMap((addOn) => addOnRecipes[addOn]());

/** Debian's, under the names of the commands that the provisioner of volumes runs. */
function busybox(): ImageRecipe {
  const commands = ["sh", "cat", "chmod", "chown", "cp", "echo", "ls", "mkdir", "mv", "rm", "sleep", "test"];
  const links = commands.map((name) => [`/bin/${name}`, { link: "/usr/bin/busybox" }]);
  return {
    name: "busybox",
    layers: [unpacked(["busybox-static"]), files(Object.fromEntries(links))],
    config: { Cmd: ["sh"], Env: [path] },
  };
}

/** Every pod's sandbox: runs, and does nothing. */
export const pauseRecipe = (): ImageRecipe => alone(pauseImage, ownProgram("pause"), { User: "65535:65535" });

/** What the platform's own manifests name, under those very names. */
export const platformImages = (): ImageRecipe[] => [...siteImages(), ...argocdImages()];

/** Those of payload-cms, without the means of bringing it there. */
export const siteImages = (): ImageRecipe[] => [postgres(), payloadRecipe()];

/** Debian's Postgres 17 with an entrypoint of our own, whatever version the name promises. */
const postgres = (): ImageRecipe => ({
  name: "postgres:16-alpine",
  layers: [
    debian({ packages: ["postgresql-17"], customize: join(here, "postgres", "customize.sh") }),
    files({ "/usr/local/bin/entrypoint.sh": script(join(here, "postgres", "entrypoint.sh")) }),
  ],
  config: {
    Entrypoint: ["entrypoint.sh"],
    Cmd: ["postgres"],
    Env: [path.replace("PATH=", "PATH=/usr/lib/postgresql/17/bin:"), "LANG=C.UTF-8", "PGDATA=/var/lib/postgresql/data"],
    StopSignal: "SIGINT",
  },
});

/** Answers where Payload would. */
const payloadRecipe = (): ImageRecipe => ({
  name: "ghcr.io/slipway-dev/payload-cms:3.90.2",
  layers: [
    files({
      "/usr/local/bin/payload": { copy: ownProgram("payload") },
      // `npx --no-install payload migrate` is how the manifests migrate.
      "/usr/local/bin/npx": { link: "payload" },
    }),
  ],
  config: { Entrypoint: ["payload"], Env: [path], User: "1000:1000", WorkingDir: "/app" },
});

function argocdImages(): ImageRecipe[] {
  const packages = ["git", "tini", "ca-certificates", "gpg", "gpg-agent", "openssh-client", "redis-server"];
  const system = debian({ packages, customize: join(here, "argocd", "customize.sh") });
  const source = argocdSource();
  const roles = ["server", "repo-server", "application-controller", "applicationset-controller", "notifications"];
  const others = ["cmp-server", "dex", "k8s-auth", "commit-server"];
  const bin = "/usr/local/bin";
  const programs = files({
    [`${bin}/argocd`]: { copy: argocd() },
    [`${bin}/helm`]: { copy: helm() },
    [`${bin}/kustomize`]: { copy: kustomize() },
    ...Object.fromEntries([...roles, ...others].map((role) => [`${bin}/argocd-${role}`, { link: "argocd" }])),
    ...Object.fromEntries(
      ["entrypoint.sh", "hack/gpg-wrapper.sh", "hack/git-verify-wrapper.sh"].map((file) => [
        `${bin}/${basename(file)}`,
        script(join(source, file)),
      ]),
    ),
  });
  return [
    {
      name: `quay.io/argoproj/argocd:${versions.argocd}`,
      layers: [system, programs],
      config: {
        Entrypoint: ["/usr/bin/tini", "--"],
        Env: [path, "USER=argocd", "HOME=/home/argocd", "GRPC_ENABLE_TXT_SERVICE_CONFIG=false"],
        User: "999",
        WorkingDir: "/home/argocd",
      },
    },
    {
      name: "public.ecr.aws/docker/library/redis:8.10.1-alpine",
      layers: [system],
      config: { Entrypoint: ["redis-server"], Env: [path], User: "999" },
    },
    // Argo CD runs a copy of itself in this container, and Dex only where somebody configured it.
    alone("ghcr.io/dexidp/dex:v2.46.0", ownProgram("pause"), { User: "1001:1001" }),
  ];
}

/** An image that holds one static program and nothing else. */
function alone(name: string, program: string, config: ImageConfig): ImageRecipe {
  const command = /^(?:rehearsal-)?(.*?)-(?:v\d|[0-9a-f]{20})/.exec(basename(program))?.[1] ?? basename(program);
  return {
    name,
    layers: [files({ [`/usr/local/bin/${command}`]: { copy: program } })],
    config: { Entrypoint: [command], Env: [path], ...config },
  };
}

const script = (file: string): Entry => ({ text: readFileSync(file, "utf8"), mode: 0o755 });
