/** `node deploy/commands/ready.ts <service>`: ends with 0 when the service in this container is ready. */
const [service] = process.argv.slice(2);
const answer = await fetch(`http://127.0.0.1:${process.env['PORT'] ?? 8080}/${service}/health/ready`).catch(() => undefined);
process.exit(answer?.ok ? 0 : 1);
