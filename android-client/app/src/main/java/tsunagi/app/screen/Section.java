package tsunagi.app.screen;

import android.view.Menu;
import tsunagi.app.R;
import tsunagi.app.questionnaire.QuestionnairesActivity;
import tsunagi.app.settings.SettingsActivity;
import tsunagi.app.today.TodayActivity;
import tsunagi.app.workplace.WorkplacesActivity;
import tsunagi.app.workshop.WorkshopsActivity;

/** The sections of the app, in the order in which the navigation shows them. */
public enum Section {
    TODAY(R.id.section_today, R.string.section_today, R.drawable.ic_today, TodayActivity.class),
    WORKPLACES(R.id.section_workplaces, R.string.section_workplaces, R.drawable.ic_workplace, WorkplacesActivity.class),
    WORKSHOPS(R.id.section_workshops, R.string.section_workshops, R.drawable.ic_workshop, WorkshopsActivity.class),
    QUESTIONNAIRES(
            R.id.section_questionnaires,
            R.string.section_questionnaires,
            R.drawable.ic_questionnaire,
            QuestionnairesActivity.class),
    SETTINGS(R.id.section_settings, R.string.section_settings, R.drawable.ic_settings, SettingsActivity.class);

    private final int id;
    private final int title;
    private final int icon;
    private final Class<? extends SectionActivity<?>> activity;

    Section(int id, int title, int icon, Class<? extends SectionActivity<?>> activity) {
        this.id = id;
        this.title = title;
        this.icon = icon;
        this.activity = activity;
    }

    int id() {
        return id;
    }

    int title() {
        return title;
    }

    Class<? extends SectionActivity<?>> activity() {
        return activity;
    }

    static Section of(int id) {
        for (Section section : values()) {
            if (section.id == id) {
                return section;
            }
        }
        throw new IllegalArgumentException("no section has the id " + id);
    }

    static void addTo(Menu menu) {
        for (Section section : values()) {
            menu.add(Menu.NONE, section.id, Menu.NONE, section.title).setIcon(section.icon);
        }
    }
}
