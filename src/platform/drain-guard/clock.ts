import { arrayGetItem, arrayRange, format, mathAdd, stringSplit, stringToJson } from "../intrinsic-functions";
import type { Intrinsic, Path } from "../states-language";

/**
 * The States Language can wait for a moment, but not reckon with moments: it adds whole numbers, and that is all. So a
 * timestamp is cut into its parts, and the seconds since the full hour are looked up and added.
 */

/** `2026-01-01T10:20:30Z` as `["2026", "01", "01", "10", "20", "30"]`. */
export const timeParts = (timestamp: Path): Intrinsic => stringSplit(timestamp, "-T:.Z+");

/** Seconds since the full hour of a timestamp's parts, and 100 more: only differences of it mean something. */
export const secondOfHour = (parts: Path): Intrinsic =>
  mathAdd(arrayGetItem(SECONDS_OF_MINUTE, hundredMore(`${parts}[4]`)), hundredMore(`${parts}[5]`));

/** The same number below zero, of one that isn't. */
export const minus = (number: Path | Intrinsic): Intrinsic => stringToJson(format("-{}", number));

/** `"07"` isn't JSON; `"107"` is. */
const hundredMore = (twoDigits: Path): Intrinsic => stringToJson(format("1{}", twoDigits));

/** 60 times the minute, at the minute and 100. */
const SECONDS_OF_MINUTE = arrayRange(-6000, 59 * 60, 60);
