package io.rollcall.tools.why;

import static org.assertj.core.api.Assertions.assertThat;

import io.rollcall.report.LeadNote;
import io.rollcall.report.Report;
import java.util.List;
import org.junit.jupiter.api.Test;

class OtherNamesTest {

    private static final String ADA = "email:ada@example.com";
    private static final String ROW = "dynamics_id:6d81597f-0f9f-e711-8122-000d3aa2331c";

    private final OtherNames names = new OtherNames(ADA);

    private void take(Report.Kind kind, LeadNote note) {
        names.take(Report.note(kind, "rollcall", "111-AAA-111", 0, note));
    }

    @Test
    void whoClaimsALeadNamesTheOthers() {
        take(Report.Kind.CLAIM, LeadNote.toLead(ROW, 5, 0, List.of(ADA)));
        assertThat(names.all()).containsExactly(ROW);
    }

    @Test
    void aLinkGoesBothWays() {
        take(Report.Kind.LINK, LeadNote.link(ADA, "ecid:1", 0));
        take(Report.Kind.LINK, LeadNote.link("ecid:2", ADA, 0));
        assertThat(names.all()).containsExactly("ecid:1", "ecid:2");
    }

    @Test
    void othersAndThoseWhoPartedAreLeftAlone() {
        take(Report.Kind.CLAIM, LeadNote.toLead("ecid:1", 5, 0, List.of("ecid:2")));
        take(Report.Kind.RELEASE, LeadNote.toLead("ecid:3", 5, 0, List.of(ADA)));
        assertThat(names.all()).isEmpty();
    }
}
