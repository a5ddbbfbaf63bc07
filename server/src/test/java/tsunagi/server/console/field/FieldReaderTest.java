package tsunagi.server.console.field;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.protobuf.DynamicMessage;
import com.google.protobuf.Message;
import com.google.protobuf.UnknownFieldSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tsunagi.record.RecordSchema;
import tsunagi.record.RecordSchemas;
import tsunagi.records.v1.Attendee;
import tsunagi.records.v1.Meeting;
import tsunagi.records.v1.MeetingPresence;
import tsunagi.records.v1.PlannedFigures;
import tsunagi.records.v1.Program;
import tsunagi.records.v1.Visit;
import tsunagi.server.console.page.FormFields;

final class FieldReaderTest {
    private static final String ROOT = "f";
    private static final int RECORDS = 40;

    static Stream<String> types() {
        return RecordSchemas.standard().all().stream()
                .map(schema -> schema.descriptor().getName());
    }

    @ParameterizedTest
    @MethodSource("types")
    void read_whenAFormSaysAllOfARecord_makesThatRecord(String type) {
        RecordSchema schema = RecordSchemas.standard().all().stream()
                .filter(each -> each.descriptor().getName().equals(type))
                .findFirst()
                .orElseThrow();
        Message empty = DynamicMessage.getDefaultInstance(schema.descriptor());
        RandomRecord random = new RandomRecord(new Random(type.hashCode()));
        for (int i = 0; i < RECORDS; i++) {
            Message record = random.of(schema.descriptor());

            FieldReader.Result read = read(empty, FieldReader.entered(record, ROOT));

            assertThat(read.troubles()).isEmpty();
            assertThat(parsed(read.record())).isEqualTo(parsed(record));
        }
    }

    /** Maps as maps, so that the order of their entries does not count. */
    private static Map<?, ?> parsed(Message record) {
        return Map.of("fields", tsunagi.change.FieldValues.of(record).asMap());
    }

    @Test
    void read_whenNothingWasTouched_keepsWhatNoFormCanSay() {
        Visit odd = Visit.newBuilder()
                .setVisitOn("いつか")
                .setNeeds("")
                .setMetWorkers(0)
                .setUnknownFields(UnknownFieldSet.newBuilder()
                        .addField(
                                900,
                                UnknownFieldSet.Field.newBuilder().addVarint(7).build())
                        .build())
                .build();

        assertThat(read(odd, FieldReader.entered(odd, ROOT)).record()).isEqualTo(odd);
    }

    @Test
    void read_whenAFieldIsEmptied_clearsItAndZeroIsNotEmpty() {
        Program before = Program.newBuilder()
                .setName("前")
                .setPlannedFigures(PlannedFigures.newBuilder().setVisits(5))
                .build();

        Program read = (Program)
                read(before, form("f.name=&f.planned_figures.visits=0")).record();

        assertThat(read)
                .isEqualTo(Program.newBuilder()
                        .setPlannedFigures(PlannedFigures.newBuilder().setVisits(0))
                        .build());
    }

    @Test
    void read_whenAValueCannotBeRead_saysWhereAndKeepsTheOldOne() {
        Visit before = Visit.newBuilder().setVisitOn("2024-07-08").build();

        FieldReader.Result read = read(before, form("f.visit_on=2024-02-30&f.met_workers=" + "三人"));

        assertThat(read.record()).isEqualTo(before);
        assertThat(read.troubles())
                .isEqualTo(Map.of("f.visit_on", "field.not_a_day", "f.met_workers", "field.not_a_number"));
    }

    @Test
    void read_whenDigitsAreWide_readsThem() {
        Visit read =
                (Visit) read(Visit.getDefaultInstance(), form("f.met_workers=１２&f.visit_on=2024年7月8日&f.starts_at=9:05"))
                        .record();

        assertThat(read)
                .isEqualTo(Visit.newBuilder()
                        .setMetWorkers(12)
                        .setVisitOn("2024-07-08")
                        .setStartsAt("09:05")
                        .build());
    }

    @Test
    void read_whenARowIsAddedAndOneTakenOut_keepsTheOthersAsTheyWere() {
        Meeting before = Meeting.newBuilder()
                .putAttendees("a", came())
                .putAttendees("b", came().toBuilder().setProxyName("代理").build())
                .build();
        Entered entered = form("f.attendees=1&f.attendees=new&f.attendees[1]%23key=b&f.attendees[1].presence=2"
                + "&f.attendees[1].proxy_name=" + "代理" + "&f.attendees[new]%23key=c&f.attendees[new].presence=4");

        Meeting read = (Meeting) read(before, entered).record();

        assertThat(read.getAttendeesMap().keySet()).containsExactlyInAnyOrder("b", "c");
        assertThat(read.getAttendeesOrThrow("b")).isEqualTo(before.getAttendeesOrThrow("b"));
        assertThat(read.getAttendeesOrThrow("c").getPresence()).isEqualTo(MeetingPresence.MEETING_PRESENCE_ABSENT);
    }

    @Test
    void read_whenTwoRowsAreAboutTheSame_marksTheSecond() {
        Entered entered = form(
                "f.attendees=1&f.attendees=2&f.attendees[1]%23key=a&f.attendees[2]%23key=a&f.attendees[2].presence=2");

        assertThat(read(Meeting.getDefaultInstance(), entered).troubles())
                .isEqualTo(Map.of("f.attendees[2]#key", "field.twice"));
    }

    @Test
    void take_whenARowIsAskedFor_focusesItAndWritesNothing() {
        UUID token = new UUID(1, 2);

        FormSteps.Stepped stepped = FormSteps.take("add f.attendees", form("f.title=x"), () -> token)
                .orElseThrow();

        assertThat(stepped.entered().all("f.attendees")).isEqualTo(List.of(token.toString()));
        assertThat(stepped.focus()).contains("f.attendees[" + token + "]");
        assertThat(read(Meeting.getDefaultInstance(), stepped.entered()).record())
                .isEqualTo(Meeting.newBuilder().setTitle("x").build());
    }

    private static Attendee came() {
        return Attendee.newBuilder()
                .setPresence(MeetingPresence.MEETING_PRESENCE_CAME)
                .build();
    }

    private static Entered form(String body) {
        return Entered.of(FormFields.of("?" + body));
    }

    private static FieldReader.Result read(Message before, Entered entered) {
        return FieldReader.read(before, ROOT, entered, field -> true, new NoChoices(), () -> new UUID(0, 1));
    }
}
