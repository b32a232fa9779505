import { Command, InvalidArgumentError, Option } from "commander";
import packageJson from "../../package.json" with { type: "json" };
import { failOnLevels } from "../report/verdict.ts";
import { environmentFormats, type EnvironmentOptions } from "./environment/options.ts";
import { addHetznerCommands } from "./hetzner/commands.ts";
import { type CommandOptions, formats, type ReportCommandOptions } from "./report-command.ts";
import type { DevHetznerOptions } from "./dev-command.ts";
import type { BootstrapCommandOptions } from "./bootstrap-command.ts";
import type { K3sLockCommandOptions } from "./k3s-lock-command.ts";
import type { LockCommandOptions } from "./lock-command.ts";
import type { RollbackCommandOptions } from "./rollback-command.ts";
import { type StatusCommandOptions, statusFormats } from "./status-formats.ts";
import type { Terminal } from "./terminal.ts";

/** The command line. Commands are imported when they run, so that `--help` and a mistake cost nothing. */
export function createProgram(terminal: Terminal, signal: AbortSignal, outcome: { exitCode: number }): Command {
  const program = new Command("slipway")
    .description("Renders, checks and diffs the manifests of a GitOps repository as Argo CD and the API server would.")
    .version(packageJson.version)
    .exitOverride()
    .configureOutput({ writeOut: terminal.out, writeErr: terminal.err })
    .showSuggestionAfterError()
    .showHelpAfterError("(slipway --help lists every option)");

  const report = (command: Command): Command =>
    rendering(command)
      .option("--base <ref>", "branch, tag or commit to compare with (default: the remote's default branch)")
      .addOption(new Option("--format <format>", "how to print the report").choices(formats).default("text"))
      .addOption(
        new Option("--fail-on <level>", "exit with 1 from this severity on").choices(failOnLevels).default("error"),
      )
      .option("--schema-location <location>", "where to look for schemas, in order; may be repeated", collect, [])
      .option("--stats", "say where the time went", false);

  report(program.command("validate", { isDefault: true }))
    .description("render everything, check it, and compare it with the base")
    .action(async (options: ReportCommandOptions) => {
      const { runReport } = await import("./report-command.ts");
      outcome.exitCode = await runReport("validate", options, terminal, signal);
    });

  report(program.command("diff"))
    .description("only what changes against the base")
    .action(async (options: ReportCommandOptions) => {
      const { runReport } = await import("./report-command.ts");
      outcome.exitCode = await runReport("diff", options, terminal, signal);
    });

  rendering(program.command("render"))
    .argument("[application]", "name of an Application, or path of a kustomization, chart or folder (default: all)")
    .description("print manifests as they would be applied")
    .action(async (name: string | undefined, options: ReportCommandOptions) => {
      const { runRender } = await import("./render-command.ts");
      outcome.exitCode = await runRender(name, options, terminal, signal);
    });

  rendering(program.command("lock"))
    .option(
      "--update [name...]",
      "resolve every version anew, or those of the charts, repositories and files named",
      false,
    )
    .option("--k3s", "pin k3s in manifests/k3s.lock.yaml instead, at the versions that Environments declare", false)
    .addOption(
      new Option("--k3s-mirror <url>", "where k3s' releases are, as <url>/<version>/k3s, in GitHub's place").implies({
        k3s: true,
      }),
    )
    .description("pin every chart, repository and value file from elsewhere in manifests/charts.lock.yaml")
    .action(async (options: LockCommandOptions & K3sLockCommandOptions & { k3s: boolean }) => {
      if (options.k3s) {
        const { runK3sLock } = await import("./k3s-lock-command.ts");
        outcome.exitCode = await runK3sLock(options, terminal, signal);
        return;
      }
      const { runLock } = await import("./lock-command.ts");
      outcome.exitCode = await runLock(options, terminal, signal);
    });

  rendering(program.command("baseline"))
    .option("--update", "only take out what is fixed", false)
    .description("write down what is found now in .slipway-baseline.json, so that only what is new is told")
    .action(async (options: CommandOptions & { update: boolean }) => {
      const { runBaseline } = await import("./baseline-command.ts");
      outcome.exitCode = await runBaseline(options, terminal, signal);
    });

  bootstrapping(program.command("bootstrap"))
    .argument("<environment>", "name of an Environment, such as dev")
    .option("--kubeconfig <file>", "the cluster's kubeconfig (default: the servers that provision made)")
    .option("--ssh-key <file>", sshKeyText)
    .description(
      "install k3s where slipway made the servers, then Argo CD and wait until every Application is synced and healthy",
    )
    .action(async (environment: string, options: BootstrapCommandOptions) => {
      const { runBootstrap } = await import("./bootstrap-command.ts");
      outcome.exitCode = await runBootstrap(environment, options, terminal, signal);
    });

  program
    .command("status")
    .argument("<environment>", "name of an Environment, such as dev")
    .option("--kubeconfig <file>", "the cluster's kubeconfig (default: the servers that provision made)")
    .option("--ssh-key <file>", sshKeyText)
    .option("--root <dir>", "folder of the repository", ".")
    .addOption(new Option("--format <format>", "how to print it").choices(statusFormats).default("text"))
    .description("how the cluster stands to Git, and what a sync would change; exits with 1 where they differ")
    .action(async (environment: string, options: StatusCommandOptions) => {
      const { runStatus } = await import("./status-command.ts");
      outcome.exitCode = await runStatus(environment, options, terminal, signal);
    });

  program
    .command("rollback")
    .argument("<application>", "name of an Application")
    .argument("<revision>", "commit whose files it shall have again")
    .option("--root <dir>", "folder of the repository", ".")
    .option("--push <remote>", "push the branch to this remote (default: the one on GitHub, if there is a GH_TOKEN)")
    .option("--no-push", "only make the branch")
    .description("open a pull request that takes an Application's files back; the cluster is not touched")
    .action(async (application: string, revision: string, options: RollbackCommandOptions) => {
      const { runRollback } = await import("./rollback-command.ts");
      outcome.exitCode = await runRollback(application, revision, options, terminal, signal);
    });

  bootstrapping(program.command("up"))
    .argument("[environment]", "name of an Environment with the provider none", "local")
    .description("make a k3d cluster on this machine and bootstrap it")
    .action(async (environment: string, options: BootstrapCommandOptions) => {
      const { runUp } = await import("./local-command.ts");
      outcome.exitCode = await runUp(environment, options, terminal, signal);
    });

  program
    .command("down")
    .argument("[environment]", "name of the Environment", "local")
    .description("remove the k3d cluster that `up` made")
    .action(async (environment: string) => {
      const { runDown } = await import("./local-command.ts");
      outcome.exitCode = await runDown(environment, terminal, signal);
    });

  program
    .command("explain")
    .argument("<rule>", "a rule such as yaml/duplicate-key, or an error code such as SLW-BASE")
    .description("what a rule or an error code means")
    .action(async (rule: string) => {
      const { explain } = await import("./explain-command.ts");
      outcome.exitCode = explain(rule, terminal);
    });

  program
    .command("dev")
    .description("try things out without an account")
    .command("hetzner")
    .description("run an emulated Hetzner Cloud on this machine until it is interrupted")
    .option("--port <number>", "where to listen, 0 for a free one", port, 4300)
    .option("--token <text>", "the token that opens the project", "emulator")
    .option("--speed <factor>", "how many times faster than at Hetzner actions run", factor, 10)
    .option("--state <file>", "a JSON file that keeps everything over restarts (default: nothing is kept)")
    .action(async (options: DevHetznerOptions) => {
      const { runDevHetzner } = await import("./dev-command.ts");
      outcome.exitCode = await runDevHetzner(options, terminal, signal);
    });

  const environment = program.command("env").description("what Environment files say, and what they cost");
  const about = (command: Command): Command =>
    command
      .argument("[name]", "name of an Environment (default: all)")
      .addOption(new Option("--format <format>", "how to print it").choices(environmentFormats).default("text"))
      .option("--root <dir>", "folder of the repository", ".");

  about(environment.command("check"))
    .description("everything that is wrong with them, with its line")
    .action(async (name: string | undefined, options: EnvironmentOptions) => {
      const { checkEnvironmentCommand } = await import("./environment/check.ts");
      outcome.exitCode = await checkEnvironmentCommand(name, options, terminal);
    });

  about(environment.command("show"))
    .description("what they say with every default filled in")
    .action(async (name: string | undefined, options: EnvironmentOptions) => {
      const { showEnvironment } = await import("./environment/show.ts");
      outcome.exitCode = await showEnvironment(name, options, terminal);
    });

  about(environment.command("cost"))
    .description("what they cost in a month, and what sleep saves")
    .action(async (name: string | undefined, options: EnvironmentOptions) => {
      const { costOfEnvironment } = await import("./environment/cost.ts");
      outcome.exitCode = await costOfEnvironment(name, options, terminal);
    });

  addHetznerCommands(program, terminal, signal, outcome);
  return program;
}

