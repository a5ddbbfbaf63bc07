package tsunagi.app.visit;

import android.view.LayoutInflater;
import android.view.View;
import android.view.ViewGroup;
import android.widget.TextView;
import com.google.android.material.dialog.MaterialAlertDialogBuilder;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import tsunagi.app.R;
import tsunagi.app.screen.LineQuestion;
import tsunagi.engine.draft.Draft;
import tsunagi.engine.tablet.Tablet;
import tsunagi.records.v1.HandedOut;
import tsunagi.records.v1.Material;
import tsunagi.records.v1.Visit;

/** What was left there, and how many copies of each. */
final class MaterialsPart implements VisitPart {
    private static final HandedOut ONE = HandedOut.newBuilder().setCopies(1).build();

    private final VisitActivity screen;
    private final ViewGroup rows;
    private final Map<String, TextField> copies = new LinkedHashMap<>();

    MaterialsPart(VisitActivity screen) {
        this.screen = screen;
        this.rows = screen.findViewById(R.id.visit_materials);
        screen.findViewById(R.id.visit_add_material).setOnClickListener(view -> choose());
    }

    @Override
    public void show(VisitPage page) {
        Map<String, HandedOut> handedOut = page.visit().message().getMaterialsMap();
        if (!new ArrayList<>(handedOut.keySet()).equals(new ArrayList<>(copies.keySet()))) {
            rows.removeAllViews();
            copies.clear();
            handedOut
                    .keySet()
                    .forEach(id -> copies.put(id, row(id, page.materials().get(id))));
        }
        handedOut.forEach((id, out) -> copies.get(id).show(out.hasCopies() ? Integer.toString(out.getCopies()) : ""));
    }

    private TextField row(String id, String title) {
        View row = LayoutInflater.from(screen).inflate(R.layout.visit_material_row, rows, false);
        TextView name = row.findViewById(R.id.visit_material_title);
        name.setText(title == null ? screen.getString(R.string.visit_untitled) : title);
        View less = row.findViewById(R.id.visit_material_less);
        View more = row.findViewById(R.id.visit_material_more);
        less.setContentDescription(screen.getString(R.string.visit_material_less, name.getText()));
        more.setContentDescription(screen.getString(R.string.visit_material_more, name.getText()));
        row.findViewById(R.id.visit_material_copies)
                .setContentDescription(screen.getString(R.string.visit_material_copies, name.getText()));
        less.setOnClickListener(view -> add(id, -1));
        more.setOnClickListener(view -> add(id, 1));
        rows.addView(row);
        return TextField.number(row.findViewById(R.id.visit_material_copies), typed -> typed(id, typed));
    }

    private HandedOut now(String id) {
        return screen.form().now().getMaterialsOrDefault(id, HandedOut.getDefaultInstance());
    }

    private void add(String id, int number) {
        int copiesNow = now(id).getCopies() + number;
        if (copiesNow > 0) {
            put(id, now(id).toBuilder().setCopies(copiesNow).build());
            copies.get(id).show(Integer.toString(copiesNow));
        } else {
            screen.form().remove(Visit.MATERIALS_FIELD_NUMBER, id);
            screen.refresh();
        }
    }

    private void typed(String id, Optional<Integer> typed) {
        HandedOut.Builder out = now(id).toBuilder().clearCopies();
        typed.ifPresent(out::setCopies);
        put(id, out.build());
    }

    private void put(String id, HandedOut out) {
        screen.form().put(Visit.newBuilder().putMaterials(id, out).build());
    }

    private void choose() {
        Map<String, String> offered = new LinkedHashMap<>(screen.page().materials());
        offered.keySet().removeAll(copies.keySet());
        List<String> ids = new ArrayList<>(offered.keySet());
        List<String> titles = new ArrayList<>(offered.values());
        titles.add(screen.getString(R.string.visit_material_new));
        new MaterialAlertDialogBuilder(screen)
                .setTitle(R.string.visit_add_material)
                .setItems(titles.toArray(new String[0]), (dialog, which) -> {
                    if (which < ids.size()) {
                        put(ids.get(which), ONE);
                        screen.refresh();
                    } else {
                        askTitle();
                    }
                })
                .setNegativeButton(R.string.cancel, null)
                .show();
    }

    private void askTitle() {
        LineQuestion.ask(
                screen, R.string.visit_material_new, R.string.visit_material_title, R.string.visit_add, this::addNew);
    }

    /** The leaflet joins the team's list at once, so that it is there for every visit. */
    private void addNew(String title) {
        Tablet tablet = screen.tablet();
        if (screen.page().me().isPresent()) {
            String author = screen.page().me().get().personId();
            screen.withDraft(() -> tablet.together(() -> {
                Draft material = tablet.create(
                        screen.draft().key().teamId(),
                        Material.newBuilder().setTitle(title).build());
                tablet.save(material, author);
                screen.draft()
                        .set(Visit.newBuilder()
                                .putMaterials(material.key().id().toString(), ONE)
                                .build());
            }));
        }
    }
}
