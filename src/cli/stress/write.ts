import { stressHtml } from "../../reports/stress-html/page";
import { stressJson } from "../../reports/stress-json";
import { stressTable } from "../../reports/stress-table";
import type { StressReport } from "../../stress/report";
import { holds } from "../../stress/suite";
import { ExitCode } from "../exit-code";
import { shownPath, writeReport } from "../files";
import type { Io } from "../io";
import { colorsFor } from "../output";

/** Prints a report, writes it in every format, and says how it ends. */
export function writeStressReports(report: StressReport, io: Io): ExitCode {
  io.stdout.write(stressTable(report, colorsFor(io)));
  const [, page = ""] = writeReports(report, io);
  io.stdout.write(`Report: ${shownPath(io, page)}\n`);
  return holds(report) ? ExitCode.OK : ExitCode.FINDINGS;
}

/** Writes a report in every format; returns the paths. */
export function writeReports(report: StressReport, io: Io): readonly string[] {
  return [writeReport(io, "stress.json", stressJson(report)), writeReport(io, "index.html", stressHtml(report))];
}