function rendering(command: Command): Command {
  return command
    .option("--root <dir>", "folder of the repository", ".")
    .option("--kubernetes-version <version>", "the cluster's version, such as 1.36", kubernetesVersion)
    .option("--no-cache", "render everything anew")
    .option("--offline", "use only what has been fetched before", false)
    .option("--require-sources", "a source that cannot be fetched is an error", false)
    .option("--timeout <seconds>", "time limit for rendering one Application", seconds);
}

function bootstrapping(command: Command): Command {
  return command
    .option("--root <dir>", "folder of the repository", ".")
    .option("--time-limit <minutes>", "when to give up waiting", minutes, 20)
    .addOption(
      new Option("--if-busy <what>", "when another run is at work on the cluster")
        .choices(["wait", "leave"])
        .default("leave"),
    )
    .option("--take-over", "set fields as declared although somebody else has set them", false)
    .option("--diagnosis <file>", "where to write what was known when it failed", "slipway-diagnosis.md")
    .option("--argocd-mirror <url>", "where Argo CD's install manifests are, in GitHub's place");
}

const sshKeyText = "private key that the servers know (default: SSH_PRIVATE_KEY, ~/.ssh/id_ed25519)";
const collect = (value: string, before: string[]): string[] => [...before, value];

function kubernetesVersion(value: string): string {
  if (/^v?\d+\.\d+(\.\d+)?([-+][\w.+-]+)?$/.test(value)) return value;
  throw new InvalidArgumentError("It should look like 1.36 or v1.36.2+k3s1.");
}

function seconds(value: string): number {
  const parsed = Number(value);
  if (parsed > 0 && parsed <= 3600) return parsed;
  throw new InvalidArgumentError("It should be a number of seconds up to 3600.");
}

function port(value: string): number {
  if (/^\d{1,5}$/.test(value) && Number(value) <= 65_535) return Number(value);
  throw new InvalidArgumentError("It should be a port from 0 to 65535.");
}

function factor(value: string): number {
  if (Number(value) > 0) return Number(value);
  throw new InvalidArgumentError("It should be a number above 0.");
}

function minutes(value: string): number {
  const parsed = Number(value);
  if (parsed > 0 && parsed <= 360) return parsed;
  throw new InvalidArgumentError("It should be a number of minutes up to 360.");
}
