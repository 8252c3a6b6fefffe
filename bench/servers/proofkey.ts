import { startMockProvider } from '../../mock-provider/index.js';

const provider = await startMockProvider({ approval: 'automatic' });
console.log(provider.issuer);
