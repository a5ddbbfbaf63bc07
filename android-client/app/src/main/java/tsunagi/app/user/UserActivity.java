package tsunagi.app.user;

import android.os.Bundle;
import android.view.View;
import android.widget.EditText;
import android.widget.LinearLayout;
import android.widget.TextView;
import com.google.android.material.appbar.MaterialToolbar;
import java.util.List;
import tsunagi.app.R;
import tsunagi.app.enrolment.FirstSteps;
import tsunagi.app.screen.AfterTyping;
import tsunagi.app.screen.ScreenActivity;
import tsunagi.sync.v1.Role;

/** 使う人: who holds the tablet now. Whatever anybody began stays as it is. */
public final class UserActivity extends ScreenActivity<UserPage> {
    private UserPage page;

    @Override
    protected void onCreate(Bundle saved) {
        super.onCreate(saved);
        setContentView(R.layout.user);
        MaterialToolbar toolbar = findViewById(R.id.user_toolbar);
        toolbar.setNavigationOnClickListener(tap -> finish());
        AfterTyping.hear(findViewById(R.id.user_search), typed -> {
            if (page != null) {
                showRows();
            }
        });
    }

    @Override
    protected UserPage load() {
        return UserPage.of(parts());
    }

    @Override
    protected void show(UserPage shown) {
        page = shown;
        MaterialToolbar toolbar = findViewById(R.id.user_toolbar);
        if (shown.current().isPresent()) {
            toolbar.setNavigationIcon(R.drawable.ic_back);
            toolbar.setNavigationContentDescription(R.string.back);
        } else {
            toolbar.setNavigationIcon(null);
        }
        findViewById(R.id.user_search_layout).setVisibility(shown.isSearched() ? View.VISIBLE : View.GONE);
        showRows();
    }

    private void showRows() {
        LinearLayout rows = findViewById(R.id.user_rows);
        rows.removeAllViews();
        List<User> named = page.named(
                this.<EditText>findViewById(R.id.user_search).getText().toString());
        for (User user : named) {
            rows.addView(row(rows, user));
        }
        findViewById(R.id.user_empty).setVisibility(named.isEmpty() ? View.VISIBLE : View.GONE);
    }

    private View row(LinearLayout rows, User user) {
        View row = getLayoutInflater().inflate(R.layout.user_row, rows, false);
        row.<TextView>findViewById(R.id.user_name).setText(user.name());
        String role = getString(role(user.member().getRole()));
        String detail = page.isOfOneTeam() ? role : getString(R.string.user_role_in_team, role, user.teamName());
        row.<TextView>findViewById(R.id.user_detail).setText(detail);
        row.findViewById(R.id.user_current).setVisibility(page.isCurrent(user) ? View.VISIBLE : View.GONE);
        row.setOnClickListener(tap -> choose(user));
        return row;
    }

    private void choose(User user) {
        boolean isFirst = !page.current().isPresent();
        doing(
                () -> {
                    parts().users().choose(user);
                    return FirstSteps.next(parts());
                },
                step -> {
                    if (isFirst) {
                        startActivity(step.intent(this));
                    }
                    finish();
                });
    }

    private static int role(Role role) {
        return switch (role) {
            case ROLE_INSTRUCTOR -> R.string.user_instructor;
            case ROLE_SUPERVISOR -> R.string.user_supervisor;
            case ROLE_MEMBER, ROLE_UNSPECIFIED, UNRECOGNIZED -> R.string.user_member;
        };
    }
}
