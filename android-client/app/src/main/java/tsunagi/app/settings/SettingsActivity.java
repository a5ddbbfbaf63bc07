package tsunagi.app.settings;

import tsunagi.app.R;
import tsunagi.app.screen.Section;
import tsunagi.app.screen.SectionActivity;

/** 設定: who uses this tablet, how it looks, what it keeps and where it sends it. */
public final class SettingsActivity extends SectionActivity<Integer> {
    @Override
    protected Section section() {
        return Section.SETTINGS;
    }

    @Override
    protected int layout() {
        return R.layout.settings;
    }

    @Override
    protected Integer load() {
        return 0;
    }

    @Override
    protected void show(Integer state) {}
}
