export { behaviour, type Decider } from './behaviour.js';
export { eventually, type Patience } from './eventually.js';
export { freePort } from './free-port.js';
export { natsUrl, testCounty, testDatabase, type TestDatabase } from './test-servers.js';
export { TestIssuer, type TestCaller } from './test-issuer.js';
