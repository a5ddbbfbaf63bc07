package tsunagi.server.duplicate;

import java.util.Set;

/** What of a record is compared to find its duplicates among records of its type. */
sealed interface Traits permits WorkplaceTraits, ContactTraits, ParticipantTraits, VisitTraits, AttendanceTraits {
    /** Words of which two records that may be one have at least one in common; only such pairs are compared. */
    Set<String> blocks();

    /** How like this one is to another of its type; 0 of another type. */
    Likeness likeness(Traits other);
}
