import { isIPv6 } from "node:net";
import { SlipwayError } from "../../model/error.ts";
import type { Endpoint } from "../trust/known-hosts.ts";

const lost = {
  code: "SLW-SSH-LOST",
  pattern:
    /connection reset|closed by|broken pipe|not responding|mux_client|connection aborted|kex_exchange_identification|read from master|master session/i,
  says: "lost the connection",
  hint: "Run again: what was done stays, the rest is finished.",
} as const;

const causes = [
  {
    code: "SLW-SSH-HOST-KEY",
    pattern:
      /host key verification failed|remote host identification has changed|no \S+ host key is known|no matching host key type/i,
    says: "shows another host key than the pinned one",
    hint: "Either the server was replaced behind slipway's back or somebody is in between. Nothing was sent. Compare the key at the server's console: ssh-keygen -lf /etc/ssh/ssh_host_ed25519_key.pub",
  },
  {
    code: "SLW-SSH-AUTH",
    pattern: /permission denied|too many authentication failures/i,
    says: "refused the user's key",
    hint: "Use the private key whose public half the server was made with.",
  },
  lost,
  {
    code: "SLW-SSH-UNREACHABLE",
    pattern: /connection refused/i,
    says: "refuses connections: SSH is not running there",
    hint: "A server that is starting answers after some seconds; else look at its console.",
  },
  {
    code: "SLW-SSH-UNREACHABLE",
    pattern: /timed out|no route to host|network is unreachable|could not resolve|cannot assign/i,
    says: "does not answer",
    hint: "Check that it runs, and that sshFrom in the Environment lets this machine in.",
  },
] as const;

/** What went wrong between this machine and the server, from the words of OpenSSH in the C locale. A session that ends without any was lost. */
export function sshFailure(
  { address, port = 22 }: Endpoint,
  stderr: string,
  during: "login" | "session" = "login",
): SlipwayError {
  const words = stderr.trim();
  const said = words.split("\n").at(-1) || "ssh said nothing";
  const where = `${address} port ${port}`;
  if (isIPv6(address) && /network is unreachable|cannot assign requested address/i.test(words)) {
    return new SlipwayError("SLW-SSH-IPV6", `${where} cannot be reached: this machine has no way to IPv6 addresses`, {
      hint: "Set publicIPv4: true in the Environment, or run on a machine with IPv6; GitHub's hosted runners have none.",
    });
  }
  const cause = causes.find(({ pattern }) => pattern.test(words)) ?? (during === "session" ? lost : undefined);
  if (cause === undefined) {
    return new SlipwayError("SLW-SSH-UNREACHABLE", `${where} could not be logged in to: ${said}`, {
      hint: "Is OpenSSH's client installed here, and does the server run?",
    });
  }
  return new SlipwayError(cause.code, `${where} ${cause.says} (${said.replace(/^(?!ssh)/, "ssh: ")})`, {
    hint: cause.hint,
  });
}
