import { type Command, InvalidArgumentError, Option } from "commander";
import { type Keep, keepable } from "../../hetzner/plan/keep.ts";
import type { Terminal } from "../terminal.ts";
import type { ProvisionCommandOptions } from "./provision.ts";
import type { SweepCommandOptions } from "./sweep.ts";
import type { TeardownCommandOptions } from "./teardown.ts";

const outputFormats = ["text", "json"] as const;
export type OutputFormat = (typeof outputFormats)[number];

/** `slipway provision`, `teardown` and `sweep`. */
export function addHetznerCommands(
  program: Command,
  terminal: Terminal,
  signal: AbortSignal,
  outcome: { exitCode: number },
): void {
  const common = (command: Command): Command =>
    command
      .option("--root <dir>", "folder of the repository", ".")
      .addOption(new Option("--format <format>", "how to print the result").choices(outputFormats).default("text"));

  common(program.command("provision"))
    .argument("<environment>", "name of an Environment")
    .description("plan the Environment's server at Hetzner, or apply the plan (token in HCLOUD_TOKEN)")
    .addOption(new Option("--mode <mode>", "whether to apply the plan").choices(["plan", "apply"]).default("plan"))
    .option(
      "--ssh-key <file>",
      "private key whose public half may log in (default: SSH_PRIVATE_KEY, ~/.ssh/id_ed25519)",
    )
    .option("--allow-destroy", "apply a plan that loses data or addresses", false)
    .option("--adopt", "take over what somebody else made and that has a name of the Environment's", false)
    .option("--over-budget", "apply a plan that costs more than spec.budget", false)
    .addOption(
      new Option("--contact <how>", "whether to log in to new servers; an emulated Hetzner may have none")
        .choices(["ssh", "none"])
        .default("ssh"),
    )
    .action(async (environment: string, options: ProvisionCommandOptions) => {
      const { runProvision } = await import("./provision.ts");
      outcome.exitCode = await runProvision(environment, options, terminal, signal);
    });

  common(program.command("teardown"))
    .argument("<environment>", "name of an Environment")
    .description("delete everything an Environment has at Hetzner, and list until nothing is left")
    .addOption(new Option("--mode <mode>", "whether to do it").choices(["plan", "apply"]).default("apply"))
    .option("--keep <kinds>", "what stays and is paid for: primary-ip, volumes; separated by commas", keep, [])
    .option("--confirm <name>", "the Environment's name again, where it is protected")
    .action(async (environment: string, options: TeardownCommandOptions) => {
      const { runTeardown } = await import("./teardown.ts");
      outcome.exitCode = await runTeardown(environment, options, terminal, signal);
    });

  common(program.command("sweep"))
    .description("list what all Environments have at Hetzner, with prices, and what nobody needs any more")
    .option("--delete", "delete what is provably ours and orphaned", false)
    .action(async (options: SweepCommandOptions) => {
      const { runSweep } = await import("./sweep.ts");
      outcome.exitCode = await runSweep(options, terminal, signal);
    });
}

function keep(value: string): Keep[] {
  return value
    .split(",")
    .map((kind) => kind.trim())
    .filter((kind) => kind !== "")
    .map((kind) => {
      const known = keepable.find((one) => one === kind);
      if (known !== undefined) return known;
      throw new InvalidArgumentError(`"${kind}" is none of ${keepable.join(", ")}.`);
    });
}
