import { SlipwayError } from "../../model/error.ts";
import { type Remote, script } from "../ssh/remote.ts";

/** Why k3s is not ready, as far as the machine itself can tell. */
export async function unhealthy(remote: Remote, node: string, service: string, what: string): Promise<SlipwayError> {
  const { stdout, stderr } = await remote.attempt(script(examine, service), { timeout: 30_000 });
  const report = stdout.trim() || stderr.trim();
  return new SlipwayError("SLW-K3S-HEALTH", `${node} is not ready: ${what}\n${report}`, { hint: advice(report) });
}

const causes: readonly (readonly [pattern: RegExp, advice: string])[] = [
  [
    /no space left on device|^disk .* (9[5-9]|100)% /im,
    "The disk is full: free some space or take a larger server type, then run again.",
  ],
  [/address already in use/i, "Another program has a port that k3s needs; it is in the list of ports above."],
  [/out of memory|oom-kill|Killed process/i, "Memory ran out: take a larger server type."],
  [
    /certificate (has expired|is not yet valid)/i,
    "Look at the server's clock: timedatectl. k3s renews its certificates when it starts.",
  ],
  [
    /kernel parameter|protect-kernel-defaults|invalid kernel flag/i,
    "A kernel setting is not what the kubelet insists on: sysctl -p /etc/sysctl.d/90-slipway.conf",
  ],
  [
    /token CA hash does not match|invalid token|not authorized/i,
    "The token of the cluster is another: was a server restored or made anew?",
  ],
  [
    /flag provided but not defined|unknown flag|error parsing/i,
    "This version of k3s does not know a setting of /etc/rancher/k3s/config.yaml.",
  ],
];

const advice = (report: string): string =>
  causes.find(([pattern]) => pattern.test(report))?.[1] ??
  "On the server: journalctl -u k3s -u k3s-agent -e; k3s check-config";

/** Ports that k3s needs; who else has them is what matters. */
const examine = `# why k3s is not ready
service=$1
echo "service $service: $(systemctl is-active "$service"), $(systemctl show -P NRestarts "$service" 2> /dev/null) restarts, result $(systemctl show -P Result "$service" 2> /dev/null)"
awk '/^(MemTotal|MemAvailable|SwapFree):/ {printf "%s %d MiB  ", $1, $2 / 1024} END {print ""}' /proc/meminfo
df -hP / /var/lib/rancher 2> /dev/null | awk 'NR > 1 && !seen[$1]++ {print "disk " $6 ": " $5 " of " $2 " used"}'
ss -Hltnp 2> /dev/null | awk '{n = split($4, a, ":"); if (a[n] ~ /^(6443|6444|10250|2379|2380)$/) print "port " a[n] ": " $6}' | sort -u
journalctl --no-pager -o cat -u "$service" -n 200 2> /dev/null | grep -iE 'fatal|error|fail|level=(warn|err)|denied|expired|in use|no space' | tail -n 15
journalctl --no-pager -o cat -k -n 50 2> /dev/null | grep -iE 'oom|killed process' | tail -n 3
exit 0`;
