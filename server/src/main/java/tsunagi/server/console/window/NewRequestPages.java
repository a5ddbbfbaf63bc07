package tsunagi.server.console.window;

import com.fasterxml.uuid.Generators;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.MediaType;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Consumes;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.PathVariable;
import io.micronaut.http.annotation.Post;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import java.time.Clock;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import tsunagi.records.v1.Request;
import tsunagi.records.v1.RequestChannel;
import tsunagi.server.admin.ServerData;
import tsunagi.server.console.page.FormFields;
import tsunagi.server.console.page.Notice;
import tsunagi.server.console.page.Page;
import tsunagi.server.console.page.Pages;
import tsunagi.server.console.page.Supervisor;
import tsunagi.server.console.window.RequestShown.Choice;
import tsunagi.server.desk.Desk;
import tsunagi.server.storage.Database;
import tsunagi.server.words.RecordWords;

/** Takes down a request while somebody is on the telephone. */
@Controller
@ExecuteOn(TaskExecutors.BLOCKING)
final class NewRequestPages {
    private static final int WORKPLACES_SHOWN = 500;

    private final Pages pages;
    private final Database database;
    private final RequestReader requests;
    private final WindowDesk desk;

    NewRequestPages(Pages pages, ServerData data, Desk desk, Clock clock) {
        this.pages = pages;
        this.database = data.database();
        this.requests = new RequestReader(database, clock);
        this.desk = new WindowDesk(desk);
    }

    @Get("/teams/{team}/window/new")
    HttpResponse<?> form(Supervisor supervisor) {
        return pages.show(
                supervisor.page(), "window/new_request.jte", form(supervisor, FormFields.of("?"), Optional.empty()));
    }

    @Post("/teams/{team}/window/new")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    HttpResponse<?> add(Supervisor supervisor, @Body String body) {
        Page page = supervisor.page();
        FormFields entered = FormFields.of("?" + body);
        Optional<String> trouble = trouble(entered);
        if (trouble.isPresent()) {
            return pages.refuse(
                    page,
                    HttpStatus.UNPROCESSABLE_ENTITY,
                    "window/new_request.jte",
                    form(supervisor, entered, trouble));
        }
        UUID id = Generators.timeBasedEpochGenerator().generate();
        Optional<String> told = desk.write(supervisor, WindowDesk.key(supervisor, id), request(entered));
        String there = page.in("/window/requests/" + id);
        return told.isPresent()
                ? pages.goTo(page.in("/window"), Notice.of(page.say(told.get())))
                : pages.goTo(there, Notice.of(page.say("window.added"), there + "/delete"));
    }

    @Post("/teams/{team}/window/requests/{id}/delete")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    HttpResponse<?> delete(Supervisor supervisor, @PathVariable UUID id) {
        Optional<String> told = desk.delete(supervisor, WindowDesk.key(supervisor, id));
        Page page = supervisor.page();
        return pages.goTo(page.in("/window"), Notice.of(page.say(told.orElse("window.deleted"))));
    }

    private static Optional<String> trouble(FormFields entered) {
        if (entered.text("wish").isEmpty()) {
            return Optional.of("window.trouble.wish");
        } else if (entered.text("workplace").isEmpty() && entered.text("body").isEmpty()) {
            return Optional.of("window.trouble.who");
        } else if (entered.text("received_on").flatMap(DecisionPages::day).isEmpty()) {
            return Optional.of("window.trouble.received");
        }
        return Optional.empty();
    }

    private static Request request(FormFields entered) {
        Request.Builder request = Request.newBuilder()
                .setWish(entered.text("wish").orElseThrow())
                .setReceivedOn(entered.text("received_on").orElseThrow())
                .addAllThemeKeys(entered.all("theme"));
        entered.text("workplace").ifPresent(request::setWorkplaceId);
        entered.text("body").ifPresent(request::setRequestingBodyId);
        entered.text("channel").flatMap(NewRequestPages::channel).ifPresent(request::setChannel);
        entered.text("wished_on").flatMap(DecisionPages::day).ifPresent(day -> request.setWishedOn(day.toString()));
        entered.text("wished_time").ifPresent(request::setWishedTime);
        return request.build();
    }

    private static Optional<RequestChannel> channel(String number) {
        return Arrays.stream(RequestChannel.values())
                .filter(channel -> channel != RequestChannel.UNRECOGNIZED)
                .filter(channel -> Integer.toString(channel.getNumber()).equals(number))
                .findFirst();
    }

    private NewRequest form(Supervisor supervisor, FormFields entered, Optional<String> trouble) {
        Page page = supervisor.page();
        List<Choice> channels = Arrays.stream(RequestChannel.values())
                .filter(channel -> channel != RequestChannel.UNRECOGNIZED && channel.getNumber() != 0)
                .map(channel -> new Choice(
                        Integer.toString(channel.getNumber()),
                        RecordWords.in(page.language()).value(channel)))
                .toList();
        return database.read(connection -> new NewRequest(
                entered.text("workplace").orElse(""),
                entered.text("body").orElse(""),
                entered.text("channel").orElse(""),
                entered.text("received_on").orElseGet(requests::today),
                entered.raw("wish").orElse(""),
                entered.text("wished_on").orElse(""),
                entered.text("wished_time").orElse(""),
                Set.copyOf(entered.all("theme")),
                WindowNames.workplaces(connection, supervisor.teamId(), WORKPLACES_SHOWN),
                WindowNames.bodies(connection),
                channels,
                WindowNames.themes(connection, supervisor.teamId(), page),
                trouble));
    }
}
