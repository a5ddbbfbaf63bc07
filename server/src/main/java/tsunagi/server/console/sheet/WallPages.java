package tsunagi.server.console.sheet;

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
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import tsunagi.server.admin.ServerData;
import tsunagi.server.console.page.FormFields;
import tsunagi.server.console.page.NotThereException;
import tsunagi.server.console.page.Notice;
import tsunagi.server.console.page.Page;
import tsunagi.server.console.page.Pages;
import tsunagi.server.console.page.Supervisor;
import tsunagi.server.sheet.WallDraft;
import tsunagi.server.sheet.WallDraft.Edited;
import tsunagi.server.sheet.WallDraft.Kept;
import tsunagi.server.sheet.WallDrafts;
import tsunagi.server.sheet.WallFigureReading;
import tsunagi.server.sheet.WallFigures;
import tsunagi.server.sheet.WallRules;
import tsunagi.server.sheet.WallSentence;
import tsunagi.server.sheet.WallSentences;
import tsunagi.server.storage.Database;
import tsunagi.server.words.DatabaseNames;
import tsunagi.server.words.DayWords;
import tsunagi.server.words.Language;

/** The wall sheet of a workplace: its sentences are chosen and edited, and it is printed. */
@Controller("/teams/{team}/sheets/wall/{workplace}")
@ExecuteOn(TaskExecutors.BLOCKING)
final class WallPages {
    private final Database database;
    private final Clock clock;
    private final Pages pages;

    WallPages(ServerData data, Clock clock, Pages pages) {
        this.database = data.database();
        this.clock = clock;
        this.pages = pages;
    }

    /** The figures and what was made of them. */
    private record Sheet(WallDrafts.Key key, WallFigures figures, WallDraft draft, List<WallSentence> sentences) {
        boolean withFigures() {
            return draft.withFigures() && figures.hasFigures();
        }
    }

    @Get
    HttpResponse<?> edit(Supervisor supervisor, @PathVariable UUID workplace) {
        WallEditor editor = database.read(connection -> {
            Sheet sheet = sheet(connection, supervisor, workplace);
            return editor(connection, supervisor, sheet, sheet.sentences(), Set.of());
        });
        return pages.show(supervisor.page(), "sheet/wall.jte", editor);
    }

    @Get("/print")
    HttpResponse<?> print(Supervisor supervisor, @PathVariable UUID workplace) {
        WallPaper paper = database.read(connection -> {
            Sheet sheet = sheet(connection, supervisor, workplace);
            return new WallPaper(
                    sheet.withFigures() ? sheet.figures() : sheet.figures().withoutFigures(),
                    sheet.withFigures(),
                    sheet.sentences(),
                    DayWords.in(Language.JAPANESE).fiscalYear(sheet.figures().fiscalYear()),
                    Today.words(clock),
                    supervisor.team().name());
        });
        return pages.show(supervisor.page(), "sheet/wall_print.jte", paper);
    }

    @Post
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    HttpResponse<?> keep(Supervisor supervisor, @PathVariable UUID workplace, @Body String body) {
        FormFields entered = FormFields.of("?" + body);
        Page page = supervisor.page();
        Optional<WallEditor> refused = database.write(connection -> keep(connection, supervisor, workplace, entered));
        if (refused.isPresent()) {
            return pages.refuse(page, HttpStatus.UNPROCESSABLE_ENTITY, "sheet/wall.jte", refused.get());
        }
        return pages.goTo(page.here(), Notice.of(page.say("sheet.kept")));
    }

    /** Back to what the rules propose. */
    @Post("/forget")
    HttpResponse<?> forget(Supervisor supervisor, @PathVariable UUID workplace) {
        WallDrafts.Key key = key(supervisor, workplace);
        database.<Void>write(connection -> {
            WallDrafts.forget(connection, key);
            return null;
        });
        return pages.goTo(
                supervisor.page().in("/sheets/wall/" + workplace + "?year=" + key.fiscalYear()),
                Notice.of(supervisor.page().say("sheet.forgotten")));
    }

