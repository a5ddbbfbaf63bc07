package tsunagi.app.visit;

import android.view.View;
import android.widget.TextView;
import com.google.android.material.timepicker.MaterialTimePicker;
import com.google.android.material.timepicker.TimeFormat;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import tsunagi.app.R;
import tsunagi.calendar.JapaneseDays;
import tsunagi.records.v1.PhotoConsent;
import tsunagi.records.v1.PhotoPermission;
import tsunagi.records.v1.Visit;
import tsunagi.records.v1.VisitKind;
import tsunagi.records.v1.VisitState;

/** When the visit is, of what kinds, on which themes, and whether photos may be taken. */
final class FactsPart implements VisitPart {
    private final VisitActivity screen;
    private final TextView day;
    private final TextView time;
    private final Choices<VisitKind> kinds;
    private final Choices<String> themes;
    private final Choices<PhotoConsent> consents;
    private final TextField exceptWhere;

    FactsPart(VisitActivity screen) {
        this.screen = screen;
        Form<Visit> form = screen.form();
        this.day = screen.findViewById(R.id.visit_day);
        this.time = screen.findViewById(R.id.visit_time);
        this.kinds = Choices.several(
                screen.findViewById(R.id.visit_kinds),
                form,
                Visit.KINDS_FIELD_NUMBER,
                Visit::getKindsList,
                chosen -> Visit.newBuilder().addAllKinds(chosen).build());
        this.themes = Choices.several(
                screen.findViewById(R.id.visit_themes),
                form,
                Visit.THEME_KEYS_FIELD_NUMBER,
                Visit::getThemeKeysList,
                chosen -> Visit.newBuilder().addAllThemeKeys(chosen).build());
        this.consents = Choices.one(screen.findViewById(R.id.visit_consents), this::consent);
        this.exceptWhere = TextField.of(screen.findViewById(R.id.visit_except_where), this::exceptWhere);
        kinds.offerWords(VisitWords.KINDS);
        consents.offerWords(VisitWords.CONSENTS);
        day.setOnClickListener(view -> DayField.pick(
                screen, JapaneseDays.parse(form.now().getVisitOn()).orElseGet(screen::today), this::day));
        time.setOnClickListener(view -> pickTime());
    }

    @Override
    public void show(VisitPage page) {
        Visit visit = page.visit().message();
        day.setText(JapaneseDays.parse(visit.getVisitOn())
                .map(on -> screen.days().withYear(on))
                .orElseGet(() -> screen.getString(R.string.visit_day_choose)));
        time.setText(
                visit.getStartsAt().isEmpty() ? screen.getString(R.string.visit_time_choose) : visit.getStartsAt());
        kinds.show(visit.getKindsList());
        themes.offer(themeWords(screen, page.themes())).show(visit.getThemeKeysList());
        boolean isForbidden = page.place().isPhotographyForbidden();
        screen.findViewById(R.id.visit_photo_forbidden).setVisibility(isForbidden ? View.VISIBLE : View.GONE);
        screen.findViewById(R.id.visit_consents).setVisibility(isForbidden ? View.GONE : View.VISIBLE);
        PhotoPermission permission = visit.getPhotoPermission();
        consents.show(permission.getConsent());
        screen.findViewById(R.id.visit_except_where_field)
                .setVisibility(
                        !isForbidden && permission.getConsent() == PhotoConsent.PHOTO_CONSENT_LIMITED
                                ? View.VISIBLE
                                : View.GONE);
        exceptWhere.show(permission.getExceptWhere());
    }

    static Map<String, String> themeWords(android.content.Context context, Map<String, String> themes) {
        Map<String, String> words = new LinkedHashMap<>();
        themes.forEach((key, label) -> {
            Integer known = VisitWords.THEMES.get(key);
            words.put(key, !label.isEmpty() ? label : known == null ? key : context.getString(known));
        });
        return words;
    }

    private void day(LocalDate chosen) {
        Form<Visit> form = screen.form();
        form.text(Visit.VISIT_ON_FIELD_NUMBER, chosen.toString());
        boolean isDone = form.now().getOutcome().getState() == VisitState.VISIT_STATE_DONE;
        if (isDone && chosen.isAfter(screen.today())) {
            // What is still to come did not take place.
            form.replace(Visit.OUTCOME_FIELD_NUMBER, Visit.getDefaultInstance());
        }
        screen.refresh();
    }

    private void pickTime() {
        String startsAt = screen.form().now().getStartsAt();
        LocalTime shown = startsAt.isEmpty() ? LocalTime.of(10, 0) : LocalTime.parse(startsAt);
        MaterialTimePicker picker = new MaterialTimePicker.Builder()
                .setTimeFormat(TimeFormat.CLOCK_24H)
                .setHour(shown.getHour())
                .setMinute(shown.getMinute())
                .build();
        picker.addOnPositiveButtonClickListener(view -> {
            String chosen = String.format(Locale.ROOT, "%02d:%02d", picker.getHour(), picker.getMinute());
            screen.form().text(Visit.STARTS_AT_FIELD_NUMBER, chosen);
            screen.refresh();
        });
        picker.show(screen.getSupportFragmentManager(), "time");
    }

    private void consent(PhotoConsent consent, boolean isChosen) {
        PhotoPermission.Builder permission = screen.form().now().getPhotoPermission().toBuilder();
        if (isChosen) {
            permission.setConsent(consent);
        } else {
            permission.clearConsent();
        }
        permit(permission);
        screen.refresh();
    }

    private void exceptWhere(String typed) {
        PhotoPermission.Builder permission = screen.form().now().getPhotoPermission().toBuilder();
        permit(typed.isEmpty() ? permission.clearExceptWhere() : permission.setExceptWhere(typed));
    }

    private void permit(PhotoPermission.Builder permission) {
        boolean isEmpty = permission.build().equals(PhotoPermission.getDefaultInstance());
        screen.form()
                .replace(
                        Visit.PHOTO_PERMISSION_FIELD_NUMBER,
                        isEmpty
                                ? Visit.getDefaultInstance()
                                : Visit.newBuilder()
                                        .setPhotoPermission(permission)
                                        .build());
    }
}
