package tsunagi.server.console.form;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import tsunagi.server.form.FormFile;

/**
 * What the page of a draft shows.
 *
 * @param remarks errors first
 * @param missing files that the form uses and that are not there
 * @param summary empty when it cannot be used
 * @param before the version it would follow
 * @param trouble why it was not published, or empty
 */
public record DraftPage(
        UUID id,
        String fileName,
        List<String> files,
        List<FormFile.Remark> remarks,
        List<String> missing,
        Optional<FormSummary> summary,
        Optional<FormList.Version> before,
        String trouble) {
    public boolean canBePublished() {
        return summary.isPresent() && missing.isEmpty();
    }
}
