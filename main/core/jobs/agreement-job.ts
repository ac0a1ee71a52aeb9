// Measuring agreement, from data as they travel between threads.
import {
  type AgreementInput,
  type AgreementReport,
  agreementReport,
} from "../../../shared/review/agreement/report.ts";
import type { Work } from "../../../shared/review/work.ts";

export const agreementJob = (input: AgreementInput): Work<AgreementReport> => agreementReport(input);
