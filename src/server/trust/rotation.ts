import type { Log } from "../../model/ports.ts";
import { paths } from "../paths.ts";
import type { Connection } from "../ssh/connection.ts";
import { script } from "../ssh/remote.ts";
import { parseHostKeyState, remainingSteps, type RotationStep } from "./rotation-state.ts";

/** Which keys a server may show, kept where later jobs find them; both values are public keys. */
export interface Pins {
  current: string;
  next?: string;
}

export interface RotationPorts {
  /** Logs in with exactly these host keys. */
  connect: (hostKeys: readonly string[]) => Promise<Connection>;
  /** Makes the pins last, before it returns: as the labels of `hostKeyLabels`. */
  pin: (pins: Pins) => Promise<void>;
  log: Log;
}

/**
 * Replaces the host key that came with user-data by one made on the server, whose private half never leaves it. Stopped at any point, the
 * server shows a key that is pinned, and the next call does the rest; where nothing is to be done, nothing is. Returns the key that is pinned from now on.
 */
export async function rotateHostKey(pins: Pins, { connect, pin, log }: RotationPorts): Promise<string> {
  await using first = await connect(pinned(pins));
  const state = parseHostKeyState(await first.run(script(report)));
  const steps = remainingSteps(state);
  if (steps.length === 1 && pins.current === state.current && pins.next === undefined) return state.current;
  const has = (step: RotationStep): boolean => steps.includes(step);

  const next = has("prepare") ? await prepare(first) : (state.next ?? state.current);
  // Announced before it is shown: from here on either key is right, whenever somebody stops us.
  if (has("announce") && next !== pins.current) await pin({ current: pins.current, next });
  if (has("activate")) {
    log.info("replacing the host key that came with user-data");
    await first.run(script(activate));
  }
  await using second = await connect([next]);
  await pin({ current: next });
  if (has("clean")) await second.run(script(clean));
  log.info("the server shows a host key that was made on it and is known nowhere else");
  return next;
}

export const pinned = ({ current, next }: Pins): readonly string[] =>
  next === undefined ? [current] : [current, next];

async function prepare(remote: Connection): Promise<string> {
  const state = parseHostKeyState(await remote.run(script(`${prepareNext}\n${report}`)));
  return state.next ?? state.current;
}

const report = `# which host keys there are
set -eu
echo "current $(ssh-keygen -y -f ${paths.hostKey})"
[ ! -s ${paths.injectedHostKey} ] || echo "injected $(cat ${paths.injectedHostKey})"
[ ! -s ${paths.nextHostKey} ] || echo "next $(ssh-keygen -y -f ${paths.nextHostKey})"`;

/** The key gets its name when it is whole. */
const prepareNext = `# make the next host key
set -eu
umask 077
mkdir -p "$(dirname ${paths.nextHostKey})"
rm -f ${paths.nextHostKey}.new ${paths.nextHostKey}.new.pub
ssh-keygen -q -t ed25519 -N '' -C '' -f ${paths.nextHostKey}.new
sync ${paths.nextHostKey}.new
mv -f ${paths.nextHostKey}.new ${paths.nextHostKey}
rm -f ${paths.nextHostKey}.new.pub`;

/** A copy takes the old key's place in one rename; the next key stays until it has been seen from outside. \`sshd -t\` looks first. */
const activate = `# put the next host key in place
set -eu
umask 077
cp ${paths.nextHostKey} ${paths.hostKey}.new
sync ${paths.hostKey}.new
ssh-keygen -y -f ${paths.hostKey}.new > ${paths.hostKey}.pub.new
chmod 644 ${paths.hostKey}.pub.new
mv -f ${paths.hostKey}.new ${paths.hostKey}
mv -f ${paths.hostKey}.pub.new ${paths.hostKey}.pub
sync /etc/ssh
"$(command -v sshd || echo /usr/sbin/sshd)" -t
systemctl restart ssh.service 2> /dev/null || systemctl restart sshd.service`;

const clean = `# remove what the rotation left
rm -f ${paths.nextHostKey} ${paths.hostKey}.new ${paths.hostKey}.pub.new`;
