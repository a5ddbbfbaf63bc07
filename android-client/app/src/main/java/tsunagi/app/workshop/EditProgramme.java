package tsunagi.app.workshop;

import android.view.View;
import android.widget.EditText;
import com.google.android.material.dialog.MaterialAlertDialogBuilder;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import tsunagi.app.R;
import tsunagi.app.draft.StorableTyping;
import tsunagi.app.screen.Row;
import tsunagi.app.screen.Rows;
import tsunagi.records.v1.Segment;
import tsunagi.records.v1.Workshop;

/** The parts of a workshop, such as the lectures of a training day, with who gives them. */
final class EditProgramme extends EditRows {
    EditProgramme(WorkshopEditActivity activity, WorkshopDraft draft) {
        super(activity, draft);
    }

    /** The parts in the order in which they begin. */
    static List<Map.Entry<String, Segment>> inOrder(Workshop workshop) {
        return workshop.getSegmentsMap().entrySet().stream()
                .sorted(Comparator.comparing((Map.Entry<String, Segment> entry) ->
                                entry.getValue().getStartsAt())
                        .thenComparing(Map.Entry::getKey))
                .collect(Collectors.toList());
    }

    @Override
    void draw() {
        Rows rows = Rows.anew(activity().findViewById(R.id.edit_segments));
        rows.heading(R.string.edit_segments)
                .textButton(
                        R.id.edit_segment_add,
                        R.string.edit_segment_add,
                        () -> ask(UUID.randomUUID().toString(), Segment.getDefaultInstance()));
        for (Map.Entry<String, Segment> entry : inOrder(now())) {
            String title = entry.getValue().getTitle();
            Row row = rows.row(title)
                    .detail(SegmentWords.of(activity().getResources(), now(), entry.getValue(), page().staff()))
                    .onTap(() -> ask(entry.getKey(), entry.getValue()));
            removable(row, title, Workshop.SEGMENTS_FIELD_NUMBER, entry.getKey());
        }
    }

    private void ask(String key, Segment segment) {
        View fields = activity().getLayoutInflater().inflate(R.layout.workshop_segment, null);
        EditText title = fields.findViewById(R.id.segment_title);
        title.setText(segment.getTitle());
        EditText starts = fields.findViewById(R.id.segment_starts);
        starts.setText(segment.getStartsAt());
        EditText minutes = fields.findViewById(R.id.segment_minutes);
        minutes.setText(segment.hasDurationMinutes() ? Integer.toString(segment.getDurationMinutes()) : "");
        List<String> keys = new ArrayList<>(now().getMembersMap().keySet());
        String[] names = new String[keys.size()];
        boolean[] gives = new boolean[keys.size()];
        for (int i = 0; i < names.length; i++) {
            names[i] = StaffWords.name(
                    activity().getResources(), keys.get(i), now().getMembersOrThrow(keys.get(i)), page().staff());
            gives[i] = segment.getInstructorKeysList().contains(keys.get(i));
        }
        StaffChips.fill(fields.findViewById(R.id.segment_staff), names, gives);
        new MaterialAlertDialogBuilder(activity())
                .setTitle(R.string.edit_segment_add)
                .setView(fields)
                .setPositiveButton(R.string.save, (dialog, which) -> {
                    Segment.Builder edited = segment.toBuilder()
                            .setTitle(StorableTyping.of(title.getText().toString())
                                    .trim())
                            .clearInstructorKeys()
                            .clearStartsAt()
                            .clearDurationMinutes();
                    SegmentWords.time(starts.getText().toString()).ifPresent(edited::setStartsAt);
                    SegmentWords.minutes(minutes.getText().toString()).ifPresent(edited::setDurationMinutes);
                    for (int i = 0; i < gives.length; i++) {
                        if (gives[i]) {
                            edited.addInstructorKeys(keys.get(i));
                        }
                    }
                    put(Workshop.newBuilder().putSegments(key, edited.build()).build());
                })
                .setNegativeButton(R.string.cancel, null)
                .show();
    }
}
