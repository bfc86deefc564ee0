package hudson.util;

import static io.cerebro.signatures.Signatures.compileOnly;

import jakarta.servlet.ServletException;
import java.io.IOException;
import java.util.Collection;
import org.kohsuke.stapler.HttpResponse;
import org.kohsuke.stapler.StaplerResponse2;

public abstract class FormValidation extends IOException implements HttpResponse {
    private FormValidation() {}

    public enum Kind {
        OK,
        WARNING,
        ERROR;
    }

    public static FormValidation error(String message) {
        throw compileOnly();
    }

    public static FormValidation warning(String message) {
        throw compileOnly();
    }

    public static FormValidation ok(String message) {
        throw compileOnly();
    }

    public static FormValidation ok() {
        throw compileOnly();
    }

    public static FormValidation error(String format, Object... args) {
        throw compileOnly();
    }

    public static FormValidation warning(String format, Object... args) {
        throw compileOnly();
    }

    public static FormValidation ok(String format, Object... args) {
        throw compileOnly();
    }

    public static FormValidation error(Throwable e, String message) {
        throw compileOnly();
    }

    public static FormValidation warning(Throwable e, String message) {
        throw compileOnly();
    }

    public static FormValidation error(Throwable e, String format, Object... args) {
        throw compileOnly();
    }

    public static FormValidation warning(Throwable e, String format, Object... args) {
        throw compileOnly();
    }

    public static FormValidation aggregate(Collection<FormValidation> validations) {
        throw compileOnly();
    }

    public static FormValidation errorWithMarkup(String message) {
        throw compileOnly();
    }

    public static FormValidation warningWithMarkup(String message) {
        throw compileOnly();
    }

    public static FormValidation okWithMarkup(String message) {
        throw compileOnly();
    }

    public static FormValidation respond(Kind kind, String html) {
        throw compileOnly();
    }

    public static FormValidation validateNonNegativeInteger(String value) {
        throw compileOnly();
    }

    public static FormValidation validateIntegerInRange(String value, int lower, int upper) {
        throw compileOnly();
    }

    public static FormValidation validatePositiveInteger(String value) {
        throw compileOnly();
    }

    public static FormValidation validateRequired(String value) {
        throw compileOnly();
    }

    public final Kind kind = null;

    public abstract String renderHtml();

    protected void respond(StaplerResponse2 rsp, String html) throws IOException, ServletException {
        throw compileOnly();
    }
}
