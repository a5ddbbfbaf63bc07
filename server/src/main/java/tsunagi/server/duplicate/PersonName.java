package tsunagi.server.duplicate;

import tsunagi.name.Kana;
import tsunagi.name.NameKey;

/**
 * The name of a person.
 *
 * @param raw as it was written
 * @param key without what is written now one way, now another
 * @param family the first of several words; empty when the name is one word
 */
record PersonName(String raw, String key, String family) {
    private static final String TITLES = "(?:様|さん|氏|殿|先生)$";

    static PersonName of(String name) {
        String even = Kana.evenWidth(name).replaceFirst(TITLES, "").trim();
        String[] words = even.split("[\\s\u3000・]+", -1);
        return new PersonName(
                even,
                NameKey.of(even).text(),
                words.length > 1 ? NameKey.of(words[0]).text() : "");
    }

    boolean isKnown() {
        return !key.isEmpty();
    }

    /** What the other's name says of this one; in names of people one letter tells brothers apart. */
    Reason compare(PersonName other) {
        if (!isKnown() || !other.isKnown()) {
            return Reason.OTHER_NAME;
        }
        if (key.equals(other.key)) {
            return raw.replaceAll("\\s", "").equals(other.raw.replaceAll("\\s", ""))
                    ? Reason.SAME_NAME
                    : Reason.SAME_NAME_WRITTEN_DIFFERENTLY;
        }
        if (key.equals(other.family) || other.key.equals(family)) {
            return Reason.FAMILY_NAME_ONLY;
        }
        if (spoken().equals(other.spoken())) {
            return Reason.SAME_NAME_WRITTEN_DIFFERENTLY;
        }
        return OneLetter.apart(key, other.key) ? Reason.SIMILAR_NAME : Reason.OTHER_NAME;
    }

    /** The same where one of the two is written as the other is read: やまだ はな, 山田 花. */
    Reason compare(PersonName other, String reading, String otherReading) {
        boolean isReading = isKnown()
                && other.isKnown()
                && (spoken().equals(otherReading) || other.spoken().equals(reading));
        return isReading && !key.equals(other.key) ? Reason.SAME_NAME_WRITTEN_DIFFERENTLY : compare(other);
    }

    /** As it sounds, as far as it is written in kana. */
    String spoken() {
        return SpokenKey.of(raw);
    }

    /** What it begins with, by which the family name alone finds it. */
    String beginning() {
        return family.isEmpty() ? key.substring(0, Math.min(2, key.length())) : family;
    }
}
