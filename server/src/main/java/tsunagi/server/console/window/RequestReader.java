package tsunagi.server.console.window;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import tsunagi.calendar.JapaneseDays;
import tsunagi.record.RecordKey;
import tsunagi.records.v1.Course;
import tsunagi.records.v1.RecordType;
import tsunagi.records.v1.Request;
import tsunagi.records.v1.RequestAnswer;
import tsunagi.records.v1.Workplace;
import tsunagi.server.console.page.NotThereException;
import tsunagi.server.console.page.Page;
import tsunagi.server.console.window.RequestShown.Choice;
import tsunagi.server.storage.Database;
import tsunagi.server.storage.RecordRows;
import tsunagi.server.storage.Sql;
import tsunagi.server.storage.StoredRecord;
import tsunagi.server.window.CourseMatch;
import tsunagi.server.window.LectureMenu;
import tsunagi.server.words.DatabaseNames;
import tsunagi.server.words.NameSource;
import tsunagi.server.words.RecordWords;

/** Reads requests as the pages show them; what somebody decided a moment ago is in it. */
final class RequestReader {
    private static final int DECIDED_SHOWN = 30;
    private static final int MATCHES_SHOWN = 5;
    private static final RecordType TYPE = RecordType.RECORD_TYPE_REQUEST;

    private final Database database;
    private final Clock clock;

    RequestReader(Database database, Clock clock) {
        this.database = database;
        this.clock = clock;
    }

    RequestsShown all(Page page, UUID teamId) {
        return database.read(connection -> {
            Map<String, Request> requests = WindowNames.living(connection, teamId, TYPE, Request.parser());
            List<Map.Entry<String, Request>> open = requests.entrySet().stream()
                    .filter(request -> isOpen(request.getValue()))
                    .sorted(Comparator.comparing(request -> request.getValue().getReceivedOn()))
                    .toList();
            List<Map.Entry<String, Request>> decided = requests.entrySet().stream()
                    .filter(request -> !isOpen(request.getValue()))
                    .sorted(Comparator.comparing((Map.Entry<String, Request> request) ->
                                    request.getValue().getDecision().getDecidedOn())
                            .reversed())
                    .limit(DECIDED_SHOWN)
                    .toList();
            return new DatabaseNames(connection, teamId, page.language())
                    .allFor(names ->
                            new RequestsShown(cards(page, teamId, open, names), cards(page, teamId, decided, names)));
        });
    }

    private List<RequestCard> cards(Page page, UUID teamId, List<Map.Entry<String, Request>> some, NameSource names) {
        return some.stream()
                .map(request -> card(page, teamId, request.getKey(), request.getValue(), names))
                .toList();
    }

    private RequestCard card(Page page, UUID teamId, String id, Request request, NameSource names) {
        String who = request.getWorkplaceId().isEmpty()
                ? ""
                : WindowNames.record(teamId, RecordType.RECORD_TYPE_WORKPLACE, request.getWorkplaceId(), names);
        if (who.isEmpty()) {
            who = WindowNames.some(request.getRequestingBodyId())
                    .flatMap(names::body)
                    .orElseGet(() -> page.say("window.nobody"));
        }
        boolean isOpen = isOpen(request);
        Optional<String> wished = wished(page, request);
        RequestAnswer answer = request.getDecision().getAnswer();
        return new RequestCard(
                id,
                who,
                request.getWish(),
                request.getReceivedOn().isEmpty() ? "" : page.days().day(request.getReceivedOn()),
                request.getChannelValue() == 0
                        ? ""
                        : RecordWords.in(page.language()).value(request.getChannel()),
                wished,
                isOpen
                        && !request.getWishedOn().isEmpty()
                        && request.getWishedOn().compareTo(today()) < 0,
                request.getThemeKeysList().stream()
                        .map(key -> WindowNames.theme(page, names, key))
                        .toList(),
                page.say("window.state." + answer.getNumber()),
                isOpen ? "warn" : answer == RequestAnswer.REQUEST_ANSWER_ACCEPTED ? "good" : "",
                WindowNames.some(request.getAssignment().getBodyId()).flatMap(names::body));
    }

    private static Optional<String> wished(Page page, Request request) {
        String day = request.getWishedOn().isEmpty() ? "" : page.days().dayWithWeekday(request.getWishedOn());
        return WindowNames.some((day + " " + request.getWishedTime()).strip());
    }

    static boolean isOpen(Request request) {
        return request.getDecision().getAnswer() == RequestAnswer.REQUEST_ANSWER_UNSPECIFIED;
    }

    String today() {
        return LocalDate.ofInstant(clock.instant(), JapaneseDays.TIME).toString();
    }

