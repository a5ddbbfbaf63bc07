package tsunagi.engine.lookup;

import static org.assertj.core.api.Assertions.assertThat;
import static tsunagi.engine.tablet.TabletFixture.TEAM;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tsunagi.engine.tablet.Tablet;
import tsunagi.engine.tablet.TabletFixture;
import tsunagi.record.RecordKey;
import tsunagi.records.v1.RecordType;

/** Whatever happened, the index and the outbox over it find what listing everything finds. */
class LookupContractTest {
    private static final LocalDate SECOND = LocalDate.parse("2026-04-02");
    private static final LocalDate FOURTH = LocalDate.parse("2026-04-04");
    private static final List<RecordType> OPEN = Arrays.asList(
            RecordType.RECORD_TYPE_VISIT,
            RecordType.RECORD_TYPE_FOLLOW_UP,
            RecordType.RECORD_TYPE_REFERRAL,
            RecordType.RECORD_TYPE_WORKSHOP,
            RecordType.RECORD_TYPE_REVIEW);

    @TempDir
    Path directory;

    private TabletFixture fixture;

    @BeforeEach
    void open() {
        fixture = new TabletFixture(directory);
    }

    @AfterEach
    void close() {
        fixture.close();
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6})
    void lookup_whateverHappened_findsWhatListingFinds(long seed) {
        RandomHistory history = new RandomHistory(seed);
        Tablet tablet = fixture.open("a");
        history.receiveAll(tablet);
        for (int round = 0; round < 10; round++) {
            for (int step = 0; step < 4; step++) {
                history.step(tablet);
            }
            check(tablet);
        }
        check(fixture.open("a"));
    }

    @ParameterizedTest
    @ValueSource(longs = {21, 22})
    void lookup_whenAnotherProgramFilledTheIndex_findsWhatListingFinds(long seed) {
        RandomHistory history = new RandomHistory(seed);
        Tablet tablet = fixture.open("a");
        history.receiveAll(tablet);
        for (int step = 0; step < 60; step++) {
            history.step(tablet);
        }
        var replica = fixture.database("a-replica.db");
        replica.execute("UPDATE index_note SET fingerprint = x'00'");
        replica.execute("DELETE FROM indexed_reference WHERE record_type = 6");
        replica.execute("DELETE FROM indexed_conflict");
        replica.execute("UPDATE indexed_record SET search_keys = 'x', day = NULL");

        check(fixture.open("a"));
    }

    private void check(Tablet tablet) {
        Lookup lookup = tablet.lookup();
        SlowLookup slow = new SlowLookup(tablet);
        for (RecordType type : RandomHistory.TYPES) {
            for (RecordType target : RandomHistory.TYPES) {
                for (int number = 0; number < 2; number++) {
                    RecordKey key = RandomHistory.key(target, number);
                    assertThat(lookup.referring(key, type.getNumber()))
                            .as("%s of %s", type, target)
                            .isEqualTo(slow.referring(key, type));
                    assertThat(lookup.countReferring(key, type.getNumber()))
                            .isEqualTo(slow.referring(key, type).size());
                }
            }
            assertThat(lookup.onDays(TEAM, type.getNumber(), SECOND, FOURTH))
                    .as("%s on days", type)
                    .isEqualTo(slow.onDays(type, SECOND, FOURTH));
        }
        assertThat(lookup.inConflict(TEAM)).as("in conflict").isEqualTo(slow.inConflict());
        for (RecordType type : OPEN) {
            assertThat(lookup.openOnDays(TEAM, type.getNumber(), SECOND, FOURTH))
                    .as("open %s on days", type)
                    .isEqualTo(slow.openOnDays(type, SECOND, FOURTH));
            assertThat(lookup.open(TEAM, type.getNumber())).as("open %s", type).isEqualTo(slow.open(type));
        }
        for (String typed : Arrays.asList("", "山", "やま", "山田 製作", "高橋", "事業所", "重浜1-2", "田　町", "🍶")) {
            search(lookup, slow, typed);
        }
    }

    private static void search(Lookup lookup, SlowLookup slow, String typed) {
        for (int limit : new int[] {2, 100}) {
            assertThat(lookup.workplaces(TEAM, typed, limit))
                    .as("workplaces by '%s'", typed)
                    .isEqualTo(slow.search(RecordType.RECORD_TYPE_WORKPLACE, Optional.empty(), typed, limit));
            assertThat(lookup.contacts(TEAM, typed, limit))
                    .as("contacts by '%s'", typed)
                    .isEqualTo(slow.search(RecordType.RECORD_TYPE_CONTACT, Optional.empty(), typed, limit));
            assertThat(lookup.participants(TEAM, typed, limit))
                    .as("participants by '%s'", typed)
                    .isEqualTo(slow.search(RecordType.RECORD_TYPE_PARTICIPANT, Optional.empty(), typed, limit));
            RecordKey workplace = RandomHistory.key(RecordType.RECORD_TYPE_WORKPLACE, 0);
            assertThat(lookup.participantsOf(workplace, typed, limit))
                    .as("participants of a workplace by '%s'", typed)
                    .isEqualTo(slow.search(RecordType.RECORD_TYPE_PARTICIPANT, Optional.of(workplace), typed, limit));
        }
    }
}
