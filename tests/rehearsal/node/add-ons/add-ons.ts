import { readFileSync } from "node:fs";
import { join } from "node:path";
import { download } from "../../../control-plane/binaries.ts";

const own = (file: string): string => readFileSync(join(import.meta.dirname, file), "utf8");

/** The provisioner's own manifest, with the folder and the default that k3s gives it. */
function localPathManifest(): string {
  const { Dir } = download("github.com/rancher/local-path-provisioner", "v0.0.30");
  const published = readFileSync(join(Dir, "deploy", "local-path-storage.yaml"), "utf8");
  return replaceOnce(
    replaceOnce(published, "/opt/local-path-provisioner", "/var/lib/rancher/k3s/storage"),
    "kind: StorageClass\nmetadata:\n  name: local-path\n",
    'kind: StorageClass\nmetadata:\n  name: local-path\n  annotations: { storageclass.kubernetes.io/is-default-class: "true" }\n',
  );
}

function replaceOnce(text: string, from: string, to: string): string {
  if (text.split(from).length !== 2) throw new Error(`the provisioner's manifest has changed: no single ${from}`);
  return text.replace(from, to);
}

/** What k3s brings besides Kubernetes: names, volumes on the node's disk, and the ingress controller. */
export type AddOn = "dns" | "volumes" | "ingress";
export const allAddOns: readonly AddOn[] = ["dns", "volumes", "ingress"];

const manifests: Readonly<Record<AddOn, () => string>> = {
  dns: () => own("coredns.yaml"),
  volumes: localPathManifest,
  ingress: () => own("traefik.yaml"),
};

export const addOnManifests = (addOns: readonly AddOn[]): string =>
  addOns.map((addOn) => manifests[addOn]()).join("\n---\n");

export const addOnDeployments: Readonly<Record<AddOn, readonly [namespace: string, name: string]>> = {
  dns: ["kube-system", "coredns"],
  volumes: ["local-path-storage", "local-path-provisioner"],
  ingress: ["kube-system", "traefik"],
};
