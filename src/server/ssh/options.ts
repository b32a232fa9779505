import type { Endpoint } from "../trust/known-hosts.ts";

/** Where the files of one connection are: nothing of the user's own SSH configuration is read. */
export interface ConnectionFiles {
  identity: string;
  knownHosts: string;
  controlSocket: string;
}

const always = {
  BatchMode: "yes",
  StrictHostKeyChecking: "yes",
  GlobalKnownHostsFile: "/dev/null",
  HostKeyAlgorithms: "ssh-ed25519",
  UpdateHostKeys: "no",
  CheckHostIP: "no",
  IdentitiesOnly: "yes",
  IdentityAgent: "none",
  PreferredAuthentications: "publickey",
  ForwardAgent: "no",
  ForwardX11: "no",
  RequestTTY: "no",
  EscapeChar: "none",
  LogLevel: "ERROR",
  ConnectTimeout: "10",
  // A link that died unnoticed is given up after 15 s.
  ServerAliveInterval: "5",
  ServerAliveCountMax: "3",
};

/** Arguments of ssh up to and including the destination. `multiplexing` says whether this is the connection others share, or one that shares. */
export function sshArguments(
  { address, port = 22 }: Endpoint,
  user: string,
  files: ConnectionFiles,
  multiplexing: "master" | "client",
): string[] {
  const options = {
    ...always,
    UserKnownHostsFile: files.knownHosts,
    IdentityFile: files.identity,
    ControlPath: files.controlSocket,
    ControlMaster: multiplexing === "master" ? "yes" : "no",
    ControlPersist: "no",
  };
  const pinned = Object.entries(options).flatMap(([name, value]) => ["-o", `${name}=${value}`]);
  return ["-F", "/dev/null", ...pinned, "-p", String(port), "-l", user, "--", address];
}
