/**
 * What a cloud's network answers: the metadata service of Hetzner Cloud and DHCP. Runs in the cloud's network namespace:
 * `node cloud-services.ts REGISTER MIRROR`, where the register is a file of what servers there are, read for every request, and the
 * mirror a folder whose files are served at the gateway.
 */
import { createSocket } from "node:dgram";
import { createReadStream, readFileSync } from "node:fs";
import { createServer } from "node:http";
import { join, normalize } from "node:path";
import process from "node:process";
import { dhcpReply } from "./dhcp.ts";
import { gateway, metadataAddress } from "./addresses.ts";
import { metadata } from "./metadata.ts";
import { type RegisteredServer, registerSchema } from "./register.ts";

const [, , file = "", mirror = ""] = process.argv;
const servers = (): RegisteredServer[] => registerSchema.parse(JSON.parse(readFileSync(file, "utf8")));

const http = createServer((request, response) => {
  const server = servers().find(({ ipv4 }) => ipv4 === request.socket.remoteAddress);
  const body = server && metadata(server, request.url ?? "");
  response.writeHead(body === undefined ? 404 : 200, { "Content-Length": Buffer.byteLength(body ?? "") });
  response.end(body);
});

const files = createServer((request, response) => {
  const path = join(mirror, normalize(`/${request.url ?? ""}`));
  const stream = createReadStream(path);
  stream.on("error", () => response.writeHead(404).end());
  stream.pipe(response);
});

const dhcp = createSocket({ type: "udp4", reuseAddr: true });
dhcp.on("message", (packet) => {
  const reply = dhcpReply(packet, (mac) => servers().find((server) => server.mac === mac)?.ipv4);
  if (reply) dhcp.send(reply, 68, "255.255.255.255");
});

dhcp.bind(67, () => {
  dhcp.setBroadcast(true);
  http.listen(80, metadataAddress, () => files.listen(80, gateway, () => console.log("ready")));
});
// The owner's end is this process's end.
process.stdin.resume();
process.stdin.on("end", () => process.exit(0));
