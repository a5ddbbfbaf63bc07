package tsunagi.server.plaintables;

import static org.assertj.core.api.Assertions.assertThat;
import static tsunagi.server.plaintables.PlainScenario.named;

import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import tsunagi.record.RecordKey;
import tsunagi.records.v1.Answer;
import tsunagi.records.v1.FormVersion;
import tsunagi.records.v1.RecordType;
import tsunagi.records.v1.Response;
import tsunagi.records.v1.ResponseProgress;
import tsunagi.records.v1.ResponseState;
import tsunagi.records.v1.Round;
import tsunagi.records.v1.Scale;
import tsunagi.records.v1.ScaleItem;
import tsunagi.server.storage.StorageContract;
import tsunagi.server.storage.StoredRecord;
import tsunagi.server.storage.TestStorage;
import tsunagi.sync.v1.EndReason;
import tsunagi.sync.v1.LiveRecord;

@StorageContract
final class ScoreTablesTest {
    private static final String SCORES =
            "SELECT response_id, scale_key, value, item_count, answered_count FROM response_score ORDER BY response_id,"
                    + " scale_key";
    private static final String VALIDITY = "SELECT is_valid, why FROM response_validity ORDER BY response_id";

    private PlainScenario server;

    @BeforeEach
    void open(TestStorage storage) {
        server = new PlainScenario(storage);
    }

    @AfterEach
    void close() {
        server.close();
    }

    @Test
    void sheet_afterItsForm_isScored() {
        server.says("form", form("/data/pain", "/data/days"));
        server.says("sheet", sheet("form", 3.5));
        server.says("round", Round.getDefaultInstance());

        server.follows();

        assertThat(server.asks(SCORES)).containsExactly(named("sheet") + "|back|null|2|1");
        assertThat(server.asks(VALIDITY)).containsExactly("0|score_missing");
    }

    @Test
    void sheet_beforeItsForm_isScoredWhenTheFormArrives() {
        server.says("sheet", sheet("form", 3.5));
        server.follows();
        assertThat(server.asks(SCORES)).isEmpty();
        assertThat(server.asks(VALIDITY)).containsExactly("0|form_unknown");

        server.says("form", form("/data/pain"));
        server.follows();

        assertThat(server.asks(SCORES)).containsExactly(named("sheet") + "|back|3.5|1|1");
        assertThat(server.asks(VALIDITY)).containsExactly("1|complete");
        assertThat(server.asks("SELECT * FROM score_due")).isEmpty();
    }

    @Test
    void sheets_beforeTheirForm_areScoredHoweverManyTheyAre() {
        server.saysInOneTransaction(600, sheet("form", 3.5));
        server.follows();
        server.says("form", form("/data/pain"));

        server.follows();

        assertThat(server.asks("SELECT COUNT(*) FROM response_score WHERE value = 3.5"))
                .containsExactly("600");
        assertThat(server.asks("SELECT COUNT(*) FROM response_validity WHERE is_valid = 1"))
                .containsExactly("600");
        assertThat(server.asks("SELECT * FROM score_due")).isEmpty();
    }

    @Test
    void sheetThatMovesWhileItIsNoted_isScoredAsItStands() {
        server.says("sheet", sheet("form", 3.5));
        server.follows();
        server.says("form", form("/data/pain"));
        server.tables().take(server.tables().nextStep(PlainScenario.TEAM));
        server.says("sheet", sheet("form", 7.5));

        server.follows();

        assertThat(server.asks(SCORES)).containsExactly(named("sheet") + "|back|7.5|1|1");
        assertThat(server.asks("SELECT * FROM score_due")).isEmpty();
    }

    @Test
    void sheetThatEnded_hasNoScore() {
        server.says("form", form("/data/pain"));
        server.says("sheet", sheet("form", 3.5));
        server.follows();

        server.ends("sheet", Response.getDefaultInstance(), EndReason.END_REASON_WITHDRAWN);
        server.follows();

        assertThat(server.asks(SCORES)).isEmpty();
        assertThat(server.asks(VALIDITY)).isEmpty();
    }

    @Test
    void round_thatBeginsToAskForConsent_makesSheetsWithoutItInvalid() {
        server.says("form", form("/data/pain"));
        server.says("round", Round.getDefaultInstance());
        server.says("sheet", sheet("form", 3.5));
        server.follows();
        assertThat(server.asks(VALIDITY)).containsExactly("1|complete");

        server.says("round", Round.newBuilder().addConsentScopes("totals").build());
        server.follows();
        assertThat(server.asks(VALIDITY)).containsExactly("0|consent_refused");

        server.says("other", Round.newBuilder().addConsentScopes("manager").build());
        server.isAbsorbed("round", Round.getDefaultInstance(), "other");
        server.follows();
        assertThat(server.asks(VALIDITY)).containsExactly("1|complete");
    }

    @Test
    void tablesMadeAnew_areEqual() {
        server.says("sheet", sheet("form", 3.5));
        server.follows();
        server.says("form", form("/data/pain"));
        server.says("round", Round.newBuilder().addConsentScopes("totals").build());
        server.follows();
        List<String> before = server.dump();

        server.tables().rebuild();
        server.follows();

        assertThat(server.dump()).isEqualTo(before);
    }

    @Test
    void formAndSheets_inOneStep_areScoredAtOnce() {
        server.movesTogether(List.of(
                new StoredRecord(
                        new RecordKey(PlainScenario.TEAM, RecordType.RECORD_TYPE_FORM_VERSION_VALUE, named("form")),
                        0,
                        Optional.empty(),
                        LiveRecord.newBuilder()
                                .setBody(form("/data/pain").toByteString())
                                .build()
                                .toByteString()),
                new StoredRecord(
                        new RecordKey(PlainScenario.TEAM, RecordType.RECORD_TYPE_RESPONSE_VALUE, named("sheet")),
                        0,
                        Optional.empty(),
                        LiveRecord.newBuilder()
                                .setBody(sheet("form", 3.5).toByteString())
                                .build()
                                .toByteString())));

        assertThat(server.follows()).isEqualTo(1);

        assertThat(server.asks(SCORES)).containsExactly(named("sheet") + "|back|3.5|1|1");
    }

    private static FormVersion form(String... items) {
        Scale.Builder scale = Scale.newBuilder().setIsNeeded(true);
        IntStream.range(0, items.length)
                .forEach(i -> scale.addItems(ScaleItem.newBuilder().setQuestionPath(items[i])));
        return FormVersion.newBuilder().putScales("back", scale.build()).build();
    }

    private static Response sheet(String form, double pain) {
        return Response.newBuilder()
                .setFormVersionId(named(form).toString())
                .setRoundId(named("round").toString())
                .putAnswers("/data/pain", Answer.newBuilder().setNumber(pain).build())
                .setProgress(ResponseProgress.newBuilder().setState(ResponseState.RESPONSE_STATE_COMPLETE))
                .build();
    }
}
