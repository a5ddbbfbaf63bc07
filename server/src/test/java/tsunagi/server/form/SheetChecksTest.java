package tsunagi.server.form;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.protobuf.ByteString;
import com.google.protobuf.Message;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import tsunagi.change.ChangeLimits;
import tsunagi.change.ChangeReader;
import tsunagi.piece.Sha256;
import tsunagi.record.RecordKey;
import tsunagi.record.RecordSchemas;
import tsunagi.records.v1.Answer;
import tsunagi.records.v1.Attachment;
import tsunagi.records.v1.FormVersion;
import tsunagi.records.v1.RecordType;
import tsunagi.records.v1.Response;
import tsunagi.server.attachment.AttachmentLimits;
import tsunagi.server.attachment.AttachmentStore;
import tsunagi.server.desk.Desk;
import tsunagi.server.desk.DeskEdit;
import tsunagi.server.intake.Erasure;
import tsunagi.server.intake.ErasureList;
import tsunagi.server.intake.TeamIntake;
import tsunagi.server.plaintables.PlainTables;
import tsunagi.server.storage.Database;
import tsunagi.server.storage.RecordRows;
import tsunagi.server.storage.Sql;
import tsunagi.server.storage.StorageContract;
import tsunagi.server.storage.TestStorage;
import tsunagi.server.team.Members;
import tsunagi.server.team.Membership;
import tsunagi.server.team.Teams;
import tsunagi.sync.v1.Role;

@StorageContract
class SheetChecksTest {
    private static final UUID TEAM = UUID.randomUUID();
    private static final String CLERK = UUID.randomUUID().toString();
    private static final ByteString XFORM = ByteString.copyFromUtf8("""
            <h:html xmlns="http://www.w3.org/2002/xforms" xmlns:h="http://www.w3.org/1999/xhtml">
              <h:head><h:title>腰痛調査</h:title><model>
                <instance><data id="low_back" version="1"><pain/><where/></data></instance>
                <bind nodeset="/data/pain" type="integer" constraint=". &lt;= 10"/>
                <bind nodeset="/data/where" type="string"/>
              </model></h:head>
              <h:body>
                <input ref="/data/pain"><label>痛み</label></input>
                <select1 ref="/data/where"><label>どこが</label>
                  <item><label>腰</label><value>waist</value></item></select1>
              </h:body>
            </h:html>
            """);
    private static final RecordKey VERSION = PublishedForms.key(TEAM, "low_back", "1");

    private Database database;
    private AttachmentStore files;
    private PlainTables tables;
    private SheetChecks checks;
    private Desk desk;

    @BeforeEach
    void open(TestStorage storage) {
        Clock clock = Clock.systemUTC();
        RecordSchemas schemas = RecordSchemas.standard();
        ChangeReader reader = new ChangeReader(schemas, ChangeLimits.STANDARD);
        database = storage.open("server");
        files = new AttachmentStore(database, AttachmentLimits.STANDARD, clock);
        tables = new PlainTables(database, new RecordRows(), schemas);
        tables.prepare();
        checks = new SheetChecks(database, new PublishedForms(database, files));
        TeamIntake intake = new TeamIntake(database, schemas, reader, new NoErasures(), clock);
        desk = new Desk(
                database, submission -> intake.take(List.of(submission)).get(0), reader, clock, UUID::randomUUID);
        database.write(connection -> {
            new Teams().open(connection, TEAM, "酒蔵");
            new Members()
                    .put(
                            connection,
                            new Membership(
                                    TEAM,
                                    CLERK,
                                    Optional.empty(),
                                    Role.ROLE_MEMBER,
                                    0,
                                    OptionalLong.empty(),
                                    OptionalLong.empty()));
            return null;
        });
    }

    @AfterEach
    void close() {
        database.close();
    }

