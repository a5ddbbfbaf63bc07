package tsunagi.app.participant;

import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import tsunagi.engine.view.RecordView;
import tsunagi.name.Kana;
import tsunagi.record.RecordKey;
import tsunagi.records.v1.Participant;

/**
 * A participant as lists show one.
 *
 * @param key the record; of one that was absorbed, the record that speaks for it
 */
public record Person(RecordKey key, Participant participant) {
    /** By reading, as a roster on paper; those without one last. */
    public static final Comparator<Person> IN_READING_ORDER = Comparator.comparing(Person::row)
            .thenComparing(Person::sortKey)
            .thenComparing(Person::name)
            .thenComparing(person -> person.key().id());

    public static Person of(RecordView view) {
        return new Person(view.key(), view.as(Participant.getDefaultInstance()));
    }

    public String name() {
        return participant.getName();
    }

    public String reading() {
        return participant.getNameReading();
    }

    /** Where it stands in the order of the syllabary. */
    public KanaRow row() {
        return KanaRow.of(readingOrName());
    }

    /** What somebody may type to find this person. */
    public List<String> words() {
        return Arrays.asList(name(), reading(), participant.getAffiliation());
    }

    private String readingOrName() {
        return reading().isEmpty() ? name() : reading();
    }

    private String sortKey() {
        return Kana.toHiragana(readingOrName()).replaceAll("\\s", "");
    }
}
