import TinyQueue from "tinyqueue";

/** What runs when the clock reaches it. */
export type Action = () => void;

export interface ScheduledEvent {
  readonly time: number;
  /** Of events at one time the lowest runs first. */
  readonly priority: number;
  /** Of events of one time and priority the first scheduled runs first. */
  readonly sequence: number;
  readonly action: Action;
  /** Still to come: neither taken nor cancelled. */
  isPending: boolean;
}

/** Events by time, priority and sequence: the order is total, so the same schedule always runs the same way. */
export class EventQueue {
  private readonly heap = new TinyQueue<ScheduledEvent>([], inOrder);
  private cancelled = 0;
  private sequence = 0;

  /** Events that are still to come. */
  get length(): number {
    return this.heap.length - this.cancelled;
  }

  push(time: number, priority: number, action: Action): ScheduledEvent {
    const event = { time, priority, sequence: this.sequence, action, isPending: true };
    this.sequence += 1;
    this.heap.push(event);
    return event;
  }

  /** Keeps an event from running; without effect on one that was taken or cancelled already. */
  cancel(event: ScheduledEvent): void {
    if (!event.isPending) return;
    // It stays in the heap until its turn: finding it in the middle would cost more than passing over it.
    event.isPending = false;
    this.cancelled += 1;
  }

  /** The next event, left where it is. */
  peek(): ScheduledEvent | undefined {
    let event = this.heap.peek();
    while (event !== undefined && !event.isPending) {
      this.heap.pop();
      this.cancelled -= 1;
      event = this.heap.peek();
    }
    return event;
  }

  /** Takes the next event. */
  pop(): ScheduledEvent | undefined {
    const event = this.peek();
    if (event === undefined) return undefined;
    this.heap.pop();
    event.isPending = false;
    return event;
  }
}

function inOrder(a: ScheduledEvent, b: ScheduledEvent): number {
  return a.time - b.time || a.priority - b.priority || a.sequence - b.sequence;
}
