package tsunagi.app.draft;

import android.content.Context;
import android.text.Editable;
import android.text.InputType;
import android.view.LayoutInflater;
import android.view.View;
import android.view.ViewGroup;
import android.view.ViewParent;
import android.widget.ArrayAdapter;
import android.widget.EditText;
import android.widget.LinearLayout;
import android.widget.TextView;
import com.google.android.material.chip.Chip;
import com.google.android.material.chip.ChipGroup;
import com.google.android.material.textfield.MaterialAutoCompleteTextView;
import com.google.android.material.textfield.TextInputLayout;
import com.google.protobuf.Descriptors.EnumDescriptor;
import com.google.protobuf.Descriptors.EnumValueDescriptor;
import com.google.protobuf.Message;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.IntConsumer;
import java.util.function.UnaryOperator;
import tsunagi.app.R;
import tsunagi.app.words.FieldWords;
import tsunagi.change.FieldPath;
import tsunagi.change.FieldValues;

/**
 * The inputs of an edit screen. What is typed or chosen goes into the draft at once, and what others changed meanwhile is
 * shown below the input it is about.
 */
public final class DraftForm {
    private final Context context;
    private final OpenDraft open;
    private final FieldWords words;
    private final Consumer<FieldPath> takeOver;
    private final Map<FieldPath, ViewGroup> beside = new HashMap<>();
    private final Map<FieldPath, TextInputLayout> layouts = new HashMap<>();
    private final Map<TextInputLayout, String> refused = new HashMap<>();
    private LinearLayout column;

    /**
     * A form over a draft.
     *
     * @param takeOver what happens when somebody takes what others wrote in a field
     */
    public DraftForm(Context context, OpenDraft open, Consumer<FieldPath> takeOver) {
        this.context = context;
        this.open = open;
        this.words = new FieldWords(context);
        this.takeOver = takeOver;
    }

    /** The inputs to come stand in this column. */
    public DraftForm in(LinearLayout newColumn) {
        column = newColumn;
        return this;
    }

    /** The inputs to come stand in this part, which is emptied for them. */
    public DraftForm anew(LinearLayout part) {
        layouts.values().removeIf(layout -> isWithin(part, layout));
        refused.keySet().removeIf(layout -> isWithin(part, layout));
        beside.values().removeIf(place -> isWithin(part, place));
        part.removeAllViews();
        return in(part);
    }

    private static boolean isWithin(ViewGroup part, View view) {
        for (ViewParent parent = view.getParent(); parent != null; parent = parent.getParent()) {
            if (parent == part) {
                return true;
            }
        }
        return false;
    }

    public View heading(int text) {
        return heading(context.getText(text));
    }

    public View heading(CharSequence text) {
        TextView heading = (TextView) LayoutInflater.from(context).inflate(R.layout.edit_heading, column, false);
        heading.setText(text);
        column.addView(heading);
        return heading;
    }

    /** A text of the record itself, evened out as its kind asks for, such as digits only. */
    public TextInputLayout text(int id, Message now, int number, int inputType, UnaryOperator<String> even) {
        var field = now.getDescriptorForType().findFieldByNumber(number);
        FieldPath path = FieldPath.field(number);
        String value = now.getField(field).toString();
        return text(id, path, words.field(field), value, inputType, typed -> {
            String text = even.apply(typed);
            if (text.isEmpty()) {
                open.clear(path);
            } else {
                open.set(now.newBuilderForType().setField(field, text).build());
            }
        });
    }

    /** Any text that has its place in the draft. */
    public TextInputLayout text(
            int id, FieldPath path, String label, String value, int inputType, Consumer<String> typed) {
        TextInputLayout layout =
                (TextInputLayout) LayoutInflater.from(context).inflate(R.layout.edit_text, column, false);
        EditText input = layout.getEditText();
        input.setId(id);
        layout.setHint(label);
        input.setInputType(inputType);
        boolean hasLines = (inputType & InputType.TYPE_TEXT_FLAG_MULTI_LINE) != 0;
        input.setSingleLine(!hasLines);
        if (hasLines) {
            input.setMinLines(2);
        }
        bind(layout, path, value, typed);
        column.addView(layout);
        besideOf(path);
        return layout;
    }

    /** A text that has its place in the draft, and its input on the screen already. */
    public void bind(TextInputLayout layout, FieldPath path, String value, Consumer<String> typed) {
        EditText input = layout.getEditText();
        // What is typed is kept in the draft, not in the saved state of views, which is older.
        input.setSaveEnabled(false);
        input.setText(value);
        input.setOnFocusChangeListener((view, hasFocus) -> {
            if (hasFocus) {
                open.begin(path);
            }
        });
        input.addTextChangedListener(new Typed() {
            @Override
            public void afterTextChanged(Editable text) {
                typed.accept(StorableTyping.of(text.toString()));
            }
        });
        layouts.putIfAbsent(path, layout);
    }

    /** Says why what stands in an input cannot be entered; nothing where it can. */
    void refuse(TextInputLayout layout, String why) {
        refused.put(layout, why.isEmpty() ? null : why);
        layout.setError(refused.get(layout));
    }

    /** One of the values of an enum of the record itself. */
    public void choice(int id, Message now, int number) {
        var field = now.getDescriptorForType().findFieldByNumber(number);
        FieldPath path = FieldPath.field(number);
        choice(
                id,
                path,
                words.field(field),
                field.getEnumType(),
                ((EnumValueDescriptor) now.getField(field)),
                value -> {
                    if (value.getNumber() == 0) {
                        open.clear(path);
                    } else {
                        open.set(now.newBuilderForType().setField(field, value).build());
                    }
                });
    }

