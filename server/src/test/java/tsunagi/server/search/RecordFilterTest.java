package tsunagi.server.search;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import tsunagi.calendar.FiscalYear;
import tsunagi.record.RecordSchemas;
import tsunagi.records.v1.RecordType;

/** Filters and places as they stand in links. */
final class RecordFilterTest {
    private static final UUID TEAM = UUID.fromString("00000000-0000-7000-8000-000000000001");
    private static final UUID PLACE = UUID.fromString("00000000-0000-7000-8000-000000000002");

    @Test
    void fromQuery_ofWhatToQueryWrote_isTheSameFilter() {
        RecordFilter filter = RecordFilter.of(TEAM)
                .ofTypes(RecordType.RECORD_TYPE_VISIT, RecordType.RECORD_TYPE_FOLLOW_UP)
                .withText("灯浜 & ㈱=?")
                .inYear(new FiscalYear(2024))
                .atWorkplace(PLACE)
                .byPerson("nurse +1")
                .forBody("city")
                .onDays(LocalDate.of(2024, 4, 1), LocalDate.of(2024, 7, 31))
                .withMarks(RecordMark.LEFT_OUT, RecordMark.CONFLICT)
                .ofDeleted();

        assertThat(RecordFilter.fromQuery(read(filter.toQuery()), PLACE)).isEqualTo(filter);
        assertThat(filter.toQuery())
                .startsWith("team=" + TEAM + "&type=visit&type=follow_up&q=")
                .endsWith("&mark=conflict&mark=left_out&deleted=1");
    }

    @Test
    void fromQuery_ofNothing_isAllOfTheTeam() {
        assertThat(RecordFilter.fromQuery(Map.of(), TEAM)).isEqualTo(RecordFilter.of(TEAM));
        assertThat(RecordFilter.of(TEAM).toQuery()).isEqualTo("team=" + TEAM);
    }

    @Test
    void fromQuery_whenALinkIsBroken_leavesOutWhatMakesNoSense() {
        Map<String, List<String>> query = read(
                "team=x&type=visit&type=nothing&year=soon&workplace=1&from=2024-02-30&until=&mark=&mark=problem&deleted=0&new=1&q=");

        assertThat(RecordFilter.fromQuery(query, TEAM))
                .isEqualTo(RecordFilter.of(TEAM)
                        .ofTypes(RecordType.RECORD_TYPE_VISIT)
                        .withMarks(RecordMark.PROBLEM));
    }

    @Test
    void place_comesBackAsItWas() {
        PageKey key = new PageKey("2024-07-26", PLACE, RecordType.RECORD_TYPE_AREA_CENSUS);
        PageKey unknownDay = new PageKey("", PLACE, RecordType.RECORD_TYPE_VISIT);

        for (PagePlace place :
                List.of(new PagePlace.First(), new PagePlace.After(key), new PagePlace.Before(unknownDay))) {
            assertThat(PagePlace.fromQuery(read(place.toQuery()))).isEqualTo(place);
        }
        assertThat(PagePlace.fromQuery(Map.of("after", List.of("2024-07-26~x~visit"))))
                .isEqualTo(new PagePlace.First());
    }

    @Test
    void typeWords_areThoseOfTheTables() {
        assertThat(TypeWords.ALL).hasSameSizeAs(RecordSchemas.standard().all()).allSatisfy(type -> {
            String name = RecordSchemas.standard()
                    .find(type.getNumber())
                    .orElseThrow()
                    .descriptor()
                    .getName();
            assertThat(TypeWords.of(type).replace("_", "")).isEqualToIgnoringCase(name);
            assertThat(TypeWords.find(TypeWords.of(type))).contains(type);
        });
    }

    @Test
    void count_isWrittenAsPeopleReadIt() {
        assertThat(new RecordCount(87, false)).hasToString("87");
        assertThat(new RecordCount(1000, true)).hasToString("1,000+");
    }

    private static Map<String, List<String>> read(String query) {
        Map<String, List<String>> values = new HashMap<>();
        for (String part : query.isEmpty() ? new String[0] : query.split("&", -1)) {
            String[] sides = part.split("=", 2);
            values.computeIfAbsent(sides[0], name -> new ArrayList<>())
                    .add(URLDecoder.decode(sides[1], StandardCharsets.UTF_8));
        }
        return values;
    }
}
