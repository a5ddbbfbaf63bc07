package tsunagi.engine.tablet;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static tsunagi.engine.tablet.TabletFixture.NEEDS;
import static tsunagi.engine.tablet.TabletFixture.NURSE;
import static tsunagi.engine.tablet.TabletFixture.TEAM;
import static tsunagi.engine.tablet.TabletFixture.VISIT;
import static tsunagi.engine.tablet.TabletFixture.VISIT_ON;
import static tsunagi.engine.tablet.TabletFixture.named;
import static tsunagi.engine.tablet.TabletFixture.visit;

import com.google.protobuf.ByteString;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tsunagi.change.Change;
import tsunagi.change.ChangeLimits;
import tsunagi.change.ChangeReader;
import tsunagi.change.FieldPath;
import tsunagi.change.Reading;
import tsunagi.change.Stamp;
import tsunagi.engine.draft.Draft;
import tsunagi.engine.draft.UnfitInputException;
import tsunagi.engine.outbox.Lane;
import tsunagi.engine.outbox.SavedChange;
import tsunagi.engine.outbox.Standing;
import tsunagi.engine.storage.Durability;
import tsunagi.engine.storage.JdbcDatabase;
import tsunagi.engine.storage.StorageException;
import tsunagi.engine.tablet.DyingDatabase.Fate;
import tsunagi.engine.tablet.DyingDatabase.Killed;
import tsunagi.engine.view.RecordView;
import tsunagi.merge.RecordState;
import tsunagi.record.Ids;
import tsunagi.record.RecordKey;
import tsunagi.record.RecordSchemas;
import tsunagi.records.v1.Attendance;
import tsunagi.records.v1.StaffMember;
import tsunagi.records.v1.Visit;
import tsunagi.sync.v1.Action;
import tsunagi.sync.v1.Candidate;
import tsunagi.sync.v1.Conflict;
import tsunagi.sync.v1.LiveRecord;
import tsunagi.sync.v1.ParkReason;
import tsunagi.sync.v1.Parked;
import tsunagi.sync.v1.StampedFields;
import tsunagi.sync.v1.StateBatch;
import tsunagi.sync.v1.Verdict;

class TabletTest {
    @TempDir
    Path directory;

    private TabletFixture fixture;
    private Tablet tablet;

    @BeforeEach
    void open() {
        fixture = new TabletFixture(directory);
        tablet = fixture.open("a");
    }

    @AfterEach
    void close() {
        fixture.close();
    }

    private static Visit needs(String text) {
        return Visit.newBuilder().setNeeds(text).build();
    }

    private SavedChange save(RecordKey key, Visit visit) {
        return tablet.save(tablet.edit(key).set(visit), NURSE).get(0);
    }

    private String needsShown(RecordKey key) {
        return tablet.show(key).as(Visit.getDefaultInstance()).getNeeds();
    }

    private static Change read(SavedChange saved) {
        Reading reading = new ChangeReader(RecordSchemas.standard(), ChangeLimits.STANDARD).read(TEAM, saved.wire());
        return ((Reading.Readable) reading).change();
    }

    @Test
    void save_whenTheProgramDiesRightAfter_isThereOnTheNextStart() {
        Draft draft = tablet.create(TEAM, VISIT).set(needs("腰痛の話 😀𠮷"));
        tablet.save(draft, NURSE);

        tablet = fixture.open("a");

        assertThat(tablet.list(TEAM, VISIT)).hasSize(1);
        assertThat(needsShown(draft.key())).isEqualTo("腰痛の話 😀𠮷");
        assertThat(tablet.show(draft.key()).isWaiting()).isTrue();
        assertThat(tablet.drafts()).isEmpty();
        assertThat(tablet.status().tally().recorded()).isEqualTo(1);
        assertThat(tablet.status().tally().safe()).isZero();
        assertThat(tablet.status().tally().waiting()).isEqualTo(1);
    }

