import type { TraceEntry } from "../../simulator/trace";
import type { ScenarioResult } from "../../stress/report";
import { START_SECONDS } from "../../stress/scenario";
import { count } from "../text";
import { html, type Markup } from "./markup";
import { moment } from "./words";

/** Seconds within which events of a kind are told as one. */
const TOGETHER_SECONDS = 30;
/** Entries of a story; the rest is in the JSON report. */
const MAX_ENTRIES = 80;
/** Of events told as one, so many are named. */
const NAMED = 3;

interface Entry {
  readonly time: number;
  readonly kind: string;
  readonly events: TraceEntry[];
}

/** What happened in a run from the disturbance on, as a list; events of a kind that come together are one entry. */
export function story({ events }: ScenarioResult["timeline"][number]): Markup {
  const entries = together(events.filter(({ time }) => time >= START_SECONDS));
  if (entries.length === 0) return html`<p class="quiet">Nothing happened.</p>`;
  const hidden = entries.length - MAX_ENTRIES;
  return html`<ol class="story">${entries.slice(0, MAX_ENTRIES).map(item)}</ol>
${hidden > 0 && html`<p class="quiet">And ${count(hidden, "further entry").replace("entrys", "entries")}: report/stress.json has all of them.</p>`}`;
}

function item({ time, kind, events }: Entry): Markup {
  const named = events.slice(0, NAMED).map(({ subject, detail }) => `${subject}${detail ? `: ${detail}` : ""}`);
  const more = events.length > NAMED ? ` and ${events.length - NAMED} more` : "";
  const times = events.length > 1 ? `${events.length} × ` : "";
  return html`<li><time>${moment(time)}</time><span>${times}<b>${kind.replaceAll("-", " ")}</b> ${named.join("; ")}${more}</span></li>\n`;
}

function together(events: readonly TraceEntry[]): readonly Entry[] {
  const entries: Entry[] = [];
  const open = new Map<string, Entry>();
  for (const event of events) {
    const entry = open.get(event.kind);
    if (entry !== undefined && event.time - entry.time < TOGETHER_SECONDS) {
      entry.events.push(event);
      continue;
    }
    const fresh = { time: event.time, kind: event.kind, events: [event] };
    open.set(event.kind, fresh);
    entries.push(fresh);
  }
  return entries;
}