    @Test
    void sheetsThatDoNotFitTheirForm_areMarkedAndKeptAsTheyAre() {
        publish();
        RecordKey good = sheet("/data/pain", number(3));
        RecordKey outOfConstraint = sheet("/data/pain", number(11));
        RecordKey wrongType = sheet("/data/pain", text("とても"));
        RecordKey notOffered =
                sheet("/data/where", Answer.newBuilder().addChoices("moon").build());
        RecordKey unknown = sheet("/data/nowhere", text("x"));

        follow();

        assertThat(problems(good)).isEmpty();
        assertThat(problems(outOfConstraint)).containsExactly("form_out_of_constraint /data/pain error");
        assertThat(problems(wrongType)).containsExactly("form_wrong_type /data/pain error");
        assertThat(problems(notOffered)).containsExactly("form_not_a_choice /data/where error");
        assertThat(problems(unknown)).containsExactly("form_unknown_question /data/nowhere error");
        assertThat(desk.show(unknown).body().toString(StandardCharsets.UTF_8)).contains("/data/nowhere");
        assertThat(checks.checkSome()).isFalse();
    }

    @Test
    void aSheetThatWasMended_isCheckedAgain() {
        publish();
        RecordKey sheet = sheet("/data/pain", number(11));
        follow();

        write(sheet, Response.newBuilder().putAnswers("/data/pain", number(10)).build());
        follow();

        assertThat(problems(sheet)).isEmpty();
    }

    @Test
    void aSheetWhoseFormComesLater_isCheckedThen() {
        RecordKey sheet = sheet("/data/pain", number(11));
        follow();
        assertThat(problems(sheet)).isEmpty();

        publish();
        follow();

        assertThat(problems(sheet)).containsExactly("form_out_of_constraint /data/pain error");
    }

    @Test
    void tablesMadeAnew_areFilledAgain() {
        publish();
        RecordKey sheet = sheet("/data/pain", number(11));
        follow();

        tables.rebuild();
        follow();

        assertThat(problems(sheet)).containsExactly("form_out_of_constraint /data/pain error");
    }

    @Test
    void aSheetThatMovedAfterTheTablesSawIt_waitsForThem() {
        publish();
        RecordKey sheet = sheet("/data/pain", number(3));
        followTables();
        write(sheet, Response.newBuilder().putAnswers("/data/pain", number(11)).build());

        followChecks();
        assertThat(problems(sheet)).isEmpty();

        follow();
        assertThat(problems(sheet)).containsExactly("form_out_of_constraint /data/pain error");
    }

    private void follow() {
        followTables();
        followChecks();
    }

    private void followTables() {
        tables.catchUp(TEAM);
    }

    private void followChecks() {
        while (checks.checkSome()) {}
    }

    private void publish() {
        files.put(TEAM, XFORM);
        write(
                VERSION,
                FormVersion.newBuilder()
                        .setFormKey("low_back")
                        .setVersion("1")
                        .setXform(Attachment.newBuilder().setSha256(Sha256.of(XFORM)))
                        .build());
    }

    private RecordKey sheet(String path, Answer answer) {
        RecordKey key = new RecordKey(TEAM, RecordType.RECORD_TYPE_RESPONSE_VALUE, UUID.randomUUID());
        write(
                key,
                Response.newBuilder()
                        .setFormVersionId(VERSION.id().toString())
                        .putAnswers(path, answer)
                        .build());
        return key;
    }

    private void write(RecordKey key, Message values) {
        desk.write(TEAM, CLERK, List.of(DeskEdit.of(desk.show(key), values)));
    }

    private List<String> problems(RecordKey key) {
        return database.read(connection -> Sql.of(
                        connection,
                        "SELECT rule, field, severity FROM record_problem WHERE record_id = ? AND rule LIKE 'form_%'",
                        key.id().toString())
                .list(row -> row.text("rule") + " " + row.text("field") + " " + row.text("severity")));
    }

    private static Answer number(double number) {
        return Answer.newBuilder().setNumber(number).build();
    }

    private static Answer text(String text) {
        return Answer.newBuilder().setText(text).build();
    }

    /** Nothing is erased here. */
    private static final class NoErasures implements ErasureList {
        @Override
        public void append(List<Erasure> erasures) {
            throw new AssertionError("nothing is erased here");
        }

        @Override
        public List<Erasure> all() {
            return List.of();
        }
    }
}
