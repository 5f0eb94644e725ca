import type { Json, JsonObject } from "../terraform-json";

type Structure = Json[] | JsonObject;

/** A text that holds a structure: how it is read, and written again. */
interface Notation {
  /** `undefined`: not in this notation. */
  readonly read: (text: string) => Structure | undefined;
  readonly write: (structure: Structure) => string;
}

const JSON_TEXT: Notation = {
  read: (text) => {
    if (!/^[[{]/.test(text)) return undefined;
    try {
      return JSON.parse(text);
    } catch {
      return undefined;
    }
  },
  write: (structure) => JSON.stringify(structure),
};

/** User data: lines. */
const BASE64_SCRIPT: Notation = {
  read: (text) => (text.startsWith("IyEv") ? Buffer.from(text, "base64").toString().split("\n") : undefined),
  write: (structure) => Buffer.from(Object.values(structure).join("\n")).toString("base64"),
};

/** A line of user data: a setting of the ECS agent. */
const SETTING: Notation = {
  read: (text) => {
    const [, key, value] = /^(ECS_\w+)=(.*)$/.exec(text) ?? [];
    return key === undefined || value === undefined ? undefined : { [key]: value };
  },
  write: (structure) =>
    Object.entries(structure)
      .map(([key, value]) => `${key}=${value}`)
      .join("\n"),
};

const NOTATIONS = [JSON_TEXT, BASE64_SCRIPT, SETTING];

/** What is in a value: its own entries, or those of the structure that its text holds. */
export function structureOf(value: Json | undefined): Structure | undefined {
  if (typeof value === "object" && value !== null) return value;
  return typeof value === "string" ? notationOf(value)?.read(value) : undefined;
}

/** The value with another structure in it. */
export function withStructure(value: Json, structure: Structure): Json {
  return typeof value === "string" ? (notationOf(value)?.write(structure) ?? value) : structure;
}

const notationOf = (text: string) => NOTATIONS.find(({ read }) => read(text) !== undefined);
