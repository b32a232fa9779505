import { paths } from "../paths.ts";

/**
 * Read before the distribution's and cloud-init's own drop-ins, because sshd takes the first value it finds. Only one host key is
 * offered, so that what is pinned is all there is. Local forwarding stays: the Kubernetes API is reached through it.
 */
export const sshdConfig = `HostKey ${paths.hostKey}
PermitRootLogin prohibit-password
PasswordAuthentication no
KbdInteractiveAuthentication no
AuthenticationMethods publickey
AllowTcpForwarding local
AllowAgentForwarding no
X11Forwarding no
PermitTunnel no
LoginGraceTime 30
MaxAuthTries 3
ClientAliveInterval 30
ClientAliveCountMax 4
`;
