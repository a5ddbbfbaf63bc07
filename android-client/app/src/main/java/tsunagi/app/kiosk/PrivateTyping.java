package tsunagi.app.kiosk;

import android.text.InputType;
import android.view.View;
import android.view.ViewGroup;
import android.widget.EditText;
import androidx.core.view.inputmethod.EditorInfoCompat;

/** Keyboards learn nothing of what a respondent types, and suggest nothing that another one typed. */
final class PrivateTyping {
    private final ViewGroup root;

    /** Sees to every field beneath this view, also to those that come later. */
    PrivateTyping(ViewGroup root) {
        this.root = root;
        root.getViewTreeObserver().addOnGlobalLayoutListener(() -> seeTo(this.root));
    }

    private static void seeTo(View view) {
        if (view instanceof EditText field && !isPrivate(field)) {
            field.setImeOptions(field.getImeOptions() | EditorInfoCompat.IME_FLAG_NO_PERSONALIZED_LEARNING);
            int type = field.getInputType();
            if ((type & InputType.TYPE_MASK_CLASS) == InputType.TYPE_CLASS_TEXT) {
                field.setRawInputType(type | InputType.TYPE_TEXT_FLAG_NO_SUGGESTIONS);
            }
        } else if (view instanceof ViewGroup group) {
            for (int i = 0; i < group.getChildCount(); i++) {
                seeTo(group.getChildAt(i));
            }
        }
    }

    private static boolean isPrivate(EditText field) {
        return (field.getImeOptions() & EditorInfoCompat.IME_FLAG_NO_PERSONALIZED_LEARNING) != 0;
    }
}
