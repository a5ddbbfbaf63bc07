package tsunagi.server.window;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import tsunagi.records.v1.BusySeason;
import tsunagi.records.v1.Workplace;

/** What is booked when, and what speaks against it. */
public final class Agenda {
    private static final int MONTH_DAY_FROM = 5;

    private final List<AgendaItem> items;
    private final Map<String, Workplace> workplaces;

    /**
     * An agenda.
     *
     * @param workplaces those that are named in it, by their ids
     */
    public Agenda(List<AgendaItem> items, Map<String, Workplace> workplaces) {
        this.items = items.stream()
                .sorted(Comparator.comparing(AgendaItem::day)
                        .thenComparing(item -> item.from().isPresent())
                        .thenComparing(item -> item.from().map(Object::toString).orElse(""))
                        .thenComparing(item -> item.key().id().toString()))
                .toList();
        this.workplaces = Map.copyOf(workplaces);
    }

    /** In the order of days and times, what has no time first. */
    public List<AgendaItem> items() {
        return items;
    }

    /** The busy season of the workplace in which it lies, while it is still to come. */
    public Optional<BusySeason> busySeason(AgendaItem item) {
        return item.isOpen()
                ? item.workplaceId()
                        .map(workplaces::get)
                        .flatMap(workplace -> workplace.getBusySeasonsMap().values().stream()
                                .filter(season -> isWithin(item.day(), season))
                                .findFirst())
                : Optional.empty();
    }

    /** Seasons may go over the turn of the year, as brewing does. */
    static boolean isWithin(LocalDate day, BusySeason season) {
        if (season.getFromMonthDay().isEmpty() || season.getUntilMonthDay().isEmpty()) {
            return false;
        }
        String monthDay = day.toString().substring(MONTH_DAY_FROM);
        boolean isAfterBegin = monthDay.compareTo(season.getFromMonthDay()) >= 0;
        boolean isBeforeEnd = monthDay.compareTo(season.getUntilMonthDay()) <= 0;
        return season.getFromMonthDay().compareTo(season.getUntilMonthDay()) <= 0
                ? isAfterBegin && isBeforeEnd
                : isAfterBegin || isBeforeEnd;
    }

    /** People who would have to be somewhere else at the same time, while it is still to come. */
    public List<String> doubleBooked(AgendaItem item) {
        TreeSet<String> people = new TreeSet<>();
        if (item.isOpen()) {
            items.stream()
                    .filter(other -> other.isOpen() && item.meets(other))
                    .forEach(other -> people.addAll(item.peopleAlsoIn(other)));
        }
        return new ArrayList<>(people);
    }
}
