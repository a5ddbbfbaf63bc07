package tsunagi.server.duplicate;

import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.Set;
import tsunagi.name.NameKey;
import tsunagi.records.v1.Contact;
import tsunagi.records.v1.ContactRole;

/**
 * What of contacts is compared.
 *
 * @param place the workplace that speaks for theirs, or the body
 * @param phone digits only; empty when it is the workplace's own, which everybody there answers
 */
record ContactTraits(
        PersonName name,
        String reading,
        String place,
        String phone,
        String email,
        String jobTitle,
        Set<ContactRole> roles)
        implements Traits {

    static ContactTraits of(Contact contact, String place, String placePhone) {
        String phone = Digits.of(contact.getPhone());
        return new ContactTraits(
                PersonName.of(contact.getName()),
                SpokenKey.of(contact.getNameReading()),
                place,
                phone.equals(placePhone) ? "" : phone,
                NameKey.withLegalForm(contact.getEmail()).text(),
                NameKey.of(contact.getJobTitle()).text(),
                Set.copyOf(contact.getRolesList()));
    }

    @Override
    public Set<String> blocks() {
        Set<String> blocks = new LinkedHashSet<>();
        WorkplaceTraits.add(blocks, "phone", phone);
        WorkplaceTraits.add(blocks, "email", email);
        WorkplaceTraits.add(blocks, "name", name.key());
        if (!place.isEmpty()) {
            WorkplaceTraits.add(blocks, "reading " + place, reading);
            WorkplaceTraits.add(blocks, "reading " + place, name.spoken());
            WorkplaceTraits.add(blocks, "family " + place, name.beginning());
            OneLetter.neighbours(name.key()).forEach(word -> blocks.add("name " + place + " " + word));
        }
        return blocks;
    }

    @Override
    public Likeness likeness(Traits traits) {
        if (!(traits instanceof ContactTraits other)) {
            return Likeness.NONE;
        }
        Reason named = name.compare(other.name, reading, other.reading);
        boolean isSameName = named == Reason.SAME_NAME || named == Reason.SAME_NAME_WRITTEN_DIFFERENTLY;
        return new Weighing()
                .when(true, named, pointsOf(named))
                .either(reading, other.reading, Reason.SAME_READING, isSameName ? 10 : 25, Reason.OTHER_READING, -30)
                .either(place, other.place, Reason.SAME_WORKPLACE, 25, Reason.OTHER_WORKPLACE, -40)
                .either(phone, other.phone, Reason.SAME_PHONE, 25, Reason.OTHER_PHONE, -5)
                .either(email, other.email, Reason.SAME_EMAIL, 30, Reason.OTHER_EMAIL, -10)
                .when(isOtherTitle(other), Reason.OTHER_TITLE, -15)
                .when(isOtherRole(other), Reason.OTHER_ROLE, -5)
                .likeness();
    }

    private static int pointsOf(Reason named) {
        return switch (named) {
            case SAME_NAME, SAME_NAME_WRITTEN_DIFFERENTLY -> 40;
            case FAMILY_NAME_ONLY -> 25;
            case SIMILAR_NAME -> 20;
            default -> -30;
        };
    }

    private boolean isOtherTitle(ContactTraits other) {
        return !jobTitle.isEmpty()
                && !other.jobTitle.isEmpty()
                && !jobTitle.contains(other.jobTitle)
                && !other.jobTitle.contains(jobTitle);
    }

    private boolean isOtherRole(ContactTraits other) {
        return !roles.isEmpty() && !other.roles.isEmpty() && Collections.disjoint(roles, other.roles);
    }
}
