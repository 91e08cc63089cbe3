package io.rollcall.ledger;

import io.rollcall.report.CallKind;

/** Enters what an ended call says of a person into their row. */
final class ReportEntry {

    private final Plan plan;
    private final LeadFacts leadFacts;
    private final ListFacts listFacts;
    private final ImportFacts importFacts;
    private final Stones stones;
    private final Docket docket;

    ReportEntry(Plan plan, LeadFacts leadFacts, ListFacts listFacts, Stones stones, Docket docket) {
        this.plan = plan;
        this.leadFacts = leadFacts;
        this.listFacts = listFacts;
        this.importFacts = new ImportFacts(plan);
        this.stones = stones;
        this.docket = docket;
    }

    void take(MemberReport report, Rows rows) {
        docket.readTo(report.instance(), report.offset());
        String person = report.member().person();
        byte[] stored = rows.get(person);
        Row row = docket.begin(person, stored, rows);
        if (stored == null) {
            row.forgetting = row.forgottenAt != 0;
            if (row.forgetting && !Forgetting.undoes(report)) {
                stones.heard(person, report, rows);
                return;
            }
        }
        if (Forgetting.isOver(report, row)) {
            return;
        }
        Said said = docket.said(person, row);
        apply(report, said);
        boolean page = report.call() == CallKind.READ;
        docket.decide(said, page ? Trigger.PAGE : Trigger.REPORT, rows);
    }

    private void apply(MemberReport report, Said said) {
        switch (report.call()) {
            case ADD, REMOVE -> listFacts.apply(report, said);
            case INGEST -> listFacts.ingested(report, said);
            case ROWS -> {
                if (report.member().lead() != 0) {
                    listFacts.apply(report.as(CallKind.ADD), said);
                } else {
                    importFacts.apply(report, said);
                }
            }
            case READ -> PageFacts.apply(report, plan.instance(report.instance()), said);
            case DELETE -> {
                if (DeletionFacts.apply(report, said)) {
                    stones.tellDeleted(report, said.row);
                }
            }
            default -> leadFacts.apply(report, said);
        }
    }
}
