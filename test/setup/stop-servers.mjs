export default async function () {
  await globalThis.hotlineTestServers?.stop();
}
