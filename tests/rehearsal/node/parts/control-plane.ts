import { join } from "node:path";
import { network } from "../machine/network.ts";

/** Command lines of a control plane for one real node; `pki` is what `issueCertificates` filled. */
export interface ControlPlaneFolders {
  pki: string;
  etcd: string;
}

export const apiserverPort = 6443;
const issuer = "https://kubernetes.default.svc.cluster.local";
const store = "http://127.0.0.1:2379";
const peer = "http://127.0.0.1:2380";

export const etcdArguments = ({ etcd }: ControlPlaneFolders): string[] => [
  `--data-dir=${etcd}`,
  `--listen-client-urls=${store}`,
  `--advertise-client-urls=${store}`,
  `--listen-peer-urls=${peer}`,
  `--initial-advertise-peer-urls=${peer}`,
  `--initial-cluster=default=${peer}`,
  // Processes die in a power cut here, the kernel and its page cache do not.
  "--unsafe-no-fsync",
];

export const apiserverArguments = ({ pki }: ControlPlaneFolders): string[] => [
  `--etcd-servers=${store}`,
  "--bind-address=0.0.0.0",
  `--advertise-address=${network.address}`,
  `--secure-port=${apiserverPort}`,
  `--tls-cert-file=${join(pki, "apiserver.crt")}`,
  `--tls-private-key-file=${join(pki, "apiserver.key")}`,
  `--client-ca-file=${join(pki, "ca.crt")}`,
  `--service-account-key-file=${join(pki, "service-accounts.key")}`,
  `--service-account-signing-key-file=${join(pki, "service-accounts.key")}`,
  `--service-account-issuer=${issuer}`,
  `--kubelet-client-certificate=${join(pki, "apiserver-to-kubelet.crt")}`,
  `--kubelet-client-key=${join(pki, "apiserver-to-kubelet.key")}`,
  `--kubelet-certificate-authority=${join(pki, "ca.crt")}`,
  "--kubelet-preferred-address-types=InternalIP",
  "--authorization-mode=Node,RBAC",
  "--enable-admission-plugins=NodeRestriction",
  "--allow-privileged=true",
  `--service-cluster-ip-range=${network.services}`,
  "--profiling=false",
];

const lone = (kubeconfig: string): string[] => [
  `--kubeconfig=${kubeconfig}`,
  `--authentication-kubeconfig=${kubeconfig}`,
  `--authorization-kubeconfig=${kubeconfig}`,
  "--bind-address=127.0.0.1",
  "--leader-elect=false",
  "--profiling=false",
];

export const schedulerArguments = lone;

export const controllerManagerArguments = (kubeconfig: string, { pki }: ControlPlaneFolders): string[] => [
  ...lone(kubeconfig),
  "--use-service-account-credentials=true",
  `--service-account-private-key-file=${join(pki, "service-accounts.key")}`,
  `--root-ca-file=${join(pki, "ca.crt")}`,
  `--cluster-signing-cert-file=${join(pki, "ca.crt")}`,
  `--cluster-signing-key-file=${join(pki, "ca.key")}`,
];
