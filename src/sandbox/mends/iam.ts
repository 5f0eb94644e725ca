import { childText, elementsNamed, readXml } from "../protocol/xml";
import { formOf, otherForm } from "./edit";
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
];
