import { CloudwatchDashboard } from "@cdktf/provider-aws/lib/cloudwatch-dashboard";
import { Construct } from "constructs";
import type { Environment } from "../../environments/schema";
import type { MetricQuery } from "./alarm";

/** A line of a graph. */
export interface Line extends MetricQuery {
  /** In the legend. */
  readonly label: string;
}

export type Widget =
  | { readonly kind: "graph"; readonly title: string; readonly lines: readonly Line[]; readonly mark?: Mark }
  | { readonly kind: "alarms"; readonly title: string; readonly arns: readonly string[] }
  | { readonly kind: "logs"; readonly title: string; readonly group: string; readonly query: string };

/** A line to compare with, such as an alarm's threshold. */
export interface Mark {
  readonly label: string;
  readonly value: number;
}

/** A question, and the graphs that answer it. */
export interface Section {
  readonly question: string;
  readonly widgets: readonly Widget[];
}

export interface DashboardProps {
  readonly environment: Environment;
  /** From top to bottom. */
  readonly sections: readonly Section[];
}

/** A dashboard of sections that stand below one another, three widgets a row. */
export class Dashboard extends Construct {
  constructor(scope: Construct, id: string, { environment, sections }: DashboardProps) {
    super(scope, id);
    new CloudwatchDashboard(this, "Resource", {
      dashboardName: environment.name,
      dashboardBody: JSON.stringify({ widgets: placed(sections, environment.region) }),
    });
  }
}

/** CloudWatch's grid has 24 columns. */
const WIDTH = 8;
const HEIGHT = 6;
const HEADING_HEIGHT = 1;

function placed(sections: readonly Section[], region: string): readonly object[] {
  let top = 0;
  return sections.flatMap(({ question, widgets }) => {
    const heading = { type: "text", x: 0, y: top, width: 24, height: HEADING_HEIGHT };
    const first = top + HEADING_HEIGHT;
    const rows = Math.ceil(widgets.length / 3);
    top = first + rows * HEIGHT;
    return [
      { ...heading, properties: { markdown: `## ${question}` } },
      ...widgets.map((widget, index) => ({
        ...contents(widget, region),
        x: (index % 3) * WIDTH,
        y: first + Math.floor(index / 3) * HEIGHT,
        width: WIDTH,
        height: HEIGHT,
      })),
    ];
  });
}

function contents(widget: Widget, region: string): object {
  switch (widget.kind) {
    case "graph":
      return {
        type: "metric",
        properties: {
          title: widget.title,
          region,
          view: "timeSeries",
          period: 60,
          yAxis: { left: { min: 0 } },
          metrics: widget.lines.map(({ namespace, name, dimensions, statistic, label }) => [
            namespace,
            name,
            ...Object.entries(dimensions).flat(),
            { stat: statistic, label },
          ]),
          ...(widget.mark && { annotations: { horizontal: [widget.mark] } }),
        },
      };
    case "alarms":
      return { type: "alarm", properties: { title: widget.title, alarms: widget.arns } };
    case "logs":
      return {
        type: "log",
        properties: { title: widget.title, region, view: "table", query: `SOURCE '${widget.group}' | ${widget.query}` },
      };
  }
}
