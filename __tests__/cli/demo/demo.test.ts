import { Project } from "../../support/command-line";

test("what is missing is named, with how to get it, and nothing is written", async () => {
  const project = new Project();
  const { exitCode, stdout, stderr } = await project.run(["demo"]);
  expect(exitCode).toBe(2);
  expect(stdout).toBe("");
  expect(stderr).toMatch(/no terraform on the PATH; get it from https:/);
  expect(stderr).toMatch(/no moto_server on the PATH.*pip install 'moto\[server\]==/);
});

test("it takes no argument that it doesn't know", async () => {
  expect(await new Project().run(["demo", "--fast"])).toMatchObject({ exitCode: 2 });
});
