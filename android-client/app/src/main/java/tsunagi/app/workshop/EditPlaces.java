package tsunagi.app.workshop;

import java.util.ArrayList;
import java.util.List;
import tsunagi.app.R;
import tsunagi.app.screen.Rows;
import tsunagi.change.FieldPath;
import tsunagi.records.v1.Workshop;

/** The workplaces from which people come; the first is where or for which it is held. */
final class EditPlaces implements EditPart {
    private final WorkshopEditActivity activity;
    private final WorkshopDraft draft;

    EditPlaces(WorkshopEditActivity activity, WorkshopDraft draft) {
        this.activity = activity;
        this.draft = draft;
    }

    @Override
    public void show(EditPage page) {
        draw();
    }

    private void draw() {
        Workshop now = draft.now();
        activity.doing(() -> Place.of(activity.tabletParts().tablet(), activity.teamId(), now), this::draw);
    }

    private void draw(List<Place> places) {
        Rows rows = Rows.anew(activity.findViewById(R.id.edit_places));
        rows.heading(R.string.edit_workplaces)
                .textButton(R.id.edit_workplace_add, R.string.edit_workplace_add, this::ask);
        for (Place place : places) {
            boolean isHere = place.id().equals(draft.now().getWorkplaceId());
            rows.row(place.name())
                    .icon(R.drawable.ic_workplace)
                    .detail(isHere ? activity.getString(R.string.edit_workplace_here) : "")
                    .iconButton(
                            R.id.edit_remove,
                            R.drawable.ic_close,
                            activity.getString(R.string.edit_remove, place.name()),
                            () -> remove(place.id()));
        }
        if (places.isEmpty()) {
            rows.note(R.string.edit_workplaces_none);
        }
    }

    private void ask() {
        WorkplaceSearch.ask(activity, found -> add(found.key().id().toString()));
    }

    private void add(String id) {
        if (draft.now().getWorkplaceId().isEmpty()) {
            draft.text(Workshop.WORKPLACE_ID_FIELD_NUMBER, id);
        }
        List<String> ids = new ArrayList<>(draft.now().getParticipatingWorkplaceIdsList());
        if (!ids.contains(id)) {
            ids.add(id);
            put(ids);
        }
        draw();
    }

    private void remove(String id) {
        List<String> ids = new ArrayList<>(draft.now().getParticipatingWorkplaceIdsList());
        ids.remove(id);
        if (draft.now().getWorkplaceId().equals(id)) {
            draft.text(Workshop.WORKPLACE_ID_FIELD_NUMBER, ids.isEmpty() ? "" : ids.get(0));
        }
        put(ids);
        draw();
    }

    private void put(List<String> ids) {
        Workshop with = draft.now().toBuilder()
                .clearParticipatingWorkplaceIds()
                .addAllParticipatingWorkplaceIds(ids)
                .build();
        if (ids.isEmpty()) {
            draft.clear(FieldPath.field(Workshop.PARTICIPATING_WORKPLACE_IDS_FIELD_NUMBER), with);
        } else {
            draft.set(Workshop.newBuilder().addAllParticipatingWorkplaceIds(ids).build(), with);
        }
    }
}
