package tsunagi.app.visit;

import android.view.LayoutInflater;
import android.view.View;
import android.view.ViewGroup;
import android.widget.TextView;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiFunction;
import java.util.function.Function;
import tsunagi.app.R;
import tsunagi.records.v1.Visit;
import tsunagi.records.v1.WorkedTime;

/** The time that each of those who went gave. */
final class HoursPart implements VisitPart {
    private final VisitActivity screen;
    private final ViewGroup rows;
    private final Map<String, Row> byMember = new LinkedHashMap<>();

    HoursPart(VisitActivity screen) {
        this.screen = screen;
        this.rows = screen.findViewById(R.id.visit_hours);
    }

    /** The fields of one person. */
    private record Row(View view, TextField working, TextField travel, TextField preparation) {}

    @Override
    public void show(VisitPage page) {
        Visit visit = page.visit().message();
        People people = new People(screen.getResources(), page.users());
        List<String> keys = new ArrayList<>(visit.getMembersMap().keySet());
        if (!keys.equals(new ArrayList<>(byMember.keySet()))) {
            byMember.clear();
            rows.removeAllViews();
            keys.forEach(key -> byMember.put(key, row(key)));
        }
        byMember.forEach((key, row) -> {
            TextView name = row.view().findViewById(R.id.visit_hours_name);
            name.setText(people.name(key, visit.getMembersOrThrow(key)));
            WorkedTime time = time(visit, key);
            row.working().show(time.hasWorkingMinutes() ? Integer.toString(time.getWorkingMinutes()) : "");
            row.travel().show(time.hasTravelMinutes() ? Integer.toString(time.getTravelMinutes()) : "");
            row.preparation().show(time.hasPreparationMinutes() ? Integer.toString(time.getPreparationMinutes()) : "");
        });
    }

    private static WorkedTime time(Visit visit, String key) {
        return visit.getWorkedTimesOrDefault(key, WorkedTime.getDefaultInstance());
    }

    private Row row(String key) {
        View view = LayoutInflater.from(screen).inflate(R.layout.visit_hours_row, rows, false);
        rows.addView(view);
        return new Row(
                view,
                field(
                        view,
                        R.id.visit_hours_working,
                        key,
                        (time, number) -> time.setWorkingMinutes(number),
                        time -> time.clearWorkingMinutes()),
                field(
                        view,
                        R.id.visit_hours_travel,
                        key,
                        (time, number) -> time.setTravelMinutes(number),
                        time -> time.clearTravelMinutes()),
                field(
                        view,
                        R.id.visit_hours_preparation,
                        key,
                        (time, number) -> time.setPreparationMinutes(number),
                        time -> time.clearPreparationMinutes()));
    }

    private TextField field(
            View row,
            int id,
            String key,
            BiFunction<WorkedTime.Builder, Integer, WorkedTime.Builder> set,
            Function<WorkedTime.Builder, WorkedTime.Builder> clear) {
        return TextField.number(row.findViewById(id), typed -> {
            WorkedTime.Builder time = time(screen.form().now(), key).toBuilder();
            WorkedTime entered = typed.map(number -> set.apply(time, number))
                    .orElseGet(() -> clear.apply(time))
                    .build();
            if (entered.equals(WorkedTime.getDefaultInstance())) {
                screen.form().remove(Visit.WORKED_TIMES_FIELD_NUMBER, key);
            } else {
                screen.form()
                        .put(Visit.newBuilder().putWorkedTimes(key, entered).build());
            }
        });
    }
}
