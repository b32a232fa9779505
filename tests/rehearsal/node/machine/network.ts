import { existsSync } from "node:fs";
import { command } from "./command.ts";

/** The machine's end and ours of a cable between two network namespaces; pods and Services are routed through it. */
export const network = {
  address: "10.77.0.2",
  gateway: "10.77.0.1",
  mask: 30,
  pods: "10.42.0.0/16",
  services: "10.43.0.0/16",
  dns: "10.43.0.10",
} as const;

export const networkNamespace = (name: string): string => `/run/netns/${name}`;

export async function plugIn(name: string, link: string): Promise<void> {
  const ip = (...args: string[]): Promise<string> => command("ip", args);
  const inside = (...args: string[]): Promise<string> => command("ip", ["-n", name, ...args]);
  await ip("netns", "add", name);
  await ip("link", "add", link, "type", "veth", "peer", "name", "eth0", "netns", name);
  await ip("address", "add", `${network.gateway}/${network.mask}`, "dev", link);
  await ip("link", "set", link, "up");
  await inside("link", "set", "lo", "up");
  await inside("address", "add", `${network.address}/${network.mask}`, "dev", "eth0");
  await inside("link", "set", "eth0", "up");
  await inside("route", "add", "default", "via", network.gateway);
  for (const range of [network.pods, network.services]) await ip("route", "add", range, "via", network.address);
}

/** The cable and its routes go with the namespace; the link is deleted too, as the kernel frees a namespace late. */
export async function unplug(name: string, link: string): Promise<void> {
  if (existsSync(`/sys/class/net/${link}`)) await command("ip", ["link", "delete", link]);
  if (existsSync(networkNamespace(name))) await command("ip", ["netns", "delete", name]);
}
