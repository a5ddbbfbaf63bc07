package tsunagi.app.workshop;

import android.content.res.Resources;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import tsunagi.app.R;
import tsunagi.engine.tablet.Tablet;
import tsunagi.engine.view.RecordView;
import tsunagi.record.RecordKey;
import tsunagi.records.v1.Course;
import tsunagi.records.v1.RecordType;
import tsunagi.records.v1.Workplace;
import tsunagi.records.v1.Workshop;
import tsunagi.records.v1.WorkshopState;

/**
 * One workshop in a line, for lists and other pages.
 *
 * @param title its own or that of its course; empty when it has neither
 * @param heldOn the day as it was entered, which may be none
 * @param workplace the name of the workplace where or for which it is held; empty when for none
 */
public record WorkshopLine(
        RecordKey key,
        String title,
        String heldOn,
        String startsAt,
        String endsAt,
        String place,
        String workplace,
        WorkshopState state) {

    /** Reads what the line says; never on the main thread. */
    public static WorkshopLine of(Tablet tablet, RecordView view) {
        Workshop workshop = view.as(Workshop.getDefaultInstance());
        return new WorkshopLine(
                view.key(),
                title(tablet, view.key().teamId(), workshop),
                workshop.getHeldOn(),
                workshop.getStartsAt(),
                workshop.getEndsAt(),
                workshop.getPlace(),
                find(tablet, view.key().teamId(), RecordType.RECORD_TYPE_WORKPLACE_VALUE, workshop.getWorkplaceId())
                        .map(found -> found.as(Workplace.getDefaultInstance()).getName())
                        .orElse(""),
                workshop.getOutcome().getState());
    }

    private static String title(Tablet tablet, UUID teamId, Workshop workshop) {
        return workshop.getTitle().isEmpty()
                ? find(tablet, teamId, RecordType.RECORD_TYPE_COURSE_VALUE, workshop.getCourseId())
                        .map(found -> found.as(Course.getDefaultInstance()).getTitle())
                        .orElse("")
                : workshop.getTitle();
    }

    /** The record another one names by its id. */
    static Optional<RecordView> find(Tablet tablet, UUID teamId, int recordType, String id) {
        try {
            return Optional.of(tablet.show(new RecordKey(teamId, recordType, UUID.fromString(id))))
                    .filter(RecordView::isAlive);
        } catch (IllegalArgumentException noId) {
            return Optional.empty();
        }
    }

    public Optional<LocalDate> day() {
        try {
            return Optional.of(LocalDate.parse(heldOn));
        } catch (DateTimeException noDay) {
            return Optional.empty();
        }
    }

    /** What it is called, such as 腰痛予防ミニ講座. */
    public String titleWords(Resources words) {
        return title.isEmpty() ? words.getString(R.string.workshop_untitled) : title;
    }

    /** When and where, such as 15:00〜16:00 · 株式会社つなぎ酒造 · 休憩室. */
    public String whereWords(Resources words) {
        List<String> parts = new ArrayList<>();
        parts.add(time());
        parts.add(workplace);
        parts.add(place);
        parts.removeIf(String::isEmpty);
        return String.join(words.getString(R.string.workshop_between), parts);
    }

    /** The day and when and where, such as 7月26日(金) · 15:00 · 休憩室. */
    public String whenAndWhereWords(Resources words) {
        String where = whereWords(words);
        String day = dayWords(words);
        return where.isEmpty() ? day : day + words.getString(R.string.workshop_between) + where;
    }

    public String dayWords(Resources words) {
        Locale locale = words.getConfiguration().getLocales().get(0);
        return day().map(day ->
                        day.format(DateTimeFormatter.ofPattern(words.getString(R.string.workshop_day_pattern), locale)))
                .orElse(heldOn.isEmpty() ? words.getString(R.string.workshop_without_day) : heldOn);
    }

    /** What came of it; empty while it is planned. */
    public String stateWords(Resources words) {
        return switch (state) {
            case WORKSHOP_STATE_HELD -> words.getString(R.string.workshop_held);
            case WORKSHOP_STATE_CANCELLED -> words.getString(R.string.workshop_cancelled);
            case WORKSHOP_STATE_POSTPONED -> words.getString(R.string.workshop_postponed);
            case WORKSHOP_STATE_UNSPECIFIED, UNRECOGNIZED -> "";
        };
    }

    private String time() {
        return startsAt.isEmpty() || endsAt.isEmpty() ? startsAt : startsAt + "–" + endsAt;
    }
}
