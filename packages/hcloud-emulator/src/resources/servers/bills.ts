import { backupTariff, tariff } from "../../billing/bills.ts";
import { monthlyAt } from "../../catalogue/money.ts";
import type { ServerType } from "../../catalogue/server-types.ts";
import type { RecordOf } from "../../state/records.ts";
import type { Billed } from "../../state/state.ts";

/** What a server of a type costs where it is. */
export const serverBill = ({ id, name, location }: RecordOf<"servers">, type: ServerType): Billed => ({
  kind: "servers",
  id,
  name,
  type: type.name,
  location,
  tariff: tariff(monthlyAt(type.monthly, location)),
});

/** What its backups cost: a share of the server's price. */
export function backupBill(server: RecordOf<"servers">, type: ServerType): Billed {
  const { tariff, ...rest } = serverBill(server, type);
  return { ...rest, kind: "backups", tariff: backupTariff(tariff) };
}
