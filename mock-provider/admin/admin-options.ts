/** Who may use the admin API. In a file of its own, so that the package's types lead to none of express's. */
export interface AdminOptions {
  /** Bearer token that every call must present; at least 8 visible characters. */
  token: string;
  /** Allows the admin API on an address that other machines can reach. */
  exposed?: boolean;
}
