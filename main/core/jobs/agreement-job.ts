// Measuring agreement, from data as they travel between threads.

import type { Work } from "../../../shared/model/work.ts";
import {
  type AgreementInput,
  type AgreementReport,
  agreementReport,
} from "../../../shared/review/agreement/report.ts";

export const agreementJob = (input: AgreementInput): Work<AgreementReport> => agreementReport(input);
