package tsunagi.app.sync;

import android.content.Context;
import android.content.res.ColorStateList;
import android.util.AttributeSet;
import android.view.View;
import android.widget.ImageView;
import android.widget.LinearLayout;
import android.widget.TextView;
import com.google.android.material.color.MaterialColors;
import java.time.LocalDate;
import tsunagi.app.R;

/** The sync line at the foot of a screen: an icon, and the words. */
public final class SyncLineView extends LinearLayout {
    public SyncLineView(Context context, AttributeSet attributes) {
        super(context, attributes);
        setOrientation(HORIZONTAL);
        inflate(context, R.layout.sync_line_content, this);
    }

    /** Shows how everything stands, and what goes on just now. */
    public void show(SyncLine line, SyncState state, LocalDate today) {
        SyncWords words = new SyncWords(getContext(), today);
        String said = state instanceof SyncState.Running running
                ? getContext().getString(R.string.sync_running_line, words.running(running), words.line(line))
                : words.line(line);
        boolean isRunning = state instanceof SyncState.Running;
        // What is read aloud is how it ended, not every count on the way.
        setAccessibilityLiveRegion(isRunning ? ACCESSIBILITY_LIVE_REGION_NONE : ACCESSIBILITY_LIVE_REGION_POLITE);
        say(said);
        findViewById(R.id.sync_line_open).setVisibility(hasOnClickListeners() ? VISIBLE : GONE);
        showIcon(line.standing(), isRunning);
        if (hasOnClickListeners()) {
            setContentDescription(getContext().getString(R.string.sync_line_description, said));
        }
    }

    private void say(String said) {
        TextView text = findViewById(R.id.sync_line_text);
        if (!said.contentEquals(text.getText())) {
            text.setText(said);
        }
    }

    private void showIcon(SyncLine.Standing standing, boolean isRunning) {
        ImageView icon = findViewById(R.id.sync_line_icon);
        findViewById(R.id.sync_line_progress).setVisibility(isRunning ? VISIBLE : View.INVISIBLE);
        icon.setVisibility(isRunning ? INVISIBLE : VISIBLE);
        icon.setImageResource(image(standing));
        icon.setImageTintList(ColorStateList.valueOf(colour(standing)));
    }

    private static int image(SyncLine.Standing standing) {
        return switch (standing) {
            case SAFE -> R.drawable.ic_synced;
            case WAITING -> R.drawable.ic_sync;
            case WANTED -> R.drawable.ic_warning;
        };
    }

    private int colour(SyncLine.Standing standing) {
        return switch (standing) {
            case SAFE -> getContext().getColor(R.color.success);
            case WAITING -> MaterialColors.getColor(this, androidx.appcompat.R.attr.colorPrimary);
            case WANTED -> MaterialColors.getColor(this, com.google.android.material.R.attr.colorTertiary);
        };
    }
}
