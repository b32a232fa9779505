import { ApiError } from "../http/errors.ts";
import { type Fault, type FaultInput, faultSchema } from "./fault.ts";
import type { Stock } from "./stock.ts";

/** A fault that was asked for, and what has become of it. */
export interface ScheduledFault {
  id: number;
  fault: Fault;
  /** Requests that matched so far, those let pass included. */
  matched: number;
  /** Requests it met. */
  met: number;
}

/** The faults to come. Each is matched in the order in which it was added, and one request may meet several. */
export class FaultSchedule implements Stock {
  readonly #faults: ScheduledFault[] = [];
  #lastId = 0;

  /** @throws ZodError for what is not a fault. */
  add(input: FaultInput): ScheduledFault {
    this.#lastId += 1;
    const scheduled = { id: this.#lastId, fault: faultSchema.parse(input), matched: 0, met: 0 };
    this.#faults.push(scheduled);
    return scheduled;
  }

  list(): readonly ScheduledFault[] {
    return this.#faults;
  }

  /** Those with an id, or all. */
  clear(id?: number): void {
    const left = this.#faults.filter((one) => id !== undefined && one.id !== id);
    this.#faults.splice(0, this.#faults.length, ...left);
  }

  /** The faults that a request meets; they are counted. Paths are below /v1. */
  meet(method: string, path: string): Fault[] {
    return this.#counted(
      (fault) =>
        fault.fault !== "stock-out" &&
        (fault.method === undefined || fault.method === method) &&
        (fault.path === undefined || matchesPath(fault.path, path)),
    );
  }

  has(serverType: string, location: string): boolean {
    return !this.#faults.some(({ fault }) => fault.times === null && isSoldOut(fault, serverType, location));
  }

  order(serverType: string, location: string): void {
    const [fault] = this.#counted((one) => isSoldOut(one, serverType, location));
    if (fault?.fault !== "stock-out") return;
    throw new ApiError(
      fault.code,
      `error during placement: ${serverType} is not available in ${location} at the moment`,
    );
  }

  #counted(matches: (fault: Fault) => boolean): Fault[] {
    return this.#faults.flatMap((scheduled) => {
      const { fault } = scheduled;
      if (!matches(fault)) return [];
      scheduled.matched += 1;
      if (scheduled.matched <= fault.skip || (fault.times !== null && scheduled.met >= fault.times)) return [];
      scheduled.met += 1;
      return [fault];
    });
  }
}

const isSoldOut = (fault: Fault, serverType: string, location: string): boolean =>
  fault.fault === "stock-out" &&
  (fault.serverType === undefined || fault.serverType === serverType) &&
  (fault.location === undefined || fault.location === location);

function matchesPath(pattern: string, path: string): boolean {
  const [wanted, actual] = [pattern.split("/"), path.split("/")];
  return wanted.length === actual.length && wanted.every((part, index) => part === "*" || part === actual[index]);
}
