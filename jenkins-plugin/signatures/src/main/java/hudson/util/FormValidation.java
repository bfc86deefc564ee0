package hudson.util;

import static io.cerebro.signatures.Signatures.compileOnly;

import hudson.Util;
import jakarta.servlet.ServletException;
import java.io.IOException;
import java.util.Collection;
import java.util.Locale;
import org.kohsuke.stapler.HttpResponse;
import org.kohsuke.stapler.StaplerResponse2;

public abstract class FormValidation extends IOException implements HttpResponse {
    private FormValidation(Kind kind, String message) {
        super(message);
        this.kind = kind;
    }

    private static FormValidation of(Kind kind, String html) {
        return new FormValidation(kind, html) {
            @Override
            public String renderHtml() {
                return kind == Kind.OK && html == null
                        ? "<div/>"
                        : "<div class=" + kind.name().toLowerCase(Locale.ENGLISH) + ">" + html + "</div>";
            }
        };
    }

    public enum Kind {
        OK,
        WARNING,
        ERROR;
    }

    public static FormValidation error(String message) {
        return of(Kind.ERROR, Util.escape(message));
    }

    public static FormValidation warning(String message) {
        return of(Kind.WARNING, Util.escape(message));
    }

    public static FormValidation ok(String message) {
        return of(Kind.OK, Util.escape(message));
    }

    public static FormValidation ok() {
        return of(Kind.OK, null);
    }

    public static FormValidation error(String format, Object... args) {
        return error(String.format(format, args));
    }

    public static FormValidation warning(String format, Object... args) {
        return warning(String.format(format, args));
    }

    public static FormValidation ok(String format, Object... args) {
        return ok(String.format(format, args));
    }

    public static FormValidation error(Throwable e, String message) {
        return error(message);
    }

    public static FormValidation warning(Throwable e, String message) {
        return warning(message);
    }

    public static FormValidation error(Throwable e, String format, Object... args) {
        return error(format, args);
    }

    public static FormValidation warning(Throwable e, String format, Object... args) {
        return warning(format, args);
    }

    public static FormValidation aggregate(Collection<FormValidation> validations) {
        throw compileOnly();
    }

    public static FormValidation errorWithMarkup(String message) {
        return of(Kind.ERROR, message);
    }

    public static FormValidation warningWithMarkup(String message) {
        return of(Kind.WARNING, message);
    }

    public static FormValidation okWithMarkup(String message) {
        return of(Kind.OK, message);
    }

    public static FormValidation respond(Kind kind, String html) {
        return of(kind, html);
    }

    public static FormValidation validateNonNegativeInteger(String value) {
        try {
            return Integer.parseInt(value) < 0 ? error("Number may not be negative") : ok();
        } catch (NumberFormatException e) {
            return error("Not a number");
        }
    }

    public static FormValidation validateIntegerInRange(String value, int lower, int upper) {
        throw compileOnly();
    }

    public static FormValidation validatePositiveInteger(String value) {
        try {
            return Integer.parseInt(value) <= 0 ? error("Not a positive number") : ok();
        } catch (NumberFormatException e) {
            return error("Not a number");
        }
    }

    public static FormValidation validateRequired(String value) {
        return Util.fixEmptyAndTrim(value) == null ? error("Required") : ok();
    }

    public final Kind kind;

    public abstract String renderHtml();

    protected void respond(StaplerResponse2 rsp, String html) throws IOException, ServletException {
        throw compileOnly();
    }
}
