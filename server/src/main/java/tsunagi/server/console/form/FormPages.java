package tsunagi.server.console.form;

import com.fasterxml.uuid.Generators;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.MediaType;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Consumes;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Part;
import io.micronaut.http.annotation.Post;
import io.micronaut.http.multipart.CompletedFileUpload;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.reactivestreams.Publisher;
import reactor.core.publisher.Flux;
import tsunagi.calendar.JapaneseDays;
import tsunagi.questionnaires.Form;
import tsunagi.questionnaires.Wording;
import tsunagi.server.admin.ServerData;
import tsunagi.server.console.page.FormFields;
import tsunagi.server.console.page.NotThereException;
import tsunagi.server.console.page.Notice;
import tsunagi.server.console.page.Page;
import tsunagi.server.console.page.Pages;
import tsunagi.server.console.page.Supervisor;
import tsunagi.server.desk.Desk;
import tsunagi.server.form.FormDrafts;
import tsunagi.server.form.Publication;
import tsunagi.server.form.PublishedForms;
import tsunagi.server.form.PublishedForms.Published;

/** 調査票: uploaded, looked at as on a tablet, published, compared, withdrawn. */
@Controller("/teams/{team}/forms")
@ExecuteOn(TaskExecutors.BLOCKING)
final class FormPages {
    private final FormShelf shelf;
    private final FormDrafts drafts;
    private final PublishedForms forms;
    private final Publication publication;
    private final Clock clock;
    private final Pages pages;

    FormPages(ServerData data, Desk desk, Clock clock, Pages pages) {
        this.drafts = new FormDrafts(data.database(), clock, Generators.timeBasedEpochGenerator()::generate);
        this.forms = PublishedForms.in(data.database());
        this.publication = new Publication(forms, PublishedForms.filesIn(data.database()), desk);
        this.shelf = new FormShelf(data.database(), forms, drafts);
        this.clock = clock;
        this.pages = pages;
    }

    @Get
    HttpResponse<?> list(Supervisor supervisor) {
        return pages.show(supervisor.page(), "form/forms.jte", shelf.list(supervisor.teamId(), ""));
    }

    @Post("/upload")
    @Consumes(MediaType.MULTIPART_FORM_DATA)
    HttpResponse<?> upload(Supervisor supervisor, @Part("files") Publisher<CompletedFileUpload> files) {
        Upload upload = received(files);
        if (upload.formName().isEmpty()) {
            return noForm(supervisor);
        }
        UUID draft = drafts.put(
                supervisor.teamId(), supervisor.personId(), upload.formName().get(), upload.files());
        return pages.goTo(supervisor.page().in("/forms/drafts/" + draft));
    }

    @Post("/drafts/{draft}/upload")
    @Consumes(MediaType.MULTIPART_FORM_DATA)
    HttpResponse<?> uploadAgain(
            Supervisor supervisor, UUID draft, @Part("files") Publisher<CompletedFileUpload> files) {
        FormDrafts.Draft before = draft(supervisor, draft);
        Upload upload = received(files);
        if (upload.files().isEmpty()) {
            return noForm(supervisor);
        }
        String form = upload.formName().orElse(before.formName());
        drafts.replace(supervisor.teamId(), before, supervisor.personId(), form, upload.files());
        return pages.goTo(supervisor.page().in("/forms/drafts/" + draft));
    }

    private static Upload received(Publisher<CompletedFileUpload> files) {
        return Upload.of(Flux.from(files).collectList().blockOptional().orElse(List.of()));
    }

    private HttpResponse<?> noForm(Supervisor supervisor) {
        return pages.refuse(
                supervisor.page(),
                HttpStatus.UNPROCESSABLE_ENTITY,
                "form/forms.jte",
                shelf.list(supervisor.teamId(), "form.no_form"));
    }

    @Get("/drafts/{draft}")
    HttpResponse<?> showDraft(Supervisor supervisor, UUID draft) {
        return pages.show(
                supervisor.page(), "form/draft.jte", shelf.draft(supervisor.teamId(), draft(supervisor, draft), ""));
    }

    @Post("/drafts/{draft}/discard")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    HttpResponse<?> discard(Supervisor supervisor, UUID draft) {
        drafts.discard(supervisor.teamId(), draft(supervisor, draft).id());
        return done(supervisor, "/forms", "form.discarded");
    }

    @Post("/drafts/{draft}/publish")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    HttpResponse<?> publish(Supervisor supervisor, UUID draft) {
        FormDrafts.Draft found = draft(supervisor, draft);
        FormDrafts.Opened opened = drafts.open(supervisor.teamId(), found);
        if (opened.file().form().isEmpty() || !opened.missing().isEmpty()) {
            return refused(supervisor, found, supervisor.page().say("form.not_ready"));
        }
        Form form = opened.file().form().get();
        Publication.Outcome outcome = publication.publish(
                supervisor.teamId(),
                supervisor.personId(),
                form,
                opened.file().xform().orElseThrow(),
                opened.files(),
                today());
        if (outcome instanceof Publication.Outcome.Refused no) {
            return refused(supervisor, found, words(supervisor.page(), no.why()));
        }
        drafts.discard(supervisor.teamId(), draft);
        UUID version = PublishedForms.key(supervisor.teamId(), form.key(), form.version())
                .id();
        boolean isNew = outcome instanceof Publication.Outcome.Done;
        return done(supervisor, "/forms/versions/" + version, isNew ? "form.published_now" : "form.published_before");
    }

