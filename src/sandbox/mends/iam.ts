import { childText, elementsNamed, readXml } from "../protocol/xml";
import { editText, formOf, otherForm } from "./edit";
import type { Mend } from "./mend";

export const iam: readonly Mend[] = [
  {
    service: "iam",
    what: "empties a role's description with an update that doesn't send it, and its longest session alike",
    why: "AWS changes what is sent and leaves the rest; an apply would bring one back and lose the other",
    on: {
      UpdateRole: {
        request: async (call, { ask }) => {
          const form = formOf(call);
          const about = new URLSearchParams({
            Action: "GetRole",
            Version: form.get("Version") ?? "2010-05-08",
            RoleName: form.get("RoleName") ?? "",
          });
          const found = await ask(otherForm(call, about));
          const [role] = elementsNamed(readXml(found.body.toString()), "Role");
          for (const name of ["Description", "MaxSessionDuration"]) {
            const value = childText(role, name);
            if (!form.has(name) && value !== undefined) form.set(name, value);
          }
          return otherForm(call, form);
        },
      },
    },
  },
  {
    service: "iam",
    what: "names the task that deletes a service's role by a number alone",
    why: "AWS's name of it holds the role's, which whoever asks for the task must be allowed to ask about",
    on: {
      DeleteServiceLinkedRole: {
        request: async (call, { ask, memory }) => {
          const form = formOf(call);
          const RoleName = form.get("RoleName") ?? "";
          const about = { Action: "GetRole", Version: form.get("Version") ?? "2010-05-08", RoleName };
          const found = await ask(otherForm(call, new URLSearchParams(about)));
          const [role] = elementsNamed(readXml(found.body.toString()), "Role");
          memory.of<string>("role's path").set(RoleName, childText(role, "Path") ?? "/");
          return call;
        },
        response: (call, answer, { memory }) => {
          const name = formOf(call).get("RoleName") ?? "";
          const path = memory.of<string>("role's path").get(name) ?? "/";
          return editText(answer, (text) => text.replace("<DeletionTaskId>", `$&task${path}${name}/`));
        },
      },
    },
  },
];
