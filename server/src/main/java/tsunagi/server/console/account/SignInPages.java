package tsunagi.server.console.account;

import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.MediaType;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Consumes;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Post;
import io.micronaut.http.cookie.Cookie;
import io.micronaut.http.cookie.SameSite;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import java.time.Duration;
import java.util.Optional;
import tsunagi.server.console.page.FormFields;
import tsunagi.server.console.page.Notice;
import tsunagi.server.console.page.Page;
import tsunagi.server.console.page.PageRequest;
import tsunagi.server.console.page.Pages;
import tsunagi.server.console.page.SignedIn;
import tsunagi.server.words.Language;

/** Coming in, going out, one's own password and language. */
@Controller
@ExecuteOn(TaskExecutors.BLOCKING)
final class SignInPages {
    private static final Duration LANGUAGE_KEPT_FOR = Duration.ofDays(365);

    private final SignIn signIn;
    private final Pages pages;

    SignInPages(SignIn signIn, Pages pages) {
        this.signIn = signIn;
        this.pages = pages;
    }

    @Get("/sign-in")
    HttpResponse<?> form(Page page) {
        String to = FormFields.of("?" + page.query()).text("to").orElse("/");
        return pages.show(page, "account/sign_in.jte", new SignInForm("", to, ""));
    }

    @Post("/sign-in")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    HttpResponse<?> signIn(Page page, HttpRequest<?> request, @Body String body) {
        FormFields entered = FormFields.of("?" + body);
        String login = entered.text("login").orElse("");
        String to = entered.text("to").filter(SignInPages::isOurs).orElse("/");
        SignIn.Result result = signIn.signIn(login, entered.raw("password").orElse(""));
        if (result instanceof SignIn.Result.In in) {
            return pages.goTo(to).cookie(SessionCookie.of(request, in.token()));
        }
        String trouble = result instanceof SignIn.Result.TooOften ? "account.too_often" : "account.wrong";
        return pages.refuse(
                page, HttpStatus.UNPROCESSABLE_ENTITY, "account/sign_in.jte", new SignInForm(login, to, trouble));
    }

    @Post("/sign-out")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    HttpResponse<?> signOut(HttpRequest<?> request) {
        SessionCookie.token(request).ifPresent(signIn::signOut);
        return pages.goTo("/sign-in").cookie(SessionCookie.gone(request));
    }

    @Get("/password")
    HttpResponse<?> passwordForm(SignedIn someone) {
        return pages.show(someone.page(), "account/password.jte", new PasswordForm("", Passwords.LENGTH_MIN));
    }

    @Post("/password")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    HttpResponse<?> changePassword(SignedIn someone, @Body String body) {
        FormFields entered = FormFields.of("?" + body);
        String wanted = entered.raw("wanted").orElse("");
        Optional<String> trouble = troubleWith(entered, wanted);
        if (trouble.isEmpty()
                && !signIn.changePassword(
                        someone.viewer().personId(), entered.raw("present").orElse(""), wanted)) {
            trouble = Optional.of("account.present_wrong");
        }
        return trouble.isPresent()
                ? pages.refuse(
                        someone.page(),
                        HttpStatus.UNPROCESSABLE_ENTITY,
                        "account/password.jte",
                        new PasswordForm(trouble.get(), Passwords.LENGTH_MIN))
                : pages.goTo("/sign-in", Notice.of(someone.page().say("account.password_changed")));
    }

    private static Optional<String> troubleWith(FormFields entered, String wanted) {
        if (wanted.length() < Passwords.LENGTH_MIN || wanted.length() > Passwords.LENGTH_MAX) {
            return Optional.of("account.too_short");
        }
        return wanted.equals(entered.raw("again").orElse("")) ? Optional.empty() : Optional.of("account.not_twice");
    }

    @Post("/language")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    HttpResponse<?> language(Page page, HttpRequest<?> request, @Body String body) {
        FormFields entered = FormFields.of("?" + body);
        boolean isEnglish = entered.text("language").filter("en"::equals).isPresent();
        page.viewer()
                .ifPresent(viewer ->
                        signIn.setLanguage(viewer.personId(), isEnglish ? Language.ENGLISH : Language.JAPANESE));
        return pages.goTo(entered.text("to").filter(SignInPages::isOurs).orElse("/"))
                .cookie(Cookie.of(PageRequest.LANGUAGE, isEnglish ? "en" : "ja")
                        .path("/")
                        .secure(request.isSecure())
                        .sameSite(SameSite.Lax)
                        .maxAge(LANGUAGE_KEPT_FOR));
    }

    /** An address of this console, so that nobody is led elsewhere by a link to the sign-in form. */
    private static boolean isOurs(String address) {
        return address.startsWith("/") && !address.startsWith("//") && !address.startsWith("/\\");
    }
}
