package tsunagi.app.workplace;

import android.text.InputType;
import android.view.LayoutInflater;
import android.view.View;
import android.widget.LinearLayout;
import com.google.android.material.dialog.MaterialAlertDialogBuilder;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import tsunagi.app.R;
import tsunagi.app.TsunagiApp;
import tsunagi.app.draft.DayInput;
import tsunagi.app.draft.DraftForm;
import tsunagi.app.draft.MapEntryInput;
import tsunagi.app.screen.EditActivity.Inputs;
import tsunagi.app.screen.ScreenActivity;
import tsunagi.app.words.FieldWords;
import tsunagi.change.FieldPath;
import tsunagi.records.v1.Contact;
import tsunagi.records.v1.Disclosure;
import tsunagi.records.v1.DisclosureItem;

/** What may be told to whom about a contact; nobody else is told anything. */
final class DisclosureInputs {
    private final ScreenActivity<?> screen;
    private final Inputs<Contact> inputs;
    private final LinearLayout part;
    private final FieldWords words;
    private final LocalDate today;
    private final LinearLayout lines;
    private final Map<String, String> names;
    private final Map<String, MapEntryInput<Disclosure>> entries = new LinkedHashMap<>();

    /** Inputs that stand in a part of the screen, for those who may be told something, by their keys. */
    DisclosureInputs(ScreenActivity<?> screen, Inputs<Contact> inputs, LinearLayout part, Map<String, String> names) {
        this.screen = screen;
        this.inputs = inputs;
        this.part = part;
        this.names = names;
        this.words = new FieldWords(screen);
        this.today = TsunagiApp.parts(screen).today();
        this.lines = new LinearLayout(screen);
        names.keySet().forEach(key -> entries.put(key, entry(key)));
    }

    private MapEntryInput<Disclosure> entry(String key) {
        return new MapEntryInput<>(
                inputs.open(),
                FieldPath.entry(Contact.DISCLOSURES_FIELD_NUMBER, key),
                inputs.now().getDisclosuresOrDefault(key, Disclosure.getDefaultInstance()),
                (to, disclosure) ->
                        Contact.newBuilder().putDisclosures(to, disclosure).build());
    }

    void add() {
        DraftForm form = inputs.form().anew(part);
        form.heading(R.string.disclosures);
        form.label(screen.getString(R.string.disclosures_note));
        lines.setId(R.id.edit_disclosures);
        lines.setOrientation(LinearLayout.VERTICAL);
        part.addView(lines);
        draw();
        View more = LayoutInflater.from(screen).inflate(R.layout.edit_add, part, false);
        more.setId(R.id.edit_disclosure_add);
        more.setOnClickListener(tap -> askToWhom());
        part.addView(more);
    }

    private void draw() {
        inputs.form().anew(lines);
        entries.forEach((key, entry) -> {
            if (isThere(entry)) {
                add(names.get(key), entry);
            }
        });
        inputs.form().in(part);
    }

    private static boolean isThere(MapEntryInput<Disclosure> entry) {
        return !entry.isEmpty();
    }

    private void add(String name, MapEntryInput<Disclosure> entry) {
        DraftForm form = inputs.form();
        EntryHead.add(screen, lines, name, entry, this::draw);
        form.choices(
                View.generateViewId(),
                entry.path(),
                DisclosureItem.getDescriptor(),
                entry.now().getItemsList().stream()
                        .map(DisclosureItem::getValueDescriptor)
                        .collect(Collectors.toList()),
                chosen -> entry.put(entry.now().toBuilder()
                        .clearItems()
                        .addAllItems(chosen.stream()
                                .map(item -> DisclosureItem.forNumber(item.getNumber()))
                                .collect(Collectors.toList()))
                        .build()));
        new DayInput(screen)
                .add(
                        form,
                        View.generateViewId(),
                        entry.path(),
                        label(Disclosure.AGREED_ON_FIELD_NUMBER),
                        entry.now().getAgreedOn(),
                        day -> entry.put(
                                entry.now().toBuilder().setAgreedOn(day).build()));
        form.text(
                View.generateViewId(),
                entry.path(),
                screen.getString(R.string.disclosure_limits),
                entry.now().getRemarks(),
                InputType.TYPE_CLASS_TEXT | InputType.TYPE_TEXT_FLAG_MULTI_LINE,
                text -> entry.put(
                        entry.now().toBuilder().setRemarks(text.trim()).build()));
    }

    private String label(int number) {
        return words.field(Disclosure.getDescriptor().findFieldByNumber(number));
    }

    private void askToWhom() {
        List<String> free = entries.keySet().stream()
                .filter(key -> !isThere(entries.get(key)))
                .collect(Collectors.toList());
        new MaterialAlertDialogBuilder(screen)
                .setTitle(R.string.disclosure_to)
                .setItems(free.stream().map(names::get).toArray(String[]::new), (dialog, which) -> {
                    MapEntryInput<Disclosure> entry = entries.get(free.get(which));
                    entry.put(Disclosure.newBuilder()
                            .setAgreedOn(today.toString())
                            .build());
                    inputs.form().in(lines);
                    add(names.get(free.get(which)), entry);
                    inputs.form().in(part);
                })
                .setNegativeButton(R.string.cancel, null)
                .show();
    }
}
