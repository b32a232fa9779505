import { startAction } from "../../actions/actions.ts";
import type { Answer } from "../../http/route.ts";
import type { RecordOf } from "../../state/records.ts";
import type { MachineWork } from "../../state/state.ts";
import type { World } from "../../world.ts";
import { answer, onServer, setServer } from "./server-action.ts";

type Server = RecordOf<"servers">;

function power(command: string, machine: MachineWork["verb"], during: Server["status"], then: Server["status"]) {
  return (world: World, server: Server): Answer => {
    const before = server.status;
    const action = onServer(world, server, {
      command,
      machine,
      effects: [setServer(server, { status: then })],
      undo: [setServer(server, { status: before })],
    });
    if (before !== then) server.status = during;
    return answer(world, action);
  };
}

export const powerCommands = {
  poweron: power("start_server", "power-on", "starting", "running"),
  poweroff: power("stop_server", "power-off", "stopping", "off"),
  reboot: power("reboot_server", "reboot", "running", "running"),
  reset: power("reset_server", "reboot", "running", "running"),
  /**
   * Asks the machine to stop: the action succeeds once it was asked, and the server is off some time later, or never. What
   * brings it there is an action of the machine's own that no client sees.
   */
  shutdown(world: World, server: Server): Answer {
    const action = onServer(world, server, {
      command: "shutdown_server",
      machine: "shutdown",
      effects: world.actionFault?.ignoresShutdown ? [] : [setServer(server, { status: "stopping" })],
    });
    startAction(world, {
      command: "power_down",
      on: [],
      after: action,
      effects: [{ do: "power-down", server: server.id }],
    });
    return answer(world, action);
  },
};
