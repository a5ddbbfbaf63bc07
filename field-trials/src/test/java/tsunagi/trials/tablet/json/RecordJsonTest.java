package tsunagi.trials.tablet.json;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.google.protobuf.ByteString;
import org.junit.jupiter.api.Test;
import tsunagi.change.FieldPath;
import tsunagi.change.FieldValues;
import tsunagi.record.RecordSchema;
import tsunagi.record.RecordSchemas;
import tsunagi.records.v1.Visit;

final class RecordJsonTest {
    private static final RecordTypes TYPES = new RecordTypes(RecordSchemas.standard());

    @Test
    void read_aVisit_isTheSameVisitWrittenAgain() throws BadInputException {
        String json = """
                {"visit_on":"2024-07-08","outcome":{"state":"VISIT_STATE_DONE"},\
                "kinds":["VISIT_KIND_FIRST_TALK","VISIT_KIND_INTERVIEW"],\
                "members":{"p1":{"role":"STAFF_ROLE_LEAD"},"p2":{}},"met_workers":0,"needs":"腰痛 𠮷 🍶"}""";

        FieldEdits edits = RecordJson.read(visit(), json);

        ByteString body = FieldValues.of(edits.sets()).join();
        assertThat(RecordJson.write(visit(), body)).hasToString(json);
    }

    @Test
    void read_eachEntryOfAMap_isAFieldOfItsOwn() throws BadInputException {
        FieldEdits edits = RecordJson.read(visit(), "{'members': {'p1': {'role': 'STAFF_ROLE_LEAD'}, 'p2': null}}");

        assertThat(edits.sets()).containsOnlyKeys(FieldPath.entry(Visit.MEMBERS_FIELD_NUMBER, "p1"));
        assertThat(edits.clears()).containsExactly(FieldPath.entry(Visit.MEMBERS_FIELD_NUMBER, "p2"));
    }

    @Test
    void read_nullAndEmptyList_clear() throws BadInputException {
        FieldEdits edits = RecordJson.read(visit(), "{'needs': null, 'kinds': [], 'members': null}");

        assertThat(edits.sets()).isEmpty();
        assertThat(edits.clears())
                .containsExactly(FieldPath.field(Visit.KINDS_FIELD_NUMBER), FieldPath.field(Visit.NEEDS_FIELD_NUMBER));
        assertThat(edits.clearsWholly()).containsExactly(Visit.MEMBERS_FIELD_NUMBER);
    }

    @Test
    void read_unknownField_namesTheFieldsThereAre() {
        assertThatThrownBy(() -> RecordJson.read(visit(), "{'visitor': 'x'}"))
                .isInstanceOf(BadInputException.class)
                .hasMessageContaining("Visit has no field \"visitor\"")
                .hasMessageContaining("workplace_id, visit_on, starts_at");
    }

    @Test
    void read_unknownFieldOfAPart_namesThePartsFields() {
        assertThatThrownBy(() -> RecordJson.read(visit(), "{'outcome': {'status': 1}}"))
                .hasMessage("VisitOutcome has no field \"status\". It has: state, reasons, reason_words, retry_on.");
    }

    @Test
    void read_unknownEnumValue_namesTheValuesThereAre() {
        assertThatThrownBy(() -> RecordJson.read(visit(), "{'kinds': ['TEA']}"))
                .hasMessageContaining("\"kinds\" cannot be \"TEA\"")
                .hasMessageContaining("VISIT_KIND_FIRST_TALK")
                .hasMessageNotContaining("UNSPECIFIED");
    }

    @Test
    void read_wrongShapes_sayWhichShapeIsRight() {
        assertThatThrownBy(() -> RecordJson.read(visit(), "{'kinds': 'VISIT_KIND_INTERVIEW'}"))
                .hasMessageContaining("takes a list");
        assertThatThrownBy(() -> RecordJson.read(visit(), "{'members': ['p1']}"))
                .hasMessageContaining("takes an object");
        assertThatThrownBy(() -> RecordJson.read(visit(), "{'met_workers': 'many'}"))
                .hasMessageContaining("\"met_workers\": Not an int32 value");
        assertThatThrownBy(() -> RecordJson.read(visit(), "[1]")).hasMessageContaining("JSON object");
        assertThatThrownBy(() -> RecordJson.read(visit(), "{'needs': ")).hasMessageContaining("not JSON");
    }

    @Test
    void read_textThatCannotBeKept_isRefused() {
        assertThatThrownBy(() -> RecordJson.read(visit(), "{'needs': 'a\\u0000b'}"))
                .hasMessageContaining("cannot be kept");
        assertThatThrownBy(() -> RecordJson.read(visit(), "{'needs': '\\ud842'}"))
                .hasMessageContaining("cannot be kept");
        assertThatThrownBy(() -> RecordJson.read(visit(), "{'members': {'\\ud842': {}}}"))
                .hasMessageContaining("cannot be kept");
    }

    @Test
    void find_aTypeHoweverItIsSpelt() throws BadInputException {
        assertThat(TYPES.find("FollowUp")).isSameAs(TYPES.find("follow-up")).isSameAs(TYPES.find("follow_up"));
        assertThat(TYPES.nameOf(TYPES.find("followup").type())).isEqualTo("follow_up");
        assertThat(TYPES.nameOf(999)).isEqualTo("type 999");
        assertThatThrownBy(() -> TYPES.find("vist"))
                .hasMessageContaining("no record type \"vist\"")
                .hasMessageContaining("visit, observation");
    }

    private static RecordSchema visit() throws BadInputException {
        return TYPES.find("visit");
    }
}
