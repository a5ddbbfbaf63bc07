package tsunagi.server.window;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import tsunagi.record.RecordKey;
import tsunagi.records.v1.BusySeason;
import tsunagi.records.v1.Workplace;

final class AgendaTest {
    private static final Workplace BREWERY = Workplace.newBuilder()
            .putBusySeasons(
                    "brewing",
                    BusySeason.newBuilder()
                            .setFromMonthDay("10-01")
                            .setUntilMonthDay("03-31")
                            .setReason("仕込み")
                            .build())
            .build();

    private int made;

    private AgendaItem item(String day, String from, String person, boolean isOpen) {
        return new AgendaItem(
                new RecordKey(new UUID(0, 1), 6, new UUID(0, ++made)),
                LocalDate.parse(day),
                Optional.of(from).filter(time -> !time.isEmpty()).map(LocalTime::parse),
                Optional.empty(),
                Optional.of("brewery"),
                Set.of(person),
                Set.of(),
                isOpen);
    }

    private static Agenda agenda(AgendaItem... items) {
        return new Agenda(List.of(items), Map.of("brewery", BREWERY));
    }

    @Test
    void busySeason_overTheTurnOfTheYear_warnsOfWhatIsStillToCome() {
        AgendaItem january = item("2025-01-15", "", "oda", true);
        AgendaItem may = item("2025-05-15", "", "oda", true);
        AgendaItem done = item("2025-01-16", "", "oda", false);
        Agenda agenda = agenda(january, may, done);

        assertThat(agenda.busySeason(january)).map(BusySeason::getReason).contains("仕込み");
        assertThat(agenda.busySeason(may)).isEmpty();
        assertThat(agenda.busySeason(done)).isEmpty();
    }

    @Test
    void doubleBooked_isWhoWouldHaveToBeAtBoth() {
        AgendaItem morning = item("2025-05-13", "10:00", "oda", true);
        AgendaItem soonAfter = item("2025-05-13", "11:00", "oda", true);
        AgendaItem evening = item("2025-05-13", "17:00", "oda", true);
        AgendaItem somebodyElse = item("2025-05-13", "10:00", "hori", true);
        AgendaItem anotherDay = item("2025-05-14", "", "oda", true);
        Agenda agenda = agenda(morning, soonAfter, evening, somebodyElse, anotherDay);

        assertThat(agenda.doubleBooked(morning)).containsExactly("oda");
        assertThat(agenda.doubleBooked(soonAfter)).containsExactly("oda");
        assertThat(agenda.doubleBooked(evening)).isEmpty();
        assertThat(agenda.doubleBooked(somebodyElse)).isEmpty();
        assertThat(agenda.doubleBooked(anotherDay)).isEmpty();
    }

    @Test
    void doubleBooked_withoutATime_isAnyTimeOfThatDay() {
        AgendaItem some = item("2025-05-13", "", "oda", true);
        AgendaItem evening = item("2025-05-13", "17:00", "oda", true);

        assertThat(agenda(some, evening).doubleBooked(evening)).containsExactly("oda");
    }
}
