package tsunagi.server.review;

import java.util.Optional;

/**
 * What somebody asks back.
 *
 * @param askedPersonId who is asked; empty: of each record whoever wrote it
 * @param fieldNumber the field it is about; empty: the record as a whole
 */
public record Question(String text, Optional<String> askedPersonId, Optional<Integer> fieldNumber) {}
