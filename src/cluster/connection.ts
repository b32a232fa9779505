/** Who we are to the API server: a client certificate with its key, or a token. PEM texts. */
export type ClusterIdentity = { certificate: string; key: string } | { token: string };

/**
 * How an API server is reached, whoever made the way there. `server` is `https://127.0.0.1:PORT` through a tunnel; the
 * certificate is checked against `serverName` where the address is not one it names.
 */
export interface ClusterConnection {
  server: string;
  /** PEM of the cluster's own certificate authority; nothing else is trusted. */
  certificateAuthority: string;
  serverName?: string;
  identity: ClusterIdentity;
}

const base64 = (text: string): string => Buffer.from(text).toString("base64");

/** A kubeconfig for this connection, as JSON, which is YAML too. */
export function kubeconfigOf({ server, certificateAuthority, serverName, identity }: ClusterConnection): string {
  const user =
    "token" in identity
      ? { token: identity.token }
      : { "client-certificate-data": base64(identity.certificate), "client-key-data": base64(identity.key) };
  const cluster = {
    server,
    "certificate-authority-data": base64(certificateAuthority),
    ...(serverName !== undefined && { "tls-server-name": serverName }),
  };
  const name = "slipway";
  return `${JSON.stringify({
    apiVersion: "v1",
    kind: "Config",
    clusters: [{ name, cluster }],
    users: [{ name, user }],
    contexts: [{ name, context: { cluster: name, user: name } }],
    "current-context": name,
  })}\n`;
}
