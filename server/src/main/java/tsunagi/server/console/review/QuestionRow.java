package tsunagi.server.console.review;

/**
 * A question back as a line shows it.
 *
 * @param field the field it is about; empty when it is about the record as a whole
 * @param asked who is asked
 * @param askedOn when, in words
 * @param isAnswered whether there is an answer; it may be empty, because the record was corrected and that says it all
 * @param isNews whether nobody has looked at the record since the answer came
 * @param address what its forms are sent to, less the last word
 */
public record QuestionRow(
        Titled record,
        String questionKey,
        String field,
        String question,
        String asked,
        String askedOn,
        boolean isAnswered,
        String answer,
        String answeredOn,
        boolean isNews,
        String address) {}
