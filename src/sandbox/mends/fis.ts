import { jsonAnswer } from "../protocol/errors";
import type { Memory } from "./memory";
import type { Mend } from "./mend";

type Template = { readonly [field: string]: unknown };
const templates = (memory: Memory) => memory.of<Template>("fis experiment template");

export const fis: readonly Mend[] = [
  {
    service: "fis",
    what: "makes and deletes experiment templates, and can neither read nor change one",
    why: "the provider reads each after it has made it; what was sent is kept here, and given back",
    on: {
      CreateExperimentTemplate: {
        response: (_, answer, { memory }) => {
          const { experimentTemplate } = JSON.parse(answer.body.toString());
          templates(memory).set(experimentTemplate.id, experimentTemplate);
          return answer;
        },
      },
      GetExperimentTemplate: {
        answer: ({ parameters }, { memory }) => {
          const experimentTemplate = templates(memory).get(String(parameters.id));
          return experimentTemplate === undefined
            ? jsonAnswer({ __type: "ResourceNotFoundException", message: `no template ${parameters.id}` }, 404)
            : jsonAnswer({ experimentTemplate });
        },
      },
      UpdateExperimentTemplate: {
        answer: ({ parameters: { id, ...changes } }, { memory }) => {
          const experimentTemplate = { ...templates(memory).get(String(id)), ...changes };
          templates(memory).set(String(id), experimentTemplate);
          return jsonAnswer({ experimentTemplate });
        },
      },
      DeleteExperimentTemplate: {
        response: ({ parameters }, answer, { memory }) => {
          templates(memory).delete(String(parameters.id));
          return answer;
        },
      },
    },
  },
];
