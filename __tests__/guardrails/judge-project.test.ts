import { judgeDocuments } from "../../src/guardrails/judge-project";
import { SettingsError } from "../../src/guardrails/settings-error";
import { Project } from "../support/command-line";
import { platformDocument } from "../support/platform-document";

const documents = new Map([["production-platform", platformDocument({ resource: { aws_vpc: { network: {} } } })]]);

test("what stops a synth says where, what was found, which rule and what to do", () => {
  const messages = judgeDocuments(new Project().directory, documents);
  expect(messages).toContainEqual(
    expect.stringMatching(
      /^production-platform: aws_vpc\.network: no aws_flow_log has it as vpc_id\n {2}network\/flow-logs: Add/,
    ),
  );
});

test("a lost address stops a synth", () => {
  const project = new Project();
  project.write("protected.ledger.json", { production: { "production-platform": ["aws_lb.lost"] } });
  expect(judgeDocuments(project.directory, documents)).toContainEqual(
    expect.stringContaining("production-platform: aws_lb.lost: would be destroyed"),
  );
});

test("exemptions are the project's", () => {
  const project = new Project();
  const [rule, address, reason] = ["network/flow-logs", "aws_vpc.network", "the network's owner keeps them"];
  project.write("guardrails.exemptions.json", [{ rule, address, reason, permanentBecause: "it is not ours" }]);
  expect(judgeDocuments(project.directory, documents).join()).not.toContain("network/flow-logs");
  project.write("guardrails.exemptions.json", "[");
  expect(() => judgeDocuments(project.directory, documents)).toThrow(SettingsError);
});
