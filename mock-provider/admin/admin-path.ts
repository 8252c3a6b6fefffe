import type { Request, Response } from 'express';

/** Answers one request below `/_proofkey/`. */
export type AdminApi = (path: string, request: Request, response: Response) => Promise<void>;

/** Where the admin API is, below the default tenant's address. */
export const adminPrefix = '/_proofkey';

export function isAdminPath(path: string): boolean {
  return path === adminPrefix || path.startsWith(`${adminPrefix}/`);
}
