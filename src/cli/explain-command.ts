import { effectKinds } from "../model/change.ts";
import { type ErrorCode, errorCodes, exitCodes } from "../model/error.ts";
import { effectDocs, ruleDocs } from "../model/rule.ts";
import { effectDescriptions } from "../report/effect-findings.ts";
import { allRules } from "../rules.ts";
import type { Terminal } from "./terminal.ts";

const meanings: Record<ErrorCode, string> = {
  "SLW-USAGE": "An option or argument is not one slipway has, or not a value it takes. See slipway --help.",
  "SLW-CONFIG":
    "slipway.yaml, an Environment, the baseline or the chart lock file is not valid. Mend the line that is named.",
  "SLW-NODE": "Node is older than 22.15. Install a newer one.",
  "SLW-BASE":
    "The base revision is not in this clone. Set fetch-depth: 0 on actions/checkout, or the depth that is named.",
  "SLW-GIT": "Git could not be run, or refused. Its own words are in the message.",
  "SLW-SOURCE": "A chart or repository could not be had. Check its address and the credentials.",
  "SLW-GITHUB": "GitHub did not answer as it should. Run again; the request id is in the message.",
  "SLW-HETZNER-TOKEN": "The token in HCLOUD_TOKEN is missing, of another project, or may not do this.",
  "SLW-HETZNER-REFUSED":
    "Hetzner refused a request and would refuse it again. Its own words and the request id are in the message.",
  "SLW-HETZNER-FOREIGN":
    "A name that this Environment needs belongs to something slipway did not make for it. Rename or remove that, or pass --adopt.",
  "SLW-HETZNER-LOSS": "The plan would lose data or an address. Read what, and pass --allow-destroy if that is meant.",
  "SLW-HETZNER-BUDGET":
    "A month would cost more than spec.budget allows. Change the plan or the budget, or pass --over-budget.",
  "SLW-HETZNER-PROTECTED": "It is protected against deletion. Teardown wants --confirm with the Environment's name.",
  "SLW-HETZNER-OFFER":
    "No server type of the preference list is sold in a location of it. slipway env check says which are.",
  "SLW-HETZNER-API": "Hetzner did not answer as it should. Run again; the request id is in the message.",
  "SLW-HETZNER-RATE": "The project's requests are used up, by this or another client. Run again in a few minutes.",
  "SLW-HETZNER-LIMIT":
    "The project may have no more of this. Ask Hetzner for a higher limit, or remove what is not needed.",
  "SLW-HETZNER-STOCK": "Nothing of the preference list is in stock. Add a type or a location, or run again later.",
  "SLW-HETZNER-ACTION":
    "Hetzner began something and could not finish it. Run again: what was begun is found and finished.",
  "SLW-HETZNER-TIMEOUT": "Hetzner took too long over something that it had begun. Run again to go on waiting.",
  "SLW-HETZNER-ORPHANS":
    "Something is left that costs money or holds a name. The table says what; run teardown or sweep again.",
  "SLW-SSH-KEY":
    "The SSH private key cannot be used: it has a passphrase, is cut short, or is not a key. Put the whole private key file, without a passphrase, in the secret.",
  "SLW-SSH-HOST-KEY":
    "The server shows another host key than the pinned one, or the label that pins it is damaged. Do not connect by hand; compare the key at the server's console.",
  "SLW-SSH-AUTH": "The server refused the user's key. Use the private key whose public half the server was made with.",
  "SLW-SSH-UNREACHABLE":
    "Nothing answers at the server's SSH port. Check that it runs, and sshFrom in the Environment.",
  "SLW-SSH-IPV6":
    "The server has an IPv6 address only, and this machine has no way there. Set publicIPv4: true, or run where IPv6 works; GitHub's hosted runners have none.",
  "SLW-SSH-LOST": "The connection was lost in the middle. Run again: what was done stays, the rest is finished.",
  "SLW-SSH-TIMEOUT":
    "A command on the server did not end within its time limit. Run again; look at the server's load and disk if it stays.",
  "SLW-SERVER-COMMAND": "A command on the server failed. Its last words are in the message.",
  "SLW-SERVER-BOOT":
    "The first boot of the server failed. The step and the log's last lines are in the message; a new server is a rerun after teardown.",
  "SLW-SERVER-WAIT":
    "The server was not ready within the time limit. The message says how far it came and what to look at.",
  "SLW-K3S-VERSION":
    "The step from the running to the declared k3s version is refused: older, or more than one minor ahead. Declare the version that is named, apply, then go on.",
  "SLW-K3S-HASH":
    "A file of k3s does not have its pinned hash, or none is pinned. Pin the version's files again from a release you trust; never by trusting what arrived.",
  "SLW-K3S-HEALTH": "k3s did not become ready. The journal's last lines, memory, disk and ports are in the message.",
  "SLW-KUBECONFIG":
    "The kubeconfig cannot be read, or says no cluster. `kubectl config view --minify --flatten` prints one.",
  "SLW-CLUSTER": "The Kubernetes API could not be reached, or refused. Its own words are in the message.",
  "SLW-CONFLICT":
    "Somebody else has set a field that bootstrap wants to set otherwise. Settle who is right, or give --take-over.",
  "SLW-BUSY": "Another run is at work on this cluster. Wait for it, or give --if-busy wait.",
  "SLW-STUCK": "An Application cannot become healthy on its own. The reason is in the message; mend it in Git.",
  "SLW-TIME-LIMIT": "The Applications were not healthy in time. The diagnosis file says what each was waiting for.",
  "SLW-LOCAL": "A local cluster needs Docker and k3d on the PATH, and one of them is missing.",
  "SLW-ENGINE": "An engine is missing or damaged. Install slipway again; if it stays, report it.",
};

/** `slipway explain`: a rule's severity, sentence and page, what an effect means, or an error code's meaning. */
export function explain(name: string, terminal: Terminal): number {
  const rule = allRules[name];
  if (rule) {
    terminal.out(`${name} (${rule[0]})\n${rule[1]}.\n${ruleDocs(name)}\n`);
    return exitCodes.fine;
  }
  const effect = effectKinds.find((kind) => name === `effect/${kind}` || name === kind);
  if (effect) {
    terminal.out(`effect/${effect}\n${effectDescriptions[effect]}.\n${effectDocs(effect)}\n`);
    return exitCodes.fine;
  }
  const code = name.toUpperCase();
  if (isErrorCode(code)) {
    terminal.out(`${code} (exit ${errorCodes[code]})\n${meanings[code]}\n`);
    return exitCodes.fine;
  }
  const known = [...Object.keys(allRules), ...Object.keys(errorCodes)].filter((one) =>
    one.includes(name.toLowerCase()),
  );
  const suggestions =
    known.length > 0 && known.length < 12 ? known : [...Object.keys(allRules), ...Object.keys(errorCodes)];
  terminal.err(`SLW-USAGE there is no rule or code "${name}"\n  There is: ${suggestions.join(", ")}\n`);
  return exitCodes.usage;
}

function isErrorCode(name: string): name is ErrorCode {
  return name in errorCodes;
}
