package tsunagi.server.console.tablets;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import tsunagi.server.console.page.Page;
import tsunagi.server.device.DeviceTroubles;
import tsunagi.server.fleet.TabletState;
import tsunagi.server.storage.Sql;

/** Puts tablets into the words of a page. */
final class TabletWords {
    private static final double GIBIBYTE = 1L << 30;

    private final Page page;
    private final Connection connection;
    private final long silentSinceMs;
    private final String begin;

    /**
     * Makes one.
     *
     * @param silentSinceMs whoever did not speak since is silent
     * @param begin the address of the list
     */
    TabletWords(Page page, Connection connection, long silentSinceMs, String begin) {
        this.page = page;
        this.connection = connection;
        this.silentSinceMs = silentSinceMs;
        this.begin = begin;
    }

    TabletRow row(TabletState tablet) throws SQLException {
        return new TabletRow(
                tablet.name(),
                begin + "/" + tablet.id(),
                tablet.personId().isPresent() ? person(tablet.personId().get()) : page.say("tablets.shared"),
                String.join(page.say("tablets.between"), tablet.teams()),
                tablet.lastSeenAtMs().isPresent()
                        ? page.days().moment(tablet.lastSeenAtMs().getAsLong())
                        : page.say("tablets.never"),
                tablet.isSilentSince(silentSinceMs),
                tablet.appVersion().orElse(""),
                tablet.unsent().isPresent()
                        ? page.say("tablets.count", page.number(tablet.unsent().getAsLong()))
                        : "",
                tablet.unsent().orElse(0) > 0,
                clock(tablet),
                tablet.isClockWrong(),
                tablet.freeStorageBytes().isPresent()
                        ? String.format(
                                Locale.ROOT,
                                "%.1f GB",
                                tablet.freeStorageBytes().getAsLong() / GIBIBYTE)
                        : "",
                tablet.isStorageLow(),
                tablet.batteryPercent().isPresent() ? tablet.batteryPercent().getAsLong() + "%" : "",
                tablet.isRevoked(),
                tablet.replacedBy().isPresent(),
                tablet.troubles());
    }

    /** To the minute; what is within a minute is right. */
    private String clock(TabletState tablet) {
        if (tablet.clockOffsetMs().isEmpty()) {
            return "";
        }
        long offsetMs = tablet.clockOffsetMs().getAsLong();
        long minutes = Duration.ofMillis(Math.abs(offsetMs)).toMinutes();
        if (minutes == 0) {
            return page.say("tablets.clock_right");
        }
        return page.say(
                offsetMs > 0 ? "tablets.clock_ahead" : "tablets.clock_behind",
                page.days().minutes(minutes));
    }

    String people(List<String> personIds) throws SQLException {
        StringBuilder names = new StringBuilder();
        for (String personId : personIds) {
            names.append(names.isEmpty() ? "" : page.say("tablets.between")).append(person(personId));
        }
        return names.toString();
    }

    List<TabletPage.Trouble> troubles(UUID deviceId) throws SQLException {
        return DeviceTroubles.of(connection, deviceId).stream()
                .map(trouble -> new TabletPage.Trouble(
                        page.days().moment(trouble.lastAtMs()),
                        page.say("tablets.trouble." + trouble.kind().name().toLowerCase(Locale.ROOT)),
                        trouble.detail(),
                        trouble.times()))
                .collect(Collectors.toList());
    }

    private String person(String personId) throws SQLException {
        Optional<String> name = Sql.of(connection, "SELECT name FROM person WHERE person_id = ?", personId)
                .first(row -> row.text("name"));
        return name.orElse(personId);
    }
}
