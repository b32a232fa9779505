import { isIPv6 } from "node:net";

/** Where a server answers; the port of SSH is 22 unless it says otherwise. */
export interface Endpoint {
  address: string;
  port?: number;
}

/** The lines of known_hosts that pin these keys and no others at these places. */
export function knownHosts(endpoints: readonly Endpoint[], publicKeys: readonly string[]): string {
  const hosts = endpoints.map(hostPattern).join(",");
  return publicKeys.map((key) => `${hosts} ${key.trim().split(/\s+/).slice(0, 2).join(" ")}\n`).join("");
}

/** sshd(8): another port puts the address in brackets; without one, even an IPv6 address stands alone. OpenSSH looks addresses up in lower case. */
function hostPattern({ address, port = 22 }: Endpoint): string {
  const host = (isIPv6(address) ? new URL(`http://[${address}]`).hostname.slice(1, -1) : address).toLowerCase();
  return port === 22 ? host : `[${host}]:${port}`;
}
