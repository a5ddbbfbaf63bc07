package tsunagi.server.console.records;

import com.google.protobuf.ByteString;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.MediaType;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Consumes;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Post;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import java.util.HexFormat;
import java.util.Optional;
import tsunagi.change.FieldPath;
import tsunagi.record.RecordKey;
import tsunagi.server.admin.ServerData;
import tsunagi.server.attachment.AttachmentStore;
import tsunagi.server.console.page.FormFields;
import tsunagi.server.console.page.NotThereException;
import tsunagi.server.console.page.Notice;
import tsunagi.server.console.page.Pages;
import tsunagi.server.console.page.Supervisor;
import tsunagi.server.desk.Desk;
import tsunagi.server.desk.DeskWord;
import tsunagi.server.storage.Database;

/** One record: what it says, what it said, and what can be done with it at once. */
@Controller
@ExecuteOn(TaskExecutors.BLOCKING)
final class RecordPages {
    private final Database database;
    private final Desk desk;
    private final AttachmentStore files;
    private final Pages pages;

    RecordPages(ServerData data, Desk desk, AttachmentStore files, Pages pages) {
        this.database = data.database();
        this.desk = desk;
        this.files = files;
        this.pages = pages;
    }

    @Get("/teams/{team}/records/{type}/{id}")
    HttpResponse<?> show(Supervisor supervisor, String type, String id) {
        RecordKey key = RecordAddress.key(supervisor.teamId(), type, id);
        boolean wantsAll =
                FormFields.of("?" + supervisor.page().query()).text("history").isPresent();
        RecordView view = database.read(
                connection -> new RecordViewing(database, connection, supervisor.page(), key).view(wantsAll));
        return pages.show(supervisor.page(), "records/record.jte", view);
    }

    @Post("/teams/{team}/records/{type}/{id}/delete")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    HttpResponse<?> delete(Supervisor supervisor, String type, String id) {
        RecordKey key = RecordAddress.key(supervisor.teamId(), type, id);
        return done(supervisor, edits(supervisor).delete(key), "records.deleted");
    }

    @Post("/teams/{team}/records/{type}/{id}/revive")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    HttpResponse<?> revive(Supervisor supervisor, String type, String id) {
        RecordKey key = RecordAddress.key(supervisor.teamId(), type, id);
        return done(supervisor, edits(supervisor).revive(key).orElseThrow(NotThereException::new), "records.revived");
    }

    @Post("/teams/{team}/records/{type}/{id}/restore")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    HttpResponse<?> restore(Supervisor supervisor, String type, String id, @Body String body) {
        RecordKey key = RecordAddress.key(supervisor.teamId(), type, id);
        FormFields entered = FormFields.of("?" + body);
        long revision = number(entered.text("revision"));
        Optional<String> field = entered.text("field");
        DeskWord word = field.isEmpty()
                ? edits(supervisor).restore(key, revision)
                : edits(supervisor)
                        .restore(key, revision, path(field, entered.raw("key").orElse("")));
        return done(supervisor, word, "records.restored");
    }

    private static FieldPath path(Optional<String> field, String mapKey) {
        int number = Math.toIntExact(number(field));
        return mapKey.isEmpty() ? FieldPath.field(number) : FieldPath.entry(number, mapKey);
    }

    @Post("/teams/{team}/records/{type}/{id}/undo")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    HttpResponse<?> undo(Supervisor supervisor, String type, String id) {
        RecordKey key = RecordAddress.key(supervisor.teamId(), type, id);
        long revision = number(FormFields.of("?" + supervisor.page().query()).text("revision"));
        return done(
                supervisor,
                edits(supervisor).undo(key, revision).orElseThrow(NotThereException::new),
                "records.undone");
    }

    private static long number(Optional<String> text) {
        try {
            return Long.parseLong(text.orElse(""));
        } catch (NumberFormatException e) {
            throw new NotThereException();
        }
    }

    private RecordEdits edits(Supervisor supervisor) {
        return new RecordEdits(database, desk, supervisor.personId());
    }

    private HttpResponse<?> done(Supervisor supervisor, DeskWord word, String done) {
        Notice notice = WrittenNotice.of(supervisor.page(), word, done);
        return pages.goTo(RecordAddress.of(word.key()), notice);
    }

    /** A file that records of the team show. What could run in a browser is handed out to be saved, never shown. */
    @Get("/teams/{team}/records/files/{name}")
    HttpResponse<?> file(Supervisor supervisor, String name) {
        ByteString sha256;
        try {
            sha256 = ByteString.copyFrom(HexFormat.of().parseHex(name));
        } catch (IllegalArgumentException e) {
            throw new NotThereException();
        }
        byte[] content = files.read(supervisor.teamId(), sha256)
                .orElseThrow(NotThereException::new)
                .toByteArray();
        Optional<String> picture = PictureType.of(content);
        return HttpResponse.ok(content)
                .contentType(MediaType.of(picture.orElse("application/octet-stream")))
                .header("Content-Disposition", picture.isPresent() ? "inline" : "attachment")
                .header("X-Content-Type-Options", "nosniff")
                .header("Cache-Control", "private, max-age=86400");
    }
}
