package tsunagi.server.conflict;

import java.util.Optional;
import tsunagi.sync.v1.Authorship;

/**
 * Which conflicts are asked for; what is empty lets all through.
 *
 * @param typeName as plain tables call the type of the record
 * @param fieldName as the schema calls the field
 * @param personId who wrote one of the values
 * @param bodyId on whose behalf one of the values was written
 */
public record ConflictFilter(
        Optional<String> typeName, Optional<String> fieldName, Optional<String> personId, Optional<String> bodyId) {
    public static final ConflictFilter ALL =
            new ConflictFilter(Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty());

    public boolean isAll() {
        return equals(ALL);
    }

    boolean letsThrough(OpenConflict conflict, String nameOfField) {
        return fieldName.filter(name -> !name.equals(nameOfField)).isEmpty()
                && conflict.sides().stream().map(OpenConflict.Side::by).anyMatch(this::isOne);
    }

    private boolean isOne(Authorship by) {
        return personId.filter(id -> !id.equals(by.getPersonId())).isEmpty()
                && bodyId.filter(id -> !id.equals(by.getBodyId())).isEmpty();
    }
}
