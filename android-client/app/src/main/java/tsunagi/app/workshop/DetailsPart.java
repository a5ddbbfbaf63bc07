package tsunagi.app.workshop;

import android.content.res.Resources;
import android.view.View;
import android.view.ViewGroup;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import tsunagi.app.R;
import tsunagi.app.photo.PhotoStrip;
import tsunagi.app.screen.Rows;
import tsunagi.records.v1.HoldingMode;
import tsunagi.records.v1.Segment;
import tsunagi.records.v1.Workshop;

/** 内容: what the workshop is, to read; it is written on a screen of its own. */
final class DetailsPart implements WorkshopPart {
    private final WorkshopActivity activity;
    private final View view;
    private final PhotoStrip photos;
    private WorkshopPage page;

    DetailsPart(WorkshopActivity activity, ViewGroup frame) {
        this.activity = activity;
        this.view = activity.getLayoutInflater().inflate(R.layout.workshop_details, frame, false);
        // They are looked at, captioned and taken out where the workshop is written.
        this.photos = new PhotoStrip(activity, view.findViewById(R.id.details_photos), photo -> edit());
    }

    @Override
    public View view() {
        return view;
    }

    @Override
    public void show(WorkshopPage newPage) {
        page = newPage;
        view.findViewById(R.id.details_edit).setOnClickListener(tap -> edit());
        Resources words = activity.getResources();
        Workshop workshop = page.workshop();
        Rows rows = Rows.anew(view.findViewById(R.id.details_rows));
        rows.row(page.line().titleWords(words)).detail(page.line().whenAndWhereWords(words));
        if (workshop.getMode() != HoldingMode.HOLDING_MODE_UNSPECIFIED) {
            add(rows, R.string.edit_mode, words.getString(EditWhen.words(workshop.getMode())));
        }
        add(rows, R.string.edit_audience, workshop.getAudience());
        List<String> places = new ArrayList<>();
        page.places().forEach(place -> places.add(place.name()));
        add(rows, R.string.edit_workplaces, String.join("\n", places));
        List<String> staff = new ArrayList<>();
        workshop.getMembersMap()
                .forEach((key, member) -> staff.add(StaffWords.name(words, key, member, page.staff())
                        + words.getString(R.string.workshop_between)
                        + words.getString(StaffWords.of(member.getRole()))));
        add(rows, R.string.edit_staff, String.join("\n", staff));
        List<String> segments = new ArrayList<>();
        for (Map.Entry<String, Segment> entry : EditProgramme.inOrder(workshop)) {
            segments.add(entry.getValue().getTitle()
                    + words.getString(R.string.workshop_between)
                    + SegmentWords.of(words, workshop, entry.getValue(), page.staff()));
        }
        add(rows, R.string.edit_segments, String.join("\n", segments));
        List<String> materials = new ArrayList<>();
        workshop.getMaterialsMap()
                .forEach((id, handedOut) -> materials.add(page.materials().getOrDefault(id, "")
                        + words.getString(R.string.workshop_between)
                        + words.getQuantityString(
                                R.plurals.edit_copies, handedOut.getCopies(), handedOut.getCopies())));
        add(rows, R.string.edit_materials, String.join("\n", materials));
        add(rows, R.string.edit_notes, workshop.getNotes());
        photos.show(activity.tabletParts().tablet().files(), page.photos());
        view.findViewById(R.id.details_photo_part).setVisibility(page.photos().isEmpty() ? View.GONE : View.VISIBLE);
    }

    private void edit() {
        activity.startActivity(WorkshopEditActivity.to(activity, page.key()));
    }

    private static void add(Rows rows, int title, String text) {
        if (!text.isEmpty()) {
            rows.heading(title);
            rows.note(text);
        }
    }
}
