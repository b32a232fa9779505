import { mkdir, writeFile } from "node:fs/promises";
import { dirname } from "node:path";
import { readDeclared } from "./bootstrap/environment.ts";
import { readInstallation } from "./bootstrap/installation.ts";
import type { BootstrapOptions, BootstrapPorts, BootstrapResult } from "./bootstrap/options.ts";
import { revisionResolver } from "./bootstrap/revisions.ts";
import type { KubernetesApi } from "./cluster/api/api.ts";
import { openApi } from "./cluster/api/client.ts";
import { type Objects, openObjects } from "./cluster/api/objects.ts";
import { patientApi } from "./cluster/api/patience.ts";
import { type Diagnosed, diagnosisMarkdown } from "./cluster/diagnosis/diagnosis.ts";
import { gatherSurroundings, snapshotWorld } from "./cluster/diagnosis/gather.ts";
import { planAdmin, rotateAdmin } from "./cluster/install/admin.ts";
import { repositorySecret } from "./cluster/install/credentials.ts";
import { type DeclaredInstallation, stagesOf } from "./cluster/install/declare.ts";
import { observeStages } from "./cluster/install/observe.ts";
import { performPlan } from "./cluster/install/perform.ts";
import { type InstallStep, planInstallation } from "./cluster/install/plan.ts";
import { withSettings } from "./cluster/install/settings.ts";
import { holdLease } from "./cluster/lock/hold-lease.ts";
import { hostsOf } from "./cluster/waiting/hosts.ts";
import { headline } from "./cluster/waiting/summary.ts";
import { describeReason } from "./cluster/waiting/text.ts";
import { type Waited, waitForApplications } from "./cluster/waiting/wait.ts";
import type { Environment } from "./environment/schema.ts";
import { SlipwayError } from "./model/error.ts";

/**
 * From a cluster that answers to every Application of the Environment synced and healthy. Runs again change only what differs,
 * and finish what an interrupted run began. An Application that does not get there is a result, not an exception.
 */
export async function bootstrap(options: BootstrapOptions, ports: BootstrapPorts): Promise<BootstrapResult> {
  const deadline = ports.clock.now() + options.timeLimit;
  const { environment, platform } = await readDeclared(options.root, options.environment);
  const { namespace } = platform;
  const [installation, access] = await Promise.all([
    readInstallation(environment, namespace, options, ports),
    ports.connect(environment),
  ]);
  await using _access = access;
  const api = patientApi(await openApi(access.kubeconfig), ports);
  const objects = openObjects(api);
  const repository =
    options.credentials === undefined
      ? {}
      : { repository: repositorySecret(platform.repoURL, options.credentials, namespace) };
  const declared: DeclaredInstallation = { ...platform, installation, ...repository };

  const work: Work = { ...ports, api, objects, deadline };
  const before = await prepareNamespace(declared, work, options);
  const identity = { name: "slipway-bootstrap", namespace, identity: options.identity, ifBusy: options.ifBusy };
  await using lease = await holdLease(identity, { ...ports, api });
  const signal = AbortSignal.any([ports.signal, lease.lost]);
  const held: Work = { ...work, signal };
  const steps = [
    ...before,
    ...(await orDiagnosis(() => install(declared, environment, options, held), namespace, options, held)),
  ];

  ports.onSection("Waiting for the Applications");
  const waited = await waitForApplications(
    {
      namespace,
      root: platform.root,
      timeLimit: Math.max(0, deadline - ports.clock.now()),
      ...(options.patience && { patience: options.patience }),
    },
    { ...held, resolve: revisionResolver(ports) },
  );
  const hosts = hostsOf(waited.world, options.webPort === undefined ? {} : { port: options.webPort });
  const { version, flavour } = environment.spec.argocd;
  const result = { environment: environment.metadata.name, argocd: { version, flavour }, steps, waited, hosts };
  if (waited.outcome.kind === "done") return result;
  const told = { headline: headline(waited, options.environment), progress: waited.progress, world: waited.world };
  await writeDiagnosis(told, namespace, options, held);
  return { ...result, failure: failureOf(waited, options), diagnosisFile: options.diagnosisFile };
}

