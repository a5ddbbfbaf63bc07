package tsunagi.server.console.form;

import java.util.List;
import java.util.Optional;

/**
 * What the page of a published version shows.
 *
 * @param summary empty while one of its files is not on the server
 * @param others the other versions of the same form, to compare with
 */
public record VersionPage(
        FormList.Version version, String key, Optional<FormSummary> summary, List<FormList.Version> others) {}
