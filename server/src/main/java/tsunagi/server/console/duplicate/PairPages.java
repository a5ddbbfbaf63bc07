package tsunagi.server.console.duplicate;

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
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import tsunagi.change.FieldPath;
import tsunagi.record.RecordKey;
import tsunagi.server.admin.ServerData;
import tsunagi.server.console.page.FormFields;
import tsunagi.server.console.page.NotThereException;
import tsunagi.server.console.page.Notice;
import tsunagi.server.console.page.Page;
import tsunagi.server.console.page.Pages;
import tsunagi.server.console.page.Supervisor;
import tsunagi.server.duplicate.DuplicatePair;
import tsunagi.server.duplicate.FieldMeeting;
import tsunagi.server.duplicate.Merging;
import tsunagi.server.duplicate.Merging.Outcome;
import tsunagi.server.duplicate.Merging.Sides;
import tsunagi.server.duplicate.Merging.Wish;
import tsunagi.server.search.TypeWords;
import tsunagi.server.storage.Database;

/** Two records side by side, made one or left two; and two again of what was made one. */
@Controller("/teams/{team}/duplicates")
@ExecuteOn(TaskExecutors.BLOCKING)
final class PairPages {
    private final Database database;
    private final Pages pages;
    private final Merging merging;

    PairPages(ServerData data, Merging merging, Pages pages) {
        this.database = data.database();
        this.pages = pages;
        this.merging = merging;
    }

    @Get("/pair/{type}/{first}/{second}")
    HttpResponse<?> pair(Supervisor supervisor, String type, UUID first, UUID second) {
        DuplicatePair pair = DuplicatePages.pair(supervisor.teamId(), type + "/" + first + "/" + second);
        Sides sides = merging.show(pair);
        if (!sides.first().exists() || !sides.second().exists()) {
            throw new NotThereException();
        }
        if (!sides.areBothAlive()) {
            return settled(supervisor.page());
        }
        return pages.show(supervisor.page(), "duplicate/pair.jte", view(supervisor, pair, sides, Optional.empty()));
    }

    private HttpResponse<?> settled(Page page) {
        return pages.goTo(page.in("/duplicates"), Notice.of(page.say("duplicate.settled_meanwhile")));
    }

    private PairView view(Supervisor supervisor, DuplicatePair pair, Sides sides, Optional<String> trouble) {
        return database.read(connection -> new PairDrawing(connection, supervisor.page(), pair, sides).draw(trouble));
    }

    @Post("/pair/{type}/{first}/{second}/merge")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    HttpResponse<?> merge(Supervisor supervisor, String type, UUID first, UUID second, @Body String body) {
        Page page = supervisor.page();
        DuplicatePair pair = DuplicatePages.pair(supervisor.teamId(), type + "/" + first + "/" + second);
        Sides sides = merging.show(pair);
        FormFields form = FormFields.of("?" + body);
        boolean isAsSeen = form.text("revisions").equals(Optional.of(PairDrawing.revisions(sides)));
        Outcome outcome = isAsSeen ? merging.merge(supervisor.personId(), wish(sides, form)) : new Outcome.Moved();
        if (outcome instanceof Outcome.Done done) {
            RecordKey gone = done.key().equals(pair.firstKey()) ? pair.secondKey() : pair.firstKey();
            return pages.goTo(page.in("/duplicates"), Notice.of(page.say("duplicate.merged"), split(page, gone)));
        }
        if (!sides.areBothAlive()) {
            return settled(page);
        }
        String trouble = outcome instanceof Outcome.Refused refused
                ? page.say("duplicate.refused", refused.detail())
                : page.say("duplicate.moved");
        return pages.refuse(
                page,
                HttpStatus.UNPROCESSABLE_ENTITY,
                "duplicate/pair.jte",
                view(supervisor, pair, merging.show(pair), Optional.of(trouble)));
    }

    private static Wish wish(Sides sides, FormFields form) {
        Set<FieldPath> fromFirst = new HashSet<>();
        List<FieldMeeting> fields = sides.fields();
        for (int i = 0; i < fields.size(); i++) {
            if (form.text(PairDrawing.name(i)).equals(Optional.of("first"))) {
                fromFirst.add(fields.get(i).path());
            }
        }
        return new Wish(sides, !form.text("stays").equals(Optional.of("second")), fromFirst);
    }

    static String split(Page page, RecordKey absorbed) {
        return page.in("/duplicates/merged/" + DuplicateWords.type(absorbed.type()) + "/" + absorbed.id() + "/split");
    }

    @Post("/merged/{type}/{id}/split")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    HttpResponse<?> split(Supervisor supervisor, String type, UUID id) {
        Page page = supervisor.page();
        int number = TypeWords.find(type).orElseThrow(NotThereException::new).getNumber();
        Outcome outcome = merging.split(supervisor.personId(), new RecordKey(supervisor.teamId(), number, id));
        String said = outcome instanceof Outcome.Done ? "duplicate.split_done" : "duplicate.split_refused";
        return pages.goTo(page.in("/duplicates/merged"), Notice.of(page.say(said)));
    }
}