interface Work extends BootstrapPorts {
  api: KubernetesApi;
  objects: Objects;
  /** When everything should be there, in milliseconds since the epoch. */
  deadline: number;
}

/** The lock lives in Argo CD's namespace, so that comes first. */
async function prepareNamespace(
  declared: DeclaredInstallation,
  work: Work,
  options: BootstrapOptions,
): Promise<InstallStep[]> {
  const plan = planInstallation(await observeStages(work.objects, stagesOf(declared).slice(0, 1)));
  await performPlan(plan, { ...work, rotateAdmin: async () => undefined }, options);
  return plan.steps;
}

async function install(
  declared: DeclaredInstallation,
  { spec }: Environment,
  options: BootstrapOptions,
  work: Work,
): Promise<InstallStep[]> {
  const { objects, log, clock, randomPassword } = work;
  const { namespace } = declared;
  const { flavour, version } = spec.argocd;
  work.onSection(`Argo CD ${version} (${flavour})`);
  const settings = await objects.get({ apiVersion: "v1", kind: "ConfigMap", namespace, name: "argocd-cm" });
  const installation = withSettings(declared.installation, settings);
  const plan = planInstallation(await observeStages(objects, stagesOf({ ...declared, installation })));
  if (plan.steps.length === 0) log.info("everything is as declared; nothing to apply");
  const admin = { namespace, ...(options.adminPassword !== undefined && { password: options.adminPassword }) };
  const rotate = (): Promise<void> => rotateAdmin(admin, { objects, now: () => clock.now(), randomPassword });
  await performPlan(plan, { ...work, rotateAdmin: rotate }, options);
  // The core flavour has neither users nor a password.
  if (flavour === "core") return plan.steps;
  const steps = await planAdmin(admin, objects);
  await performPlan({ steps, conflicts: [], refused: [] }, { ...work, rotateAdmin: rotate }, options);
  return [...plan.steps, ...steps];
}

/** Argo CD that does not come up leaves a diagnosis, too. */
async function orDiagnosis<T>(
  doing: () => Promise<T>,
  namespace: string,
  options: BootstrapOptions,
  work: Work,
): Promise<T> {
  try {
    return await doing();
  } catch (error) {
    if (!(error instanceof SlipwayError) || error.code !== "SLW-TIME-LIMIT") throw error;
    const world = await snapshotWorld(work.objects);
    await writeDiagnosis({ headline: error.message, world }, namespace, options, work);
    throw new SlipwayError(error.code, error.message, { hint: diagnosisHint(options), cause: error });
  }
}

async function writeDiagnosis(
  told: Pick<Diagnosed, "headline" | "progress" | "world">,
  namespace: string,
  { diagnosisFile }: BootstrapOptions,
  { objects, clock }: Work,
): Promise<void> {
  const surroundings = await gatherSurroundings(objects, namespace);
  const text = diagnosisMarkdown({ ...told, at: new Date(clock.now()).toISOString(), surroundings });
  await mkdir(dirname(diagnosisFile), { recursive: true });
  await writeFile(diagnosisFile, `${text}\n`, { mode: 0o600 });
}

const diagnosisHint = ({ diagnosisFile }: BootstrapOptions): string =>
  `${diagnosisFile} has everything that was known at the end`;

function failureOf(waited: Waited, options: BootstrapOptions): SlipwayError {
  const hint = diagnosisHint(options);
  if (waited.outcome.kind === "stuck") {
    const { application, reason } = waited.outcome;
    return new SlipwayError("SLW-STUCK", `${application}: ${describeReason(reason)}`, { hint });
  }
  const waiting = waited.progress.applications.filter(({ done }) => !done).map(({ name }) => name);
  return new SlipwayError("SLW-TIME-LIMIT", `${headline(waited, options.environment)}: ${waiting.join(", ")}`, {
    hint,
  });
}
