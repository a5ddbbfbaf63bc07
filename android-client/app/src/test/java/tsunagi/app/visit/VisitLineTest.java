package tsunagi.app.visit;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.Test;
import org.junit.runner.RunWith;
import org.robolectric.RobolectricTestRunner;
import org.robolectric.annotation.Config;
import tsunagi.app.Stage;
import tsunagi.app.fixture.Brewery;
import tsunagi.record.RecordKey;
import tsunagi.records.v1.StaffMember;
import tsunagi.records.v1.StaffRole;
import tsunagi.records.v1.Visit;
import tsunagi.records.v1.VisitKind;
import tsunagi.records.v1.VisitOutcome;
import tsunagi.records.v1.VisitState;

@RunWith(RobolectricTestRunner.class)
@Config(qualifiers = "ja-rJP")
public class VisitLineTest {
    private static final Visit JOINT = Visit.newBuilder()
            .setVisitOn("2024-07-26")
            .setOutcome(VisitOutcome.newBuilder().setState(VisitState.VISIT_STATE_DONE))
            .addKinds(VisitKind.VISIT_KIND_WALK_THROUGH)
            .addKinds(VisitKind.VISIT_KIND_GUIDANCE)
            .putMembers(Brewery.THERAPIST, StaffMember.getDefaultInstance())
            .putMembers(
                    Brewery.NURSE,
                    StaffMember.newBuilder().setRole(StaffRole.STAFF_ROLE_LEAD).build())
            .putMembers("guest", StaffMember.newBuilder().setName("商工会 木村").build())
            .build();

    @Test
    public void text_whenSeveralWent_namesTheLeadFirst() {
        RecordKey visit = Brewery.onTablet().save(JOINT);

        assertThat(line(visit).text()).isEqualTo("7月26日(金) · 実施 · 職場見学・助言・指導 · 山田 明子・佐藤 健・商工会 木村");
    }

    @Test
    public void text_whenNothingIsSaidYet_isAPlan() {
        RecordKey visit = Brewery.onTablet()
                .save(Visit.newBuilder().setVisitOn("2024-08-31").build());

        assertThat(line(visit).text()).isEqualTo("8月31日(土) · 予定");
        assertThat(line(visit).hasConflict()).isFalse();
    }

    private static VisitLine line(RecordKey visit) {
        return VisitLine.of(
                Stage.app(),
                Stage.parts().today(),
                Stage.parts().tablet().show(visit),
                Stage.parts().users().all());
    }
}
