import { noMachines, machineRoom, type MachineRoom } from "./actions/machine-room.ts";
import { settle } from "./actions/settle.ts";
import { type Address, addressesFrom, documentationRanges } from "./addresses.ts";
import { type EmulatedClock, systemTime } from "./clock.ts";
import type { ActionFault } from "./faults/fault.ts";
import { FaultSchedule } from "./faults/schedule.ts";
import { hetznerRateLimit, RateBucket } from "./http/rate-limit.ts";
import { defaultLimits, type Limits } from "./limits.ts";
import type { EmulatorOptions } from "./options.ts";
import { emptyProject, type Project, type State } from "./state/state.ts";
import { fileStore, memoryStore, type Store } from "./state/store.ts";
import type { World } from "./world.ts";

/** The emulated cloud without its HTTP: state, time, faults and the work on machines. */
export class Engine {
  readonly faults = new FaultSchedule();
  readonly clock: EmulatedClock;
  readonly machines: MachineRoom;
  readonly #options: EmulatorOptions;
  readonly #store: Store;
  readonly #state: State;
  readonly #limits: Limits;
  readonly #addresses: Address;
  readonly #buckets = new Map<string, RateBucket>();

  constructor(options: EmulatorOptions) {
    this.#options = options;
    this.#store = options.stateFile === undefined ? memoryStore() : fileStore(options.stateFile);
    this.#state = this.#store.load();
    this.#limits = { ...defaultLimits, ...options.limits };
    this.#addresses = addressesFrom({ ...documentationRanges, ...options.addresses });
    this.machines = options.machines === undefined ? noMachines : machineRoom(options.machines);
    const time = options.time ?? systemTime;
    this.clock = {
      now: () => time.now() + this.#state.clockOffset,
      advance: (milliseconds) => {
        this.#state.clockOffset += milliseconds;
      },
    };
  }

  /** A project by name, with everything done in it that is due by now. */
  project(name: string): Project {
    const project = (this.#state.projects[name] ??= emptyProject());
    settle(project, this.clock.now(), this.machines);
    return project;
  }

  world(name: string, actionFault: ActionFault | undefined): World {
    return {
      state: this.#state,
      project: this.project(name),
      now: this.clock.now(),
      random: this.#options.random ?? Math.random,
      speed: this.#options.speed ?? 1,
      limits: this.#limits,
      stock: this.faults,
      addresses: this.#addresses,
      actionFault,
    };
  }

  bucket(name: string): RateBucket {
    const bucket =
      this.#buckets.get(name) ?? new RateBucket(this.#options.rateLimit ?? hetznerRateLimit, this.clock.now());
    this.#buckets.set(name, bucket);
    return bucket;
  }

  save(): void {
    this.#store.save(this.#state);
  }
}
