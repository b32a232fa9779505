import { Command, InvalidArgumentError, Option } from "commander";
import packageJson from "../../package.json" with { type: "json" };
import { failOnLevels } from "../report/verdict.ts";
import { environmentFormats, type EnvironmentOptions } from "./environment/options.ts";
import { type CommandOptions, formats, type ReportCommandOptions } from "./report-command.ts";
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
    .description("pin every chart, repository and value file from elsewhere in manifests/charts.lock.yaml")
    .action(async (options: ReportCommandOptions & { update: boolean | string[] }) => {
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

  program
    .command("explain")
    .argument("<rule>", "a rule such as yaml/duplicate-key, or an error code such as SLW-BASE")
    .description("what a rule or an error code means")
    .action(async (rule: string) => {
      const { explain } = await import("./explain-command.ts");
      outcome.exitCode = explain(rule, terminal);
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
