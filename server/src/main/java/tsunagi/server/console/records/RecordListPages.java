package tsunagi.server.console.records;

import io.micronaut.http.HttpResponse;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import tsunagi.records.v1.RecordType;
import tsunagi.server.admin.ServerData;
import tsunagi.server.console.field.Option;
import tsunagi.server.console.field.TeamChoices;
import tsunagi.server.console.page.FormFields;
import tsunagi.server.console.page.Page;
import tsunagi.server.console.page.Pages;
import tsunagi.server.console.page.Supervisor;
import tsunagi.server.search.PagePlace;
import tsunagi.server.search.RecordFilter;
import tsunagi.server.storage.Database;

/** The records of a team, all types in one list. */
@Controller
@ExecuteOn(TaskExecutors.BLOCKING)
final class RecordListPages {
    private final Database database;
    private final Clock clock;
    private final Pages pages;

    RecordListPages(ServerData data, Clock clock, Pages pages) {
        this.database = data.database();
        this.clock = clock;
        this.pages = pages;
    }

    @Get("/teams/{team}/records")
    HttpResponse<?> list(Supervisor supervisor) {
        Page page = supervisor.page();
        Map<String, List<String>> query =
                new LinkedHashMap<>(FormFields.of("?" + page.query()).asMap());
        // Records of a team are looked at in that team's address alone.
        query.remove("team");
        query.values().removeIf(values -> values.stream().allMatch(String::isBlank));
        RecordFilter filter = RecordFilter.fromQuery(query, supervisor.teamId());
        RecordListView view = new RecordListing(database, clock, page, filter)
                .view(
                        PagePlace.fromQuery(query),
                        query.getOrDefault("workplace?find", List.of("")).get(0));
        // As one types, the address follows without what was left open.
        return pages.show(page, "records/list.jte", view).header("HX-Push-Url", view.address());
    }

    /** The options of a select in which a record is looked for. */
    @Get("/teams/{team}/records/choices")
    HttpResponse<?> choices(Supervisor supervisor) {
        FormFields query = FormFields.of("?" + supervisor.page().query());
        RecordType type = RecordAddress.type(query.text("type").orElse(""));
        TeamChoices choices =
                new TeamChoices(database, supervisor.teamId(), supervisor.page().language(), clock);
        String chosen = query.text("of").flatMap(query::text).orElse("");
        String words = query.text("as").flatMap(query::text).orElse("");
        Map<String, Option> options = new LinkedHashMap<>();
        Optional<String> title = choices.title(type, chosen);
        title.ifPresent(text -> options.put(chosen, new Option(chosen, text, true, "")));
        choices.records(type, words).forEach(option -> options.putIfAbsent(option.value(), option));
        return pages.show(supervisor.page(), "records/choices.jte", List.copyOf(options.values()));
    }
}
