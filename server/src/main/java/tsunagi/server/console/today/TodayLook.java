package tsunagi.server.console.today;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import tsunagi.calendar.JapaneseDays;
import tsunagi.record.RecordSchemas;
import tsunagi.records.v1.RecordType;
import tsunagi.server.console.page.Page;
import tsunagi.server.duplicate.DuplicateCandidates;
import tsunagi.server.fleet.Fleet;
import tsunagi.server.plaintables.AsOf;
import tsunagi.server.plaintables.PlainTables;
import tsunagi.server.review.ReviewCounts;
import tsunagi.server.review.ReviewLists;
import tsunagi.server.search.RecordFilter;
import tsunagi.server.storage.Database;
import tsunagi.server.storage.RecordRows;

/** Looks at what arrived in a team and what waits there. */
final class TodayLook {
    private static final int DAYS_IN_A_WEEK = 7;

    private final Database database;
    private final Clock clock;
    private final PlainTables tables;
    private final ReviewLists reviews;
    private final Fleet fleet = new Fleet();

    TodayLook(Database database, Clock clock) {
        this.database = database;
        this.clock = clock;
        this.tables = new PlainTables(database, new RecordRows(), RecordSchemas.standard());
        this.reviews = new ReviewLists(database);
    }

    TodayPage at(Page page, boolean isWeek) {
        UUID teamId = page.team().orElseThrow().id();
        ReviewCounts counts = reviews.counts(teamId);
        LocalDate today = LocalDate.ofInstant(clock.instant(), JapaneseDays.TIME);
        LocalDate from = today.minusDays(isWeek ? DAYS_IN_A_WEEK : 1);
        long fromMs = from.atStartOfDay(JapaneseDays.TIME).toInstant().toEpochMilli();
        AsOf asOf = tables.asOf(teamId);
        return database.read(connection -> new TodayPage(
                isWeek,
                new Arrivals(connection, teamId)
                        .since(fromMs).stream()
                                .map(arrival -> arrived(page, teamId, arrival))
                                .toList(),
                waiting(page, connection, counts, today),
                asOf.receivedAt()
                        .map(at -> page.days().moment(at.toEpochMilli()))
                        .orElse("")));
    }

    private static TodayPage.Arrived arrived(Page page, UUID teamId, Arrivals.Arrival arrival) {
        return new TodayPage.Arrived(
                arrival.person().orElseGet(() -> page.say("today.somebody")),
                arrival.body().orElse(""),
                arrival.device().orElseGet(() -> page.say("today.at_the_desk")),
                page.say("today.records", page.number(arrival.records())),
                page.days().moment(arrival.lastAtMs()),
                page.in("/records?"
                        + RecordFilter.of(teamId).byPerson(arrival.personId()).toQuery()));
    }

    private List<TodayPage.Waits> waiting(Page page, Connection connection, ReviewCounts counts, LocalDate today)
            throws SQLException {
        UUID teamId = page.team().orElseThrow().id();
        Waiting waiting = new Waiting(connection, teamId);
        RecordFilter overdue = RecordFilter.of(teamId)
                .ofTypes(RecordType.RECORD_TYPE_FOLLOW_UP)
                .onDays(today.minusYears(1), today.minusDays(1));
        List<TodayPage.Waits> all = new ArrayList<>();
        add(all, page, "conflicts", waiting.conflicts(), "/conflicts");
        long alike = new DuplicateCandidates()
                .counts(connection, teamId).values().stream()
                        .mapToLong(Long::longValue)
                        .sum();
        add(all, page, "duplicates", alike, "/duplicates");
        add(all, page, "parked", waiting.parked(), "/parked");
        add(all, page, "answered", counts.answered(), "/review/answered");
        add(all, page, "questions", counts.open(), "/review");
        add(all, page, "unseen", counts.unseen(), "/review/unseen");
        add(all, page, "undecided", waiting.undecided(), "/window");
        add(all, page, "overdue", waiting.overdue(today.toString()), "/records?" + overdue.toQuery());
        add(
                all,
                page,
                "silent",
                fleet.silent(connection, teamId, clock.millis()).size(),
                "/tablets");
        return all;
    }

    private static void add(List<TodayPage.Waits> all, Page page, String what, long number, String address) {
        if (number > 0) {
            String most = number >= ReviewLists.COUNT_MAX && address.startsWith("/review") ? "+" : "";
            all.add(new TodayPage.Waits(page.say("today.waits." + what), page.number(number) + most, page.in(address)));
        }
    }
}
