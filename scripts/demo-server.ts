/**
 * The life of a server, told in the terminal against an emulated Hetzner: `npm run demo:server`. It runs the command line as it is, so what
 * is seen here is what is seen at Hetzner, but faster.
 */
import { spawnSync } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { type Emulator, startEmulator } from "hcloud-emulator";
import { createProgram } from "../src/cli/program.ts";
import { terminal } from "../src/cli/terminal.ts";
import { SlipwayError } from "../src/model/error.ts";

const token = "emulator";
const speed = 8;
const root = fileURLToPath(new URL("..", import.meta.url));

/** What is seen, and what is said about it beforehand. Nothing here has a machine behind it, so nothing is logged in to. */
const story: { says: string; argv: readonly string[]; before?: (cloud: Emulator) => void }[] = [
  {
    says: "What does the Environment dev need, and what does it cost? Nothing is changed.",
    argv: ["provision", "dev", "--contact", "none"],
  },
  {
    says: "Now for real. The favourite server type is sold out everywhere, so the next one of the list is taken.",
    argv: ["provision", "dev", "--contact", "none", "--mode", "apply", "--over-budget"],
    before: (cloud) => cloud.faults.add({ fault: "stock-out", serverType: "cx33", times: 3 }),
  },
  {
    says: "Once more: everything is as declared, so nothing is done.",
    argv: ["provision", "dev", "--contact", "none", "--mode", "apply", "--over-budget"],
  },
  { says: "What is there, and is any of it left over?", argv: ["sweep"] },
  {
    says: "The night falls. The address stays, so that DNS stays right in the morning.",
    argv: ["teardown", "dev", "--keep", "primary-ip"],
  },
  { says: "And the end of it all.", argv: ["teardown", "dev"] },
  { says: "Is anything left that costs money?", argv: ["sweep"] },
];

const scratch = mkdtempSync(join(tmpdir(), "slipway-demo-"));
const cloud = await startEmulator({ speed, tokens: { [token]: {} } });
const stopped = new AbortController();
process.once("SIGINT", () => stopped.abort());
try {
  const key = join(scratch, "id_ed25519");
  const made = spawnSync("ssh-keygen", ["-q", "-t", "ed25519", "-N", "", "-f", key], { encoding: "utf8" });
  if (made.status !== 0) throw new Error(`ssh-keygen could not make a key: ${made.stderr || String(made.error)}`);
  const env = { ...process.env, HCLOUD_ENDPOINT: cloud.url, HCLOUD_TOKEN: token };
  const screen = terminal({ env, stdout: process.stdout, stderr: process.stderr });
  for (const { says, argv, before } of story) {
    before?.(cloud);
    screen.out(`\n# ${says}\n$ slipway ${argv.join(" ")}\n`);
    const keyed = argv[0] === "provision" ? [...argv, "--ssh-key", key] : argv;
    const program = createProgram(screen, stopped.signal, { exitCode: 0 });
    await program.parseAsync(["node", "slipway", ...keyed, "--root", root]);
  }
  const { net, lines } = cloud.billing.invoice();
  screen.out(
    `\n# The emulated bill: € ${net} for ${lines.length} resources, ${cloud.billing.open().length} of which are still paid for.\n`,
  );
} catch (error) {
  if (!(error instanceof SlipwayError)) throw error;
  process.stderr.write(`${error.code} ${error.message}\n${error.hint === undefined ? "" : `  ${error.hint}\n`}`);
  process.exitCode = error.exitCode;
} finally {
  await cloud.close();
  rmSync(scratch, { recursive: true });
}
