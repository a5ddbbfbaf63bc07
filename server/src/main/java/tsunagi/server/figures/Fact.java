package tsunagi.server.figures;

import java.util.Optional;

/**
 * Something that a view counts: how often, and how many different ones.
 *
 * @param key of its name
 * @param occasions where it is counted 延べ; empty where it is not
 * @param distinct where it is counted 実; empty where it is not
 */
record Fact(String key, Optional<Counted> occasions, Optional<Counted> distinct) {
    /** A column that counts. */
    record Counted(String column, Unit unit) {}

    static Fact of(String key, String occasions, Unit unit) {
        return new Fact(key, Optional.of(new Counted(occasions, unit)), Optional.empty());
    }

    static Fact of(String key, String occasions, Unit unit, String distinct, Unit distinctUnit) {
        return new Fact(
                key, Optional.of(new Counted(occasions, unit)), Optional.of(new Counted(distinct, distinctUnit)));
    }

    static Fact distinct(String key, String distinct, Unit unit) {
        return new Fact(key, Optional.empty(), Optional.of(new Counted(distinct, unit)));
    }
}
