package tsunagi.app.questionnaire;

import tsunagi.app.R;
import tsunagi.app.screen.Section;
import tsunagi.app.screen.SectionActivity;

/** 質問票: rounds that are being asked, and the forms that are here. */
public final class QuestionnairesActivity extends SectionActivity<Integer> {
    @Override
    protected Section section() {
        return Section.QUESTIONNAIRES;
    }

    @Override
    protected int layout() {
        return R.layout.questionnaires;
    }

    @Override
    protected Integer load() {
        return 0;
    }

    @Override
    protected void show(Integer state) {}
}
