package tsunagi.server.words;

import java.util.Optional;
import tsunagi.record.RecordKey;

/** The names of what ids and keys stand for, in one team and one language; empty for what is not known. */
public interface NameSource {
    /** Knows nobody and nothing. */
    NameSource NONE = new NameSource() {
        @Override
        public Optional<String> person(String personId) {
            return Optional.empty();
        }

        @Override
        public Optional<String> body(String bodyId) {
            return Optional.empty();
        }

        @Override
        public Optional<String> record(RecordKey key) {
            return Optional.empty();
        }

        @Override
        public Optional<String> department(RecordKey about, String departmentKey) {
            return Optional.empty();
        }

        @Override
        public Optional<String> theme(String themeKey) {
            return Optional.empty();
        }
    };

    Optional<String> person(String personId);

    Optional<String> body(String bodyId);

    /** The title of a record; of one that was absorbed, that of the record which speaks for it. */
    Optional<String> record(RecordKey key);

    /**
     * A department.
     *
     * @param about the workplace it is a part of, or a record that names that workplace
     */
    Optional<String> department(RecordKey about, String departmentKey);

    /** A theme as the team words it, where it words it itself. */
    Optional<String> theme(String themeKey);
}
