package tsunagi.server.console.form;

import com.google.protobuf.ByteString;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import tsunagi.record.RecordKey;
import tsunagi.server.form.FormDrafts;
import tsunagi.server.form.FormUse;
import tsunagi.server.form.PublishedForms;
import tsunagi.server.form.PublishedForms.Published;
import tsunagi.server.storage.Database;
import tsunagi.server.storage.Sql;

/** What the pages of forms show, put together. Thread-safe. */
final class FormShelf {
    private final Database database;
    private final PublishedForms forms;
    private final FormDrafts drafts;

    FormShelf(Database database, PublishedForms forms, FormDrafts drafts) {
        this.database = database;
        this.forms = forms;
        this.drafts = drafts;
    }

    FormList list(UUID teamId, String trouble) {
        Map<String, List<FormList.Version>> byForm = new LinkedHashMap<>();
        Map<String, FormUse> uses = uses(teamId);
        for (Published published : forms.all(teamId)) {
            byForm.computeIfAbsent(published.version().getFormKey(), key -> new ArrayList<>())
                    .add(version(published, uses));
        }
        List<FormList.Shown> shown = byForm.entrySet().stream()
                .map(form -> shown(form.getKey(), form.getValue()))
                .toList();
        return new FormList(drafts.all(teamId).stream().map(this::waiting).toList(), shown, trouble);
    }

    private static FormList.Shown shown(String key, List<FormList.Version> versions) {
        List<FormList.Version> newestFirst = versions.stream()
                .sorted(Comparator.comparing(FormList.Version::publishedOn)
                        .thenComparing(FormList.Version::version)
                        .reversed())
                .toList();
        return new FormList.Shown(key, newestFirst.get(0).title(), newestFirst);
    }

    private FormList.Waiting waiting(FormDrafts.Draft draft) {
        String by = database.read(connection -> Sql.of(
                                connection, "SELECT name FROM person WHERE person_id = ?", draft.personId())
                        .first(row -> row.text("name")))
                .orElse("");
        return new FormList.Waiting(draft.id(), draft.formName(), by, draft.uploadedAtMs());
    }

    DraftPage draft(UUID teamId, FormDrafts.Draft draft, String trouble) {
        FormDrafts.Opened opened = drafts.open(teamId, draft);
        Optional<FormSummary> summary = opened.file().form().map(FormSummary::of);
        Optional<FormList.Version> before = summary.flatMap(form -> list(teamId, "").forms().stream()
                .filter(shown -> shown.key().equals(form.key()))
                .flatMap(shown -> shown.versions().stream())
                .filter(version -> !version.version().equals(form.version()))
                .findFirst());
        return new DraftPage(
                draft.id(),
                draft.formName(),
                draft.fileNames(),
                opened.file().remarks(),
                opened.missing(),
                summary,
                before,
                trouble);
    }

    VersionPage version(UUID teamId, Published published) {
        String key = published.version().getFormKey();
        List<FormList.Version> others = list(teamId, "").forms().stream()
                .filter(shown -> shown.key().equals(key))
                .flatMap(shown -> shown.versions().stream())
                .filter(version -> !version.id().equals(published.key().id()))
                .toList();
        return new VersionPage(
                version(published, uses(teamId)),
                key,
                forms.form(published.key()).map(FormSummary::of),
                others);
    }

    Optional<Published> published(UUID teamId, UUID id) {
        return forms.find(new RecordKey(teamId, PublishedForms.TYPE, id));
    }

    Optional<byte[]> xform(Published published) {
        return PublishedForms.filesIn(database)
                .read(published.key().teamId(), published.version().getXform().getSha256())
                .map(ByteString::toByteArray);
    }

    private Map<String, FormUse> uses(UUID teamId) {
        return database.read(connection -> FormUse.of(connection, teamId));
    }

    private static FormList.Version version(Published published, Map<String, FormUse> uses) {
        return new FormList.Version(
                published.key().id(),
                published.version().getVersion(),
                published.version().getTitle(),
                published.version().getPublishedOn(),
                published.version().getRetiredOn(),
                uses.getOrDefault(published.key().id().toString(), FormUse.NONE));
    }
}
