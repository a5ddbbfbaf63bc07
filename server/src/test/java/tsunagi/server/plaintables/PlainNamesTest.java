package tsunagi.server.plaintables;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import com.google.protobuf.Descriptors.Descriptor;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tsunagi.record.RecordSchemas;
import tsunagi.records.v1.Program;
import tsunagi.records.v1.ValidityJudgement;
import tsunagi.records.v1.Visit;
import tsunagi.records.v1.Workplace;
import tsunagi.server.storage.Dialect;

final class PlainNamesTest {
    @ParameterizedTest
    @CsvSource({"Visit, visit", "FollowUp, follow_up", "AreaCensus, area_census"})
    void snakeCase_partsTheWords(String message, String table) {
        assertThat(PlainNames.snakeCase(message)).isEqualTo(table);
    }

    @ParameterizedTest
    @CsvSource({
        "theme_keys, visit_theme, theme_key",
        "met_contact_ids, visit_met_contact, met_contact_id",
        "kinds, visit_kind, kind",
        "worked_times, visit_worked_time, worked_time",
    })
    void partTable_isNamedForOneElement(String field, String table, String element) {
        assertPart(Visit.getDescriptor(), field, table, element);
    }

    @Test
    void partTable_whenThePluralIsUnusual_isNamedByHand() {
        assertPart(Workplace.getDescriptor(), "aliases", "workplace_alias", "alias");
        assertPart(Program.getDescriptor(), "municipality_codes", "program_municipality", "municipality_code");
    }

    @Test
    void column_whenAMessageIsFlattened_saysNoNameTwice() {
        Descriptor judgement = ValidityJudgement.getDescriptor();

        assertThat(PlainNames.column("validity_", judgement.findFieldByName("reason")))
                .isEqualTo("validity_reason");
        assertThat(PlainNames.column("validity_", judgement.findFieldByName("validity")))
                .isEqualTo("validity");
    }

    @Test
    void usable_whenTheNameIsAWordOfSql_refuses() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> PlainNames.usable("order"))
                .withMessageContaining("PlainNames");
        assertThatIllegalArgumentException().isThrownBy(() -> PlainNames.usable("a".repeat(64)));
    }

    @Test
    void everyRecordOfTheSchema_hasUsableNames() {
        PlainSchema schema = new PlainSchema(RecordSchemas.standard());

        assertThat(new Catalog(schema, Dialect.SQLITE)).isNotNull();
        assertThat(schema.tables())
                .extracting(PlainTable::name)
                .contains("workplace", "response_answer", "attendance", "workshop_tally_sheet_row", "conflict");
    }

    private static void assertPart(Descriptor record, String field, String table, String element) {
        String owner = PlainNames.snakeCase(record.getName());
        assertThat(PlainNames.partTable(owner, "", record.findFieldByName(field)))
                .isEqualTo(table);
        assertThat(PlainNames.oneOf(record.findFieldByName(field))).isEqualTo(element);
    }
}
