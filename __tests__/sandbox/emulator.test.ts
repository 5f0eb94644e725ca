import { createServer } from "node:http";
import { freePort, HOST, isOpen } from "../../src/sandbox/emulator";

test("a free port is one that nothing listens on, until something does", async () => {
  const port = await freePort();
  expect(await isOpen(port)).toBe(false);
  const server = createServer();
  await new Promise<void>((resolve) => server.listen(port, HOST, resolve));
  expect(await isOpen(port)).toBe(true);
  server.close();
});