    @Test
    void save_whereverTheProgramDies_keepsTheDraftOrTheChangeAndNeverBoth() {
        int toOpen = fixture.statementsToOpen();
        int survived = 0;
        for (int statements = 0; survived == 0; statements++) {
            String name = "dying" + statements;
            Tablet writing = fixture.open(name);
            Draft draft = writing.edit(visit("v")).set(needs("a")).set(VISIT_ON, visitOn("2026-04-01"));
            Tablet dying = fixture.open(name, Fate.of(statements + toOpen));
            try {
                dying.save(dying.resume(draft.id()).orElseThrow(AssertionError::new), NURSE);
                survived++;
            } catch (Killed killed) {
                assertThat(killed).isNotNull();
            }
            Tablet next = fixture.open(name);
            boolean isDraft = next.resume(draft.id()).isPresent();
            assertThat(next.saved()).hasSize(isDraft ? 0 : 1);
            if (isDraft) {
                assertThat(next.resume(draft.id())
                                .orElseThrow(AssertionError::new)
                                .entered())
                        .hasSize(2);
                next.save(next.resume(draft.id()).orElseThrow(AssertionError::new), NURSE);
            }
            assertThat(next.saved()).hasSize(1);
            assertThat(next.saved().get(0).ordinal()).isEqualTo(1);
            assertThat(read(next.saved().get(0)).values().paths()).containsExactly(VISIT_ON, NEEDS);
        }
    }

    @Test
    void save_whenNothingNewWasEntered_savesNothing() {
        save(visit("v"), needs("a"));

        assertThat(tablet.save(tablet.edit(visit("v")).set(needs("a")), NURSE)).isEmpty();
        assertThat(tablet.save(tablet.edit(visit("new")), NURSE)).isEmpty();
        assertThat(tablet.drafts()).isEmpty();
    }

    @Test
    void save_whenTheSameDraftIsSavedAgain_isRefused() {
        Draft draft = tablet.edit(visit("v")).set(needs("a"));
        tablet.save(draft, NURSE);

        assertThatThrownBy(() -> tablet.save(draft, NURSE)).isInstanceOf(IllegalStateException.class);
        assertThatThrownBy(() -> draft.set(needs("b"))).isInstanceOf(IllegalStateException.class);
        assertThat(tablet.saved()).hasSize(1);
    }

    @Test
    void save_whenItIsLarge_isSplitByFieldAndJoinedByItsSaveId() {
        String text = String.join("", Collections.nCopies(2_000, "腰痛"));
        Visit large = Visit.newBuilder()
                .setNeeds(text)
                .setFindings(text)
                .setAdvice("b")
                .setVisitOn("2026-04-01")
                .build();

        List<SavedChange> saved = tablet.save(tablet.edit(visit("v")).set(large), NURSE);

        assertThat(saved).extracting(SavedChange::ordinal).containsExactly(1L, 2L, 3L, 4L);
        assertThat(saved.stream().map(change -> read(change).saveId()).distinct())
                .hasSize(1)
                .doesNotContain(java.util.Optional.empty());
        assertThat(tablet.show(visit("v")).as(Visit.getDefaultInstance())).isEqualTo(large);
    }

    @Test
    void set_whenTextCannotBeStored_refusesAndKeepsTheDraft() {
        Draft draft = tablet.edit(visit("v")).set(needs("a"));

        for (String unfit : Arrays.asList("half \ud83d", "\udc00", "nul \u0000 nul")) {
            assertThatThrownBy(() -> draft.set(needs(unfit)))
                    .isInstanceOfSatisfying(UnfitInputException.class, unfitInput -> {
                        assertThat(unfitInput.reason()).isEqualTo(ParkReason.PARK_REASON_UNSTORABLE_TEXT);
                        assertThat(unfitInput.path()).contains(NEEDS);
                    });
        }
        assertThatThrownBy(() -> draft.set(Visit.newBuilder()
                        .putMembers("\ud83d", StaffMember.getDefaultInstance())
                        .build()))
                .isInstanceOf(UnfitInputException.class);
        assertThatThrownBy(() -> draft.set(NEEDS, ByteString.copyFrom(new byte[] {114, 1, (byte) 0xff})))
                .isInstanceOf(UnfitInputException.class);
        assertThatThrownBy(() -> draft.set(VISIT_ON, needs("other field").toByteString()))
                .isInstanceOf(IllegalArgumentException.class);
        assertThat(draft.entered()).hasSize(1);
    }

