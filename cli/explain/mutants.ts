import { clientFaultIds, loadClientFault } from '../../fixtures/clients/client-fault.js';
import { faultIds, loadFault } from '../../mock-provider/fault.js';

/** A subject with one deviation that a requirement must catch. */
export interface Mutant {
  fault: string;
  /** What it does, to go on after its name. */
  deviation: string;
}

/** The mutants, of the mock or of the reference client, by which a requirement is proven to fail where it must. */
export async function mutantsFor(id: string): Promise<Mutant[]> {
  const [ids, load] = id.startsWith('client/')
    ? [clientFaultIds(), loadClientFault]
    : [faultIds(), loadFault];
  const loaded = await Promise.all(ids.map(async (fault) => ({ fault, ...(await load(fault)) })));
  return loaded.filter(({ aimedAt }) => aimedAt === id).map(({ fault, deviation }) => ({ fault, deviation }));
}
