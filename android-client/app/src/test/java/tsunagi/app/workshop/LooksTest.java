package tsunagi.app.workshop;

import static org.assertj.core.api.Assertions.assertThat;

import android.view.View;
import com.google.android.material.tabs.TabLayout;
import org.junit.Before;
import org.junit.Test;
import org.junit.runner.RunWith;
import org.robolectric.RobolectricTestRunner;
import org.robolectric.RuntimeEnvironment;
import org.robolectric.annotation.Config;
import tsunagi.app.R;
import tsunagi.app.Stage;
import tsunagi.app.fixture.Brewery;
import tsunagi.record.RecordKey;
import tsunagi.records.v1.Attendance;
import tsunagi.records.v1.AttendanceMark;
import tsunagi.records.v1.AttendanceState;
import tsunagi.records.v1.Participant;

@RunWith(RobolectricTestRunner.class)
@Config(qualifiers = LooksTest.TABLET)
public class LooksTest {
    static final String TABLET = "ja-rJP-w1280dp-h800dp-land-mdpi";
    private static final String PHONE = "ja-rJP-w411dp-h891dp-port-mdpi";
    private static final int LONG = 5_000;

    private Brewery brewery;
    private RecordKey workplace;
    private RecordKey workshop;

    @Before
    public void aLecture() {
        brewery = Brewery.onTablet();
        workplace = brewery.workplace();
        workshop = brewery.workshop(workplace, "2024-07-26");
    }

    private void expect(int people) {
        int i = 0;
        AttendanceState[] states = AttendanceState.values();
        for (RecordKey worker : brewery.workers(workplace, people)) {
            mark(worker, states[1 + i++ % 5]);
        }
    }

    private void mark(RecordKey person, AttendanceState state) {
        brewery.save(Attendance.newBuilder()
                .setWorkshopId(workshop.id().toString())
                .setParticipantId(person.id().toString())
                .setMark(AttendanceMark.newBuilder()
                        .setState(state)
                        .setMarkedAtMs(Stage.parts().nowMs())
                        .setMarkingPersonId(Brewery.NURSE))
                .build());
    }

    private RosterScreen drawn(String name) {
        RosterScreen screen = RosterScreen.open(workshop);
        TabLayout tabs = screen.activity.findViewById(R.id.workshop_tabs);
        String[] parts = {"roster", "tally", "details", "summary"};
        for (int i = 0; i < parts.length; i++) {
            tabs.selectTab(tabs.getTabAt(i));
            Stage.settle();
            Stage.draw(screen.activity, "workshop-" + parts[i] + "-" + name);
        }
        tabs.selectTab(tabs.getTabAt(0));
        return screen;
    }

    @Test
    @Config(qualifiers = PHONE)
    public void phone_whenDrawn_hasAButtonInEachRow() {
        expect(12);
        RosterScreen screen = drawn("phone");
        View more = screen.row(0).findViewById(R.id.row_more);
        assertThat(more.isShown()).isTrue();
        assertThat(more.getHeight()).isGreaterThanOrEqualTo(48);
        screen.type("やま");
        Stage.draw(screen.activity, "workshop-roster-phone-search");
        Stage.draw(
                Stage.open(WorkshopEditActivity.class, WorkshopEditActivity.to(Stage.app(), workshop))
                        .get(),
                "workshop-edit-phone");
    }

    @Test
    @Config(qualifiers = "ja-rJP-w1280dp-h800dp-land-night-mdpi")
    public void night_whenDrawn_isDark() {
        expect(12);
        drawn("night");
    }

    @Test
    @Config(qualifiers = "en-rUS-w1280dp-h800dp-land-mdpi")
    public void english_whenDrawn_fits() {
        expect(12);
        drawn("english");
    }

    @Test
    public void type_whenTwiceAsLarge_stillHasAllItsButtons() {
        RuntimeEnvironment.setFontScale(2.0f);
        expect(12);
        RosterScreen screen = drawn("large");
        for (int id : new int[] {R.id.row_late, R.id.row_left, R.id.row_absent}) {
            View button = screen.row(0).findViewById(id);
            assertThat(button.getRight()).isLessThanOrEqualTo(screen.row(0).getWidth());
        }
    }

    @Test
    @Config(qualifiers = PHONE)
    public void phone_whenTypeIsTwiceAsLarge_isDrawn() {
        RuntimeEnvironment.setFontScale(2.0f);
        expect(5);
        drawn("phone-large");
    }

    @Test
    public void names_whenLongOrForeign_areShown() {
        StringBuilder words = new StringBuilder();
        while (words.length() < LONG) {
            words.append("寿限無寿限無五劫の擦り切れ");
        }
        for (String name : new String[] {"محمد علي", "👩‍🏭 さくら", words.substring(0, LONG), "Anna-Maria Nguyễn"}) {
            mark(
                    brewery.save(Participant.newBuilder().setName(name).build()),
                    AttendanceState.ATTENDANCE_STATE_REGISTERED);
        }
        RosterScreen screen = drawn("names");
        assertThat(screen.rows()).isEqualTo(4);
        Stage.tap(screen.row("محمد علي"));
        assertThat(screen.state("محمد علي")).isEqualTo("出席");
    }

    @Test
    public void roster_whenTwoHundredAreOnIt_drawsOnlyThoseInView() {
        expect(200);
        RosterScreen screen = RosterScreen.open(workshop);
        Stage.draw(screen.activity, "workshop-roster-two-hundred");

        assertThat(screen.rows()).isEqualTo(200);
        assertThat(screen.list().getChildCount()).isLessThan(40);
        long idBefore = screen.list().getAdapter().getItemId(100);
        Stage.tap(screen.row(0));
        assertThat(screen.list().getAdapter().getItemId(100)).isEqualTo(idBefore);
        screen.type("わたなべ");
        assertThat(screen.rows()).isBetween(10, 30);
    }
}
