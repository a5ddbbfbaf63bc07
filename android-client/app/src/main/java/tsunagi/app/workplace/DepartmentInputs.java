package tsunagi.app.workplace;

import android.text.InputType;
import android.view.LayoutInflater;
import android.view.View;
import android.widget.LinearLayout;
import com.google.android.material.textfield.TextInputLayout;
import java.time.LocalDate;
import java.util.Map;
import java.util.UUID;
import java.util.function.Supplier;
import tsunagi.app.R;
import tsunagi.app.TsunagiApp;
import tsunagi.app.draft.DraftForm;
import tsunagi.app.draft.MapEntryInput;
import tsunagi.app.screen.EditActivity.Inputs;
import tsunagi.app.screen.ScreenActivity;
import tsunagi.change.FieldPath;
import tsunagi.records.v1.Department;
import tsunagi.records.v1.Workplace;

/** The departments of a workplace: each is renamed in its line, closed and opened again beside it, and added below. */
final class DepartmentInputs {
    private final ScreenActivity<?> screen;
    private final Inputs<Workplace> inputs;
    private final Supplier<UUID> ids;
    private final LocalDate today;
    private LinearLayout lines;
    private int count;

    DepartmentInputs(ScreenActivity<?> screen, Inputs<Workplace> inputs, Supplier<UUID> ids) {
        this.screen = screen;
        this.inputs = inputs;
        this.ids = ids;
        this.today = TsunagiApp.parts(screen).today();
    }

    void add() {
        LinearLayout column = inputs.second();
        inputs.form().heading(R.string.workplace_departments);
        lines = new LinearLayout(screen);
        lines.setId(R.id.edit_departments);
        lines.setOrientation(LinearLayout.VERTICAL);
        column.addView(lines);
        inputs.now().getDepartmentsMap().entrySet().stream()
                .sorted(Map.Entry.comparingByValue(Departments.IN_ORDER))
                .forEach(entry -> add(entry.getKey(), entry.getValue()));
        View more = LayoutInflater.from(screen).inflate(R.layout.edit_add, column, false);
        more.setId(R.id.edit_department_add);
        more.setOnClickListener(tap -> {
            Department made = Department.newBuilder().setDisplayOrder(count + 1).build();
            add(ids.get().toString(), made).requestFocus();
        });
        column.addView(more);
    }

    private View add(String key, Department department) {
        count++;
        FieldPath path = FieldPath.entry(Workplace.DEPARTMENTS_FIELD_NUMBER, key);
        MapEntryInput<Department> entry = new MapEntryInput<>(inputs.open(), path, department, this::wire);
        DraftForm form = inputs.form().in(lines);
        TextInputLayout layout = form.text(
                View.generateViewId(),
                path,
                "",
                department.getName(),
                InputType.TYPE_CLASS_TEXT,
                name -> entry.put(entry.now().toBuilder().setName(name.trim()).build()));
        form.in(inputs.second());
        layout.setHintEnabled(false);
        layout.setPlaceholderText(screen.getString(R.string.edit_department_name));
        layout.setEndIconMode(TextInputLayout.END_ICON_CUSTOM);
        look(layout, entry.now());
        layout.setEndIconOnClickListener(tap -> {
            boolean isOpen = entry.now().getClosedOn().isEmpty();
            Department.Builder changed = entry.now().toBuilder();
            entry.put((isOpen ? changed.setClosedOn(today.toString()) : changed.clearClosedOn()).build());
            look(layout, entry.now());
        });
        return layout.getEditText();
    }

    private static void look(TextInputLayout layout, Department department) {
        boolean isOpen = department.getClosedOn().isEmpty();
        layout.setEndIconDrawable(isOpen ? R.drawable.ic_close : R.drawable.ic_add);
        layout.setEndIconContentDescription(isOpen ? R.string.edit_department_close : R.string.edit_department_reopen);
        layout.setHelperText(
                isOpen ? "" : layout.getContext().getString(R.string.edit_department_closed, department.getClosedOn()));
    }

    private Workplace wire(String key, Department department) {
        return Workplace.newBuilder().putDepartments(key, department).build();
    }
}
