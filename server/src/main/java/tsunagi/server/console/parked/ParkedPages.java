package tsunagi.server.console.parked;

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
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import tsunagi.server.admin.ServerData;
import tsunagi.server.console.page.FormFields;
import tsunagi.server.console.page.Notice;
import tsunagi.server.console.page.Page;
import tsunagi.server.console.page.Pages;
import tsunagi.server.console.page.Supervisor;
import tsunagi.server.intake.ParkedChange;
import tsunagi.server.intake.ParkedChanges;
import tsunagi.server.storage.Database;
import tsunagi.sync.v1.Verdict;

/** Where a とりまとめ担当 lets waiting changes in, or lets go of them. */
@Controller
@ExecuteOn(TaskExecutors.BLOCKING)
final class ParkedPages {
    private static final Pattern IN_UUID = Pattern.compile("\\p{XDigit}{8}(-\\p{XDigit}{4}){3}-\\p{XDigit}{12}");

    private static final int LISTED_MAX = 50;

    private final Database database;
    private final ParkedChanges parked;
    private final Pages pages;
    private final ParkedLists lists = new ParkedLists();

    ParkedPages(ServerData data, ParkedChanges parked, Pages pages) {
        this.database = data.database();
        this.parked = parked;
        this.pages = pages;
    }

    @Get("/teams/{team}/parked")
    HttpResponse<?> list(Supervisor supervisor) {
        return pages.show(supervisor.page(), "parked/list.jte", list(supervisor, ""));
    }

    private ParkedList list(Supervisor supervisor, String trouble) {
        Page page = supervisor.page();
        String after = FormFields.of("?" + page.query()).text("after").orElse("");
        return database.read(connection -> {
            List<ParkedChange> all = ParkedLists.inGroups(parked.waiting(connection, supervisor.teamId()));
            int from = 0;
            for (int i = 0; i < all.size(); i++) {
                from = all.get(i).changeId().toString().equals(after) ? i + 1 : from;
            }
            int to = Math.min(all.size(), from + LISTED_MAX);
            String next =
                    to < all.size() ? page.in("/parked?after=" + all.get(to - 1).changeId()) : "";
            return new ParkedList(
                    lists.words(connection, page, supervisor.teamId(), all.subList(from, to)), next, trouble);
        });
    }

    /** Lets those in that are ticked, or asks whether they shall really go. */
    @Post("/teams/{team}/parked")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    HttpResponse<?> decide(Supervisor supervisor, @Body String body) {
        Page page = supervisor.page();
        FormFields entered = FormFields.of("?" + body);
        Set<UUID> chosen = ids(entered);
        if (chosen.isEmpty()) {
            return pages.refuse(
                    page,
                    HttpStatus.UNPROCESSABLE_ENTITY,
                    "parked/list.jte",
                    list(supervisor, page.say("parked.choose")));
        }
        if (entered.text("do").filter("release"::equals).isPresent()) {
            return release(supervisor, chosen);
        }
        return entered.text("sure").isPresent() ? drop(supervisor, chosen) : ask(supervisor, chosen);
    }

    private HttpResponse<?> release(Supervisor supervisor, Set<UUID> chosen) {
        Page page = supervisor.page();
        List<Verdict> verdicts = new ArrayList<>();
        for (UUID changeId : inOrder(supervisor, chosen)) {
            parked.release(supervisor.teamId(), changeId, supervisor.personId()).ifPresent(verdicts::add);
        }
        long again = verdicts.stream().filter(Verdict::hasParked).count();
        long conflicted = verdicts.stream().filter(Verdict::hasConflicted).count();
        List<String> sentences = new ArrayList<>();
        add(page, sentences, "parked.released", verdicts.size() - again);
        add(page, sentences, "parked.again", again);
        add(page, sentences, "parked.conflicted", conflicted);
        // What waited behind one that was let in went with it.
        add(page, sentences, "parked.gone", verdicts.isEmpty() ? chosen.size() : 0);
        return pages.goTo(page.in("/parked"), Notice.of(String.join(" ", sentences)));
    }

    private HttpResponse<?> drop(Supervisor supervisor, Set<UUID> chosen) {
        Page page = supervisor.page();
        int dropped = 0;
        for (UUID changeId : inOrder(supervisor, chosen)) {
            Optional<Verdict> verdict = parked.drop(supervisor.teamId(), changeId, supervisor.personId());
            dropped += verdict.isPresent() ? 1 : 0;
        }
        List<String> sentences = new ArrayList<>();
        add(page, sentences, "parked.dropped", dropped);
        add(page, sentences, "parked.gone", chosen.size() - dropped);
        return pages.goTo(page.in("/parked"), Notice.of(String.join(" ", sentences)));
    }

    private HttpResponse<?> ask(Supervisor supervisor, Set<UUID> chosen) {
        ParkedList asked = database.read(connection -> new ParkedList(
                lists.words(
                        connection,
                        supervisor.page(),
                        supervisor.teamId(),
                        parked.waiting(connection, supervisor.teamId()).stream()
                                .filter(change -> chosen.contains(change.changeId()))
                                .toList()),
                "",
                ""));
        return pages.show(supervisor.page(), "parked/drop.jte", asked);
    }

    /** Those that still wait, each after what it waits behind. */
    private List<UUID> inOrder(Supervisor supervisor, Set<UUID> chosen) {
        return database.read(
                connection -> ParkedLists.inGroups(parked.waiting(connection, supervisor.teamId())).stream()
                        .map(ParkedChange::changeId)
                        .filter(chosen::contains)
                        .toList());
    }

    /** No page of ours sends what is no id; it is no change. */
    private static Set<UUID> ids(FormFields entered) {
        return entered.all("change").stream()
                .filter(text -> IN_UUID.matcher(text).matches())
                .map(UUID::fromString)
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static void add(Page page, List<String> sentences, String key, long count) {
        if (count > 0) {
            sentences.add(page.say(key, count));
        }
    }
}
