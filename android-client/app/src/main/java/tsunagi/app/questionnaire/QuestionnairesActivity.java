package tsunagi.app.questionnaire;

import android.os.Bundle;
import android.view.View;
import tsunagi.app.R;
import tsunagi.app.round.RoundEditActivity;
import tsunagi.app.round.RoundsPage;
import tsunagi.app.round.RoundsPart;
import tsunagi.app.screen.Section;
import tsunagi.app.screen.SectionActivity;

/** 質問票: the rounds that are asked, and the forms that are here. */
public final class QuestionnairesActivity extends SectionActivity<RoundsPage> {
    @Override
    protected Section section() {
        return Section.QUESTIONNAIRES;
    }

    @Override
    protected int layout() {
        return R.layout.questionnaires;
    }

    @Override
    protected void onCreate(Bundle saved) {
        super.onCreate(saved);
        View begin = findViewById(R.id.rounds_new);
        begin.setOnClickListener(view -> startActivity(RoundEditActivity.toNew(this)));
    }

    @Override
    protected RoundsPage load() {
        return RoundsPage.of(parts());
    }

    @Override
    protected void show(RoundsPage page) {
        new RoundsPart(findViewById(R.id.section_content)).show(page);
    }
}
