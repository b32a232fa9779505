import type { HostCalls } from "go-wasm-host";
import type { ChartRef, Charts, HelmChartRequest } from "./chart.ts";

interface OpenCharts {
  hostCalls: HostCalls;
  during<T>(charts: ChartsInUse, build: () => T): T;
}
type ChartsInUse = { [Name in keyof Charts]-?: Charts[Name] | undefined };

/** Host calls belong to an instance, the charts to one build: this is where they meet. */
export function openCharts(): OpenCharts {
  let inUse: ChartsInUse = { inflate: undefined, locate: undefined };
  return {
    hostCalls: {
      locate: (request) => ({ path: isChartRef(request) ? inUse.locate?.(request) : undefined }),
      inflate: (request) => (isChartRequest(request) ? inUse.inflate?.(request) : undefined),
    },
    during(charts, build) {
      inUse = charts;
      return build();
    },
  };
}

/** The engine's side of both requests is go/chart/chart.go; one telling field each is enough to know them by. */
const isChartRef = (request: unknown): request is ChartRef => hasText(request, "repository");
const isChartRequest = (request: unknown): request is HelmChartRequest => hasText(request, "chart");

function hasText(value: unknown, key: string): boolean {
  return typeof value === "object" && value !== null && typeof Reflect.get(value, key) === "string";
}
