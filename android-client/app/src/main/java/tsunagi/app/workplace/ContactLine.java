package tsunagi.app.workplace;

import android.content.Context;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;
import tsunagi.app.R;
import tsunagi.app.words.FieldWords;
import tsunagi.app.words.Names;
import tsunagi.engine.view.RecordView;
import tsunagi.record.RecordKey;
import tsunagi.records.v1.Contact;

/**
 * A contact on the page of a workplace.
 *
 * @param posts roles and title
 * @param told what may be passed on about this person, and to whom; empty where nothing may
 */
record ContactLine(
        RecordKey key, String name, String posts, String reachable, String phone, boolean hasLeft, String told) {
    /** Those who are there first, by reading; those who left last. */
    static List<ContactLine> of(Context context, Names bodies, List<RecordView> contacts) {
        FieldWords words = new FieldWords(context);
        DisclosedTo disclosed = new DisclosedTo(context, bodies);
        List<RecordView> sorted = new ArrayList<>(contacts);
        sorted.sort(Comparator.comparing((RecordView view) -> hasLeft(contact(view)))
                .thenComparing(view -> contact(view).getNameReading()));
        return sorted.stream()
                .map(view -> line(context, words, disclosed, view))
                .collect(Collectors.toList());
    }

    private static ContactLine line(Context context, FieldWords words, DisclosedTo disclosed, RecordView view) {
        Contact contact = contact(view);
        List<String> posts = new ArrayList<>();
        contact.getRolesList().forEach(role -> posts.add(words.value(role.getValueDescriptor())));
        posts.add(contact.getJobTitle());
        String name = contact.getName();
        if (name.isEmpty()) {
            name = context.getString(R.string.workplace_contact_unnamed);
        } else if (!contact.getNameReading().isEmpty()) {
            name = context.getString(R.string.workplace_contact_name, name, contact.getNameReading());
        }
        return new ContactLine(
                view.key(),
                name,
                posts.stream()
                        .filter(post -> !post.isEmpty())
                        .collect(Collectors.joining(context.getString(R.string.word_between))),
                contact.getReachable(),
                contact.getPhone(),
                hasLeft(contact),
                disclosed.words(contact).orElse(""));
    }

    private static Contact contact(RecordView view) {
        return view.as(Contact.getDefaultInstance());
    }

    private static boolean hasLeft(Contact contact) {
        return !contact.getLeftOn().isEmpty();
    }
}
