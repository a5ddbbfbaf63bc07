package tsunagi.app.visit;

import tsunagi.app.R;
import tsunagi.records.v1.Visit;

/** What the workplace needs, what was seen, what was advised. */
final class NotesPart implements VisitPart {
    private final TextField needs;
    private final TextField findings;
    private final TextField advice;

    NotesPart(VisitActivity screen) {
        Form<Visit> form = screen.form();
        this.needs = TextField.of(screen.findViewById(R.id.visit_needs), form, Visit.NEEDS_FIELD_NUMBER);
        this.findings = TextField.of(screen.findViewById(R.id.visit_findings), form, Visit.FINDINGS_FIELD_NUMBER);
        this.advice = TextField.of(screen.findViewById(R.id.visit_advice), form, Visit.ADVICE_FIELD_NUMBER);
    }

    @Override
    public void show(VisitPage page) {
        Visit visit = page.visit().message();
        needs.show(visit.getNeeds());
        findings.show(visit.getFindings());
        advice.show(visit.getAdvice());
    }
}