    private Optional<WallEditor> keep(Connection connection, Supervisor supervisor, UUID workplace, FormFields entered)
            throws SQLException {
        Sheet sheet = sheet(connection, supervisor, workplace, entered.has("with_figures"));
        List<WallSentence> sentences = sheet.sentences().stream()
                .map(sentence -> entered(sentence, entered))
                .toList();
        Set<String> troubles = troubles(sentences);
        if (!troubles.isEmpty()) {
            return Optional.of(editor(connection, supervisor, sheet, sentences, troubles));
        }
        Edited edited = new Edited(supervisor.personId(), clock.millis());
        Map<String, Kept> kept = new LinkedHashMap<>();
        sentences.stream()
                .filter(sentence ->
                        sentence.proposal().isPresent() || !sentence.text().isBlank())
                .forEach(sentence -> kept.put(
                        sentence.key(),
                        new Kept(
                                sentence.isPicked(),
                                sentence.text(),
                                sentence.proposal()
                                        .map(proposal -> proposal.text())
                                        .orElse(""),
                                edited)));
        WallDrafts.keep(connection, sheet.key(), new WallDraft(entered.has("with_figures"), kept, Optional.of(edited)));
        return Optional.empty();
    }

    private static WallSentence entered(WallSentence sentence, FormFields entered) {
        String text = entered.raw("text." + sentence.key())
                .map(words -> words.replace('\n', ' ').strip())
                .orElse(sentence.text());
        boolean isPicked = sentence.proposal().isEmpty()
                ? !text.isBlank()
                : entered.all("pick").contains(sentence.key());
        return new WallSentence(
                sentence.key(), sentence.isFront(), text, isPicked, false, sentence.proposal(), sentence.edited());
    }

    private static Set<String> troubles(List<WallSentence> sentences) {
        Set<String> troubles = new HashSet<>();
        Map<Boolean, Integer> picked = new HashMap<>();
        for (WallSentence sentence : sentences) {
            int length = sentence.text().codePointCount(0, sentence.text().length());
            if (length > WallSentences.LENGTH_MAX
                    || (sentence.isPicked() && sentence.text().isBlank())) {
                troubles.add(sentence.key());
            }
            if (sentence.isPicked() && picked.merge(sentence.isFront(), 1, Integer::sum) > WallSentences.PICKED_MAX) {
                troubles.add(sentence.isFront() ? "front" : "back");
            }
        }
        return troubles;
    }

    private Sheet sheet(Connection connection, Supervisor supervisor, UUID workplace) throws SQLException {
        WallDrafts.Key key = key(supervisor, workplace);
        return sheet(
                connection,
                supervisor,
                workplace,
                WallDrafts.find(connection, key).withFigures());
    }

    private Sheet sheet(Connection connection, Supervisor supervisor, UUID workplace, boolean withFigures)
            throws SQLException {
        WallDrafts.Key key = key(supervisor, workplace);
        WallFigures figures = new WallFigureReading(connection, key.teamId(), key.fiscalYear())
                .of(key.workplaceId())
                .orElseThrow(NotThereException::new);
        WallDraft draft = WallDrafts.find(connection, key);
        WallDraft asWanted = new WallDraft(withFigures, draft.sentences(), draft.edited());
        WallFigures told = withFigures && figures.hasFigures() ? figures : figures.withoutFigures();
        return new Sheet(
                key, figures, asWanted, WallSentences.of(WallRules.standard().propose(told), asWanted));
    }

    private WallDrafts.Key key(Supervisor supervisor, UUID workplace) {
        return new WallDrafts.Key(
                supervisor.teamId().toString(), workplace.toString(), Years.asked(supervisor.page(), Today.by(clock)));
    }

    private WallEditor editor(
            Connection connection,
            Supervisor supervisor,
            Sheet sheet,
            List<WallSentence> sentences,
            Set<String> troubles) {
        DatabaseNames names = new DatabaseNames(
                connection, supervisor.teamId(), supervisor.page().language());
        Map<String, String> people = new HashMap<>();
        sheet.draft().edited().ifPresent(edited -> people.put(edited.personId(), name(names, edited)));
        sentences.stream()
                .flatMap(sentence -> sentence.edited().stream())
                .forEach(edited -> people.computeIfAbsent(edited.personId(), id -> name(names, edited)));
        return new WallEditor(
                sheet.figures(),
                sheet.draft().withFigures(),
                sentences,
                people,
                sheet.draft().edited().map(edited -> supervisor
                        .page()
                        .say(
                                "sheet.edited",
                                people.get(edited.personId()),
                                supervisor.page().days().moment(edited.atMs()))),
                troubles);
    }

    private static String name(DatabaseNames names, Edited edited) {
        return names.person(edited.personId()).orElse("―");
    }
}