    @Test
    void set_whenAFieldIsTooLarge_refuses() {
        String huge = String.join("", Collections.nCopies(1024 * 1024, "a"));

        assertThatThrownBy(() -> tablet.edit(visit("v")).set(needs(huge)))
                .isInstanceOfSatisfying(UnfitInputException.class, unfit -> assertThat(unfit.reason())
                        .isEqualTo(ParkReason.PARK_REASON_TOO_LARGE));
    }

    @Test
    void draft_whenItIsResumedAfterAPull_stillHasTheStampSeenWhenItBegan() {
        Stamp first = read(save(visit("v"), needs("a"))).stamp();
        Draft draft = tablet.edit(visit("v"));
        draft.begin(NEEDS);
        pull(state("v", 9, "from elsewhere", named("other")));
        judgeTaken(1, 8);

        tablet = fixture.open("a");
        Draft resumed = tablet.resume(draft.id()).orElseThrow(AssertionError::new);

        assertThat(resumed.entered()).isEmpty();
        assertThat(resumed.movedMeanwhile().keySet()).containsExactly(NEEDS);
        SavedChange saved = tablet.save(resumed.set(needs("b")), NURSE).get(0);
        assertThat(read(saved).seenIn(NEEDS)).isEqualTo(first);
        assertThat(needsShown(visit("v"))).isEqualTo("b");
    }

    @Test
    void draft_whenFieldsAreClearedAndMapEntriesSet_savesEachByItself() {
        StaffMember member = StaffMember.newBuilder().setName("山田").build();
        save(
                visit("v"),
                Visit.newBuilder().setNeeds("a").putMembers("x", member).build());

        Draft draft = tablet.edit(visit("v"))
                .clear(NEEDS)
                .set(Visit.newBuilder().putMembers("y", member).build());
        SavedChange saved = tablet.save(draft, NURSE).get(0);

        FieldPath y = FieldPath.entry(Visit.MEMBERS_FIELD_NUMBER, "y");
        assertThat(read(saved).touched()).containsExactly(y, NEEDS);
        assertThat(read(saved).values().paths()).containsExactly(y);
        Visit shown = tablet.show(visit("v")).as(Visit.getDefaultInstance());
        assertThat(shown.hasNeeds()).isFalse();
        assertThat(shown.getMembersMap()).containsOnlyKeys("x", "y");
    }

    @Test
    void draft_whenNothingWasBegunInIt_isNotListed() {
        Draft draft = tablet.edit(visit("v"));

        assertThat(tablet.drafts()).isEmpty();
        assertThat(tablet.resume(draft.id())).isEmpty();
        draft.begin(NEEDS);
        assertThat(tablet.drafts()).hasSize(1);
    }

    @Test
    void draft_whenACandidateIsEdited_sawTheCandidate() {
        Stamp waiting = Stamp.of(named("waiting"));
        pull(conflicted(Stamp.of(named("standing")), waiting));
        Draft draft = tablet.edit(visit("v"));
        draft.begin(NEEDS, waiting);

        SavedChange saved =
                tablet.save(draft.set(needs("waiting, corrected")), NURSE).get(0);

        assertThat(read(saved).seenIn(NEEDS)).isEqualTo(waiting);
        assertThat(read(saved).settles()).isEmpty();
    }

    @Test
    void draft_whenAnEntryIsUndone_letsGoOfIt() {
        Draft draft = tablet.edit(visit("v")).set(needs("a")).set(VISIT_ON, visitOn("2026-04-01"));

        assertThat(draft.undo(NEEDS).entered()).containsOnlyKeys(VISIT_ON);
        draft.discard();
        assertThat(tablet.drafts()).isEmpty();
    }

