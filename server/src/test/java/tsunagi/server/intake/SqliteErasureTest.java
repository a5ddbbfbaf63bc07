package tsunagi.server.intake;

import static org.assertj.core.api.Assertions.assertThat;
import static tsunagi.server.intake.IntakeScenario.decision;
import static tsunagi.server.intake.IntakeScenario.edit;
import static tsunagi.server.intake.IntakeScenario.key;
import static tsunagi.server.intake.IntakeScenario.saw;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import org.junit.jupiter.api.Test;
import tsunagi.record.RecordKey;
import tsunagi.records.v1.Response;
import tsunagi.server.intake.IntakeScenario.Tablet;
import tsunagi.server.storage.SqliteTestStorage;
import tsunagi.sync.v1.Action;

/** What was withdrawn is gone from the file itself, and not only from its tables. */
class SqliteErasureTest {
    private static final String SECRET = "a secret of the respondent";
    private static final RecordKey SHEET = key("sheet", Response.getDefaultInstance());
    private static final int CODE = Response.MATCH_CODE_FIELD_NUMBER;

    @Test
    void withdraw_whenTakenIn_leavesNothingInTheFile() throws IOException {
        try (SqliteTestStorage storage = new SqliteTestStorage()) {
            IntakeScenario scenario = new IntakeScenario(storage);
            Tablet tablet = scenario.tablet("A");
            // Long enough to fill pages of its own, and moved about as the record grows.
            String page = (SECRET + " ").repeat(300);
            for (int i = 0; i < 20; i++) {
                Response more = Response.newBuilder().setMatchCode(page + i).build();
                tablet.hands(edit("c" + i, SHEET, more, saw(CODE, "c" + (i - 1))));
            }

            tablet.hands(decision("end", SHEET, Action.ACTION_WITHDRAW));
            scenario.close();

            String file = Files.readString(storage.file("server"), StandardCharsets.ISO_8859_1);
            assertThat(file.contains(SECRET)).isFalse();
        }
    }
}
