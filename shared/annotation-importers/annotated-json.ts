// Our own format, as one of those that annotations come in: the bundle itself, and its standoffs for who wants those.
import { parseAnnotatedJson } from "../annotated-json/read.ts";
import { flatten } from "../interchange/flatten.ts";
import { message } from "../words/message.ts";
import { type AnnotationImporter, refused, textOfFile } from "./annotation-importer.ts";

export const annotatedJsonAnnotations: AnnotationImporter = {
  id: "json",
  extensions: ["json"],
  read([file], hashOf) {
    if (!file) return refused(message("interchange.no-file", { what: ".json" }));
    const text = textOfFile(file);
    if (!text.ok) return text;
    const annotatedJson = parseAnnotatedJson(text.text, hashOf);
    if (!annotatedJson.ok) return annotatedJson;
    const { documents } = flatten(annotatedJson.bundle);
    const sets = annotatedJson.bundle.articles.flatMap((article) => article.sets);
    const annotationCount = sets.reduce(
      (sum, set) => sum + set.spans.length + set.attributions.length + set.exclusions.length,
      0,
    );
    const ofFile = documents.map((one) => ({ file: file.name, ...one }));
    return {
      ok: true,
      documents: ofFile,
      taken: annotationCount,
      rejected: [],
      moved: [],
      bundle: annotatedJson.bundle,
    };
  },
};
