/**
 * Milliseconds that actions take at Hetzner, roughly: powering off and imaging as measured by Nexus-Stack's users (28 s and
 * 44 s), the others as seen in clients' logs. Divided by the emulator's `speed`.
 */
const durations: Readonly<Record<string, number>> = {
  create_server: 8000,
  start_server: 4000,
  stop_server: 3000,
  shutdown_server: 1000,
  power_down: 12_000,
  reboot_server: 6000,
  reset_server: 5000,
  rebuild_server: 15_000,
  delete_server: 4000,
  change_server_type: 30_000,
  create_image: 44_000,
  attach_volume: 4000,
  detach_volume: 4000,
  create_volume: 3000,
  create_load_balancer: 3000,
  attach_to_network: 3000,
  detach_from_network: 3000,
};

export const durationOf = (command: string): number => durations[command] ?? 1000;
