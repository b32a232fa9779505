import { describe, expect, it, vi } from "vitest";
import { kubeconfigOf } from "../../src/cluster/connection.ts";
import { environmentSchema } from "../../src/environment/schema.ts";
import { connectorOf } from "./connect.ts";
import { tunnelOf } from "./tunnel.ts";

const kubeconfig = kubeconfigOf({
  server: "https://127.0.0.1:6443",
  certificateAuthority: "CA",
  identity: { token: "a-token-of-the-cluster" },
});
const environment = (provider: "hetzner" | "none") =>
  environmentSchema.parse({
    apiVersion: "slipway.dev/v1alpha1",
    kind: "Environment",
    metadata: { name: "dev" },
    spec: {
      server:
        provider === "none" ? { provider } : { provider, locations: ["nbg1"], types: ["cx23"], image: "debian-13" },
      kubernetes: { version: "v1.36.2+k3s1" },
      argocd: { version: "v3.6.1", bootstrap: "bootstrap.yaml" },
    },
  });
const noTunnel = () => Promise.reject(new Error("no tunnel was wanted"));
const quiet = { debug: () => {}, info: () => {}, warning: () => {} };

/** What the runner was told to mask. */
async function maskedBy(doing: () => Promise<unknown>): Promise<string> {
  const write = vi.spyOn(process.stdout, "write").mockReturnValue(true);
  try {
    await doing();
    return write.mock.calls.map(([text]) => String(text)).join("");
  } finally {
    write.mockRestore();
  }
}

describe("the way to the cluster", () => {
  it("is the kubeconfig that was given, whoever made the servers, and its secrets are masked", async () => {
    const masked = await maskedBy(async () => {
      const access = await connectorOf({ kubeconfig }, noTunnel)(environment("hetzner"));
      expect(access).toMatchObject({ kubeconfig, ownKubeconfig: kubeconfig });
    });
    expect(masked).toContain("::add-mask::a-token-of-the-cluster");
  });

  it("is the tunnel otherwise, and the secrets of what came through it are masked", async () => {
    const access = { kubeconfig, ownKubeconfig: kubeconfig, [Symbol.asyncDispose]: async () => undefined };
    const connect = connectorOf({ kubeconfig: undefined }, async () => access);
    const masked = await maskedBy(async () => expect(await connect(environment("hetzner"))).toBe(access));
    expect(masked).toContain("::add-mask::a-token-of-the-cluster");
  });

  it("is asked for where there is none", async () => {
    const connect = connectorOf({ kubeconfig: undefined }, noTunnel);
    await expect(connect(environment("none"))).rejects.toMatchObject({ code: "SLW-USAGE" });
    const ports = { log: quiet, signal: new AbortController().signal, env: {} };
    const tunnel = (inputs: Parameters<typeof tunnelOf>[0]) => tunnelOf(inputs, { root: ".", k3s: "settle" }, ports);
    await expect(
      tunnel({ "hcloud-token": undefined, "ssh-private-key": "key" })(environment("hetzner")),
    ).rejects.toThrow("the input hcloud-token is not given");
    await expect(
      tunnel({ "hcloud-token": "token", "ssh-private-key": undefined })(environment("hetzner")),
    ).rejects.toThrow("the input ssh-private-key is not given");
  });
});
