package tsunagi.server.imports;

import java.util.List;

/**
 * A column that a file to be imported may have.
 *
 * @param key its English heading
 * @param heading its Japanese heading, as in the template
 * @param aliases other headings people use for it
 * @param isRequired whether a row without it is refused
 * @param example what may stand in it, as in the template
 */
record ImportColumn(String key, String heading, List<String> aliases, boolean isRequired, String example) {
    static ImportColumn required(String key, String heading, String example, String... aliases) {
        return new ImportColumn(key, heading, List.of(aliases), true, example);
    }

    static ImportColumn optional(String key, String heading, String example, String... aliases) {
        return new ImportColumn(key, heading, List.of(aliases), false, example);
    }

    /** Whether this heading, in the form in which headings are compared, means this column. */
    boolean isMeantBy(String plainHeading) {
        return Headings.plain(key).equals(plainHeading)
                || Headings.plain(heading).equals(plainHeading)
                || aliases.stream().anyMatch(alias -> Headings.plain(alias).equals(plainHeading));
    }
}
