import { mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { kubeconfigOf } from "./connection.ts";
import { checkKubeconfig, kubeconfigSecrets, readKubeconfig, redirected, writeKubeconfig } from "./kubeconfig.ts";

const connection = {
  server: "https://127.0.0.1:6443",
  certificateAuthority: "CA",
  identity: { certificate: "CERT", key: "PRIVATE KEY" },
};

describe("a kubeconfig", () => {
  it("is made of a connection, and gives its secrets to be masked", () => {
    const text = kubeconfigOf(connection);
    expect(checkKubeconfig(text, "x")["current-context"]).toBe("slipway");
    expect(kubeconfigSecrets(text)).toEqual([Buffer.from("PRIVATE KEY").toString("base64"), "PRIVATE KEY"]);
    expect(kubeconfigSecrets(kubeconfigOf({ ...connection, identity: { token: "t0ken" } }))).toEqual(["t0ken"]);
  });

  it("is written for its owner alone, also over a file that others could read", async () => {
    const folder = mkdtempSync(join(tmpdir(), "slipway-kubeconfig-"));
    const file = join(folder, "config");
    writeFileSync(file, "old", { mode: 0o644 });
    await writeKubeconfig(file, kubeconfigOf(connection));
    expect(statSync(file).mode & 0o777).toBe(0o600);
    expect(await readKubeconfig(file)).toBe(readFileSync(file, "utf8"));
    rmSync(folder, { recursive: true });
  });

  it("is redirected to another address, and stays as it is otherwise", () => {
    const own =
      "kind: Config\nclusters: [{name: default, cluster: {server: 'https://127.0.0.1:6443', certificate-authority-data: Q0E=}}]\ncontexts: [{name: default, context: {cluster: default, user: default}}]\ncurrent-context: default\nusers: [{name: default, user: {client-key-data: S0VZ}}]\n";
    const text = redirected(own, "https://127.0.0.1:40001");
    const before = checkKubeconfig(own, "before");
    const cluster = { server: "https://127.0.0.1:40001", "certificate-authority-data": "Q0E=" };
    expect(checkKubeconfig(text, "after")).toEqual({ ...before, clusters: [{ name: "default", cluster }] });
    expect(() => redirected("kind: Config\n", "https://127.0.0.1:1")).toThrow(/clusters/);
  });

  it("that is none is refused without being quoted", async () => {
    expect(() => checkKubeconfig("token: s3cret: x", "the input")).toThrow(/^the input is not YAML$/);
    expect(() => checkKubeconfig("kind: Config\n", "the input")).toThrow(/the input: clusters/);
    await expect(readKubeconfig("/nowhere/at/all")).rejects.toMatchObject({ code: "SLW-KUBECONFIG" });
  });
});
