import { Cron } from "croner";
import type { Finding } from "../model/finding.ts";
import type { EnvironmentDocument } from "./read.ts";
import { finding } from "./rules.ts";
import { awakeAt } from "./schedule.ts";

/** A month of a daily schedule, and four weeks of a weekly one. */
const runs = 31;

/** Whether a backup is ever due while the server is there. The first runs of 2026 stand for all: both schedules repeat by the week. */
export function checkBackup({ environment, place }: EnvironmentDocument): Finding[] {
  const { backup, sleep } = environment?.spec ?? {};
  if (backup === undefined || sleep === undefined) return [];
  const cron = new Cron(backup.schedule, { paused: true, timezone: "UTC" });
  const due = cron.nextRuns(runs, new Date("2026-01-01T00:00:00Z"));
  if (due.some((run) => awakeAt(sleep, run.getTime()))) return [];
  const message = `The backup is due at "${backup.schedule}" in UTC, when the server always sleeps`;
  const hint = `Choose a time between ${sleep.up} and ${sleep.down} in ${sleep.timezone}`;
  const path = "spec.backup.schedule";
  return [finding("environment/conflict", message, { severity: "warning", path, at: [place(path.split("."))], hint })];
}