    private HttpResponse<?> refused(Supervisor supervisor, FormDrafts.Draft draft, String why) {
        return pages.refuse(
                supervisor.page(),
                HttpStatus.UNPROCESSABLE_ENTITY,
                "form/draft.jte",
                shelf.draft(supervisor.teamId(), draft, why));
    }

    @Get("/versions/{version}")
    HttpResponse<?> showVersion(Supervisor supervisor, UUID version) {
        Published published = published(supervisor, version);
        return pages.show(supervisor.page(), "form/version.jte", shelf.version(supervisor.teamId(), published));
    }

    @Post("/versions/{version}/retire")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    HttpResponse<?> retire(Supervisor supervisor, UUID version) {
        Publication.Outcome outcome =
                publication.retire(published(supervisor, version), supervisor.personId(), today());
        String here = supervisor.page().in("/forms/versions/" + version);
        return outcome instanceof Publication.Outcome.Refused no
                ? pages.goTo(here, Notice.of(words(supervisor.page(), no.why())))
                : pages.goTo(here, Notice.of(supervisor.page().say("form.retired_now"), here + "/bring-back"));
    }

    @Post("/versions/{version}/bring-back")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    HttpResponse<?> bringBack(Supervisor supervisor, UUID version) {
        publication.bringBack(published(supervisor, version), supervisor.personId());
        return done(supervisor, "/forms/versions/" + version, "form.brought_back");
    }

    @Get("/versions/{version}/xform")
    HttpResponse<byte[]> download(Supervisor supervisor, UUID version) {
        Published published = published(supervisor, version);
        byte[] xform = shelf.xform(published).orElseThrow(NotThereException::new);
        return HttpResponse.ok(xform)
                .contentType(MediaType.of("application/xml; charset=utf-8"))
                .header("Content-Disposition", "attachment; filename=\"" + fileName(published) + "\"");
    }

    private static String fileName(Published published) {
        return published.name().replaceAll("[^A-Za-z0-9._-]", "_") + ".xml";
    }

    @Get("/compare")
    HttpResponse<?> compare(Supervisor supervisor) {
        FormFields asked = FormFields.of("?" + supervisor.page().query());
        Published older = published(supervisor, asked.text("older"));
        Optional<FormDrafts.Draft> draft = asked.text("draft").map(id -> draft(supervisor, uuid(id)));
        ComparisonPage comparison;
        if (draft.isPresent()) {
            Form newer =
                    drafts.open(supervisor.teamId(), draft.get()).file().form().orElseThrow(NotThereException::new);
            comparison =
                    ComparisonPage.of(older.name(), form(older), draft.get().formName(), newer);
        } else {
            Published newer = published(supervisor, asked.text("newer"));
            comparison = ComparisonPage.of(older.name(), form(older), newer.name(), form(newer));
        }
        return pages.show(supervisor.page(), "form/compare.jte", comparison);
    }

    @Get("/versions/{version}/preview")
    HttpResponse<?> preview(Supervisor supervisor, UUID version) {
        return preview(
                supervisor, form(published(supervisor, version)), "/forms/versions/" + version, "", "form/preview.jte");
    }

    @Post("/versions/{version}/preview")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    HttpResponse<?> fillIn(Supervisor supervisor, UUID version, @Body String body) {
        return preview(
                supervisor,
                form(published(supervisor, version)),
                "/forms/versions/" + version,
                body,
                "form/preview.jte");
    }

    @Get("/drafts/{draft}/preview")
    HttpResponse<?> previewDraft(Supervisor supervisor, UUID draft) {
        return preview(supervisor, usable(supervisor, draft), "/forms/drafts/" + draft, "", "form/preview.jte");
    }

    @Post("/drafts/{draft}/preview")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    HttpResponse<?> fillInDraft(Supervisor supervisor, UUID draft, @Body String body) {
        return preview(supervisor, usable(supervisor, draft), "/forms/drafts/" + draft, body, "form/preview.jte");
    }

    private HttpResponse<?> preview(Supervisor supervisor, Form form, String back, String body, String template) {
        Page page = supervisor.page();
        return pages.show(
                page, template, Preview.of(form, page.in(back + "/preview"), page.in(back), FormFields.of("?" + body)));
    }

    private Form usable(Supervisor supervisor, UUID draft) {
        return drafts.open(supervisor.teamId(), draft(supervisor, draft))
                .file()
                .form()
                .orElseThrow(NotThereException::new);
    }

    private HttpResponse<?> done(Supervisor supervisor, String address, String words) {
        return pages.goTo(
                supervisor.page().in(address), Notice.of(supervisor.page().say(words)));
    }

    private static String words(Page page, Wording wording) {
        return page.isJapanese() ? wording.ja() : wording.en();
    }

    private LocalDate today() {
        return LocalDate.ofInstant(clock.instant(), JapaneseDays.TIME);
    }

    private FormDrafts.Draft draft(Supervisor supervisor, UUID draft) {
        return drafts.find(supervisor.teamId(), draft).orElseThrow(NotThereException::new);
    }

    private Published published(Supervisor supervisor, Optional<String> id) {
        return published(supervisor, id.map(FormPages::uuid).orElseThrow(NotThereException::new));
    }

    private Published published(Supervisor supervisor, UUID id) {
        return shelf.published(supervisor.teamId(), id).orElseThrow(NotThereException::new);
    }

    private Form form(Published published) {
        return forms.form(published.key()).orElseThrow(NotThereException::new);
    }

    private static UUID uuid(String text) {
        try {
            return UUID.fromString(text);
        } catch (IllegalArgumentException e) {
            throw new NotThereException();
        }
    }
}
