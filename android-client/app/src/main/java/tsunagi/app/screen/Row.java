package tsunagi.app.screen;

import android.content.res.ColorStateList;
import android.util.TypedValue;
import android.view.LayoutInflater;
import android.view.View;
import android.view.ViewGroup;
import android.widget.ImageView;
import android.widget.TextView;
import androidx.core.widget.TextViewCompat;
import com.google.android.material.button.MaterialButton;
import com.google.android.material.color.MaterialColors;
import java.util.function.Consumer;
import tsunagi.app.R;

/** A row in a part of a page: what it is, more about it, how it stands, and what can be done with it. */
public final class Row {
    private final View view;

    Row(View view) {
        this.view = view;
    }

    /** One that stands in no part yet, as lists make them that reuse their rows. */
    public static Row apart(ViewGroup parent) {
        return new Row(LayoutInflater.from(parent.getContext()).inflate(R.layout.row, parent, false));
    }

    static Row in(ViewGroup parent, CharSequence title) {
        Row row = apart(parent).title(title);
        parent.addView(row.view);
        return row;
    }

    public Row title(CharSequence text) {
        view.<TextView>findViewById(R.id.row_title).setText(text);
        return this;
    }

    public View view() {
        return view;
    }

    public Row icon(int icon) {
        ImageView image = view.findViewById(R.id.row_icon);
        image.setImageResource(icon);
        image.setVisibility(View.VISIBLE);
        return this;
    }

    /** More about it, in smaller type; nothing where there is no more. */
    public Row detail(CharSequence text) {
        TextView detail = view.findViewById(R.id.row_detail);
        detail.setText(text);
        detail.setVisibility(text.length() == 0 ? View.GONE : View.VISIBLE);
        return this;
    }

    /** How it stands, where somebody should look: amber, with an icon. */
    public Row wanted(int icon, CharSequence text) {
        return mark(icon, text, com.google.android.material.R.attr.colorTertiary);
    }

    /** How it stands, where something is late or wrong: red, with an icon. */
    public Row wrong(int icon, CharSequence text) {
        return mark(icon, text, androidx.appcompat.R.attr.colorError);
    }

    private Row mark(int icon, CharSequence text, int colour) {
        TextView mark = view.findViewById(R.id.row_mark);
        mark.setText(text);
        mark.setTextColor(MaterialColors.getColor(mark, colour));
        mark.setCompoundDrawablesRelativeWithIntrinsicBounds(icon, 0, 0, 0);
        TextViewCompat.setCompoundDrawableTintList(mark, ColorStateList.valueOf(MaterialColors.getColor(mark, colour)));
        mark.setVisibility(View.VISIBLE);
        return this;
    }

    /** What a tap anywhere on it does. */
    public Row onTap(Runnable tapped) {
        view.setBackgroundResource(selectable());
        view.setOnClickListener(tap -> tapped.run());
        return this;
    }

    private int selectable() {
        TypedValue value = new TypedValue();
        view.getContext().getTheme().resolveAttribute(android.R.attr.selectableItemBackground, value, true);
        return value.resourceId;
    }

    public Row button(int id, int text, Runnable tapped) {
        return button(id, R.layout.row_button_tonal, tapped, button -> button.setText(text));
    }

    public Row textButton(int id, int text, Runnable tapped) {
        return button(id, R.layout.row_button_text, tapped, button -> button.setText(text));
    }

    /** A button that is an icon, with the words for who cannot see it. */
    public Row iconButton(int id, int icon, CharSequence description, Runnable tapped) {
        return button(id, R.layout.row_button_icon, tapped, button -> {
            button.setIconResource(icon);
            button.setContentDescription(description);
            button.setTooltipText(description);
        });
    }

    private Row button(int id, int layout, Runnable tapped, Consumer<MaterialButton> look) {
        ViewGroup actions = view.findViewById(R.id.row_actions);
        MaterialButton button =
                (MaterialButton) LayoutInflater.from(view.getContext()).inflate(layout, actions, false);
        button.setId(id);
        look.accept(button);
        button.setOnClickListener(tap -> tapped.run());
        actions.addView(button);
        return this;
    }
}