    @Test
    void create_whenTheTypeHasANaturalKey_namesTheSameRecordEverywhere() {
        Attendance attendance = Attendance.newBuilder()
                .setWorkshopId(named("workshop").toString())
                .setParticipantId(named("participant").toString())
                .build();

        RecordKey here = tablet.create(TEAM, attendance).key();
        RecordKey there = fixture.open("b").create(TEAM, attendance).key();

        assertThat(here).isEqualTo(there);
        assertThatThrownBy(() -> tablet.create(TEAM, here.type())).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> tablet.create(TEAM, Attendance.getDefaultInstance()))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("workshop_id");
    }

    @Test
    void delete_whenItIsSaved_namesEveryStampInView() {
        Stamp stamp = read(save(visit("v"), needs("a"))).stamp();

        SavedChange deleted = tablet.delete(tablet.show(visit("v")), NURSE);

        assertThat(read(deleted).action()).isEqualTo(Action.ACTION_DELETE);
        assertThat(read(deleted).seen()).containsEntry(NEEDS, stamp).hasSize(1);
        assertThat(tablet.list(TEAM, VISIT)).isEmpty();
        save(visit("v"), needs("again"));
        assertThat(needsShown(visit("v"))).isEqualTo("again");
        assertThat(read(tablet.saved().get(2)).seenIn(NEEDS))
                .isEqualTo(read(deleted).stamp());
    }

    @Test
    void withdraw_whenItIsSaved_showsNothingAnyMoreWhateverComesAfter() {
        save(visit("v"), needs("a"));
        tablet.withdraw(tablet.show(visit("v")), NURSE);
        save(visit("v"), needs("late"));

        assertThat(tablet.show(visit("v")).isAlive()).isFalse();
    }

    @Test
    void resolve_whenTheConflictIsInView_namesItsCandidatesAndSetsTheValue() {
        Stamp standing = Stamp.of(named("standing"));
        Stamp waiting = Stamp.of(named("waiting"));
        pull(conflicted(standing, waiting));
        RecordView seen = tablet.show(visit("v"));

        SavedChange saved = tablet.resolve(seen, NEEDS, needs("both").toByteString(), NURSE);

        assertThat(read(saved).settles()).containsEntry(NEEDS, Collections.singletonList(waiting));
        assertThat(read(saved).seenIn(NEEDS)).isEqualTo(standing);
        assertThat(tablet.show(visit("v")).state().conflicts()).isEmpty();
        assertThatThrownBy(() -> tablet.resolve(
                        tablet.show(visit("v")), NEEDS, needs("x").toByteString(), NURSE))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void correct_whenAChangeWasParked_takesItsPlaceWithWhatItsAuthorSaw() {
        save(visit("v"), needs("wrong"));
        judgeParked(1);
        SavedChange parked = tablet.saved().get(0);
        assertThat(tablet.show(visit("v")).isParked()).isTrue();
        assertThat(tablet.status().tally().unseen()).isEqualTo(1);
        assertThat(tablet.status().tally().safe()).isEqualTo(1);

        Draft correction = tablet.correct(parked);
        assertThat(correction.entered()).containsOnlyKeys(NEEDS);
        SavedChange saved = tablet.save(correction.set(needs("right")), NURSE).get(0);

        assertThat(read(saved).replacesChangeId()).contains(parked.changeId());
        assertThat(read(saved).seenIn(NEEDS)).isEqualTo(Stamp.NONE);
        assertThat(needsShown(visit("v"))).isEqualTo("right");
        assertThat(tablet.show(visit("v")).isParked()).isFalse();
        assertThatThrownBy(() -> tablet.correct(saved)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void correct_whenTheFieldWasWrittenAgainSince_beginsWithWhatWasWrittenLast() {
        save(visit("v"), needs("wrong"));
        judgeParked(1);
        SavedChange parked = tablet.saved().get(0);
        save(visit("v"), needs("newer"));

        SavedChange saved = tablet.save(tablet.correct(parked), NURSE).get(0);

        assertThat(read(saved).values().asMap())
                .containsEntry(NEEDS, needs("newer").toByteString());
        assertThat(read(saved).replacesChangeId()).contains(parked.changeId());
        assertThat(needsShown(visit("v"))).isEqualTo("newer");
    }

    @Test
    void markSeen_whenAPersonLooked_countsItNoMore() {
        save(visit("v"), needs("a"));
        judgeParked(1);

        tablet.markSeen(tablet.saved().stream().map(SavedChange::changeId).collect(Collectors.toList()));

        assertThat(tablet.status().tally().unseen()).isZero();
        assertThat(tablet.saved().get(0).isSeenByPerson()).isTrue();
    }

    @Test
    void show_whenAnOwnChangeCameForAnErasedRecord_dropsItAndItsBytes() {
        save(visit("v"), needs("a"));
        judge(Verdict.newBuilder()
                .setOrdinal(1)
                .setErased(tsunagi.sync.v1.Erased.getDefaultInstance())
                .build());

        assertThat(tablet.show(visit("v")).isAlive()).isFalse();
        SavedChange erased = tablet.saved().get(0);
        assertThat(erased.standing()).isEqualTo(Standing.ERASED);
        assertThat(erased.wire().hasHeader()).isFalse();
        assertThat(tablet.lanes().claims().get(0).getGoneList()).hasSize(1);
    }

    @Test
    void erase_whenAChangeIsParked_letsNobodyWaitForIt() {
        save(visit("v"), needs("a"));
        judgeParked(1);

        tablet.outbox().erase(visit("v"));

        assertThat(tablet.saved().get(0).standing()).isEqualTo(Standing.ERASED);
        assertThat(tablet.status().tally().parked()).isZero();
        assertThat(tablet.status().tally().unseen()).isEqualTo(1);
        assertThat(tablet.show(visit("v")).isParked()).isFalse();
    }

    @Test
    void open_whenTheOutboxIsKeptLessFirmlyThanRequired_refusesToRun() {
        TabletSettings real = TabletSettings.standard(fixture.clock());

        assertThatThrownBy(() -> new Tablet(fixture.database("weak.db"), fixture.database("weak-replica.db"), real))
                .isInstanceOf(StorageException.class)
                .hasMessageContaining("FULL");
    }

    @Test
    void open_whenTheDirectoryIsNew_keepsTheOutboxAtFull() {
        try (Tablet real = Tablet.open(directory, TabletSettings.standard(fixture.clock()))) {
            real.save(real.create(TEAM, VISIT).set(needs("a")), NURSE);
            assertThat(real.saved()).hasSize(1);
        }
        try (JdbcDatabase outbox =
                JdbcDatabase.open("jdbc:sqlite:" + directory.resolve("outbox.db"), Durability.FULL)) {
            assertThat(outbox.durability()).isEqualTo(Durability.FULL);
        }
    }

    private void pull(tsunagi.sync.v1.RecordState state) {
        tablet.replica()
                .receive(StateBatch.newBuilder()
                        .setTeamId(Ids.toBytes(TEAM))
                        .addStates(state)
                        .setCheckpoint(ByteString.copyFromUtf8("checkpoint"))
                        .build());
    }

    private void judge(Verdict verdict) {
        tablet.outbox()
                .judge(
                        new Lane(TEAM, tablet.device().id()),
                        Collections.singletonList(verdict),
                        Collections.emptyList());
    }

    private void judgeParked(long ordinal) {
        judge(Verdict.newBuilder()
                .setOrdinal(ordinal)
                .setParked(Parked.getDefaultInstance())
                .build());
    }

    private void judgeTaken(long ordinal, long revision) {
        judge(Verdict.newBuilder()
                .setOrdinal(ordinal)
                .setAccepted(tsunagi.sync.v1.Accepted.newBuilder().setRevision(revision))
                .build());
    }

    private static ByteString visitOn(String day) {
        return Visit.newBuilder().setVisitOn(day).build().toByteString();
    }

    private static tsunagi.sync.v1.RecordState state(String name, long revision, String needs, java.util.UUID by) {
        return live(
                name,
                revision,
                LiveRecord.newBuilder()
                        .setBody(needs(needs).toByteString())
                        .addStamps(StampedFields.newBuilder()
                                .setStamp(Stamp.of(by).toProto())
                                .addPaths(NEEDS.toProto()))
                        .build());
    }

    private static tsunagi.sync.v1.RecordState conflicted(Stamp standing, Stamp waiting) {
        RecordState state = RecordState.fromProto(
                TEAM, state("v", 5, "standing", standing.changeIds().get(0)));
        return live(
                "v",
                5,
                state.contents().toBuilder()
                        .addConflicts(Conflict.newBuilder()
                                .setPath(NEEDS.toProto())
                                .setOpenedByChangeId(Ids.toBytes(named("waiting")))
                                .addCandidates(Candidate.newBuilder()
                                        .setStamp(waiting.toProto())
                                        .setValue(needs("waiting").toByteString())))
                        .build());
    }

    private static tsunagi.sync.v1.RecordState live(String name, long revision, LiveRecord record) {
        return tsunagi.sync.v1.RecordState.newBuilder()
                .setRecordType(VISIT)
                .setRecordId(Ids.toBytes(named(name)))
                .setRevision(revision)
                .setRecord(record)
                .build();
    }
}
