import { type Severity, severities } from "../../model/finding.ts";
import type { PlatformCheck } from "../platform.ts";
import { finding, checkRules } from "../rules.ts";
import { checkAccounts } from "./accounts.ts";
import { checkClaims } from "./claims.ts";
import { checkCollisions } from "./collisions.ts";
import { checkConfig } from "./config.ts";
import { checkCrdOrder } from "./crd-order.ts";
import { checkCrdVersion } from "./crd-version.ts";
import { environmentsOf } from "./environments.ts";
import { checkMonitors } from "./monitors.ts";
import { checkDnsTraffic } from "./network-dns.ts";
import { checkIngressTraffic } from "./network-ingress.ts";
import { checkServiceTraffic } from "./network-service.ts";
import { Policies } from "./policies.ts";
import { checkRoutes } from "./routes.ts";
import { checkScaling } from "./scaling.ts";
import { checkServices } from "./services.ts";
import { checkShared } from "./shared.ts";
import { checkUnmatched } from "./unmatched.ts";
import { type Draft, View, type WiringCheck } from "./view.ts";

const checks: readonly WiringCheck[] = [
  checkServices,
  checkRoutes,
  checkCollisions,
  checkMonitors,
  checkConfig,
  checkClaims,
  checkAccounts,
  checkScaling,
  checkUnmatched,
  checkNetwork,
  checkShared,
  checkCrdOrder,
  checkCrdVersion,
];

function checkNetwork(view: View): Draft[] {
  const policies = new Policies(view);
  if (policies.isEmpty) return [];
  return [checkIngressTraffic, checkServiceTraffic, checkDnsTraffic].flatMap((check) => check(view, policies));
}

/** Whether what is deployed fits together: names, labels and ports that refer to one another, in each cluster for itself. */
export const checkWiring: PlatformCheck = ({ applications, place }) => {
  const islands = applications.filter(({ kind }) => kind === "implicit");
  const beside = new View({ kind: "island", applications: islands });
  return environmentsOf(applications).flatMap((environment) => {
    // Manifests that the kustomization around them leaves out are fragments and leftovers.
    if (environment.applications.every(({ aside }) => aside === true)) return [];
    const view = environment.kind === "island" ? new View(environment, beside) : new View(environment);
    return checks
      .flatMap((check) => check(view))
      .map(({ rule, message, hint, by, path, severity, doubtful }) => {
        const { application, resource } = by;
        const placed = place(application, resource, path);
        const level = severity ?? checkRules[rule][0];
        return finding(rule, message, {
          severity: lowered(level, Number(doubtful === true) + Number(view.isIsland)),
          ...(hint !== undefined && { hint }),
          application: application.name,
          resource: resource.id,
          path,
          at: placed.length > 0 ? placed : application.at,
        });
      });
  });
};

/** Who applies an island, and with what beside it, is not known: its findings weigh less. */
function lowered(severity: Severity, steps: number): Severity {
  return severities[Math.min(severities.indexOf(severity) + steps, severities.length - 1)] ?? severity;
}
