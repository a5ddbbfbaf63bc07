package tsunagi.app.workplace;

import android.text.InputType;
import android.view.LayoutInflater;
import android.view.View;
import android.widget.LinearLayout;
import com.google.android.material.dialog.MaterialAlertDialogBuilder;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import tsunagi.app.R;
import tsunagi.app.draft.DayInput;
import tsunagi.app.draft.DraftForm;
import tsunagi.app.draft.MapEntryInput;
import tsunagi.app.screen.LineQuestion;
import tsunagi.app.screen.ScreenActivity;
import tsunagi.app.words.FieldWords;
import tsunagi.records.v1.DeclarationKind;
import tsunagi.records.v1.HealthDeclaration;

/** The health declarations and certificates (健康宣言・認定) of one fiscal year, each under the name of its scheme. */
final class DeclarationInputs {
    private final ScreenActivity<?> screen;
    private final DraftForm form;
    private final LinearLayout part;
    private final YearFacts facts;
    private final FieldWords words;
    private final LinearLayout lines;

    DeclarationInputs(ScreenActivity<?> screen, DraftForm form, LinearLayout part, YearFacts facts) {
        this.screen = screen;
        this.form = form;
        this.part = part;
        this.facts = facts;
        this.words = new FieldWords(screen);
        this.lines = new LinearLayout(screen);
    }

    void add() {
        form.heading(R.string.edit_declarations);
        lines.setId(R.id.edit_declarations);
        lines.setOrientation(LinearLayout.VERTICAL);
        part.addView(lines);
        draw();
        View more = LayoutInflater.from(screen).inflate(R.layout.edit_add, part, false);
        more.setId(R.id.edit_declaration_add);
        more.setOnClickListener(tap -> askForScheme());
        part.addView(more);
    }

    private void draw() {
        form.anew(lines);
        facts.declarations().forEach((scheme, entry) -> {
            if (!entry.isEmpty()) {
                add(scheme, entry);
            }
        });
        form.in(part);
    }

    private void add(String scheme, MapEntryInput<HealthDeclaration> entry) {
        EntryHead.add(screen, lines, scheme, entry, this::draw);
        form.choice(
                View.generateViewId(),
                entry.path(),
                label(HealthDeclaration.KIND_FIELD_NUMBER),
                DeclarationKind.getDescriptor(),
                entry.now().getKind().getValueDescriptor(),
                chosen -> entry.put(entry.now().toBuilder()
                        .setKind(DeclarationKind.forNumber(chosen.getNumber()))
                        .build()));
        text(entry, HealthDeclaration.ISSUER_FIELD_NUMBER);
        text(entry, HealthDeclaration.GRADE_FIELD_NUMBER);
        new DayInput(screen)
                .add(
                        form,
                        View.generateViewId(),
                        entry.path(),
                        label(HealthDeclaration.GRANTED_ON_FIELD_NUMBER),
                        entry.now().getGrantedOn(),
                        day -> entry.put(
                                entry.now().toBuilder().setGrantedOn(day).build()));
    }

    private void text(MapEntryInput<HealthDeclaration> entry, int number) {
        var field = HealthDeclaration.getDescriptor().findFieldByNumber(number);
        form.text(
                View.generateViewId(),
                entry.path(),
                words.field(field),
                entry.now().getField(field).toString(),
                InputType.TYPE_CLASS_TEXT,
                text -> entry.put(
                        entry.now().toBuilder().setField(field, text.trim()).build()));
    }

    private String label(int number) {
        return words.field(HealthDeclaration.getDescriptor().findFieldByNumber(number));
    }

    private void askForScheme() {
        List<String> offered = Arrays.stream(screen.getResources().getStringArray(R.array.edit_schemes))
                .filter(scheme -> facts.declaration(scheme).isEmpty())
                .collect(Collectors.toList());
        offered.add(screen.getString(R.string.edit_scheme_other));
        new MaterialAlertDialogBuilder(screen)
                .setTitle(R.string.edit_scheme)
                .setItems(offered.toArray(new String[0]), (dialog, which) -> {
                    if (which < offered.size() - 1) {
                        begin(offered.get(which));
                    } else {
                        LineQuestion.ask(
                                screen,
                                R.string.edit_scheme_other,
                                R.string.edit_scheme_name,
                                R.string.edit_add,
                                this::begin);
                    }
                })
                .setNegativeButton(R.string.cancel, null)
                .show();
    }

    private void begin(String scheme) {
        MapEntryInput<HealthDeclaration> entry = facts.declaration(scheme);
        if (entry.isEmpty()) {
            entry.put(HealthDeclaration.newBuilder()
                    .setKind(DeclarationKind.DECLARATION_KIND_DECLARED)
                    .build());
            form.in(lines);
            add(scheme, entry);
            form.in(part);
        }
    }
}
