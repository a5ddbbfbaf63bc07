package tsunagi.server.console.form;

import java.util.List;
import java.util.UUID;
import tsunagi.server.form.FormUse;

/** What the page of forms shows: what was uploaded and waits, and what is published, the newest version of each first. */
public record FormList(List<Waiting> drafts, List<Shown> forms, String trouble) {
    /** A draft. */
    public record Waiting(UUID id, String fileName, String by, long uploadedAtMs) {}

    /** A form with its versions. */
    public record Shown(String key, String title, List<Version> versions) {}

    /**
     * A version of a form.
     *
     * @param retiredOn from which day no new round takes it; empty while they do
     */
    public record Version(UUID id, String version, String title, String publishedOn, String retiredOn, FormUse use) {
        public boolean isRetired() {
            return !retiredOn.isEmpty();
        }
    }
}
