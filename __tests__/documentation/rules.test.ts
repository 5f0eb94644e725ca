import { processIo } from "../../src/cli/io";
import { run } from "../../src/cli/run";

test("docs/rules.md and the schema are what `npm run docs` writes", async () => {
  const complaints: string[] = [];
  const io = {
    ...processIo(),
    stdout: { write: () => true },
    stderr: { write: (text: string) => complaints.push(text) },
  };
  await run(["docs", "--check"], io);
  expect(complaints).toEqual([]);
});
