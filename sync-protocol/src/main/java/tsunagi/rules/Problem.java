package tsunagi.rules;

/**
 * Something about a record that a person should see, in words for that person.
 *
 * @param field the field by the names of the schema, such as {@code visit_on} or {@code headcounts.2024.people}; empty when it is about
 *     the record as a whole
 * @param rule a short word for the rule, the same in all versions
 */
public record Problem(String field, String rule, Severity severity, String japanese, String english) {
    public boolean isError() {
        return severity == Severity.ERROR;
    }

    /** Both languages, Japanese first. */
    public String text() {
        return japanese + " / " + english;
    }
}
