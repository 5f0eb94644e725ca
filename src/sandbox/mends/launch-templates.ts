import type { Call } from "../protocol/call";
import { childText, elementsNamed, escaped, readXml } from "../protocol/xml";
import { editText, formOf, otherForm, withBody } from "./edit";
import { elementAt } from "./members";
import type { Memory } from "./memory";
import type { Mend } from "./mend";

const USER_DATA = "LaunchTemplateData.UserData";
/** By template and version: `"lt-0123 2"`. */
const userData = (memory: Memory) => memory.of<string>("launch template user data");

/** Each version of an answer, at its place in the text. */
function editVersions(text: string, edit: (version: string) => string): string {
  return text.replaceAll(/<launchTemplateId>[\s\S]*?(?=<launchTemplateId>|<\/launchTemplateVersionSet>|$)/g, edit);
}

/** The answer with other tags of one template. */
function withTags(text: string, id: string, tags: string): string {
  const begin = text.lastIndexOf("<item>", text.indexOf(`<launchTemplateId>${id}<`));
  const item = elementAt(text, "item", begin);
  if (begin < 0 || item === undefined) return text;
  const old = elementAt(item, "tagSet");
  const edited = old === undefined ? item.replace(/<\/item>$/, () => `${tags}</item>`) : item.replace(old, () => tags);
  return text.slice(0, begin) + edited + text.slice(begin + item.length);
}

export const launchTemplates: readonly Mend[] = [
  {
    service: "ec2",
    what: "gives a launch template the tags that it was made with, whatever came later",
    why: "a template that is adopted would be tagged by every plan",
    on: {
      DescribeLaunchTemplates: {
        response: async (call, answer, { ask }) => {
          let text = answer.body.toString();
          for (const [, id = ""] of [...text.matchAll(/<launchTemplateId>([^<]*)</g)]) {
            const version = formOf(call).get("Version") ?? "2016-11-15";
            const filter = { "Filter.1.Name": "resource-id", "Filter.1.Value.1": id };
            const form = new URLSearchParams({ Action: "DescribeTags", Version: version, ...filter });
            const { body } = await ask(otherForm(call, form));
            const tags = elementsNamed(readXml(body.toString()), "item").map(
              (tag) =>
                `<item><key>${escaped(childText(tag, "key") ?? "")}</key><value>${escaped(childText(tag, "value") ?? "")}</value></item>`,
            );
            text = withTags(text, id, `<tagSet>${tags.join("")}</tagSet>`);
          }
          return editText(answer, () => text);
        },
      },
    },
  },
  {
    service: "ec2",
    what: "keeps the user data of a template's second and later versions as text, and then launches no instance from it",
    why: "a group that has such a template can't be made; so that user data is kept here",
    on: {
      CreateLaunchTemplateVersion: {
        request: (call) => {
          const form = formOf(call);
          form.delete(USER_DATA);
          return withBody(call, form.toString());
        },
        response: (call: Call, answer, { memory }) => {
          const sent = formOf(call).get(USER_DATA);
          const [version] = elementsNamed(readXml(answer.body.toString()), "launchTemplateVersion");
          const key = `${childText(version, "launchTemplateId")} ${childText(version, "versionNumber")}`;
          if (sent !== null) userData(memory).set(key, sent);
          return answer;
        },
      },
      DescribeLaunchTemplateVersions: {
        response: (_, answer, { memory }) =>
          editText(answer, (text) =>
            editVersions(text, (version) => {
              const id = /<launchTemplateId>([^<]*)</.exec(version)?.[1];
              const number = /<versionNumber>([^<]*)</.exec(version)?.[1];
              const kept = userData(memory).get(`${id} ${number}`);
              if (kept === undefined) return version;
              return version.replace(/<launchTemplateData>/, `$&<userData>${escaped(kept)}</userData>`);
            }),
          ),
      },
    },
  },
  {
    service: "ec2",
    what: "counts the tags of a launch template itself among those of what it launches",
    why: "every second plan would show changes",
    on: {
      DescribeLaunchTemplateVersions: {
        response: (_, answer) =>
          editText(answer, (text) =>
            text.replaceAll(
              /<item>\s*<resourceType>launch-template<\/resourceType>\s*<tagSet>[\s\S]*?<\/tagSet>\s*<\/item>/g,
              "",
            ),
          ),
      },
    },
  },
];
