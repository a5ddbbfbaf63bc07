package tsunagi.server.console.sheet;

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
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import tsunagi.server.admin.ServerData;
import tsunagi.server.console.page.FormFields;
import tsunagi.server.console.page.Pages;
import tsunagi.server.console.page.Supervisor;
import tsunagi.server.sheet.OwnResult;
import tsunagi.server.sheet.OwnResultReading;
import tsunagi.server.sheet.OwnResultReading.CodedRound;
import tsunagi.server.storage.Database;

/**
 * A worker's own result sheet (個人結果票), by round and match code. The code is posted and the sheet is the answer, so that no address bears
 * a code.
 */
@Controller("/teams/{team}/sheets/own-result")
@ExecuteOn(TaskExecutors.BLOCKING)
final class OwnResultPages {
    private static final int ROUNDS_MAX = 50;

    private final Database database;
    private final Clock clock;
    private final Pages pages;

    OwnResultPages(ServerData data, Clock clock, Pages pages) {
        this.database = data.database();
        this.clock = clock;
        this.pages = pages;
    }

    @Get
    HttpResponse<?> form(Supervisor supervisor) {
        return pages.show(
                supervisor.page(),
                "sheet/own_result.jte",
                new OwnResultForm(rounds(supervisor), "", "", Optional.empty()));
    }

    @Post
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    HttpResponse<?> show(Supervisor supervisor, @Body String body) {
        FormFields entered = FormFields.of("?" + body);
        String round = entered.text("round").orElse("");
        String code = entered.text("code").orElse("");
        OwnResult result = database.read(connection ->
                new OwnResultReading(connection, supervisor.teamId().toString()).of(round, code));
        if (result instanceof OwnResult.Shown shown) {
            return pages.show(
                    supervisor.page(),
                    "sheet/own_result_print.jte",
                    new OwnResultPaper(shown, supervisor.team().name(), Today.words(clock)));
        }
        OwnResult.Refused refused = (OwnResult.Refused) result;
        return pages.refuse(
                supervisor.page(),
                HttpStatus.UNPROCESSABLE_ENTITY,
                "sheet/own_result.jte",
                new OwnResultForm(rounds(supervisor), round, code, Optional.of(refused.reason())));
    }

    private List<CodedRound> rounds(Supervisor supervisor) {
        return database.read(connection ->
                new OwnResultReading(connection, supervisor.teamId().toString()).rounds(ROUNDS_MAX));
    }
}
