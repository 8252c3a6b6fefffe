/** Statuses by which a server says that there is nothing at an address, or nothing of the kind. */
const statuses = [404, 405, 410, 501];

export function nothingThere({ status }: { status: number }): boolean {
  return statuses.includes(status);
}
