package tsunagi.server.console.field;

import java.util.List;
import java.util.Optional;
import tsunagi.records.v1.RecordType;

/** What there is to choose from in a team. */
public interface Choices {
    List<Option> people();

    List<Option> bodies();

    List<Option> themes();

    /** The records of a type that these words find, the last ones first; without words the last ones. */
    List<Option> records(RecordType type, String words);

    /** What a record is called; empty when it is not there. */
    Optional<String> title(RecordType type, String id);

    /** The departments of a workplace. */
    List<Option> departments(String workplaceId);

    /** The workplace of a visit; empty when it is not known. */
    Optional<String> workplaceOfVisit(String visitId);

    /** The questions of a form version, by their paths. */
    List<Option> questions(String formVersionId);

    /** The fiscal year that it is now. */
    int fiscalYear();

    /** The body for which somebody acts now. */
    Optional<String> bodyOf(String personId);
}
