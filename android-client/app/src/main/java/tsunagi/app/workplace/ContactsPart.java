package tsunagi.app.workplace;

import android.widget.LinearLayout;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import tsunagi.app.R;
import tsunagi.app.screen.Row;
import tsunagi.app.screen.Rows;
import tsunagi.app.screen.ScreenActivity;
import tsunagi.record.RecordKey;

/** The people one talks to at a workplace; a tap edits, the telephone calls. */
final class ContactsPart {
    private final ScreenActivity<?> screen;
    private final LinearLayout part;

    ContactsPart(ScreenActivity<?> screen, LinearLayout part) {
        this.screen = screen;
        this.part = part;
    }

    void show(RecordKey workplace, List<ContactLine> contacts) {
        Rows rows = Rows.anew(part);
        rows.heading(R.string.workplace_contacts)
                .textButton(
                        R.id.workplace_contact_add,
                        R.string.workplace_contact_add,
                        () -> screen.startActivity(ContactEditActivity.toNew(screen, workplace)));
        contacts.forEach(contact -> add(rows, contact));
        if (contacts.isEmpty()) {
            rows.note(R.string.workplace_contacts_none);
        }
    }

    private void add(Rows rows, ContactLine contact) {
        Row row = rows.row(contact.name())
                .icon(R.drawable.ic_person)
                .detail(Stream.of(contact.posts(), contact.phone(), contact.reachable(), contact.told())
                        .filter(text -> !text.isEmpty())
                        .collect(Collectors.joining("\n")))
                .onTap(() -> screen.startActivity(ContactEditActivity.to(screen, contact.key())));
        if (contact.hasLeft()) {
            row.wanted(R.drawable.ic_close, screen.getString(R.string.workplace_contact_left));
        } else if (!contact.phone().isEmpty()) {
            row.iconButton(
                    R.id.workplace_contact_call,
                    R.drawable.ic_phone,
                    screen.getString(R.string.workplace_call_somebody, contact.name()),
                    () -> SketchPart.call(screen, contact.phone()));
        }
    }
}