    /** One of the values of any enum that has its place in the draft. */
    public void choice(
            int id,
            FieldPath path,
            String label,
            EnumDescriptor type,
            EnumValueDescriptor value,
            Consumer<EnumValueDescriptor> chosen) {
        List<String> offered = new ArrayList<>();
        type.getValues().forEach(each -> offered.add(words.value(each)));
        TextInputLayout layout = dropDown(id, label, offered);
        MaterialAutoCompleteTextView input = (MaterialAutoCompleteTextView) layout.getEditText();
        input.setText(value.getNumber() == 0 ? "" : words.value(value), false);
        input.setOnItemClickListener((list, view, position, rowId) -> {
            EnumValueDescriptor picked = type.getValues().get(position);
            chosen.accept(picked);
            if (picked.getNumber() == 0) {
                input.setText("", false);
            }
        });
        layouts.putIfAbsent(path, layout);
        besideOf(path);
    }

    /** One of several things that are no part of the record. */
    public void choice(int id, String label, List<String> offered, int shown, IntConsumer chosen) {
        MaterialAutoCompleteTextView input =
                (MaterialAutoCompleteTextView) dropDown(id, label, offered).getEditText();
        input.setText(offered.get(shown), false);
        input.setOnItemClickListener((list, view, position, rowId) -> chosen.accept(position));
    }

    private TextInputLayout dropDown(int id, String label, List<String> offered) {
        TextInputLayout layout =
                (TextInputLayout) LayoutInflater.from(context).inflate(R.layout.edit_choice, column, false);
        layout.getEditText().setId(id);
        layout.setHint(label);
        ((MaterialAutoCompleteTextView) layout.getEditText())
                .setAdapter(new ArrayAdapter<>(context, R.layout.edit_choice_item, offered));
        column.addView(layout);
        return layout;
    }

    /** Several of the values of an enum of the record itself. */
    public void choices(int id, Message now, int number) {
        var field = now.getDescriptorForType().findFieldByNumber(number);
        FieldPath path = FieldPath.field(number);
        label(words.field(field));
        List<EnumValueDescriptor> on = new ArrayList<>();
        for (Object value : (List<?>) now.getField(field)) {
            on.add((EnumValueDescriptor) value);
        }
        choices(id, path, field.getEnumType(), on, chosen -> {
            Message changed = now.newBuilderForType()
                    .setField(field, new ArrayList<>(chosen))
                    .build();
            open.set(path, FieldValues.of(changed).get(path));
        });
    }

    /** Several of the values of any enum that have their place in the draft. */
    public void choices(
            int id,
            FieldPath path,
            EnumDescriptor type,
            Collection<EnumValueDescriptor> shown,
            Consumer<Collection<EnumValueDescriptor>> chosen) {
        ChipGroup group = new ChipGroup(context);
        group.setId(id);
        group.setPadding(0, 0, 0, context.getResources().getDimensionPixelSize(R.dimen.space_small));
        Set<EnumValueDescriptor> on = new LinkedHashSet<>(shown);
        for (EnumValueDescriptor value : type.getValues()) {
            if (value.getNumber() != 0) {
                chip(group, words.value(value), on.contains(value), isOn -> {
                    if (isOn) {
                        on.add(value);
                    } else {
                        on.remove(value);
                    }
                    chosen.accept(on);
                });
            }
        }
        column.addView(group);
        besideOf(path);
    }

    /** Says what the inputs below are about. */
    public void label(String text) {
        TextView heading = (TextView) LayoutInflater.from(context).inflate(R.layout.edit_label, column, false);
        heading.setText(text);
        column.addView(heading);
    }

    private static void chip(ChipGroup group, String text, boolean isOn, Consumer<Boolean> changed) {
        Chip chip = (Chip) LayoutInflater.from(group.getContext()).inflate(R.layout.edit_chip, group, false);
        chip.setId(View.generateViewId());
        chip.setText(text);
        chip.setChecked(isOn);
        chip.setOnCheckedChangeListener((view, isChecked) -> changed.accept(isChecked));
        group.addView(chip);
    }

    private void besideOf(FieldPath path) {
        if (!beside.containsKey(path)) {
            LinearLayout place = new LinearLayout(context);
            place.setOrientation(LinearLayout.VERTICAL);
            column.addView(place);
            beside.put(path, place);
        }
    }

    /** Shows what others changed since editing began, each beside its input, and what the rules say of what was entered. */
    public void show(DraftPage<?> page) {
        beside.forEach((path, place) -> {
            place.removeAllViews();
            Optional.ofNullable(page.moved().get(path))
                    .filter(value -> !value.equals(shown(path)))
                    .ifPresent(value -> moved(place, path, value));
        });
        layouts.values().forEach(layout -> layout.setError(refused.get(layout)));
        FieldProblems problems = new FieldProblems(context, page);
        layouts.forEach((path, layout) -> problems.of(path).ifPresent(layout::setError));
    }

    private String shown(FieldPath path) {
        TextInputLayout layout = layouts.get(path);
        return layout == null ? "" : layout.getEditText().getText().toString();
    }

    private void moved(ViewGroup place, FieldPath path, String value) {
        View row = LayoutInflater.from(context).inflate(R.layout.edit_moved, place, false);
        row.<TextView>findViewById(R.id.edit_moved_value).setText(context.getString(R.string.form_draft_moved, value));
        row.findViewById(R.id.edit_moved_take).setOnClickListener(tap -> takeOver.accept(path));
        place.addView(row);
    }
}
