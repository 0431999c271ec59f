/** The local gateway as a process of its own. */
import { exitWith } from './fault.mjs';
import { createGateway } from './gateway.ts';
import { landingPage } from './landing-page.ts';
import { layoutFrom, serviceNames } from './layout.ts';

try {
  const { ports } = layoutFrom(process.env);
  const routes = new Map(serviceNames.map((service) => [service as string, { host: '127.0.0.1', port: ports[service] }]));
  const servers = ['127.0.0.1', '::1'].map((host) => createGateway(routes, landingPage(ports)).listen(ports.gateway, host));
  servers[1]?.on('error', () => undefined); // a machine without IPv6
  process.on('SIGTERM', () => {
    for (const server of servers) server.close().closeAllConnections();
    setTimeout(() => process.exit(0), 50);
  });
} catch (error) {
  exitWith(error);
}
