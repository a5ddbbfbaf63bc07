package tsunagi.app.outbox;

import static org.assertj.core.api.Assertions.assertThat;

import android.view.View;
import android.view.ViewGroup;
import android.widget.EditText;
import android.widget.TextView;
import com.google.android.material.textfield.TextInputLayout;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import org.junit.Before;
import org.junit.Test;
import org.junit.runner.RunWith;
import org.robolectric.RobolectricTestRunner;
import org.robolectric.Shadows;
import org.robolectric.annotation.Config;
import tsunagi.app.R;
import tsunagi.app.Stage;
import tsunagi.app.fixture.Brewery;
import tsunagi.app.fixture.Said;
import tsunagi.app.review.ConflictActivity;
import tsunagi.app.sync.SyncState;
import tsunagi.engine.outbox.SavedChange;
import tsunagi.engine.outbox.Standing;
import tsunagi.engine.tablet.Tablet;
import tsunagi.record.RecordKey;
import tsunagi.records.v1.Visit;
import tsunagi.sync.v1.Conflicted;
import tsunagi.sync.v1.Dropped;
import tsunagi.sync.v1.FieldPath;
import tsunagi.sync.v1.Merged;
import tsunagi.sync.v1.ParkReason;
import tsunagi.sync.v1.Parked;
import tsunagi.sync.v1.Verdict;

@RunWith(RobolectricTestRunner.class)
@Config(qualifiers = "ja-rJP-w1280dp-h800dp-land-mdpi")
public class OutboxActivityTest {
    private Tablet tablet;
    private RecordKey workplace;

    @Before
    public void makeTeam() {
        Brewery brewery = Brewery.onTablet();
        tablet = Stage.parts().tablet();
        workplace = brewery.workplace();
    }

    @Test
    public void outbox_whenTheServerSaidAllKindsOfThings_saysWhatToDoForEach() {
        sayAllKindsOfThings();

        OutboxActivity outbox = Stage.open(OutboxActivity.class).get();

        assertThat(texts(outbox.findViewById(R.id.outbox_wanted))).contains("確認待ち", "確認待ち(ニーズ・要望)", "食い違いがあります(助言)");
        assertThat(texts(outbox.findViewById(R.id.outbox_news))).contains("取り下げられました", "まとめて保存しました(助言)");
        Stage.draw(outbox, "outbox-all-kinds");
        scroll(outbox, 900);
        Stage.draw(outbox, "outbox-all-kinds-below");
    }

    @Test
    public void outbox_whileASyncRuns_saysWhatIsStillToGoAndLetsOneLeave() {
        OutboxActivity outbox = Stage.open(OutboxActivity.class).get();
        outbox.onSync(new SyncState.Running(2, 34));
        Stage.draw(outbox, "outbox-running");

        assertThat(outbox.findViewById(R.id.outbox_progress).isShown()).isTrue();
        assertThat(outbox.findViewById(R.id.outbox_sync_now).isEnabled()).isFalse();
        assertThat(texts(outbox.findViewById(android.R.id.content))).contains("送信中… 残り 2 件", "この画面を離れても、同期は続きます。");
    }

    @Test
    public void seen_whenTapped_takesTheNewsAway() {
        sayAllKindsOfThings();
        OutboxActivity outbox = Stage.open(OutboxActivity.class).get();

        Stage.tap(outbox.findViewById(R.id.outbox_seen_all));

        assertThat(outbox.findViewById(R.id.outbox_news).isShown()).isFalse();
        assertThat(outbox.findViewById(R.id.outbox_wanted).isShown()).isTrue();
    }

    @Test
    public void open_whenValuesDiffer_leadsToWhereTheyAreCompared() {
        sayAllKindsOfThings();
        OutboxActivity outbox = Stage.open(OutboxActivity.class).get();

        Stage.tap(outbox.findViewById(R.id.outbox_open));

        assertThat(Shadows.shadowOf(outbox)
                        .getNextStartedActivity()
                        .getComponent()
                        .getClassName())
                .isEqualTo(ConflictActivity.class.getName());
    }

    @Test
    public void correct_whenATextIsMendedAndSaved_waitsInThePlaceOfTheParkedOne() {
        judge(tablet.saved().get(0), parked(ParkReason.PARK_REASON_TOO_LARGE, 0));
        OutboxActivity outbox = Stage.open(OutboxActivity.class).get();

        Stage.tap(outbox.findViewById(R.id.outbox_correct));

        CorrectActivity correct = Stage.open(
                        CorrectActivity.class, Shadows.shadowOf(outbox).getNextStartedActivity())
                .get();
        assertThat(Said.within(correct.findViewById(R.id.correct_fields))).contains("部署：製造、並び順: 1(そのまま送信します)");
        field(correct, "事業場の名称").setText("つなぎ酒造");
        Stage.draw(correct, "outbox-correct");
        Stage.tap(correct.findViewById(R.id.correct_save));
        assertThat(correct.isFinishing()).isTrue();
        assertThat(tablet.saved().get(0).correctedBy()).isPresent();
        outbox.reload();
        Stage.settle();
        assertThat(outbox.findViewById(R.id.outbox_wanted).isShown()).isFalse();
        assertThat(texts(outbox.findViewById(R.id.outbox_waiting))).contains("事業場 つなぎ酒造");
    }