    /** One request with all that helps to decide about it. */
    RequestShown one(Page page, UUID teamId, UUID id, Optional<String> trouble) {
        return database.read(connection -> {
            RecordKey key = new RecordKey(teamId, TYPE.getNumber(), id);
            StoredRecord stored = new RecordRows()
                    .find(connection, key)
                    .filter(found -> found.toLife().isAlive())
                    .orElseThrow(NotThereException::new);
            Request request = WindowNames.parse(stored, Request.parser());
            Map<String, Course> courses = WindowNames.courses(connection, teamId);
            List<Choice> bodies = WindowNames.bodies(connection);
            List<Choice> people = WindowNames.people(connection, teamId, clock.millis());
            List<String> busy = busy(connection, page, teamId, request);
            List<Row> booked = booked(connection, teamId, id);
            return new DatabaseNames(connection, teamId, page.language())
                    .allFor(names -> new RequestShown(
                            card(page, teamId, id.toString(), request, names),
                            isOpen(request),
                            request.getDecision().getAnswer() == RequestAnswer.REQUEST_ANSWER_ACCEPTED,
                            WindowNames.some(request.getDecision().getReason()),
                            busy,
                            matches(page, request, courses, names),
                            bodies,
                            WindowNames.some(request.getAssignment().getBodyId()),
                            people,
                            courses.entrySet().stream()
                                    .map(course -> new Choice(
                                            course.getKey(), course.getValue().getTitle()))
                                    .toList(),
                            booked.stream()
                                    .map(row -> booked(page, teamId, row, names))
                                    .toList(),
                            request.getWishedOn(),
                            trouble));
        });
    }

    private static List<RequestShown.Match> matches(
            Page page, Request request, Map<String, Course> courses, NameSource names) {
        LectureMenu menu = new LectureMenu(courses, theme -> WindowNames.theme(page, names, theme));
        return menu.matches(request).stream()
                .limit(MATCHES_SHOWN)
                .map(match -> match(match, names))
                .toList();
    }

    private static RequestShown.Match match(CourseMatch match, NameSource names) {
        return new RequestShown.Match(
                match.courseId(),
                match.title(),
                match.bodyId(),
                WindowNames.some(match.bodyId()).flatMap(names::body).orElse(""),
                match.isNamed(),
                match.reasons());
    }

    private static List<String> busy(Connection connection, Page page, UUID teamId, Request request)
            throws SQLException {
        Optional<UUID> workplace = DecisionPages.id(request.getWorkplaceId());
        if (workplace.isEmpty()) {
            return List.of();
        }
        RecordKey key = new RecordKey(teamId, RecordType.RECORD_TYPE_WORKPLACE_VALUE, workplace.get());
        return new RecordRows()
                .find(connection, key)
                .map(stored -> WindowNames.parse(stored, Workplace.parser()).getBusySeasonsMap().values().stream()
                        .map(season -> page.say(
                                "window.busy",
                                page.days().monthDay(season.getFromMonthDay()),
                                page.days().monthDay(season.getUntilMonthDay()),
                                season.getReason()))
                        .toList())
                .orElse(List.of());
    }

    /** Something that names the request. */
    private record Row(RecordType type, String id, String day) {}

    private static List<Row> booked(Connection connection, UUID teamId, UUID requestId) throws SQLException {
        List<Row> rows = new ArrayList<>();
        rows.addAll(Sql.of(
                        connection,
                        "SELECT id, visit_on FROM visit WHERE team_id = ? AND request_id = ?",
                        teamId.toString(),
                        requestId.toString())
                .list(row -> new Row(
                        RecordType.RECORD_TYPE_VISIT,
                        row.text("id"),
                        row.optionalText("visit_on").orElse(""))));
        rows.addAll(Sql.of(
                        connection,
                        "SELECT id, held_on FROM workshop WHERE team_id = ? AND request_id = ?",
                        teamId.toString(),
                        requestId.toString())
                .list(row -> new Row(
                        RecordType.RECORD_TYPE_WORKSHOP,
                        row.text("id"),
                        row.optionalText("held_on").orElse(""))));
        rows.sort(Comparator.comparing(Row::day));
        return rows;
    }

    private static RequestShown.Booked booked(Page page, UUID teamId, Row row, NameSource names) {
        int monthLength = "2024-04".length();
        return new RequestShown.Booked(
                row.day().length() < monthLength ? "" : row.day().substring(0, monthLength),
                page.days().dayWithWeekday(row.day()),
                title(page, row, WindowNames.record(teamId, row.type(), row.id(), names)));
    }

    /** Without the day that stands beside it. */
    private static String title(Page page, Row row, String title) {
        String dated = page.days().day(row.day()) + " ";
        return title.startsWith(dated) ? title.substring(dated.length()) : title;
    }
}
