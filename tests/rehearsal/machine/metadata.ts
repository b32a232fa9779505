import type { RegisteredServer } from "./register.ts";

/** What Hetzner's metadata service answers a server; undefined is a 404. The paths are those that cloud-init's DataSourceHetzner reads. */
export function metadata(
  { id, name, ipv4, mac, userData, sshKeys }: RegisteredServer,
  path: string,
): string | undefined {
  switch (path.replace(/\/$/, "")) {
    case "/hetzner/v1/userdata":
      return userData;
    case "/hetzner/v1/metadata/instance-id":
      return String(id);
    case "/hetzner/v1/metadata":
      // JSON is YAML, which is what the datasource parses.
      return JSON.stringify({
        "instance-id": id,
        hostname: name,
        region: "eu-central",
        "availability-zone": "fsn1-dc14",
        "public-ipv4": ipv4,
        "local-ipv4": "",
        "public-keys": sshKeys,
        vendor_data: "",
        "network-config": {
          version: 1,
          config: [{ type: "physical", name: "eth0", mac_address: mac, subnets: [{ type: "dhcp", ipv4: true }] }],
        },
      });
    default:
      return undefined;
  }
}
