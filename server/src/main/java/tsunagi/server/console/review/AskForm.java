package tsunagi.server.console.review;

import java.util.List;

/**
 * The form for a question back.
 *
 * @param fields the fields to ask about; none when several records are asked about
 * @param field the number of the chosen one; empty for the record as a whole
 * @param people who can be asked
 * @param person the chosen one; empty: whoever wrote it
 * @param authors who wrote the records, in words
 * @param gone those of them who are no longer in the team, in words; empty when all are
 * @param trouble what is wrong with what was entered: question, gone, or empty
 */
public record AskForm(
        List<Titled> records,
        List<Choice> fields,
        String field,
        List<Choice> people,
        String person,
        String authors,
        String gone,
        String question,
        String back,
        String trouble) {
    /** Something to choose. */
    public record Choice(String value, String label) {}
}
