#!/usr/bin/env node
import { parseArgs } from "node:util";
import { type EmulatorOptions, howToUse, startEmulator } from "./index.ts";

const help = `Usage: hcloud-emulator [options]

  --port NUMBER    where to listen on 127.0.0.1 (default 4300, 0 for a free one)
  --token TEXT     the token that opens the project (default "emulator")
  --state FILE     a JSON file that keeps everything over restarts (default: nothing is kept)
  --speed FACTOR   how many times faster than at Hetzner actions run (default 10)
`;

function options(): { port: number; token: string; speed: number; state: string | undefined; help: boolean } {
  const { values } = parseArgs({
    options: {
      port: { type: "string", default: "4300" },
      token: { type: "string", default: "emulator" },
      speed: { type: "string", default: "10" },
      state: { type: "string" },
      help: { type: "boolean", default: false },
    },
  });
  const [port, speed] = [Number(values.port), Number(values.speed)];
  if (!Number.isInteger(port) || port < 0 || port > 65_535) throw new Error(`--port ${values.port} is not a port`);
  if (!(speed > 0)) throw new Error(`--speed ${values.speed} is not a factor above 0`);
  return { port, token: values.token, speed, state: values.state, help: values.help };
}

try {
  const { port, token, speed, state, help: wantsHelp } = options();
  if (wantsHelp) {
    process.stdout.write(help);
  } else {
    const asked: EmulatorOptions = { port, speed, tokens: { [token]: {} } };
    const emulator = await startEmulator(state === undefined ? asked : { ...asked, stateFile: state });
    process.stdout.write(howToUse(emulator, token));
    const stop = (): void => void emulator.close();
    process.once("SIGINT", stop).once("SIGTERM", stop);
  }
} catch (error) {
  process.stderr.write(`hcloud-emulator: ${error instanceof Error ? error.message : String(error)}\n\n${help}`);
  process.exitCode = 2;
}
