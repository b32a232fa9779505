import { describe, expect, it } from "vitest";
import { knownHosts } from "./known-hosts.ts";

const key = "ssh-ed25519 AAAAC3NzaC1lZDI1NTE5AAAAIN585eTUQ0a1T comment";
const pinned = "ssh-ed25519 AAAAC3NzaC1lZDI1NTE5AAAAIN585eTUQ0a1T";

describe("known_hosts", () => {
  it("names addresses as OpenSSH looks them up: alone at port 22, in brackets at others", () => {
    const at = (address: string, port?: number): string => knownHosts([{ address, ...(port && { port }) }], [key]);
    expect(at("203.0.113.7")).toBe(`203.0.113.7 ${pinned}\n`);
    expect(at("203.0.113.7", 2222)).toBe(`[203.0.113.7]:2222 ${pinned}\n`);
    expect(at("2001:DB8:0::1")).toBe(`2001:db8::1 ${pinned}\n`);
    expect(at("2001:db8::1", 2222)).toBe(`[2001:db8::1]:2222 ${pinned}\n`);
    expect(at("Server.Example")).toBe(`server.example ${pinned}\n`);
  });

  it("has a line for each key, for all the addresses of the server", () => {
    const lines = knownHosts([{ address: "203.0.113.7" }, { address: "2001:db8::1" }], [key, key]);
    expect(lines).toBe(`203.0.113.7,2001:db8::1 ${pinned}\n`.repeat(2));
  });
});
