import { describe, expect, it } from "vitest";
import { sshFailure } from "./failure.ts";

const at = (address: string, stderr: string) => sshFailure({ address }, stderr);
const says = (words: string): string => `ssh: connect to host 203.0.113.7 port 22: ${words}\n`;

describe("what ssh says", () => {
  it.each([
    ["Host key verification failed.", "SLW-SSH-HOST-KEY"],
    [
      "No ED25519 host key is known for 203.0.113.7 and you have requested strict checking.\nHost key verification failed.",
      "SLW-SSH-HOST-KEY",
    ],
    [
      "Unable to negotiate with 203.0.113.7 port 22: no matching host key type found. Their offer: ssh-rsa",
      "SLW-SSH-HOST-KEY",
    ],
    ["root@203.0.113.7: Permission denied (publickey).", "SLW-SSH-AUTH"],
    ["Received disconnect from 203.0.113.7 port 22:2: Too many authentication failures", "SLW-SSH-AUTH"],
    [says("Connection refused"), "SLW-SSH-UNREACHABLE"],
    [says("Connection timed out"), "SLW-SSH-UNREACHABLE"],
    [says("No route to host"), "SLW-SSH-UNREACHABLE"],
    ["ssh: Could not resolve hostname nowhere: Name or service not known", "SLW-SSH-UNREACHABLE"],
    ["Connection to 203.0.113.7 closed by remote host.", "SLW-SSH-LOST"],
    ["Timeout, server 203.0.113.7 not responding.", "SLW-SSH-LOST"],
    ["mux_client_request_session: read from master failed: Broken pipe", "SLW-SSH-LOST"],
    ["kex_exchange_identification: Connection closed by remote host", "SLW-SSH-LOST"],
    ["spawn ssh ENOENT", "SLW-SSH-UNREACHABLE"],
    ["", "SLW-SSH-UNREACHABLE"],
  ])("%j is %s", (stderr, code) => {
    expect(at("203.0.113.7", stderr)).toMatchObject({
      code,
      message: expect.stringContaining("203.0.113.7 port 22") as unknown,
    });
  });

  it("when a session ends without a word is that the connection was lost", () => {
    expect(sshFailure({ address: "203.0.113.7" }, "", "session")).toMatchObject({ code: "SLW-SSH-LOST" });
  });

  it("about an IPv6 address that this machine cannot reach is told as that", () => {
    for (const words of ["Network is unreachable", "Cannot assign requested address"])
      expect(at("2001:db8::1", `ssh: connect to host 2001:db8::1 port 22: ${words}`)).toMatchObject({
        code: "SLW-SSH-IPV6",
        hint: expect.stringContaining("publicIPv4: true") as unknown,
      });
  });
});
