package tsunagi.app.workplace;

import com.google.protobuf.Message;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import tsunagi.engine.lookup.Lookup;
import tsunagi.engine.view.RecordView;
import tsunagi.name.NameKey;
import tsunagi.record.RecordKey;
import tsunagi.records.v1.Workplace;

/** A workplace that is here already and is likely the one somebody is about to write a second time, and why. */
record Likeness(RecordKey key, Workplace workplace, Set<Trait> traits) {
    private static final int SHOWN_MAX = 5;
    private static final int LOOKED_AT_MAX = 30;

    /** Names shorter than this are in too many others. */
    private static final int NAME_MIN = 2;

    private static final int NAME_BEGINNING = 3;

    /** In what two workplaces are alike. */
    enum Trait {
        SAME_NAME,
        SIMILAR_NAME,
        SAME_CORPORATE_NUMBER,
        SAME_PHONE,
        SAME_ADDRESS
    }

    /** Those like a record that is being written; none of a contact. */
    static List<Likeness> of(Lookup lookup, RecordKey key, Message written) {
        return written instanceof Workplace workplace ? of(lookup, key, workplace) : Collections.emptyList();
    }

    private static List<Likeness> of(Lookup lookup, RecordKey key, Workplace written) {
        Map<RecordKey, RecordView> candidates = new LinkedHashMap<>();
        String name = NameKey.of(written.getName()).text();
        if (name.length() >= NAME_MIN) {
            look(lookup, key, name.substring(0, Math.min(NAME_BEGINNING, name.length())), candidates);
        }
        look(lookup, key, written.getCorporateNumber(), candidates);
        look(lookup, key, written.getPhone(), candidates);
        look(lookup, key, written.getAddress(), candidates);
        List<Likeness> alike = new ArrayList<>();
        for (RecordView candidate : candidates.values()) {
            Workplace other = candidate.as(Workplace.getDefaultInstance());
            Set<Trait> traits = traits(written, other);
            if (!traits.isEmpty() && !candidate.key().equals(key)) {
                alike.add(new Likeness(candidate.key(), other, traits));
            }
        }
        alike.sort((a, b) -> Integer.compare(b.weight(), a.weight()));
        return alike.subList(0, Math.min(SHOWN_MAX, alike.size()));
    }

    private static void look(Lookup lookup, RecordKey key, String words, Map<RecordKey, RecordView> candidates) {
        if (!NameKey.of(words).isEmpty()) {
            lookup.workplaces(key.teamId(), words, LOOKED_AT_MAX)
                    .shown()
                    .forEach(view -> candidates.put(view.key(), view));
        }
    }

    static Set<Trait> traits(Workplace a, Workplace b) {
        Set<Trait> traits = EnumSet.noneOf(Trait.class);
        String nameOfA = NameKey.of(a.getName()).text();
        String nameOfB = NameKey.of(b.getName()).text();
        if (!nameOfA.isEmpty() && nameOfA.equals(nameOfB)) {
            traits.add(Trait.SAME_NAME);
        } else if (isWithin(nameOfA, nameOfB) || isWithin(nameOfB, nameOfA)) {
            traits.add(Trait.SIMILAR_NAME);
        }
        addIfSame(traits, Trait.SAME_CORPORATE_NUMBER, a.getCorporateNumber(), b.getCorporateNumber());
        addIfSame(traits, Trait.SAME_PHONE, a.getPhone(), b.getPhone());
        addIfSame(traits, Trait.SAME_ADDRESS, a.getAddress(), b.getAddress());
        return traits;
    }

    private static boolean isWithin(String part, String whole) {
        return part.length() >= NAME_BEGINNING && whole.contains(part);
    }

    private static void addIfSame(Set<Trait> traits, Trait trait, String a, String b) {
        String key = NameKey.of(a).text();
        if (!key.isEmpty() && key.equals(NameKey.of(b).text())) {
            traits.add(trait);
        }
    }

    private int weight() {
        return traits.size() + (traits.contains(Trait.SIMILAR_NAME) ? 0 : 1);
    }
}