    @Test
    @Config(qualifiers = "ja-rJP-w411dp-h891dp-port-night-mdpi", fontScale = 2.0f)
    public void outbox_onAPhoneAtNightInLargeType_isWhole() {
        sayAllKindsOfThings();
        OutboxActivity outbox = Stage.open(OutboxActivity.class).get();
        Stage.draw(outbox, "outbox-phone-night-large");
        scroll(outbox, 900);
        Stage.draw(outbox, "outbox-phone-night-large-below");
        assertThat(outbox.findViewById(R.id.outbox_sync_now).getHeight()).isGreaterThanOrEqualTo(56);
    }

    @Test
    @Config(qualifiers = "en-w1280dp-h800dp-land-mdpi")
    public void outbox_inEnglish_isWhole() {
        sayAllKindsOfThings();
        OutboxActivity outbox = Stage.open(OutboxActivity.class).get();
        Stage.draw(outbox, "outbox-en");
        assertThat(texts(outbox.findViewById(R.id.outbox_wanted))).contains("Kept on the server, not taken in");
    }

    private void sayAllKindsOfThings() {
        judge(visit("2024-07-01"), parked(ParkReason.PARK_REASON_NOT_A_MEMBER, 0));
        judge(visit("2024-07-02"), parked(ParkReason.PARK_REASON_TOO_LARGE, Visit.NEEDS_FIELD_NUMBER));
        judge(
                visit("2024-07-03"),
                Verdict.newBuilder()
                        .setConflicted(
                                Conflicted.newBuilder().setRevision(7).addPaths(path(Visit.ADVICE_FIELD_NUMBER))));
        judge(
                visit("2024-07-04"),
                Verdict.newBuilder()
                        .setMerged(Merged.newBuilder().setRevision(8).addPaths(path(Visit.ADVICE_FIELD_NUMBER))));
        SavedChange dropped = visit("2024-07-05");
        judge(dropped, parked(ParkReason.PARK_REASON_ROLE_MISSING, 0));
        judge(dropped, Verdict.newBuilder().setDropped(Dropped.getDefaultInstance()));
        visit("2024-07-26");
    }

    private SavedChange visit(String day) {
        tablet.save(
                tablet.create(
                        Brewery.TEAM,
                        Visit.newBuilder()
                                .setWorkplaceId(workplace.id().toString())
                                .setVisitOn(day)
                                .setNeeds("腰痛の相談")
                                .build()),
                Brewery.NURSE);
        List<SavedChange> saved = tablet.saved();
        return saved.get(saved.size() - 1);
    }

    private static Verdict.Builder parked(ParkReason reason, int field) {
        Parked.Builder parked = Parked.newBuilder().setReason(reason).setDetail("limit");
        if (field > 0) {
            parked.setPath(path(field));
        }
        return Verdict.newBuilder().setParked(parked);
    }

    private static FieldPath path(int field) {
        return tsunagi.change.FieldPath.field(field).toProto();
    }

    private void judge(SavedChange change, Verdict.Builder verdict) {
        tablet.outbox()
                .judge(
                        change.lane(),
                        Arrays.asList(verdict.setOrdinal(change.ordinal()).build()),
                        Collections.emptyList());
        assertThat(tablet.outbox().find(change.changeId()).get().standing()).isNotEqualTo(Standing.WAITING);
    }

    private static EditText field(CorrectActivity correct, String label) {
        ViewGroup fields = correct.findViewById(R.id.correct_fields);
        for (int i = 0; i < fields.getChildCount(); i++) {
            if (fields.getChildAt(i) instanceof TextInputLayout input
                    && label.contentEquals(String.valueOf(input.getHint()))) {
                return input.getEditText();
            }
        }
        throw new AssertionError("no field " + label);
    }

    private static void scroll(OutboxActivity outbox, int by) {
        View page = outbox.findViewById(R.id.outbox_status);
        ((View) page.getParent().getParent()).scrollBy(0, by);
    }

    private static List<String> texts(ViewGroup part) {
        List<String> texts = new ArrayList<>();
        for (int i = 0; i < part.getChildCount(); i++) {
            View child = part.getChildAt(i);
            if (child instanceof ViewGroup group) {
                texts.addAll(texts(group));
            } else if (child instanceof TextView text && text.isShown()) {
                texts.add(text.getText().toString());
            }
        }
        return texts;
    }
}
