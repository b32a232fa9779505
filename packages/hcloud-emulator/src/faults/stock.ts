/** What can be ordered where. */
export interface Stock {
  /** What /server_types says. */
  has(serverType: string, location: string): boolean;
  /** @throws ApiError if an order is refused. */
  order(serverType: string, location: string): void;
}
