package tsunagi.server.console.tablets;

import io.micronaut.http.HttpResponse;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.MediaType;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Consumes;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Post;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import tsunagi.server.admin.ServerData;
import tsunagi.server.console.page.Administrator;
import tsunagi.server.console.page.FormFields;
import tsunagi.server.console.page.NotThereException;
import tsunagi.server.console.page.Notice;
import tsunagi.server.console.page.Page;
import tsunagi.server.console.page.Pages;
import tsunagi.server.console.page.Supervisor;
import tsunagi.server.device.Devices;
import tsunagi.server.fleet.Fleet;
import tsunagi.server.fleet.TabletState;
import tsunagi.server.storage.Database;
import tsunagi.server.team.TeamSettings;
import tsunagi.server.team.TeamSettings.Setting;

/** Shows tablets and how they are doing: a team's to its とりまとめ担当, all of them to a システム管理者, who may revoke them. */
@Controller
@ExecuteOn(TaskExecutors.BLOCKING)
final class TabletPages {
    private static final String LIST = "tablets/list.jte";
    private static final String ALL = "/tablets";
    private static final int DAYS_MAX = 365;

    private final Database database;
    private final Pages pages;
    private final Clock clock;
    private final Fleet fleet = new Fleet();
    private final Devices devices = new Devices();
    private final TeamSettings settings = new TeamSettings();

    TabletPages(ServerData data, Pages pages, Clock clock) {
        this.database = data.database();
        this.pages = pages;
        this.clock = clock;
    }

    @Get("/teams/{team}/tablets")
    HttpResponse<?> ofTeam(Supervisor supervisor) {
        return pages.show(supervisor.page(), LIST, list(supervisor, false));
    }

    @Get(ALL)
    HttpResponse<?> all(Administrator administrator) {
        TabletList list = database.read(connection -> new TabletList(
                rows(administrator.page(), connection, fleet.all(connection), Fleet.SILENT_DAYS, ALL),
                false,
                true,
                Fleet.SILENT_DAYS,
                false));
        return pages.show(administrator.page(), LIST, list);
    }

    @Get("/teams/{team}/tablets/{device}")
    HttpResponse<?> oneOfTeam(Supervisor supervisor, UUID device) {
        Page page = supervisor.page();
        UUID teamId = supervisor.teamId();
        TabletPage model = database.read(connection -> {
            TabletState tablet = fleet.of(connection, teamId).stream()
                    .filter(one -> one.id().equals(device))
                    .findFirst()
                    .orElseThrow(NotThereException::new);
            List<String> people = fleet.people(connection, teamId, device);
            return one(page, connection, tablet, people, fleet.silentDays(connection, teamId), page.in(ALL));
        });
        return pages.show(page, "tablets/tablet.jte", model);
    }

    @Get(ALL + "/{device}")
    HttpResponse<?> one(Administrator administrator, UUID device) {
        Page page = administrator.page();
        TabletPage model = database.read(connection -> {
            TabletState tablet = fleet.find(connection, device).orElseThrow(NotThereException::new);
            return one(page, connection, tablet, List.of(), Fleet.SILENT_DAYS, ALL);
        });
        return pages.show(page, "tablets/tablet.jte", model);
    }

    @Post(ALL + "/{device}/revoke")
    @Consumes(MediaType.ALL)
    HttpResponse<?> revoke(Administrator administrator, UUID device) {
        boolean isKnown = database.write(connection ->
                fleet.find(connection, device).isPresent() && devices.revoke(connection, device, clock.millis()));
        if (!isKnown) {
            throw new NotThereException();
        }
        Page page = administrator.page();
        return pages.goTo(ALL + "/" + device, Notice.of(page.say("tablets.revoked_done")));
    }

    @Post("/teams/{team}/tablets/silent-days")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    HttpResponse<?> silentDays(Supervisor supervisor, @Body String body) {
        Page page = supervisor.page();
        Optional<Integer> days = FormFields.of("?" + body)
                .text("days")
                .filter(text -> text.matches("\\d{1,3}"))
                .map(Integer::valueOf)
                .filter(number -> number >= 1 && number <= DAYS_MAX);
        if (days.isEmpty()) {
            return pages.refuse(page, HttpStatus.UNPROCESSABLE_ENTITY, LIST, list(supervisor, true));
        }
        database.<Void>write(connection -> {
            settings.put(connection, supervisor.teamId(), Setting.SILENT_DAYS, days.get());
            return null;
        });
        return pages.goTo(page.in(ALL), Notice.of(page.say("tablets.silent_days_done", days.get())));
    }

    private TabletList list(Supervisor supervisor, boolean isTroubled) {
        Page page = supervisor.page();
        UUID teamId = supervisor.teamId();
        return database.read(connection -> {
            long days = fleet.silentDays(connection, teamId);
            List<TabletState> tablets = fleet.of(connection, teamId);
            return new TabletList(
                    rows(page, connection, tablets, days, page.in(ALL)), true, mayRevoke(page), days, isTroubled);
        });
    }

    private List<TabletRow> rows(
            Page page, Connection connection, List<TabletState> tablets, long silentDays, String begin)
            throws SQLException {
        TabletWords words = new TabletWords(page, connection, silentSince(silentDays), begin);
        List<TabletRow> rows = new ArrayList<>();
        for (TabletState tablet : tablets) {
            rows.add(words.row(tablet));
        }
        return rows;
    }

    private TabletPage one(
            Page page, Connection connection, TabletState tablet, List<String> people, long silentDays, String begin)
            throws SQLException {
        TabletWords words = new TabletWords(page, connection, silentSince(silentDays), begin);
        return new TabletPage(
                words.row(tablet),
                words.people(people),
                page.days().moment(tablet.enrolledAtMs()),
                tablet.isRevoked() ? page.days().moment(tablet.revokedAtMs().getAsLong()) : "",
                words.troubles(tablet.id()),
                mayRevoke(page),
                ALL + "/" + tablet.id() + "/revoke",
                begin);
    }

    private long silentSince(long days) {
        return clock.millis() - Duration.ofDays(days).toMillis();
    }

    private static boolean mayRevoke(Page page) {
        return page.viewer().orElseThrow().isAdministrator();
    }
}
